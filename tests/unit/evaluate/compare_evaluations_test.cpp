#include "tradewarden/compare_evaluations.hpp"

#include "catch.hpp"

using namespace tradewarden;

namespace {

/// `positives` queries that expect a party, then `negatives` that do not.
labelled_set set_of(std::size_t positives, std::size_t negatives) {
  labelled_set set;
  for (std::size_t i = 0; i < positives + negatives; ++i) {
    labelled_query q;
    q.query.id = std::to_string(i);
    q.kind = i < positives ? "kind" : "neg_any";
    if (i < positives) q.expected = {"1"};
    set.queries.push_back(q);
  }
  return set;
}

evaluation of(std::vector<query_outcome> outcomes) {
  evaluation e;
  e.outcomes = std::move(outcomes);
  e.options.floor = score();
  return e;
}

}  // namespace

TEST_CASE("each system is measured at its own thresholds, on the same queries", "[evaluate]") {
  const labelled_set set = set_of(3, 1);
  // Ours: the negative gets .5, so that .5001 and more count. Theirs: .9.
  const evaluation ours = of({{9000, 9000}, {6000, 6000}, {4000, 4000}, {5000, -1}});
  const evaluation theirs = of({{9500, 9500}, {8000, 7000}, {-1, -1}, {9000, -1}});
  const auto rows = compare_evaluations(set, ours, theirs);
  REQUIRE(rows.size() == 5);
  CHECK(rows[0].figure == "recall@1");
  CHECK(rows[0].ours == proportion{3, 3});
  CHECK(rows[0].theirs == proportion{1, 3});
  CHECK(rows[0].only_ours == 2);
  CHECK(rows[1].figure == "recall@5");
  CHECK(rows[1].theirs == proportion{2, 3});
  CHECK(rows[4].figure == "@5%");
  CHECK(rows[4].ours == proportion{2, 3});
  CHECK(rows[4].theirs == proportion{1, 3});
  CHECK(rows[4].only_ours == 1);
  CHECK(rows[4].only_theirs == 0);
}

TEST_CASE("a system does not differ from itself", "[evaluate]") {
  const labelled_set set = set_of(50, 50);
  std::vector<query_outcome> outcomes;
  for (std::int32_t i = 0; i < 100; ++i) outcomes.push_back({i * 90, i < 50 ? i * 90 : -1});
  for (const system_difference& d : compare_evaluations(set, of(outcomes), of(outcomes))) {
    CHECK(d.only_ours + d.only_theirs == 0);
    CHECK(d.low == 0);
    CHECK(d.high == 0);
  }
}

TEST_CASE("a difference in every query is certain", "[evaluate]") {
  const labelled_set set = set_of(40, 40);
  std::vector<query_outcome> good(40, {9000, 9000});
  std::vector<query_outcome> bad(40, {9000, -1});
  for (auto* side : {&good, &bad}) side->insert(side->end(), 40, query_outcome{});
  const auto rows = compare_evaluations(set, of(good), of(bad));
  REQUIRE(rows.size() == 5);
  CHECK(rows[2].low == 10'000);
  CHECK(rows[2].high == 10'000);
  CHECK(compare_evaluations(set, of(bad), of(good))[2].high == -10'000);
}

TEST_CASE("evaluations of another set are not compared", "[evaluate]") {
  CHECK(compare_evaluations(set_of(2, 1), of({{}, {}}), of({{}, {}, {}})).empty());
}
