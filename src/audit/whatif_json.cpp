#include <string>
#include <utility>

#include "audit/origin_parts.hpp"
#include "tradewarden/whatif.hpp"

namespace tradewarden {
namespace {

using namespace audit;

json move_json(const whatif_move& m) {
  return {{"product", m.product},
          {"destination", m.destination},
          {"regime", to_string(m.regime)},
          {"before", to_string(m.before)},
          {"after", to_string(m.after)},
          {"verdict_moved", m.verdict_moved()},
          {"share_before", audit::share_json(m.share_before)},
          {"share_after", audit::share_json(m.share_after)}};
}

json exchange_json(const whatif_exchange& e) {
  return {{"parent", e.parent},
          {"pos", e.pos},
          {"from", e.from},
          {"to", e.to},
          {"controlled_less", e.controlled_less.to_string()},
          {"cost_more", e.cost_more.to_string()},
          {"cost_less", e.cost_less.to_string()}};
}

json replacement_json(const whatif_replacement& r) {
  return {{"product", r.product},
          {"destination", r.destination},
          {"regime", to_string(r.regime)},
          {"found", r.found},
          {"proved_cheapest", r.proved_cheapest},
          {"exchanges", array_json(r.exchanges, exchange_json)},
          {"cost_more", r.cost_more.to_string()},
          {"cost_less", r.cost_less.to_string()},
          {"share_after", audit::share_json(r.share_after)},
          {"why", r.why}};
}

}  // namespace

std::string to_json(const whatif_report& report) {
  json out;
  out["options"] = options_json(report.options.question);
  out["changes"] = array_json(report.options.changes,
                              [](const whatif_change& c) { return json(c.to_string()); });
  out["moved"] = array_json(report.moved, move_json);
  out["unmoved"] = report.unmoved;
  out["replacements"] = array_json(report.replacements, replacement_json);
  out["notes"] = report.notes;
  out["rules"] = array_json(report.rules, rule_json);
  add_basis(out, report.basis);
  return sealed(std::move(out));
}

}  // namespace tradewarden
