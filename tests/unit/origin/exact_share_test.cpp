#include "tradewarden/exact_share.hpp"

#include "catch.hpp"

namespace tradewarden {

TEST_CASE("a displayed share is on the same side of its threshold as the exact one", "[origin]") {
  const share_threshold quarter{25, 100, threshold_operator::more_than};
  const share_threshold tenth{10, 100, threshold_operator::at_least};
  const auto of = [](std::int64_t n, std::int64_t d) { return exact_fraction::of(n, d); };
  CHECK(display_share(of(250001, 1000000), quarter) == "0.2501");
  CHECK(display_share(of(1, 4), quarter) == "0.2500");
  CHECK(display_share(of(249999, 1000000), quarter) == "0.2500");  // not above: neither is 0.2500
  CHECK(display_share(of(99999, 1000000), tenth) == "0.0999");     // 0.1000 would trigger
  CHECK(display_share(of(1, 10), tenth) == "0.1000");
  CHECK(display_share(of(2, 3)) == "0.6667");
  CHECK(display_share(of(3, 2)) == "1.5000");
  CHECK(display_share(of(0, 1), quarter) == "0.0000");
}

TEST_CASE("exact fractions are in lowest terms and print as decimals where they end", "[origin]") {
  CHECK(exact_fraction::of(250, 1000).num() == "1");
  CHECK(exact_fraction::of(250, 1000).den() == "4");
  CHECK(exact_fraction::of(25, 2).to_string() == "12.5");
  CHECK(exact_fraction::of(1, 3).to_string() == "1/3");
  CHECK(exact_fraction::of(1, 8).to_decimal(2) == "0.13");
  CHECK(exact_fraction::parse("007", "0010").value().to_string() == "0.7");
  CHECK(exact_fraction::parse("1", "0").error().code == errc::bad_value);
  CHECK(exact_fraction::parse("-1", "2").error().code == errc::bad_value);
  CHECK(subtract(exact_fraction::of(1, 4), exact_fraction::of(1, 2)) == exact_fraction());
  CHECK(add(exact_fraction::of(1, 4), exact_fraction::of(1, 4)) == exact_fraction::of(1, 2));
  CHECK(!divide(exact_fraction::of(1, 4), exact_fraction()));
  const auto huge = exact_fraction::parse("340282366920938463463374607431768211457", "3").value();
  CHECK(multiply(huge, exact_fraction::of(3)).to_string() ==
        "340282366920938463463374607431768211457");
}

}  // namespace tradewarden
