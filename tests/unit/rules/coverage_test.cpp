#include "rules/coverage.hpp"

#include "catch.hpp"

namespace tradewarden::rules {
namespace {
truth covers(const char* text, const char* paragraph) {
  return coverage::parse(text).value().covers(paragraph);
}
}  // namespace

TEST_CASE("the longest match decides", "[rules]") {
  CHECK(covers("*", "b.2") == truth::yes);
  CHECK(covers("*", "") == truth::yes);
  CHECK(covers("", "b") == truth::no);
  CHECK(covers("* !y", "y") == truth::no);
  CHECK(covers("* !y", "y.99") == truth::no);
  CHECK(covers("* !y", "x") == truth::yes);
  CHECK(covers("b", "b.2.a") == truth::yes);
  CHECK(covers("b.2", "b.20") == truth::no);
  CHECK(covers("~b.2", "b.2") == truth::unknown);
  CHECK(covers("* ~a.5.a", "a.5.b") == truth::yes);
  CHECK(covers("* ~a.5.a", "a.5.a.1") == truth::unknown);
}

TEST_CASE("a coarser item may be what the row means", "[rules]") {
  CHECK(covers("* !y", "") == truth::unknown);
  CHECK(covers("b.2", "") == truth::unknown);
  CHECK(covers("b.2", "b") == truth::unknown);
  CHECK(covers("b.2", "c") == truth::no);
  CHECK(covers("b b.2", "b") == truth::yes);
}

TEST_CASE("ranges", "[rules]") {
  CHECK(covers("a.2-a.14", "a.2") == truth::yes);
  CHECK(covers("a.2-a.14", "a.14.c") == truth::yes);
  CHECK(covers("a.2-a.14", "a.9") == truth::yes);
  CHECK(covers("a.2-a.14", "a.1") == truth::no);
  CHECK(covers("a.2-a.14", "a.15") == truth::no);
  CHECK(covers("a.2-a.14", "a") == truth::unknown);
  CHECK(covers("a.2-a.14", "b.3") == truth::no);
  CHECK(covers("k-n", "l.1") == truth::yes);
  CHECK(covers("k-n", "o") == truth::no);
  CHECK(covers("a.2-a.14 ~a.5.a", "a.5.a") == truth::unknown);
  CHECK(covers("a.1-a.5 !a.3", "a.3") == truth::no);
}

TEST_CASE("what is no coverage is refused", "[rules]") {
  for (const char* bad : {"b.", ".b", "2", "B", "~", "!", "a-", "a.2-b.4", "a.9-a.2", "a.2-a.b",
                          "a a", "* *", "~b !b", "a,b", "a..b", "a.12345"}) {
    INFO(bad);
    CHECK_FALSE(coverage::parse(bad));
  }
  CHECK_FALSE(coverage::parse(std::string(5000, 'a')));
}

}  // namespace tradewarden::rules
