#include "tradewarden/evaluate.hpp"

#include <algorithm>

#include "evaluate/figures.hpp"
#include "support/hash_map.hpp"

namespace tradewarden {
namespace {

/// Whether one of a party's ids is `expected`: the list's own, that of another publication of it, or
/// with the list in front.
bool is_called(const listed_party& party, const std::string& expected) {
  if (party.source_id == expected) return true;
  for (const party_source& s : party.sources) {
    if (s.id == expected) return true;
  }
  return expected.size() == party.list.size() + 1 + party.source_id.size() &&
         expected.starts_with(party.list) && expected[party.list.size()] == ':' &&
         expected.ends_with(party.source_id);
}

/// Which of the expected ids the index has.
void look_up_expected(const party_index& idx, const labelled_set& set, evaluation& out) {
  string_map<bool> known;
  for (const labelled_query& q : set.queries) {
    for (const std::string& id : q.expected) known.emplace(id, false);
  }
  const auto mark = [&](std::string_view id) {
    if (const auto it = known.find(id); it != known.end()) it->second = true;
  };
  for (std::uint32_t i = 0; i < idx.party_count(); ++i) {
    const listed_party p = idx.party(i);
    mark(p.source_id);
    mark(p.list + ':' + p.source_id);
    for (const party_source& s : p.sources) mark(s.id);
  }
  string_set told;
  for (const labelled_query& q : set.queries) {
    bool any = q.expected.empty();
    for (const std::string& id : q.expected) {
      const bool here = known.find(id)->second;
      any = any || here;
      if (here || !told.insert(id).second) continue;
      if (out.unknown_expected++ == 0) out.first_unknown_expected = id;
    }
    if (!any) ++out.unreachable;
  }
}

query_outcome outcome_of(const labelled_query& q, const screening_answer& a) {
  query_outcome out;
  if (!a.hits.empty()) out.best_party = a.hits.front().party_id;
  for (const screening_hit& h : a.hits) {
    out.best = std::max(out.best, h.score.units());
    const bool expected = std::any_of(q.expected.begin(), q.expected.end(),
                                      [&](const auto& id) { return is_called(h.party, id); });
    if (expected) out.right = std::max(out.right, h.score.units());
  }
  return out;
}

}  // namespace

result<evaluation> evaluate_screening(const party_index& idx, const labelled_set& set,
                                      const evaluation_options& options,
                                      evaluation_progress* progress) {
  if (auto ok = evaluating::check(set, options); !ok.has_value()) return ok.error();
  if (auto sound = idx.check(); !sound.has_value()) return sound.error();
  evaluation out;
  evaluating::begin(set, options, out);
  out.index_content = idx.info().content;
  look_up_expected(idx, set, out);

  screening_options asked = out.options.screening;
  asked.threshold = out.options.floor;
  asked.count_all = false;
  std::size_t next = 0;
  bool damaged = false;
  out.outcomes.reserve(set.queries.size());
  screen_batch(
      idx, asked, options.batch,
      [&](screening_query& q) {
        if (next == set.queries.size()) return false;
        q = set.queries[next++].query;
        return true;
      },
      [&](screening_answer&& a) {
        const labelled_query& q = set.queries[out.outcomes.size()];
        damaged = damaged || a.problem == query_problem::damaged_index;
        if (!was_screened(a.problem) && out.not_screened++ == 0) out.first_not_screened = q.query.id;
        for (const screening_hit& h : a.hits) {
          out.hits_declared += h.score >= out.options.screening.threshold ? 1 : 0;
        }
        out.outcomes.push_back(outcome_of(q, a));
        if (progress != nullptr) progress->show(out.outcomes.size());
        return !damaged;
      });
  if (damaged) {
    return error{errc::bad_index, "the index proved damaged while it was read", {}, 0, {}};
  }
  evaluating::make_figures(set, out);
  return out;
}

}  // namespace tradewarden
