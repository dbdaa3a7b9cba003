#include "cli/labelled.hpp"

#include "catch.hpp"

using namespace tradewarden::cli;

TEST_CASE("a label stands before the first line only", "[cli]") {
  terminal out;
  out.width = 40;
  text_lines to;
  labelled(to, out, "why", "one two three four five six seven");
  REQUIRE(to.size() == 2);
  CHECK(to[0] == "  why         one two three four five");
  CHECK(to[1] == "              six seven");
  labelled(to, out, "none", "");
  CHECK(to.size() == 2);
}

TEST_CASE("sentences are joined without their full stops", "[cli]") {
  CHECK(joined({"one.", "", "two"}) == "one; two");
  CHECK(spaced("does_not_trigger") == "does not trigger");
}
