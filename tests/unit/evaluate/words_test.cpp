#include "evaluate/words.hpp"

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::evaluating;

TEST_CASE("rates in three places", "[evaluate]") {
  CHECK(three_places({0, 0}) == "-");
  CHECK(three_places({0, 7}) == "0.000");
  CHECK(three_places({7, 7}) == "1.000");
  CHECK(three_places({1, 2000}) == "0.001");  // half a unit goes up
  CHECK(three_places({1, 2001}) == "0.000");
  CHECK(three_places({UINT64_MAX / 2, UINT64_MAX}) == "0.500");
  CHECK(percent_of(1) == "0.1 %");
  CHECK(percent_of(50) == "5 %");
}

TEST_CASE("what a figure rests on is said", "[evaluate]") {
  evaluation e;
  REQUIRE(notes_of(e).size() == 1);
  CHECK(notes_of(e)[0].find("no natural negative") != std::string::npos);
  e.natural.declared = {0, 1000};
  for (std::size_t r = 0; r < 3; ++r) e.rates[r].rate = k_false_positive_rates[r];
  REQUIRE(notes_of(e).size() == 1);  // ten negatives at 1 % are enough, one at 0.1 % is not
  CHECK(notes_of(e)[0].find("0.1 % rests on 1 negative:") != std::string::npos);
  e.rates[2].at_floor = true;
  e.unreachable = 2;
  CHECK(notes_of(e).size() == 3);
}
