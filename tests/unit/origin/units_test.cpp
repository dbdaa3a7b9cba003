#include "origin/units.hpp"

#include "catch.hpp"

namespace tradewarden::detail {

TEST_CASE("known units convert inside their kind, exactly", "[origin]") {
  const auto in = [](const char* quantity, const char* from, const char* to) {
    const result<decimal> r = convert(decimal::parse(quantity).value(), from, to);
    return r ? r->to_string() : std::string(to_string(r.error().code));
  };
  CHECK(in("1.5", "kg", "g") == "1500");
  CHECK(in("250", "mm", "m") == "0.25");
  CHECK(in("2", "dozen", "each") == "24");
  CHECK(in("1", "lb", "g") == "453.59237");  // the international pound
  CHECK(in("1", "in", "mm") == "25.4");
  CHECK(in("1", "h", "s") == "3600");
  CHECK(in("7", "reel", "reel") == "7");  // a kind of its own
  CHECK(in("1", "kg", "m") == "conflict");
  CHECK(in("1", "reel", "each") == "conflict");
  CHECK(in("1", "m", "in") == "limit_exceeded");  // 39.37007874...: no decimal fraction
}

TEST_CASE("units are found by other names and in any case", "[origin]") {
  REQUIRE(find_unit("PCS"));
  CHECK(find_unit("PCS")->name == "each");
  CHECK(find_unit("Kilograms")->name == "kg");
  CHECK(find_unit("reel") == nullptr);
}

}  // namespace tradewarden::detail
