#include "support/nearest.hpp"

#include "catch.hpp"

using tradewarden::support::nearest_names;

TEST_CASE("nearest names: a letter away, in another case, or part of it", "[support]") {
  nearest_names near("phone-a");
  for (const char* id : {"PHONE-A1", "PHONE-B2", "BOARD-A", "SOC-US"}) near.offer(id);
  CHECK(near.words() == "; is PHONE-A1 or PHONE-B2 meant?");
  nearest_names part("semi");
  part.offer("Acme Semi");
  part.offer("Taiwan Chips");
  CHECK(part.words() == "; is Acme Semi meant?");
}

TEST_CASE("nearest names: at most three, and none if all are far", "[support]") {
  nearest_names near("AB1");
  for (const char* id : {"AB2", "AB3", "AB4", "AB5"}) near.offer(id);
  CHECK(near.words() == "; is AB2, AB3 or AB4 meant?");
  nearest_names far("PHONE");
  far.offer("X");
  far.offer("");
  CHECK(far.words().empty());
}
