// What screening by ownership adds to an answer.
#include <utility>

#include "audit/answer_json.hpp"
#include "audit/origin_parts.hpp"
#include "audit/ownership_parts.hpp"
#include "support/ascii.hpp"
#include "tradewarden/ownership_screener.hpp"

namespace tradewarden {
namespace {

using audit::array_json;
using audit::json;

json party_json(const ownership_graph& g, const owned_party& p) {
  json evidences = array_json(p.evidences, [](const evidence& e) {
    return json{{"kind", e.kind}, {"state", to_string(e.state)}, {"query", e.query}, {"listed", e.listed}, {"how", e.how}};
  });
  return {{"party", g.id(p.party)},
          {"name", p.name},
          {"country", audit::text_or_null(std::string(g.country(p.party)))},
          {"score", p.score.to_string()},
          {"listed", p.listed},
          {"explanation", audit::explanation_json(p.explanation)},
          {"evidence", std::move(evidences)}};
}

}  // namespace

std::string to_json(const screening_answer& answer, const party_index& idx, const owned_answer& owned,
                    const ownership_screener& screener) {
  const ownership_graph& g = screener.graph();
  json part;
  part["files"] = audit::ownership_files_json(g.files());
  part["entities"] = g.entity_count();
  part["edges"] = g.edge_count();
  part["compared"] = screener.compared();
  part["listed"] = screener.listed();
  part["regimes"] = array_json(screener.regimes(), audit::regime_json);
  part["parties"] = array_json(owned.parties, [&](const owned_party& p) { return party_json(g, p); });
  part["more"] = owned.more;
  json hits = json::array();
  for (const owned_hit& h : owned.hits) {
    const owned_party& p = owned.parties[h.party];
    json one = {{"rank", h.rank}, {"score", p.score.to_string()}, {"matched_name", p.name}, {"reason", h.reason}};
    for (const ownership_answer& regime : screener.regimes()) {
      if (regime.regime == h.regime) one.update(audit::ownership_result_json(g, regime, h.result));
    }
    hits.push_back(std::move(one));
  }
  part["hits"] = std::move(hits);
  part["notes"] = owned.notes;
  part["not_checked"] = screener.not_checked();
  return audit::answer_json(answer, idx, part,
                            "Ownership and control beyond the edges given: " + ascii::join(screener.not_checked(), "; ") + ".");
}

}  // namespace tradewarden
