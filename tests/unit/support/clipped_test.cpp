#include "support/clipped.hpp"

#include "catch.hpp"

using tradewarden::support::clipped;

TEST_CASE("a text is cut between characters, and says how long it is", "[support]") {
  CHECK(clipped("", 3) == "");
  CHECK(clipped("abc", 3) == "abc");
  CHECK(clipped("abcdefgh", 3) == "abc... (8 bytes)");
  CHECK(clipped("a\xC3\xA9z", 2) == "a... (4 bytes)");
}
