#include "cli/index_command.hpp"

#include <sstream>

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;
using Catch::Matchers::Contains;

namespace {

index_info two_publications() {
  index_info info;
  info.publications.resize(2);
  indexed_publication& a = info.publications[0];
  a.name = "OFAC SDN list";
  a.format = "ofac-csv";
  a.path = "ofac";
  a.date = day::parse("2025-12-24").value();
  a.counts = {18494, 18494, 18490, 38000, 700, 20107, 24244, 3, 1};
  indexed_publication& b = info.publications[1];
  b.name = "Denied Persons List";
  b.format = "bis-dpl";
  b.path = "dpl.txt";
  b.counts = {581, 560, 560, 560, 0, 0, 581, 21, 0};
  info.parties = 19000;
  info.names = 38500;
  info.duplicates = 50;
  return info;
}

diagnostic of(diagnostic::level level, std::uint64_t line) {
  diagnostic d;
  d.severity = level;
  d.file = "x.csv";
  d.line = line;
  d.message = "m";
  return d;
}

}  // namespace

TEST_CASE("index table: counts beside each other, summed and checked", "[index-command]") {
  terminal out;
  const std::string text = reconciliation_view(two_publications(), out);
  CHECK_THAT(text, Contains("[1] OFAC SDN list, 2025-12-24 (ofac-csv, ofac)"));
  CHECK_THAT(text, Contains("[2] Denied Persons List, date unknown (bis-dpl, dpl.txt)"));
  CHECK_THAT(text, Contains("rows               18,494  581  19,075"));
  CHECK_THAT(text, Contains("19,050 entries, 50 duplicates merged: 19,000 parties, 38,500 names."));
  CHECK(text.find("add up") == std::string::npos);
}

TEST_CASE("index table: what does not add up is said", "[index-command]") {
  index_info info = two_publications();
  info.publications[1].counts.joined = 20;
  info.duplicates = 51;
  const std::string text = reconciliation_view(info, terminal{});
  CHECK_THAT(text, Contains("Rows do not add up in [2]."));
  CHECK_THAT(text, Contains("Entries and parties do not add up."));
}

TEST_CASE("index table: many publications are broken into blocks that fit", "[index-command]") {
  index_info info;
  info.publications.resize(9);
  terminal out;
  out.width = 60;
  std::istringstream in(reconciliation_view(info, out));
  std::size_t blocks = 0;
  for (std::string line; std::getline(in, line);) {
    CHECK(display_width(line) <= 60);
    if (line.rfind("rows ", 0) == 0) ++blocks;
  }
  CHECK(blocks > 1);
}

TEST_CASE("diagnostics: rejected records first, then a count of what was left out",
          "[index-command]") {
  std::vector<publication> all(2);
  all[0].diagnostics = {of(diagnostic::level::warning, 1), of(diagnostic::level::rejected, 2)};
  all[1].diagnostics = {of(diagnostic::level::rejected, 3), of(diagnostic::level::warning, 4)};
  const auto few = diagnostic_lines(all, 1);
  REQUIRE(few.size() == 2);
  CHECK_THAT(few[0], Contains("rejected: ") && Contains("x.csv:2"));
  CHECK(few[1] == "... and 3 more, 1 of them rejected (--all-diagnostics)");
  const auto everything = diagnostic_lines(all, 100);
  REQUIRE(everything.size() == 4);
  CHECK_THAT(everything[2], Contains("warning: ") && Contains("x.csv:1"));
}
