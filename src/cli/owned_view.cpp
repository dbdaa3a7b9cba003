#include "cli/owned_view.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "cli/hit_rows.hpp"
#include "cli/ownership_view.hpp"
#include "cli/table.hpp"
#include "support/ascii.hpp"

namespace tradewarden::cli {
namespace {

/// "edges.csv: 7 parties, 7 edges; 2 of them listed"
std::string graph_words(const ownership_screener& by) {
  const ownership_graph& g = by.graph();
  std::string files;
  for (const ownership_file& f : g.files()) {
    if (f.holds == "edges") files += (files.empty() ? "" : ", ") + f.file;
  }
  return files + ": " + counted(g.entity_count(), "party", "parties") + ", " +
         counted(g.edge_count(), "edge", "edges") + "; " + grouped(by.listed()) + " listed or a possible match of a listed one";
}

std::string regime_words(const ownership_screener& by) {
  std::string in_force;
  std::string others;
  for (const ownership_answer& a : by.regimes()) {
    std::string& to = a.in_force ? in_force : others;
    to += (to.empty() ? "" : ", ") + a.regime;
  }
  const std::string on = by.regimes().empty() ? "" : " on " + by.regimes().front().date.to_string();
  return (in_force.empty() ? "no regime in force" : in_force) + on +
         (others.empty() ? "" : "; not in force on that day: " + others);
}

bool same_proof(const ownership_result& a, const ownership_result& b) {
  const auto same = [](const ownership_reason& x, const ownership_reason& y) {
    return x.edge.owner == y.edge.owner && x.edge.owned == y.edge.owned && x.edge.line == y.edge.line;
  };
  return a.verdict == b.verdict && a.labels == b.labels &&
         std::equal(a.because.begin(), a.because.end(), b.because.begin(), b.because.end(), same);
}

/// The proof of one party, once for all regimes that share it.
void add_proofs(text_lines& to, const owned_answer& a, const ownership_screener& by, const terminal& out) {
  std::vector<char> shown(a.hits.size());
  for (std::size_t i = 0; i < a.hits.size(); ++i) {
    if (shown[i] != 0) continue;
    const owned_hit& h = a.hits[i];
    std::string regimes = h.regime;
    for (std::size_t j = i + 1; j < a.hits.size(); ++j) {
      if (a.hits[j].party != h.party || !same_proof(a.hits[j].result, h.result)) continue;
      shown[j] = 1;
      regimes += ", " + a.hits[j].regime;
    }
    to.emplace_back();
    to.push_back(out.paint(ink::bold, printable(entity_words(by.graph(), h.result.entity)) + ": " +
                                          spaced(to_string(h.result.verdict)) + " under " + regimes));
    add_proof(to, by.graph(), h.result, out);
  }
}

std::string edge_words(const ownership_graph& g, const ownership_reason& b) {
  const ownership_edge& e = b.edge;
  std::string out = entity_words(g, e.owner) + (e.kind == ownership_kind::control ? std::string(" controls ")
                                                                           : " " + e.share_text() + " % " + std::string(to_string(e.kind)) + " of ") +
                    entity_words(g, e.owned);
  std::string when = e.from ? "from " + e.from->to_string() : std::string();
  if (e.until) when += (when.empty() ? "until " : " until ") + e.until->to_string();
  if (!e.source.empty()) when += (when.empty() ? "" : ", ") + std::string(e.source);
  return when.empty() ? out : out + " [" + when + "]";
}

}  // namespace

text_lines owned_view(const owned_answer& a, const ownership_screener& by, const terminal& out) {
  text_lines to;
  to.emplace_back();
  std::string head = "By ownership: ";
  const bool evaluated = std::any_of(by.regimes().begin(), by.regimes().end(),
                                     [](const ownership_answer& r) { return r.in_force; });
  if (!evaluated) {
    head += "nothing was evaluated.";
  } else if (a.hits.empty()) {
    head += "no possible match.";
  } else {
    head += counted(a.hits.size(), "possible match.", "possible matches, by party and regime.");
  }
  to.push_back(out.paint(a.hits.empty() ? ink::bold : ink::red, head));
  if (!a.hits.empty()) {
    to.emplace_back();
    table t({{"#", table::right},
             {"score", table::right},
             {"regime", table::left},
             {"party", table::flexible},
             {"verdict", table::left},
             {"reason", table::flexible}});
    for (const owned_hit& h : a.hits) {
      const owned_party& p = a.parties[h.party];
      t.add({{std::to_string(h.rank)},
             {p.score.to_string()},
             {h.regime},
             {p.name, ink::bold},
             {spaced(to_string(h.result.verdict)), colour_of(h.result.verdict)},
             {h.reason}});
    }
    append(to, t.lines(out));
    add_proofs(to, a, by, out);
  }
  to.emplace_back();
  std::string parties;
  for (const owned_party& p : a.parties) {
    const bool hit = std::any_of(a.hits.begin(), a.hits.end(),
                                 [&](const owned_hit& h) { return a.parties[h.party].party == p.party; });
    if (hit) continue;
    parties += (parties.empty() ? "" : "; ") + p.name + " (" + p.score.to_string() + ")" +
               (p.listed ? ", a possible match of a listed party itself" : "");
  }
  labelled(to, out, "also there", parties);
  for (const std::string& note : a.notes) labelled(to, out, &note == &a.notes.front() ? "owners" : "", note);
  labelled(to, out, "looked in", graph_words(by));
  labelled(to, out, "regimes", regime_words(by));
  labelled(to, out, "not checked", joined(by.not_checked()), ink::dim);
  return to;
}

std::string owned_rows(const std::string& query_id, const owned_answer& a, const ownership_screener& by,
                       row_format format) {
  std::string out;
  for (const owned_hit& h : a.hits) {
    const owned_party& p = a.parties[h.party];
    std::vector<std::string> lists;
    for (const ownership_label& l : h.result.labels) {
      if (!l.seed.list.empty() && std::find(lists.begin(), lists.end(), l.seed.list) == lists.end()) lists.push_back(l.seed.list);
    }
    std::vector<std::string> citations;
    for (const ownership_answer& r : by.regimes()) {
      for (const rule_basis& b : r.basis) {
        if (r.regime == h.regime) citations.emplace_back(b.citation);
      }
    }
    std::vector<std::string> notes{h.reason};
    for (const ownership_reason& b : h.result.because) notes.push_back(edge_words(by.graph(), b));
    for (const std::string& s : h.result.assumptions) notes.push_back(s);
    table_hit row;
    row.query_id = query_id;
    row.rank = h.rank;
    row.source_id = by.graph().id(h.result.entity);
    row.score = p.score.to_string();
    row.list = h.regime;
    row.matched_name = p.name;
    row.status = h.result.verdict == ownership_verdict::restricted ? "owned" : "may_be_owned";
    row.programmes = ascii::join(lists, "; ");
    row.citations = ascii::join(citations, "; ");
    row.party = p.name;
    row.notes = ascii::join(notes, "; ");
    out += hit_line(row, format);
  }
  return out;
}

}  // namespace tradewarden::cli
