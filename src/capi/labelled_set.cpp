// Queries with their right answers: read, made of the caller's own, or made as variants of a list.
#include "tradewarden/labelled_set.hpp"

#include <algorithm>
#include <unordered_set>

#include "capi/evaluation.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "capi/screening.hpp"

namespace tradewarden::capi {

std::unique_ptr<tw_problems> row_problems(const std::vector<error>& rows, std::uint64_t count) {
  auto told = std::make_unique<tw_problems>();
  for (const error& e : rows) told->rows.push_back(refused(e));
  told->more = count - std::min<std::uint64_t>(count, rows.size());
  return told;
}

namespace {

made<tw_labelled_set> new_set(labelled_set content) {
  auto out = std::make_unique<tw_labelled_set>();
  out->content = std::make_shared<const labelled_set>(std::move(content));
  return out;
}

void note(tw_problems& to, const std::string& file, std::string message) {
  to.rows.push_back({TW_SEVERITY_NOTE, TW_OK, 0, file, {}, std::move(message)});
}

/// What was left out of the set, as the command line tells it.
void notes_of(const labelled_set& set, tw_problems& to) {
  if (set.queries_without_truth != 0) {
    note(to, set.queries_file,
         std::to_string(set.queries_without_truth) + " queries have no truth, the first is '" +
             set.first_query_without_truth + "': left out");
  }
  if (set.truth_without_query != 0) {
    note(to, set.truth_file,
         std::to_string(set.truth_without_query) + " rows have no query, the first is '" +
             set.first_truth_without_query + "': left out");
  }
  for (const std::string& column : set.ignored_columns) {
    note(to, set.queries_file, "the column '" + column + "' is not used");
  }
}

error missing(const char* message, const char* field) {
  return error{errc::missing_field, message, {}, 0, field};
}

result<labelled_query> labelled_of(const tw_labelled_query& given) {
  if (given.query == nullptr) return missing("there is no query", "queries.query");
  const auto asked = read_struct(given.query, "queries.query");
  if (!asked) return asked.error();
  auto query = query_of(*asked);
  if (!query) return query.error();
  if (query->id.empty()) return missing("a query without an id", "query.id");
  const auto kind = text_of(given.kind, "queries.kind");
  if (!kind) return kind.error();
  if (kind->empty()) return missing("a query without a kind", "queries.kind");
  auto expected = texts_of(given.expected, given.expected_count, "queries.expected");
  if (!expected) return expected.error();
  std::sort(expected->begin(), expected->end());
  expected->erase(std::unique(expected->begin(), expected->end()), expected->end());
  if (!expected->empty() && expected->front().empty()) {
    return missing("an expected id is empty", "queries.expected");
  }
  return labelled_query{std::move(*query), std::string(*kind), std::move(*expected)};
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_labelled_set_new(tw_labelled_set** out, const tw_labelled_query* queries,
                              size_t query_count, tw_error* error) {
  return make(out, error, [&]() -> made<tw_labelled_set> {
    if (auto ok = check_array(queries, query_count, alignof(tw_labelled_query), "queries"); !ok) {
      return ok.error();
    }
    tw::labelled_set set;
    std::unordered_set<std::string> ids;
    for (size_t i = 0; i < query_count; ++i) {
      const auto given = read_element(queries, i, "queries");
      if (!given) return given.error();
      auto one = labelled_of(*given);
      if (!one) return one.error();
      if (!ids.insert(one->query.id).second) {
        return tw::error{tw::errc::conflict, "two queries have the id '" + one->query.id + "'", {},
                         0, "query.id"};
      }
      set.queries.push_back(std::move(*one));
    }
    return new_set(std::move(set));
  });
}

tw_status tw_labelled_set_read(tw_labelled_set** out, tw_problems** problems, const char* queries,
                               size_t queries_size, const char* truth, size_t truth_size,
                               tw_error* error) {
  return make(out, error, [&]() -> made<tw_labelled_set> {
    give(problems, nullptr);
    const auto asked = path_of(queries, queries_size, "queries");
    if (!asked) return asked.error();
    const auto right = path_of(truth, truth_size, "truth");
    if (!right) return right.error();
    auto set = tw::read_labelled_set(*asked, *right);
    if (!set) return set.error();
    auto told = row_problems(set->problems, set->problem_count);
    notes_of(*set, *told);
    give(problems, std::move(told));
    // Figures of a part of a set would mislead.
    if (!set->problems.empty()) return set->problems.front();
    return new_set(std::move(*set));
  });
}

size_t tw_labelled_set_size(const tw_labelled_set* set) {
  return is(set) ? set->content->queries.size() : 0;
}

void tw_labelled_set_free(tw_labelled_set* set) { release(set); }

size_t tw_variant_kind_count(void) { return tw::all_variant_kinds().size(); }

tw_status tw_variant_kind_get(tw_variant_kind* out, size_t out_size, size_t i) {
  return put_row(out, out_size, tw::all_variant_kinds(), i, [](const tw::variant_kind& k) {
    return tw_variant_kind{str(k.name), str(k.what), k.negative ? 1 : 0, 0};
  });
}

tw_status tw_variants_new(tw_variants** out, const tw_index* index,
                          const tw_variant_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_variants> {
    if (!is(index)) return no_handle("index");
    const auto o = read_struct(options, "options");
    if (!o) return o.error();
    tw::variant_options how;
    auto kinds = texts_of(o->kinds, o->kind_count, "options.kinds");
    if (!kinds) return kinds.error();
    how.kinds = std::move(*kinds);
    if (o->seed != 0) how.seed = o->seed;
    if (o->per_kind != 0) how.per_kind = o->per_kind;
    auto set = tw::make_variants(index->state->index, how);
    if (!set) return set.error();
    auto made_ones = std::make_unique<tw_variants>();
    made_ones->content = std::move(*set);
    return made_ones;
  });
}

void tw_variants_free(tw_variants* variants) { release(variants); }

tw_status tw_variants_info_get(tw_variants_info* out, size_t out_size,
                               const tw_variants* variants) {
  if (!is(variants)) return TW_USAGE;
  const tw::variant_set& v = variants->content;
  return put(out, out_size,
             tw_variants_info{v.queries.size(), v.counts.size(), v.names, v.weak_left_out,
                              v.ended_left_out, tw::k_variants_version, 0});
}

tw_status tw_variants_count(tw_variant_count* out, size_t out_size, const tw_variants* variants,
                            size_t i) {
  if (!is(variants)) return TW_USAGE;
  return put_row(out, out_size, variants->content.counts, i, [](const tw::variant_count& c) {
    return tw_variant_count{str(c.kind), c.made};
  });
}

tw_status tw_variants_set(tw_labelled_set** out, const tw_variants* variants, tw_error* error) {
  return make(out, error, [&]() -> made<tw_labelled_set> {
    if (!is(variants)) return no_handle("variants");
    tw::labelled_set set;
    set.queries = variants->content.queries;
    return new_set(std::move(set));
  });
}

tw_status tw_variants_queries_tsv(tw_text** out, const tw_variants* variants, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(variants)) return no_handle("variants");
    return new_text(tw::queries_tsv(variants->content));
  });
}

tw_status tw_variants_truth_tsv(tw_text** out, const tw_variants* variants, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(variants)) return no_handle("variants");
    return new_text(tw::truth_tsv(variants->content));
  });
}
