#include "tradewarden/decimal.hpp"

#include "catch.hpp"

namespace tradewarden {

TEST_CASE("decimals are exact, short and refuse what is no decimal", "[origin]") {
  const auto text = [](std::string_view s) { return decimal::parse(s).value().to_string(); };
  CHECK(text("12.50") == "12.5");
  CHECK(text("0.001") == "0.001");
  CHECK(text("1200.00") == "1200");
  CHECK(text("000") == "0");
  CHECK(text("0.0") == "0");
  CHECK(text("999999999999999999") == "999999999999999999");
  CHECK(text("0.000000000000000001") == "0.000000000000000001");
  CHECK(text("1.00000000000000000000000") == "1");
  for (const char* bad : {"", ".", ".5", "5.", "-1", "+1", "1e3", "1,5", "1 000", "0x10", "1.2.3"}) {
    INFO(bad);
    CHECK(decimal::parse(bad).error().code == errc::bad_value);
  }
  CHECK(decimal::parse("1000000000000000000").error().code == errc::limit_exceeded);
  CHECK(decimal::parse("0.0000000000000000001").error().code == errc::limit_exceeded);
  CHECK(decimal::parse("1.000000000000000001").error().code == errc::limit_exceeded);
  CHECK(decimal::from_units(5, 1) < decimal::from_units(1));
  CHECK(decimal::from_units(10, 1) == decimal::from_units(1));
}

}  // namespace tradewarden
