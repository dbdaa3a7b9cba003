#include "store/utc_now.hpp"

#include "catch.hpp"
#include "tradewarden/day.hpp"

TEST_CASE("utc now: a date of today, 'T', a time, 'Z'", "[store]") {
  const tradewarden::day before = tradewarden::day::today_utc();
  const std::string now = tradewarden::store::utc_now();
  REQUIRE(now.size() == 20);
  CHECK(now[10] == 'T');
  CHECK(now[19] == 'Z');
  const auto on = tradewarden::day::parse(now.substr(0, 10));
  REQUIRE(on);
  CHECK((*on == before || *on == tradewarden::day::today_utc()));
}
