#include <algorithm>
#include <string>

#include "cli/labelled.hpp"
#include "cli/origin_view.hpp"
#include "cli/table.hpp"

namespace tradewarden::cli {
namespace {

std::string cost_words(const exact_fraction& more, const exact_fraction& less) {
  if (more == less) return "costs the same";
  return less == exact_fraction() ? "costs " + more.to_decimal(4) + " more"
                                  : "costs " + less.to_decimal(4) + " less";
}

}  // namespace

std::string whatif_view(const whatif_report& r, const terminal& out) {
  text_lines to;
  const auto moved = static_cast<std::uint64_t>(
      std::count_if(r.moved.begin(), r.moved.end(),
                    [](const whatif_move& m) { return m.verdict_moved(); }));
  to.push_back(out.paint(moved != 0 ? ink::yellow : ink::bold,
                         grouped(moved) + (moved == 1 ? " verdict moves, " : " verdicts move, ") +
                             grouped(r.moved.size() - moved) + " only the share, " +
                             grouped(r.unmoved) + " nothing."));
  for (const stated_fact& f : r.options.question.facts) {
    labelled(to, out, "fact", f.id + " = " + std::string(to_string(f.value)));
  }
  for (const whatif_change& c : r.options.changes) labelled(to, out, "change", c.to_string());
  for (const std::string& n : r.notes) labelled(to, out, "note", n);
  if (!r.moved.empty()) {
    to.emplace_back();
    table t({{"product", table::flexible},
             {"to", table::left},
             {"regime", table::left},
             {"before", table::left},
             {"after", table::left},
             {"share before", table::right},
             {"after", table::right}});
    for (const whatif_move& m : r.moved) {
      t.add({{m.product},
             {m.destination},
             {std::string(to_string(m.regime))},
             {spaced(to_string(m.before))},
             {spaced(to_string(m.after)), m.verdict_moved() ? ink::yellow : ink::none},
             {m.share_before.display()},
             {m.share_after.display()}});
    }
    append(to, t.lines(out));
  }
  for (const whatif_replacement& x : r.replacements) {
    to.emplace_back();
    to.push_back(out.paint(ink::bold, clipped(printable("Replacement for " + x.product + " to " +
                                                        x.destination + ", " +
                                                        std::string(to_string(x.regime))),
                                              out.width)));
    labelled(to, out, "answer", x.why);
    for (const whatif_exchange& e : x.exchanges) {
      labelled(to, out, "exchange",
               e.parent + " / " + e.pos + ": " + e.from + " for " + e.to + "; " +
                   e.controlled_less.to_decimal(4) + " less controlled content, " +
                   cost_words(e.cost_more, e.cost_less));
    }
    if (!x.found) continue;
    labelled(to, out, "together",
             "share " + x.share_after.display() + ", " + cost_words(x.cost_more, x.cost_less) +
                 (x.proved_cheapest ? "; proved the cheapest"
                                    : "; perhaps not the cheapest: the search has a limit"));
  }
  to.emplace_back();
  labelled(to, out, "note", k_origin_notice);
  std::string text;
  for (const std::string& line : to) text += line + '\n';
  return text;
}

}  // namespace tradewarden::cli
