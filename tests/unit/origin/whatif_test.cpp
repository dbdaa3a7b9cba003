#include "tradewarden/whatif.hpp"

#include "catch.hpp"
#include "tradewarden/bill_builder.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden {
namespace {

result<whatif_report> asked(const std::vector<std::string>& changes, const char* to = "DE") {
  whatif_options o;
  o.question = asking({to});
  for (const std::string& c : changes) o.changes.push_back(whatif_change::parse(c).value());
  return whatif(small_origin(k_plain_parts, k_plain_lines)).evaluate(o);
}

}  // namespace

TEST_CASE("a price moves the verdict where the share crosses the threshold", "[origin]") {
  // 250 of 1000 is 25 %, which is not more than 25 %.
  const whatif_report at = asked({"price:L1=250"}).value();
  REQUIRE(at.moved.size() == 1);
  CHECK_FALSE(at.moved[0].verdict_moved());
  CHECK(at.moved[0].share_before.display() == "0.1200");
  CHECK(at.moved[0].share_after.display() == "0.2500");
  const whatif_report above = asked({"price:L1=250.01"}).value();
  REQUIRE(above.moved.size() == 1);
  CHECK(above.moved[0].before == verdict::does_not_trigger);
  CHECK(above.moved[0].after == verdict::triggers);
  CHECK_FALSE(above.rules.empty());
  CHECK_FALSE(above.basis.not_evaluated.empty());
  CHECK(above.basis.files.size() == 2);
}

TEST_CASE("an origin and a classification change what counts", "[origin]") {
  // 690 more of US origin: EAR99 counts for Cuba, and not for Germany.
  CHECK(asked({"origin:L5=US"}).value().moved.empty());
  const whatif_report cuba = asked({"origin:L5=US"}, "CU").value();
  REQUIRE(cuba.moved.size() == 1);
  CHECK(cuba.moved[0].share_after.display() == "0.8100");
  const whatif_report none = asked({"eccn:L1=EAR99"}).value();
  REQUIRE(none.moved.size() == 1);
  CHECK(none.moved[0].share_after.display() == "0.0000");
}

TEST_CASE("a change says what it takes the place of, and what a price is in", "[origin]") {
  CHECK(asked({"eccn:L1=EAR99"}).value().notes.empty());
  CHECK(asked({"price:L1=200"}).value().notes ==
        std::vector<std::string>{"price:L1=200 is in USD, as the price in the bill, per each"});
  // L5 has no price of its own here: the product's currency.
  bill_builder b;
  part_row row;
  row.part_id = "P";
  row.kind = "made";
  row.fmv = "1000";
  row.currency = "EUR";
  b.add_part(row, {});
  row = {};
  row.part_id = "L5";
  row.us_origin = "y";
  row.made_in = "CN";
  row.eccn = "2B116";
  b.add_part(row, {});
  b.add_line({"P", "1", "L5", "", "2", "kg"}, {});
  whatif_options o;
  o.question = asking({"DE"});
  o.changes = {whatif_change::parse("price:L5=10").value(),
               whatif_change::parse("origin:L5=CN").value()};
  const whatif_report r = whatif(origin(b.build().value())).evaluate(o).value();
  CHECK(r.notes == std::vector<std::string>{
                       "price:L5=10 is in the currency of the product, per kg",
                       "origin:L5=CN takes the place of the stated us_origin yes too"});
}

TEST_CASE("several changes count together, and one that changes nothing moves nothing", "[origin]") {
  const whatif_report both = asked({"price:L1=200", "price:P=2000"}).value();
  REQUIRE(both.moved.size() == 1);
  CHECK(both.moved[0].share_after.display() == "0.1000");
  const whatif_report same = asked({"price:L1=120"}).value();
  CHECK(same.moved.empty());
  CHECK(same.unmoved == 1);
}

TEST_CASE("what is no change is refused", "[origin]") {
  for (const char* text : {"", "price", "price:=1", "colour:P=red", "alternative:P=C", "=1"}) {
    INFO(text);
    CHECK(whatif_change::parse(text).error().code == errc::bad_value);
  }
  CHECK(asked({"price:none=1"}).error().code == errc::not_found);
  CHECK(asked({"price:L1=a"}).error().code == errc::bad_value);
  CHECK(asked({"alternative:P/1=L5"}).error().code == errc::not_found);
}

}  // namespace tradewarden
