#include "cli/ownership_view.hpp"

#include "cli/table.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_opened = 20;       // results whose proof is shown
constexpr std::size_t k_most_moves = 1000;

std::string threshold_text(const ownership_result& r) {
  if (r.by_control) return "control";
  return (r.threshold.op == threshold_operator::at_least ? ">= " : "> ") +
         display_share(exact_fraction::of(r.threshold.num, r.threshold.den));
}

std::string edge_text(const ownership_graph& g, const ownership_edge& e) {
  std::string out = entity_words(g, e.owner);
  if (e.kind == ownership_kind::control) {
    out += e.low > 0 ? " controls " : " may control ";
  } else {
    out += " holds " + e.share_text() + " % of the " + std::string(to_string(e.kind)) + " of ";
  }
  out += entity_words(g, e.owned);
  std::string when;
  if (e.from) when += "from " + e.from->to_string();
  if (e.until) when += (when.empty() ? "until " : " until ") + e.until->to_string();
  if (!e.source.empty()) when += (when.empty() ? "" : "; ") + std::string(e.source);
  return when.empty() ? out : out + " [" + when + "]";
}

}  // namespace

std::string entity_words(const ownership_graph& g, entity_id e) {
  const std::string id(g.id(e));
  const std::string name(g.name(e));
  return name.empty() || name == id ? id : id + " (" + name + ")";
}

ink colour_of(ownership_verdict v) {
  return v == ownership_verdict::restricted ? ink::red : v == ownership_verdict::depends ? ink::yellow : ink::none;
}

void add_proof(text_lines& to, const ownership_graph& g, const ownership_result& r, const terminal& out) {
  if (r.listed) labelled(to, out, "listed", "it is a listed party itself");
  for (std::size_t i = 0; i < r.because.size(); ++i) {
    const ownership_reason& b = r.because[i];
    labelled(to, out, i == 0 ? "because" : "", edge_text(g, b.edge) + (b.owner_listed ? ", and is listed"
                                          : b.owner_restricted == truth::yes ? ", and is restricted itself"
                                                                             : ", and depends itself"));
  }
  if (r.more_because != 0) labelled(to, out, "", "and " + grouped(r.more_because) + " more edges");
  for (std::size_t i = 0; i < r.labels.size(); ++i) {
    const ownership_seed& s = r.labels[i].seed;
    std::string text = entity_words(g, s.party);
    for (const std::string* part : {&s.list, &s.requirement, &s.citation}) {
      if (!part->empty()) text += ", " + *part;
    }
    if (!s.footnotes.empty()) text += ", footnotes " + s.footnotes;
    labelled(to, out, i == 0 ? "through" : "", text);
  }
  for (std::size_t i = 0; i < r.deciding_unknowns.size(); ++i) {
    labelled(to, out, i == 0 ? "needs" : "", edge_text(g, r.deciding_unknowns[i]), ink::yellow);
  }
  if (!r.unknowns_reduced) labelled(to, out, "", "some of many shares that are not known");
  labelled(to, out, "assumed", joined(r.assumptions), ink::dim);
}

std::vector<std::string> move_lines(const ownership_graph& g, const ownership_answer& a,
                                    const std::vector<ownership_move>& moved, const terminal& out) {
  text_lines to;
  to.push_back(out.paint(ink::bold, a.regime + " on " + a.date.to_string() + ": the changes move " +
                                        counted(moved.size(), "verdict.", "verdicts.")));
  if (moved.empty()) return to;
  to.emplace_back();
  table t({{"party", table::flexible}, {"before", table::left}, {"after", table::left}, {"country", table::optional}});
  for (std::size_t i = 0; i < moved.size() && i < k_most_moves; ++i) {
    const ownership_move& m = moved[i];
    t.add({{entity_words(g, m.entity)},
           {spaced(to_string(m.before)), colour_of(m.before)},
           {spaced(to_string(m.after)), colour_of(m.after)},
           {std::string(g.country(m.entity))}});
  }
  append(to, t.lines(out));
  if (moved.size() > k_most_moves) to.push_back(grouped(moved.size() - k_most_moves) + " more: --json.");
  return to;
}

std::vector<std::string> ownership_view(const ownership_graph& g, const ownership_answer& a, const terminal& out) {
  text_lines to;
  std::string head = a.regime + " on " + a.date.to_string() + ": " + grouped(a.restricted) + " restricted, " +
                     grouped(a.depending) + " depends, besides " + grouped(a.seeds) + " listed.";
  if (!a.in_force) head = a.regime + " on " + a.date.to_string() + ": no rule in force; " + grouped(a.seeds) + " listed.";
  to.push_back(out.paint(ink::bold, head));
  if (!a.results.empty()) {
    to.emplace_back();
    table t({{"party", table::flexible},
             {"verdict", table::left},
             {"of", table::left},
             {"share", table::right},
             {"threshold", table::left},
             {"edges", table::right},
             {"country", table::optional}});
    for (const ownership_result& r : a.results) {
      t.add({{entity_words(g, r.entity)},
             {r.listed ? "listed" : spaced(to_string(r.verdict)), colour_of(r.verdict)},
             {std::string(to_string(r.kind))},
             {r.share.display()},
             {threshold_text(r)},
             {grouped(r.because.size() + r.more_because)},
             {std::string(g.country(r.entity))}});
    }
    append(to, t.lines(out));
  }
  std::size_t shown = 0;
  for (const ownership_result& r : a.results) {
    if (r.verdict == ownership_verdict::not_restricted || ++shown > k_opened) continue;
    to.emplace_back();
    to.push_back(out.paint(ink::bold, printable(entity_words(g, r.entity)) + ": " + spaced(to_string(r.verdict))));
    add_proof(to, g, r, out);
  }
  to.emplace_back();
  if (shown > k_opened) to.push_back("The proof of " + grouped(shown - k_opened) + " more: --json, or --entity ID.");
  if (a.more_results != 0) to.push_back(grouped(a.more_results) + " more parties: --limit N, or --entity ID.");
  labelled(to, out, "assumed", joined(a.assumptions), ink::dim);
  std::string rules;
  for (const rule_basis& b : a.basis) {
    rules += (rules.empty() ? "" : "; ") + std::string(b.citation) + (b.verified ? "" : k_unverified);
  }
  labelled(to, out, "rules", rules);
  labelled(to, out, "not checked", joined(a.not_evaluated));
  labelled(to, out, "note", "Not legal advice, and never a clearance: it holds for these edges, listed parties and rules on this day.");
  return to;
}

}  // namespace tradewarden::cli
