#include "origin/judge.hpp"

#include "catch.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden::detail {
namespace {

share_bound between(std::int64_t low, std::int64_t high, std::int64_t of) {
  share_bound b;
  b.low = ratio(low, of);
  b.high = ratio(high, of);
  return b;
}

}  // namespace

TEST_CASE("a share at the threshold is on the side that the operator says", "[origin]") {
  const share_threshold more{25, 100, threshold_operator::more_than};
  const share_threshold least{10, 100, threshold_operator::at_least};
  CHECK(against(between(1, 1, 4), more) == verdict::does_not_trigger);
  CHECK(against(between(250001, 250001, 1000000), more) == verdict::triggers);
  CHECK(against(between(1, 1, 10), least) == verdict::triggers);
  CHECK(against(between(99999, 99999, 1000000), least) == verdict::does_not_trigger);
  CHECK(against(between(1, 3, 10), more) == verdict::depends);
  CHECK(against(between(1, 1, 10), std::nullopt) == verdict::depends);
}

TEST_CASE("a price that is missing or zero never lets a product pass", "[origin]") {
  amount_bound nothing;
  part_facts product;
  share_bound b = share_of(nothing, product, {});
  CHECK(b.high_unbounded);
  product.worth_known = true;  // a price of zero
  b = share_of(nothing, product, {});
  CHECK(b.high_unbounded);
  // 10 of a price between 40 and 50: 20 % to 25 %.
  amount_bound ten;
  ten.low = ten.high = 10;
  product.low = 40;
  product.high = 50;
  b = share_of(ten, product, {});
  CHECK(b.low == ratio(1, 5));
  CHECK(b.high == ratio(1, 4));
}

TEST_CASE("a product of US origin triggers without a share", "[origin]") {
  const origin o = small_origin(
      "P,made,US,EAR99,1000,,USD\nL,purchased,CN,EAR99,10,n,USD\n", "P,1,L,0,1,\n");
  const origin_result r = o.evaluate(asking({"DE"})).value().results[0];
  CHECK(r.verdict == verdict::triggers);
  REQUIRE_FALSE(r.tests.empty());
  CHECK(r.tests.front().id == "us-ear-734.3-us-origin");
  CHECK(r.tests.front().verdict == verdict::triggers);
  CHECK(r.tests.back().verdict == verdict::not_applicable);  // no de minimis level
}

TEST_CASE("31 CFR 560.420 asks about Iran alone, from a tenth on", "[origin]") {
  // 100 of 1000 is a tenth: not less than 10 %.
  const origin o = small_origin(
      "P,made,CN,EAR99,1000,n,USD\nL,purchased,US,2B116,100,n,USD\n", "P,1,L,0,1,\n");
  CHECK(o.evaluate(asking({"DE"}, regime::us_ofac)).value().results[0].verdict ==
        verdict::not_applicable);
  const origin_result open = o.evaluate(asking({"IR"}, regime::us_ofac)).value().results[0];
  CHECK(open.verdict == verdict::depends);  // substantially transformed?
  origin_options stated = asking({"IR"}, regime::us_ofac);
  stated.facts = {{"substantially_transformed", truth::no}};
  CHECK(o.evaluate(stated).value().results[0].verdict == verdict::triggers);
  stated.facts = {{"substantially_transformed", truth::yes}};
  CHECK(o.evaluate(stated).value().results[0].verdict == verdict::does_not_trigger);
}

}  // namespace tradewarden::detail
