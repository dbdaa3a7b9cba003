#include "catch.hpp"
#include "tradewarden/day.hpp"

using tradewarden::day;

TEST_CASE("a day is read and written as ISO 8601", "[day]") {
  CHECK(day::parse("1970-01-01").value().days() == 0);
  CHECK(day::parse("2018-04-15").value().to_string() == "2018-04-15");
  CHECK(day::parse("3017-08-22").value().year() == 3017);
  CHECK(day::parse("2016-02-29").has_value());
}

TEST_CASE("what is no day is refused", "[day]") {
  for (const char* bad : {"", "2018-4-15", "2018-02-30", "2017-02-29", "0000-01-01", "2018-13-01",
                          "2018-04-15 ", "20180415", "2018/04/15", "-018-04-15"}) {
    CAPTURE(bad);
    CHECK_FALSE(day::parse(bad).has_value());
  }
}

TEST_CASE("days are counted and compared", "[day]") {
  const day a = day::from_ymd(2018, 12, 31).value();
  CHECK(a.plus(1).to_string() == "2019-01-01");
  CHECK(a < a.plus(1));
  CHECK(a.plus(1).days() - a.days() == 1);
}
