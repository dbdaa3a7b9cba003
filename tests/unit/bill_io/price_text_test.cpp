#include "bill_io/price_text.hpp"

#include "catch.hpp"

using tradewarden::bill_io::read_price;
using tradewarden::bill_io::read_price_range;
using tradewarden::bill_io::unit_price;

namespace {

std::string price(std::string_view text) {
  const auto p = read_price(text);
  return p ? p->number + (p->currency.empty() ? "" : " " + p->currency) : "error";
}

}  // namespace

TEST_CASE("prices are read as people write them", "[bill_io]") {
  CHECK(price("0.5") == "0.5");
  CHECK(price(" $1,250.00 ") == "1250.00 USD");
  CHECK(price("\xE2\x82\xAC 0,35") == "0.35 EUR");
  CHECK(price("1.250,75 EUR") == "1250.75 EUR");
  CHECK(price("usd 12") == "12 USD");
  CHECK(price("0,123") == "0.123");
  CHECK(price("1,234,567") == "1234567");
  CHECK(price("12,5") == "12.5");
  CHECK(price("") == "");
  CHECK(price("?") == "");
}

TEST_CASE("what may be read in two ways is an error, never a guess", "[bill_io]") {
  CHECK(price("1,234") == "error");
  CHECK(price("$12,345") == "error");
}

TEST_CASE("what is no price is an error", "[bill_io]") {
  for (const char* text : {"-1", "1e3", "n/a", "1.2.3", "12,34,56", "call", "1,25.00", "$"}) {
    CHECK(price(text) == "error");
  }
}

TEST_CASE("a total over a quantity is exact, or the range that holds it", "[bill_io]") {
  CHECK(unit_price("3", "4") == "0.75");
  CHECK(unit_price("0.10", "100") == "0.001");
  CHECK(unit_price("1", "3") == "0.333333333..0.333333334");
  CHECK(unit_price("1", "0") == "");
  CHECK(unit_price("x", "2") == "");
}

TEST_CASE("prices: a range has two prices of one currency", "[bill_io]") {
  const auto range = read_price_range("$1,000.50..1.200,75");
  REQUIRE(range);
  CHECK(range->number == "1000.50..1200.75");
  CHECK(range->currency == "USD");
  CHECK(read_price_range("12,50")->number == "12.50");
  CHECK_FALSE(read_price_range("1..").has_value());
  CHECK_FALSE(read_price_range("1 USD..2 EUR").has_value());
  CHECK_FALSE(read_price_range("1,234..2").has_value());
}
