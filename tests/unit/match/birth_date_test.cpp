#include "match/birth_date.hpp"

#include <string>

#include "catch.hpp"

namespace tradewarden::matching {
namespace {

std::string verdict(const char* asked, const char* listed) {
  const birth_verdict v = compare_birth_dates(partial_date::parse(asked).value(), partial_date::parse(listed).value());
  return std::string(to_string(v.state)) + (v.how.empty() ? "" : " ") + std::string(v.how);
}

}  // namespace

TEST_CASE("dates of birth agree as far as the vaguer of them says", "[evidence]") {
  CHECK(verdict("1954-10-07", "07 Oct 1954") == "confirms day");
  CHECK(verdict("1954-10", "07 Oct 1954") == "confirms month");
  CHECK(verdict("1954", "07 Oct 1954") == "confirms year");
  CHECK(verdict("1954-10-07", "circa 1954") == "confirms about");
  CHECK(verdict("1955-10-07", "circa 1954") == "partial about");
  CHECK(verdict("1956-10-07", "circa 1954") == "contradicts");
  CHECK(verdict("1955-10-07", "1954 to 1956") == "partial span");
  CHECK(verdict("1957-10-07", "1954 to 1956") == "contradicts");
}

TEST_CASE("day and month swapped, and the first of January, agree in part", "[evidence]") {
  CHECK(verdict("1954-07-10", "1954-10-07") == "partial day_and_month_swapped");
  CHECK(verdict("1955-07-10", "1954-10-07") == "contradicts");
  CHECK(verdict("1954-01-01", "1954-10-07") == "partial first_of_january");
  CHECK(verdict("1954-10-07", "1954-01-01") == "partial first_of_january");
  CHECK(verdict("1955-01-01", "1954-10-07") == "contradicts");
}

}  // namespace tradewarden::matching
