#include "cli/table.hpp"

#include "catch.hpp"

using namespace tradewarden::cli;
using lines = std::vector<std::string>;

namespace {

terminal wide(std::size_t width) {
  terminal out;
  out.width = width;
  return out;
}

table sample() {
  table t({{"#", table::right},
           {"name", table::flexible},
           {"status", table::flexible},
           {"programme", table::optional}});
  t.add({{"1"}, {"ZTE Kangxun Telecommunications Ltd."}, {"denied since 2018-04-15"}, {"EAR"}});
  t.add({{"10"}, {"B"}, {""}, {"SDGT"}});
  return t;
}

}  // namespace

TEST_CASE("table: columns aligned, no blanks at the end", "[table]") {
  CHECK(sample().lines(wide(100)) ==
        lines{" #  name                                 status                   programme",
              " 1  ZTE Kangxun Telecommunications Ltd.  denied since 2018-04-15  EAR",
              "10  B                                                             SDGT"});
}

TEST_CASE("table: no line is wider than the terminal", "[table]") {
  for (std::size_t width = 24; width < 120; ++width) {
    for (const std::string& line : sample().lines(wide(width))) {
      INFO(width);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("table: the optional column goes before the others become unreadable", "[table]") {
  const lines narrow = sample().lines(wide(45));
  CHECK(narrow[0].find("programme") == std::string::npos);
  CHECK(narrow[0].find("status") != std::string::npos);
  CHECK(narrow[1].find("ZTE Kangxun") != std::string::npos);
  REQUIRE(narrow.size() > 3);
  CHECK(narrow[3].rfind("(no room for: programme;", 0) == 0);
  const lines narrower = sample().lines(wide(60));
  CHECK(narrower[0].find("programme") != std::string::npos);
}

TEST_CASE("table: an optional column without text is left out", "[table]") {
  table t({{"a", table::left}, {"b", table::flexible}, {"c", table::optional}});
  t.add({{"x"}, {""}, {""}});
  CHECK(t.lines(wide(80)) == lines{"a  b", "x"});
  t.add({{"y"}, {""}, {"z"}});
  CHECK(t.lines(wide(80))[0] == "a  b  c");
}

TEST_CASE("table: colour does not disturb the alignment", "[table]") {
  table t({{"a", table::left}, {"b", table::left}});
  t.add({{"x", ink::red}, {"y"}});
  terminal out = wide(80);
  out.colour = true;
  CHECK(t.lines(out)[1] == "\x1b[1;31mx\x1b[0m  y");
}

TEST_CASE("table: what a cell holds cannot command the terminal", "[table]") {
  table t({{"a", table::left}});
  t.add({{"x\x1b[2J"}});
  CHECK(t.lines(wide(80))[1] == "x<U+001B>[2J");
}

TEST_CASE("table: a figure is shown whole or not at all", "[table]") {
  table t({{"a", table::flexible}, {"needs", table::optional}, {"amount", table::whole}});
  t.add({{"product"}, {""}, {"1234567.89..2345678.90 of 3456789.01 USD"}});
  for (std::size_t width = 24; width < 80; ++width) {
    const lines all = t.lines(wide(width));
    const bool there = all[1].find("1234567.89") != std::string::npos;
    INFO(width);
    CHECK(there == (all[1].find("..2345678.90 of 3456789.01 USD") != std::string::npos));
    CHECK(there == (all.size() == 2));
    CHECK(all[1].find('~') == std::string::npos);
  }
}
