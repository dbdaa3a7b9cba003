#include "tradewarden/score.hpp"

#include "catch.hpp"

namespace tradewarden {

TEST_CASE("scores are read and printed as decimals", "[score]") {
  CHECK(score::parse("0.8").value().units() == 8'000);
  CHECK(score::parse(".75").value().units() == 7'500);
  CHECK(score::parse("1").value().units() == 10'000);
  CHECK(score::parse("1.0000").value().units() == 10'000);
  CHECK(score::parse("0.0001").value().units() == 1);
  CHECK(score::from_units(9'732).to_string() == "0.9732");
  CHECK(score::from_units(10'000).to_string() == "1.0000");
}

TEST_CASE("what is no score is refused", "[score]") {
  for (const char* bad : {"", ".", "1.1", "2", "-0.5", "0.80001", "80", "0,8", "abc", " 0.8", "1.0001"}) {
    CAPTURE(bad);
    CHECK_FALSE(score::parse(bad).has_value());
  }
}

}  // namespace tradewarden
