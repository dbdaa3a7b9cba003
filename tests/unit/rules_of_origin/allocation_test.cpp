#include "tradewarden/allocation.hpp"

#include "catch.hpp"

namespace tradewarden {
namespace {

decimal number(const char* text) { return decimal::parse(text).value(); }

}  // namespace

// USMCA Uniform Regulations, Schedule 5, examples 1 and 2.
TEST_CASE("overhead by labour hours is shared out exactly", "[allocation]") {
  const auto a = allocate(number("6000000"), {number("5000"), number("3000")}).value();
  CHECK(a.amounts[0].to_string() == "3750000");
  CHECK(a.amounts[1].to_string() == "2250000");
  CHECK(a.missing.to_string() == "0");
  CHECK(a.beyond.to_string() == "0");
}

TEST_CASE("ratios are rounded only where that is declared", "[allocation]") {
  const std::vector<decimal> by{number("50000"), number("10000")};
  const auto exact = allocate(number("6000000"), by).value();
  CHECK(exact.amounts[0].to_string() == "5000000");
  CHECK(exact.amounts[1].to_string() == "1000000");
  const auto rounded = allocate(number("6000000"), by, 3).value();
  CHECK(rounded.ratios[0].to_string() == "0.833");
  CHECK(rounded.amounts[0].to_string() == "4998000");
  CHECK(rounded.amounts[1].to_string() == "1002000");
}

TEST_CASE("what rounded ratios miss, or pass the whole by, is told", "[allocation]") {
  const std::vector<decimal> thirds{number("1"), number("1"), number("1")};
  const auto less = allocate(number("1000"), thirds, 2).value();  // 3 x .33
  CHECK(less.missing.to_string() == "10");
  CHECK(less.beyond.to_string() == "0");
  const std::vector<decimal> sixths(6, number("1"));
  const auto more = allocate(number("1000"), sixths, 2).value();  // 6 x .17
  CHECK(more.beyond.to_string() == "20");
  CHECK(allocate(number("1"), thirds)->amounts[0].to_string() == "1/3");
}

TEST_CASE("an allocation by nothing is refused", "[allocation]") {
  CHECK(allocate(number("1"), {}).error().code == errc::usage);
  CHECK(allocate(number("1"), {number("0"), number("0")}).error().code == errc::bad_value);
  CHECK(allocate(number("1"), {number("1")}, 19).error().code == errc::limit_exceeded);
  CHECK(allocate(number("5"), {number("0"), number("2")})->amounts[0].to_string() == "0");
}

}  // namespace tradewarden
