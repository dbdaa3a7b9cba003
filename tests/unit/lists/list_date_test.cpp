#include "lists/list_date.hpp"

#include "catch.hpp"

using tradewarden::lists::list_interval;
using tradewarden::lists::read_list_date;
using tradewarden::lists::read_list_interval;

TEST_CASE("list_date: dates of list files in their notations", "[list_date]") {
  CHECK(read_list_date("2018-04-15").value->to_string() == "2018-04-15");
  CHECK(read_list_date("04/15/2018").value->to_string() == "2018-04-15");
  CHECK(read_list_date(" 4/5/2018 ").value->to_string() == "2018-04-05");
  CHECK(read_list_date("2018-04-15T00:00:00").value->to_string() == "2018-04-15");
  CHECK(read_list_date("2018-04-15").complaint.empty());
  CHECK(read_list_date("04/15/2018").complaint.empty());
}

TEST_CASE("list_date: an absent date is no complaint", "[list_date]") {
  for (const char* empty : {"", " ", "-0-", "-0- "}) {
    CHECK_FALSE(read_list_date(empty).found());
    CHECK(read_list_date(empty).complaint.empty());
  }
}

TEST_CASE("list_date: a spreadsheet's day numbers are read with a warning", "[list_date]") {
  // 43101 is 2018-01-01 in the 1900 system; 104 days on is 15 April 2018.
  CHECK(read_list_date("43101").value->to_string() == "2018-01-01");
  CHECK(read_list_date("43205").value->to_string() == "2018-04-15");
  CHECK_FALSE(read_list_date("43205").complaint.empty());
  // 1, 60 and 2958465 are day numbers too, but no dates of a list.
  for (const char* no : {"1", "60", "9999", "80001", "2958465"}) {
    CAPTURE(no);
    CHECK_FALSE(read_list_date(no).found());
  }
}

TEST_CASE("list_date: what is no date is complained about", "[list_date]") {
  for (const char* bad : {"13/01/2018", "02/30/2018", "2018-02-30", "15.04.2018", "soon", "4/15/18",
                          "2018", "4//15/2018", "2018-04-15x"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_list_date(bad).found());
    CHECK_FALSE(read_list_date(bad).complaint.empty());
  }
}

TEST_CASE("list_date: a year out of all reason survives with a warning", "[list_date]") {
  for (const char* odd : {"3017-08-22", "0210-06-21", "08/22/3017"}) {
    CAPTURE(odd);
    CHECK(read_list_date(odd).found());
    CHECK_FALSE(read_list_date(odd).plausible);
    CHECK_FALSE(read_list_date(odd).complaint.empty());
  }
  CHECK(read_list_date("2056-06-29").plausible);
}

TEST_CASE("list_date: a last day is inclusive: the measure is over on the day after", "[list_date]") {
  // "to 13 Mar 2025" means that the denial is over on 14 March.
  const list_interval zte = read_list_interval("04/15/2018", "03/13/2025");
  CHECK(zte.from->to_string() == "2018-04-15");
  CHECK(zte.until->to_string() == "2025-03-14");
  CHECK(read_list_interval("2018-04-15", "2018-04-15").until->to_string() == "2018-04-16");
  CHECK_FALSE(read_list_interval("2018-04-15", "").until.has_value());
  CHECK_FALSE(read_list_interval("2018-04-15", "9999-12-31").until.has_value());
}

TEST_CASE("list_date: an impossible date never lets a party off", "[list_date]") {
  const list_interval future = read_list_interval("3018-04-15", "");
  CHECK_FALSE(future.from.has_value());
  CHECK_FALSE(future.from_complaint.empty());
  // The year 26 is over, the year 2922 is not: neither says when the measure ends.
  for (const char* odd : {"0026-02-01", "02/01/0026", "1899-12-31", "2922-02-01", "9999-12-31"}) {
    CAPTURE(odd);
    for (const char* first : {"2018-04-15", ""}) {
      const list_interval ended = read_list_interval(first, odd);
      CHECK_FALSE(ended.until.has_value());
      CHECK(ended.last_complaint.find("taken as without end") != std::string::npos);
    }
  }
  CHECK(read_list_interval("", "2200-12-31").until->to_string() == "2201-01-01");
  const list_interval reversed = read_list_interval("2018-04-15", "2008-04-15");
  CHECK_FALSE(reversed.until.has_value());
  CHECK_FALSE(reversed.last_complaint.empty());
}
