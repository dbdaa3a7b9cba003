#include "tradewarden/ownership_report.hpp"

#include <set>
#include <tuple>
#include <utility>

#include "support/clipped.hpp"
#include "tradewarden/ownership_assessment.hpp"

namespace tradewarden {
namespace {

/// Two shares of one holding: which is meant, nobody can know.
result<void> check_once(const std::vector<ownership_change>& changes) {
  std::set<std::tuple<std::string, std::string, ownership_kind>> seen;
  for (const ownership_change& c : changes) {
    if (seen.emplace(c.owner, c.owned, c.kind).second) continue;
    return error{errc::usage, "'" + support::clipped(c.to_string(), 100) + "' changes a holding that another change of the call "
                              "changes too (owner, owned and kind are the same): say its share once", {}, 0, "change"};
  }
  return {};
}

}  // namespace

result<ownership_report> ask_ownership(const ownership_graph& graph, const ownership_questions& q,
                                       const rule_book& rules) {
  if (auto once = check_once(q.changes); !once) return once.error();
  ownership_report out{graph, rules, q.changes, {}, {}};
  const day date = q.date ? *q.date : day::today_utc();
  std::vector<entity_id> entities;
  for (const std::string& id : q.entities) {
    const auto e = graph.find(id);
    if (!e) return error{errc::not_found, "no party has the id '" + support::clipped(id, 80) + "'", {}, 0, "entity"};
    entities.push_back(*e);
  }
  for (const std::string& regime : q.regimes) {
    auto a = ownership_assessment::make(out.graph, regime, date, out.rules);
    if (!a) return a.error();
    if (!q.changes.empty()) {
      auto moved = a->change(q.changes);
      if (!moved) return moved.error();
      out.moved.push_back(std::move(*moved));
    }
    if (!q.entities.empty()) {
      out.answers.push_back(a->answer(entities));
    } else if (q.changes.empty()) {
      out.answers.push_back(a->answer_all(q.limit));
    } else {
      std::vector<entity_id> those;
      for (const ownership_move& m : out.moved.back()) {
        if (those.size() < q.limit) those.push_back(m.entity);
      }
      out.answers.push_back(a->answer(those));
      out.answers.back().more_results = out.moved.back().size() - those.size();
    }
  }
  return out;
}

}  // namespace tradewarden
