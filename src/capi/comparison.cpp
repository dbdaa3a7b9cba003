#include "tradewarden/comparison.hpp"

#include "audit/json_parts.hpp"
#include "audit/ofac_like_json.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "tradewarden/counterfactual.hpp"
#include "tradewarden/ofac_like_score.hpp"
#include "tradewarden/screening.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

struct two_names {
  std::string_view query;
  std::string_view listed;
  tw::schema schema;
};

tw::result<two_names> names_of(const char* query, size_t query_size, const char* listed,
                               size_t listed_size, int32_t schema) {
  const auto q = text_of(query, query_size, "query");
  if (!q) return q.error();
  const auto l = text_of(listed, listed_size, "listed");
  if (!l) return l.error();
  const auto s = schema_of(schema);
  if (!s) return s.error();
  return two_names{*q, *l, *s};
}

made<tw_comparison> comparison_of(const two_names& names, tw_comparison::owned&& content,
                                  tw::score threshold = tw::screening_options{}.threshold) {
  content.query = names.query;
  content.listed = names.listed;
  auto own = std::make_shared<const tw_comparison::owned>(std::move(content));
  auto out = std::make_unique<tw_comparison>();
  out->seen = &own->content;
  out->query = own->query;
  out->listed = own->listed;
  out->schema = names.schema;
  out->rules = &own->rules;
  out->threshold = threshold;
  out->own = std::move(own);
  return out;
}

}  // namespace

tw_status tw_compare(tw_comparison** out, const char* query, size_t query_size, const char* listed,
                     size_t listed_size, int32_t schema, tw_error* error) {
  return make(out, error, [&]() -> made<tw_comparison> {
    const auto names = names_of(query, query_size, listed, listed_size, schema);
    if (!names) return names.error();
    tw_comparison::owned own;
    own.content = tw::compare_names(names->query, names->listed, names->schema);
    return comparison_of(*names, std::move(own));
  });
}

tw_status tw_compare_with(tw_comparison** out, const char* query, size_t query_size,
                          const char* listed, size_t listed_size,
                          const tw_compare_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_comparison> {
    const auto o = read_struct(options, "options");
    if (!o) return o.error();
    const auto names = names_of(query, query_size, listed, listed_size, o->schema);
    if (!names) return names.error();
    const auto rules = rules_of(o->rules);
    if (!rules) return rules.error();
    const auto threshold = threshold_of(o->threshold, "options.threshold");
    if (!threshold) return threshold.error();
    const auto explain = flag_of(o->explain, "options.explain");
    if (!explain) return explain.error();
    tw_comparison::owned own;
    if (*rules) own.rules = **rules;
    own.content = tw::compare_names(names->query, names->listed, names->schema, own.rules);
    if (*explain) {
      own.what_if =
          tw::what_would_change(names->query, names->listed, *threshold, names->schema, own.rules);
    }
    return comparison_of(*names, std::move(own), *threshold);
  });
}

tw_status tw_score_names(int32_t* out, const char* query, size_t query_size, const char* listed,
                         size_t listed_size, int32_t schema, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    const auto names = names_of(query, query_size, listed, listed_size, schema);
    if (!names) return names.error();
    const tw::score s = tw::score_names(names->query, names->listed, names->schema);
    if (put(out, s.units()) != TW_OK) return no_handle("out");
    return {};
  });
}

void tw_comparison_free(tw_comparison* comparison) {
  if (is(comparison) && comparison->own) release(comparison);
}

tw_status tw_comparison_info_get(tw_comparison_info* out, size_t out_size,
                                 const tw_comparison* comparison) {
  if (!is(comparison)) return TW_USAGE;
  const tw::comparison& c = *comparison->seen;
  return put(out, out_size,
             tw_comparison_info{c.score.units(), 0, c.pairs.size(), c.unmatched_query.size(),
                                c.unmatched_listed.size(), c.adjustments.size(),
                                comparison->own ? comparison->own->what_if.size() : 0});
}

tw_status tw_comparison_counterfactual(tw_counterfactual* out, size_t out_size,
                                       const tw_comparison* comparison, size_t i) {
  if (!is(comparison) || !comparison->own) return TW_USAGE;
  return put_row(out, out_size, comparison->own->what_if, i, counterfactual_view);
}

tw_status tw_comparison_pair(tw_token_pair* out, size_t out_size, const tw_comparison* comparison,
                             size_t i) {
  if (!is(comparison)) return TW_USAGE;
  return put_row(out, out_size, comparison->seen->pairs, i, [](const tw::token_pair& p) {
    return tw_token_pair{str(p.query), str(p.listed), static_cast<int32_t>(p.reason),
                         p.similarity, p.weight,      p.edits};
  });
}

tw_status tw_comparison_unmatched(tw_unmatched_token* out, size_t out_size,
                                  const tw_comparison* comparison, int32_t side, size_t i) {
  if (!is(comparison) || side < TW_SIDE_QUERY || side > TW_SIDE_LISTED) return TW_USAGE;
  const tw::comparison& c = *comparison->seen;
  return put_row(out, out_size, side == TW_SIDE_QUERY ? c.unmatched_query : c.unmatched_listed, i,
                 [](const tw::unmatched_token& t) {
                   return tw_unmatched_token{str(t.token), static_cast<int32_t>(t.role), t.weight};
                 });
}

tw_status tw_comparison_adjustment(tw_adjustment* out, size_t out_size,
                                   const tw_comparison* comparison, size_t i) {
  if (!is(comparison)) return TW_USAGE;
  return put_row(out, out_size, comparison->seen->adjustments, i,
                 [](const tw::score_adjustment& a) {
                   return tw_adjustment{str(a.rule), a.factor, 0};
                 });
}

tw_status tw_comparison_json(tw_text** out, const tw_comparison* comparison, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(comparison)) return no_handle("comparison");
    // As the program's `compare --json`, with what would change.
    const tw_comparison& c = *comparison;
    const auto what_if =
        tw::what_would_change(c.query, c.listed, c.threshold, c.schema, *c.rules);
    return new_text(
        tw::audit::comparison_json(c.query, c.listed, c.schema, *c.seen, what_if, *c.rules));
  });
}

tw_status tw_ofac_like_score(int32_t* out, const char* query, size_t query_size,
                             const char* listed, size_t listed_size, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    const auto names = names_of(query, query_size, listed, listed_size, TW_SCHEMA_UNKNOWN);
    if (!names) return names.error();
    const tw::score s = tw::ofac_like_score(names->query, names->listed);
    if (put(out, s.units()) != TW_OK) return no_handle("out");
    return {};
  });
}

tw_status tw_ofac_like_json(tw_text** out, const char* query, size_t query_size,
                            const char* listed, size_t listed_size, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    const auto names = names_of(query, query_size, listed, listed_size, TW_SCHEMA_UNKNOWN);
    if (!names) return names.error();
    return new_text(tw::audit::ofac_like_json(names->query, names->listed,
                                              tw::compare_ofac_like(names->query, names->listed)));
  });
}
