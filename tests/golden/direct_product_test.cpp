// Cases of direct_product/cases.tsv: one rule of 15 CFR 734.9, the facts of one product, and which
// prongs are met.
#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/ascii.hpp"
#include "tradewarden/bill_builder.hpp"
#include "tradewarden/origin.hpp"

namespace tradewarden::tests {
namespace {

using row = std::map<std::string, std::string, std::less<>>;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) out.push_back(cell == "-" ? "" : cell);
  return out;
}

std::vector<row> read_cases() {
  std::ifstream in(std::string(TRADEWARDEN_SOURCE_DIR) + "/tests/golden/direct_product/cases.tsv");
  std::vector<row> out;
  std::vector<std::string> names;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> cells = cells_of(line);
    if (names.empty()) {
      names = cells;
      continue;
    }
    if (cells.size() != names.size()) FAIL("a row with " << cells.size() << " cells: " << line);
    row r;
    for (std::size_t i = 0; i < names.size(); ++i) r[names[i]] = cells[i];
    out.push_back(std::move(r));
  }
  return out;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  if (text == "none") return out;
  for (const std::string_view w : ascii::split(text, " ")) out.emplace_back(w);
  return out;
}

bill bill_of(const row& c) {
  bill_builder b;
  part_row p;
  p.part_id = "P";
  p.kind = "made";
  p.made_in = c.at("from");
  p.eccn = c.at("eccn");
  p.hs = c.at("hs");
  p.fmv = "100";
  p.currency = "USD";
  b.add_part(p, {0, 1});
  if (!(c.at("technology") + c.at("plant") + c.at("ic")).empty()) {
    b.add_production({"P", c.at("technology"), c.at("plant"), c.at("ic")}, {0, 2});
  }
  result<bill> made = b.build();
  if (!made) FAIL(made.error().to_string());
  return *made;
}

}  // namespace

TEST_CASE("golden cases of the foreign direct product rules", "[direct-product]") {
  const std::vector<row> cases = read_cases();
  REQUIRE(cases.size() >= 200);
  for (const row& c : cases) {
    std::string told;
    for (const auto& [name, cell] : c) told += name + "=" + cell + " ";
    INFO(told);
    origin_options o;
    o.destinations = {c.at("to")};
    o.date = day::parse(c.at("on")).value();
    o.regimes = {regime::us_ear};
    if (!c.at("footnotes").empty()) o.end_user.footnotes = words_of(c.at("footnotes"));
    if (!c.at("end_use").empty()) o.end_user.end_uses = words_of(c.at("end_use"));
    o.end_user.headquarters = c.at("headquarters");
    for (const std::string& f : words_of(c.at("facts"))) {
      const std::size_t at = f.find('=');
      o.facts.push_back({f.substr(0, at), as_truth(f.substr(at + 1) == "yes")});
    }
    const auto report = origin(bill_of(c)).evaluate(o);
    if (!report) FAIL(report.error().to_string());
    const origin_result& r = report->results.at(0);
    const std::string id = "us-ear-734.9-" + c.at("rule");
    std::string found = "not_evaluated";
    std::string product, reach;
    std::string why;
    for (const test_result& t : r.tests) {
      if (t.id != id) continue;
      found = to_string(t.verdict);
      why = t.why;
      for (const test_prong& p : t.prongs) {
        (p.id == "product" ? product : reach) = to_string(p.met);
        why += "; " + p.id + ": " + p.why;
      }
      // A rule that depends says what would decide it.
      CHECK((t.verdict == verdict::depends) == !t.questions.empty());
      CHECK_FALSE(t.rules.empty());
    }
    INFO(why);
    CHECK(found == c.at("verdict"));
    CHECK(product == c.at("product"));
    CHECK(reach == c.at("reach"));
    const std::string paragraph = "(" + c.at("rule").substr(0, 1) + ")" +
                                  (c.at("rule").size() > 1 ? "(" + c.at("rule").substr(2) + ")" : "");
    const bool named = std::any_of(
        r.not_evaluated.begin(), r.not_evaluated.end(), [&](const std::string& n) {
          return n.starts_with("foreign direct product") && n.find(" " + paragraph) != std::string::npos;
        });
    CHECK(named == (c.at("verdict") == "not_evaluated"));
    // A test that triggers makes the regime trigger; one that depends keeps it from passing.
    if (found == "triggers") CHECK(r.verdict == verdict::triggers);
    if (found == "depends") CHECK(r.verdict >= verdict::depends);
  }
}

}  // namespace tradewarden::tests
