#include "tradewarden/cutoff.hpp"

#include <algorithm>

#include "catch.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden {
namespace {

// P needs A (only S1) and B or its alternative C; Q needs C alone, of S2 or S3.
origin two_products() {
  return small_origin(
      "P,made,CN,EAR99,100,n,USD\nQ,made,CN,EAR99,40,n,USD\n"
      "A,purchased,US,EAR99,10,n,USD\nB,purchased,US,EAR99,10,n,USD\n"
      "C,purchased,KR,EAR99,10,n,USD\n",
      "P,1,A,0,1,\nP,2,B,0,1,\nP,2,C,1,1,\nQ,1,C,0,1,\n",
      "A,S1,US,,10,USD\nB,S1,US,,10,USD\nC,S2,KR,,10,USD\nC,S3,KR,,10,USD\n");
}

const cutoff_product& product(const cutoff_report& r, std::string_view id) {
  return *std::find_if(r.products.begin(), r.products.end(),
                       [&](const cutoff_product& p) { return p.product == id; });
}

}  // namespace

TEST_CASE("a product stops if a position of it has no source left", "[origin]") {
  cutoff_options o;
  o.suppliers = {"S1"};
  const cutoff_report r = cutoff(two_products()).evaluate(o).value();
  const cutoff_product& p = product(r, "P");
  CHECK(p.stops == truth::yes);
  CHECK(p.path == std::vector<std::string>{"P", "A"});
  CHECK(p.lost == std::vector<std::string>{"A"});  // B has an alternative
  CHECK(product(r, "Q").stops == truth::no);
  CHECK(r.stopped_value.to_string() == "100");
  REQUIRE_FALSE(r.savings.empty());
  CHECK(r.savings.front().part == "A");
  CHECK(r.savings.front().products == 1);
  CHECK(r.basis.files.size() == 3);
  CHECK_FALSE(r.basis.not_evaluated.empty());
}

TEST_CASE("a second source keeps a product going, and losing both stops it", "[origin]") {
  cutoff_options o;
  o.suppliers = {"S2"};
  CHECK(product(cutoff(two_products()).evaluate(o).value(), "Q").stops == truth::no);
  o.suppliers = {"S2", "S3"};
  CHECK(product(cutoff(two_products()).evaluate(o).value(), "Q").stops == truth::yes);
  o.suppliers = {};
  o.countries = {"KR"};
  CHECK(product(cutoff(two_products()).evaluate(o).value(), "Q").stops == truth::yes);
}

TEST_CASE("every supplier alone: one is a single point of failure", "[origin]") {
  cutoff_options o;
  o.every_supplier = true;
  const cutoff_report r = cutoff(two_products()).evaluate(o).value();
  CHECK(r.every_supplier.size() == 3);
  REQUIRE(r.single_points.size() == 1);
  CHECK(r.single_points[0].supplier == "S1");
  CHECK(r.single_points[0].products == 1);
  CHECK(r.single_points[0].value.to_string() == "100");
}

TEST_CASE("nothing cut off, an unknown supplier and a party without an index are errors",
          "[origin]") {
  CHECK(cutoff(two_products()).evaluate({}).error().code == errc::usage);
  cutoff_options o;
  o.suppliers = {"S9"};
  CHECK(cutoff(two_products()).evaluate(o).error().code == errc::not_found);
  o = {};
  o.parties = {"Somebody"};
  CHECK(cutoff(two_products()).evaluate(o).error().code == errc::usage);
}

}  // namespace tradewarden

namespace tradewarden {

TEST_CASE("a cut of a wide bill takes a time that grows with it", "[origin]") {
  // Quadratic work over 40,000 positions would take minutes here.
  std::string parts = "P,made,CN,EAR99,100,n,USD\n", lines, offers;
  for (int i = 0; i < 40'000; ++i) {
    const std::string n = std::to_string(i);
    parts += "C" + n + ",purchased,US,EAR99,1,n,USD\n";
    lines += "P," + n + ",C" + n + ",0,1,\n";
    offers += "C" + n + ",S1,US,,1,USD\n";
  }
  cutoff_options o;
  o.countries = {"US"};
  const cutoff_report r = cutoff(small_origin(parts, lines, offers)).evaluate(o).value();
  REQUIRE(r.products.size() == 1);
  CHECK(r.products[0].stops == truth::yes);
  CHECK(r.products[0].lost.size() + r.products[0].more_lost == 40'000);
  // None of them alone brings the product back.
  for (const cutoff_saving& s : r.savings) CHECK(s.products == 0);
}

}  // namespace tradewarden
