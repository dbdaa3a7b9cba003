#include "catch.hpp"
#include "temp_dir.hpp"
#include "tradewarden/compare_evaluations.hpp"

using namespace tradewarden;
using tradewarden::tests::temp_dir;

namespace {

labelled_set two_queries() {
  labelled_set set;
  set.queries.resize(2);
  set.queries[0].query.id = "a";
  set.queries[0].kind = "exact";
  set.queries[0].expected = {"7", "x|y"};
  set.queries[1].query.id = "b";
  set.queries[1].kind = "neg";
  return set;
}

result<evaluation> measured(const std::string& hits) {
  const temp_dir dir;
  evaluation_options o;
  o.floor = score();
  return evaluate_hits(two_queries(), dir.write("hits.tsv", hits), o);
}

}  // namespace

TEST_CASE("hits of another system are read as their scorers read them", "[evaluate]") {
  const auto e = measured("qid\trank\tid\tscore\na\t2\t7\t0.91079\tmore\na\t1\t8\t0.95\nb\t1\t9\t.5\nz\t1\t1\t1\n");
  REQUIRE(e);
  CHECK(e->all.found == proportion{1, 1});
  CHECK(e->all.first == proportion{0, 1});
  CHECK(e->outcomes[0].best == 9500);
  CHECK(e->outcomes[0].right == 9107);  // cut, not rounded
  CHECK(e->outcomes[1].best == 5000);
  CHECK(e->hits_of_other_queries == 1);
  CHECK(e->rates[2].threshold.units() == 5001);
}

TEST_CASE("a tie with the first is first; ranks beyond the limit are left out", "[evaluate]") {
  CHECK(measured("a\t1\t8\t0.95\na\t2\tx|y\t0.95\n")->all.first == proportion{1, 1});
  CHECK(measured("a\t5\t7\t0.9\n")->all.found == proportion{1, 1});
  CHECK(measured("a\t6\t7\t0.9\n")->all.found == proportion{0, 1});
}

TEST_CASE("a broken row of hits is an error with its place", "[evaluate]") {
  const auto place = [](const std::string& row) {
    const auto e = measured("a\t1\t7\t0.9\n" + row + "\n");
    REQUIRE_FALSE(e);
    CHECK(e.error().line == 2);
    return e.error().field;
  };
  CHECK(place("a\t1\t7").empty());
  CHECK(place("a\tfirst\t7\t1") == "rank");
  CHECK(place("a\t0\t7\t1") == "rank");
  for (const char* s : {"1.01", "2", "-0.5", "nan", "", ".", "1e-3", "0,5", "99999999999999999999"}) {
    CHECK(place(std::string("a\t1\t7\t") + s) == "score");
  }
  CHECK(measured("").error().code == errc::empty_input);
}

TEST_CASE("a first row of hits whose rank is wrong is no header", "[evaluate]") {
  for (const char* row : {"a\t0\t7\t0.9\n", "a\t1st\t7\t0.9\n", "a\tx\t7\t0.9\n", "a\t#1\t7\tscore\n"}) {
    CAPTURE(row);
    const auto e = measured(row);
    REQUIRE_FALSE(e);
    CHECK(e.error().line == 1);
    CHECK(e.error().field == "rank");
  }
  CHECK(measured("query\trank\tparty\tscore\na\t1\t7\t0.9\n")->all.found == proportion{1, 1});
}
