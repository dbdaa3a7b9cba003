#include "catch.hpp"
#include "tradewarden/whatif.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden {
namespace {

// 160 + 130 of 1000 count for Germany: 40 have to go. Either part has a foreign alternative: the
// first at 10 more, the second at 5 more.
constexpr const char* k_parts =
    "P,made,CN,EAR99,1000,n,USD\n"
    "A,purchased,US,2B116,160,,USD\nA2,purchased,KR,EAR99,170,,USD\n"
    "B,purchased,US,2B116,130,,USD\nB2,purchased,KR,EAR99,135,,USD\n";

whatif_replacement replace(const char* lines, const char* parts = k_parts) {
  whatif_options o;
  o.question = asking({"DE"});
  o.replacement = true;
  const whatif_report r = whatif(small_origin(parts, lines)).evaluate(o).value();
  REQUIRE(r.replacements.size() == 1);
  return r.replacements[0];
}

}  // namespace

TEST_CASE("the cheaper of two exchanges that suffice is taken", "[origin]") {
  const whatif_replacement r =
      replace("P,1,A,0,1,\nP,1,A2,1,1,\nP,2,B,0,1,\nP,2,B2,1,1,\n");
  CHECK(r.found);
  CHECK(r.proved_cheapest);
  REQUIRE(r.exchanges.size() == 1);
  CHECK(r.exchanges[0].from == "B");
  CHECK(r.exchanges[0].to == "B2");
  CHECK(r.exchanges[0].controlled_less.to_string() == "130");
  CHECK(r.cost_more.to_string() == "5");
  CHECK(r.share_after.display() == "0.1600");
}

TEST_CASE("where one exchange does not suffice, both are taken", "[origin]") {
  // Twice of each: 320 + 260 of 1000; without B 320, without A 260, without both 0.
  const whatif_replacement r =
      replace("P,1,A,0,2,\nP,1,A2,1,2,\nP,2,B,0,2,\nP,2,B2,1,2,\n");
  CHECK(r.found);
  CHECK(r.exchanges.size() == 2);
  CHECK(r.cost_more.to_string() == "30");
  CHECK(r.share_after.display() == "0.0000");
}

TEST_CASE("without alternatives there is no replacement", "[origin]") {
  const whatif_replacement r = replace("P,1,A,0,1,\nP,2,B,0,1,\n");
  CHECK_FALSE(r.found);
  CHECK(r.exchanges.empty());
}

}  // namespace tradewarden
