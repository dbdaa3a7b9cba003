#include "tradewarden/ownership_report.hpp"

#include <algorithm>
#include <utility>

#include "audit/origin_parts.hpp"
#include "audit/ownership_parts.hpp"

namespace tradewarden {
namespace audit {
namespace {

json edge_json(const ownership_graph& g, const ownership_edge& e) {
  return {{"owner", g.id(e.owner)},
          {"owner_name", text_or_null(std::string(g.name(e.owner)))},
          {"owned", g.id(e.owned)},
          {"kind", to_string(e.kind)},
          {"share", e.share_text()},
          {"from", date_or_null(e.from)},
          {"until", date_or_null(e.until)},
          {"source", text_or_null(std::string(e.source))},
          {"line", e.line}};
}

json reason_json(const ownership_graph& g, const ownership_reason& r) {
  json out = edge_json(g, r.edge);
  out["owner_is"] = r.owner_listed ? "listed" : r.owner_restricted == truth::yes ? "restricted" : "depends";
  return out;
}

json label_json(const ownership_graph& g, const ownership_label& l) {
  return {{"party", g.id(l.seed.party)},
          {"party_name", text_or_null(std::string(g.name(l.seed.party)))},
          {"list", text_or_null(l.seed.list)},
          {"requirement", text_or_null(l.seed.requirement)},
          {"footnotes", text_or_null(l.seed.footnotes)},
          {"citation", text_or_null(l.seed.citation)}};
}

json citations(const ownership_answer& a) {
  return array_json(a.basis, [](const rule_basis& b) { return json(b.citation); });
}

json basis_json(const rule_basis& b) {
  return {{"id", b.rule},
          {"citation", b.citation},
          {"from", date_or_null(b.from)},
          {"until", date_or_null(b.until)},
          {"verified", b.verified},
          {"status", to_string(b.status)}};
}

}  // namespace

json ownership_files_json(const std::vector<ownership_file>& files) {
  return array_json(files, [](const ownership_file& f) {
    return json{{"file", f.file},         {"sha256", f.content.to_string()}, {"holds", f.holds}, {"rows", f.rows},
                {"used", f.used},         {"repeated", f.repeated},          {"rejected", f.rejected}};
  });
}

json regime_json(const ownership_answer& a) {
  return {{"regime", a.regime},
          {"date", a.date.to_string()},
          {"in_force", a.in_force},
          {"restricted", a.restricted},
          {"depends", a.depending},
          {"seeds", a.seeds},
          {"seeds_outside", a.seeds_outside},
          {"more_results", a.more_results},
          {"rules", array_json(a.basis, basis_json)},
          {"assumptions", a.assumptions}};
}

json ownership_result_json(const ownership_graph& g, const ownership_answer& a, const ownership_result& r) {
  json out;
  out["entity"] = g.id(r.entity);
  out["name"] = text_or_null(std::string(g.name(r.entity)));
  out["country"] = text_or_null(std::string(g.country(r.entity)));
  out["regime"] = a.regime;
  out["date"] = a.date.to_string();
  out["verdict"] = to_string(r.verdict);
  out["listed"] = r.listed;
  out["kind"] = to_string(r.kind);
  out["share"] = share_json(r.share);
  out["threshold"] = threshold_json(r.threshold);
  out["operator"] = operator_json(r.threshold);
  out["because"] = array_json(r.because, [&](const ownership_reason& b) { return reason_json(g, b); });
  out["more_because"] = r.more_because;
  out["labels"] = array_json(r.labels, [&](const ownership_label& l) { return label_json(g, l); });
  out["deciding_unknowns"] = array_json(r.deciding_unknowns, [&](const ownership_edge& e) { return edge_json(g, e); });
  out["deciding_unknowns_reduced"] = r.unknowns_reduced;
  out["citations"] = citations(a);
  json assumptions = array_json(a.assumptions, [](const std::string& s) { return json(s); });
  for (const std::string& s : r.assumptions) assumptions.push_back(s);
  out["assumptions"] = std::move(assumptions);
  return out;
}

}  // namespace audit

std::string to_json(const ownership_report& report) {
  using namespace audit;
  const ownership_graph& graph = report.graph;
  json out;
  out["rules_content"] = report.rules.content().to_string();
  out["files"] = ownership_files_json(graph.files());
  out["entities"] = graph.entity_count();
  out["edges"] = graph.edge_count();
  out["regimes"] = array_json(report.answers, regime_json);
  if (!report.changes.empty()) {
    out["changes"] = array_json(report.changes, [](const ownership_change& c) {
      return json{{"owner", c.owner}, {"owned", c.owned}, {"kind", to_string(c.kind)}, {"share", c.share}};
    });
    json moved = json::array();
    for (std::size_t i = 0; i < report.moved.size(); ++i) {
      for (const ownership_move& m : report.moved[i]) {
        moved.push_back({{"entity", graph.id(m.entity)},
                         {"name", text_or_null(std::string(graph.name(m.entity)))},
                         {"regime", report.answers[i].regime},
                         {"before", to_string(m.before)},
                         {"after", to_string(m.after)}});
      }
    }
    out["moved"] = std::move(moved);
  }
  json results = json::array();
  std::vector<std::string> open;
  for (const ownership_answer& a : report.answers) {
    for (const ownership_result& r : a.results) results.push_back(ownership_result_json(graph, a, r));
    for (const std::string& s : a.not_evaluated) {
      if (std::find(open.begin(), open.end(), s) == open.end()) open.push_back(s);
    }
  }
  out["results"] = std::move(results);
  out["not_evaluated"] = std::move(open);
  out["disclaimer"] = "Not legal advice, and never a clearance: an answer holds for the edges, seeds and rules given and the date.";
  return sealed(std::move(out));
}

}  // namespace tradewarden
