#include "tradewarden/share.hpp"

#include <algorithm>

#include "catch.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden {
namespace {

const share_slice& slice(const share_report& r, std::string_view dimension, std::string_view key) {
  for (const share_dimension_result& d : r.dimensions) {
    if (d.name != dimension) continue;
    for (const share_slice& s : d.slices) {
      if (s.key == key) return s;
    }
  }
  FAIL("no slice " << key);
  throw 0;
}

}  // namespace

TEST_CASE("shares by country of the goods and of the supplier ask different questions", "[origin]") {
  // 30 of US goods, 60 of Chinese goods of which 20 come by a US supplier, 10 of nobody knows where.
  const origin o = small_origin(
      "P,made,CN,EAR99,200,n,USD\n"
      "A,purchased,US,EAR99,30,,USD\nB,purchased,CN,EAR99,40,n,USD\n"
      "C,purchased,CN,EAR99,10,,USD\nD,purchased,?,EAR99,5,n,USD\n",
      "P,1,A,0,1,\nP,2,B,0,1,\nP,3,C,0,2,\nP,4,D,0,2,\n",
      "A,S1,US,,30,USD\nB,S2,CN,,40,USD\nC,S1,US,,10,USD\n");
  share_options options;
  options.date = day::parse("2026-07-23").value();
  const share_report r = share(o).evaluate(options).value();
  CHECK(r.parts_value.to_string() == "100");
  CHECK(slice(r, "origin", "US").of_parts.display() == "0.3000");
  CHECK(slice(r, "origin", "US").of_product.display() == "0.1500");
  CHECK(slice(r, "origin", "CN").of_parts.display() == "0.6000");
  CHECK(slice(r, "origin", "?").of_parts.display() == "0.1000");
  CHECK(slice(r, "supplier_country", "US").of_parts.display() == "0.5000");
  CHECK(slice(r, "supplier", "S1").parts == 2);
  // What the answer rests on goes with it.
  CHECK(r.options.product == "P");
  CHECK(r.basis.rules_content == o.rules().content());
  CHECK(r.basis.files.size() == 3);
  CHECK_FALSE(r.basis.not_evaluated.empty());
  CHECK_FALSE(r.index);
}

TEST_CASE("a part without a price leaves the shares open upwards", "[origin]") {
  const origin o = small_origin(
      "P,made,CN,EAR99,200,,USD\nA,purchased,US,EAR99,30,n,USD\nB,purchased,CN,EAR99,?,n,USD\n",
      "P,1,A,0,1,\nP,2,B,0,1,\n");
  const share_report r = share(o).evaluate({}).value();
  CHECK(r.unpriced == 1);
  CHECK_FALSE(r.parts_value.high);
  // 30 of at least 30: anything up to all of it.
  CHECK(slice(r, "origin", "US").of_parts.high_display == "1.0000");
}

TEST_CASE("of several products one has to be named", "[origin]") {
  const origin o = small_origin("P,made,CN,EAR99,2,n,USD\nQ,made,CN,EAR99,2,n,USD\n", "");
  CHECK(share(o).evaluate({}).error().code == errc::usage);
  share_options none;
  none.product = "R";
  CHECK(share(o).evaluate(none).error().code == errc::not_found);
}

}  // namespace tradewarden
