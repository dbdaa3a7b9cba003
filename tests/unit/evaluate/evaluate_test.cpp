#include "tradewarden/evaluate.hpp"

#include <algorithm>
#include <fstream>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "support/shared_lists.hpp"

using namespace tradewarden;

namespace {

/// Names that have nothing in common with each other: a query finds the one that it equals, or none.
const std::vector<std::string> k_names = {"Quixotic Zephyr Works", "Ignatius Plumbottom",
                                          "Ignatius Plumbottom", "Vostok Granulator"};

party_index index_of_names() {
  return party_index::from_bytes(build_index_bytes(tests::parties_of(k_names)).value()).value();
}

labelled_query ask(std::string id, std::string name, std::string kind, std::vector<std::string> expected) {
  labelled_query q;
  q.query.id = std::move(id);
  q.query.name = std::move(name);
  q.kind = std::move(kind);
  q.expected = std::move(expected);
  return q;
}

labelled_set small_set() {
  labelled_set set;
  set.queries = {
      ask("1", "Quixotic Zephyr Works", "exact", {"0"}),
      ask("2", "Vostok Granulator", "exact", {"X-TEST:3"}),
      ask("3", "Ignatius Plumbottom", "alias", {"2"}),  // ties with party 1
      ask("4", "Ignatius Plumbottom", "alias", {"0"}),  // another party is found
      ask("5", "Wholly Unlike Anything", "alias", {"77"}),
      ask("6", "Brackish Obelisk", "neg_other", {}),
      ask("7", "Vostok Granulator", "neg_other", {}),  // a namesake
      ask("8", "...", "neg_other", {}),
      ask("9", "Vostok Granulator", "neg_hard_copy", {}),
  };
  return set;
}

const positive_figures& of_kind(const evaluation& e, std::string_view kind) {
  return *std::find_if(e.positives.begin(), e.positives.end(), [&](const auto& p) { return p.kind == kind; });
}

}  // namespace

TEST_CASE("recall counts who is found, and a tie with the first is first", "[evaluate]") {
  const auto e = evaluate_screening(index_of_names(), small_set());
  REQUIRE(e);
  CHECK(e->all.found == proportion{3, 5});
  CHECK(e->all.first == proportion{3, 5});
  CHECK(e->all.declared == proportion{3, 5});
  CHECK(of_kind(*e, "exact").found == proportion{2, 2});
  CHECK(of_kind(*e, "alias").found == proportion{1, 3});
  CHECK(e->no_right_hit == 2);
  CHECK(e->right_scores.back() == 3);
  CHECK(e->highest.units() == 10'000);
}

TEST_CASE("hard negatives are told apart and set no threshold", "[evaluate]") {
  auto e = evaluate_screening(index_of_names(), small_set());
  REQUIRE(e);
  CHECK(e->natural.declared == proportion{1, 3});
  CHECK(e->natural.exact == proportion{1, 3});
  CHECK(e->natural.saturated == proportion{1, 3});
  CHECK(e->apart.declared == proportion{1, 1});
  // One natural negative has the score of an equal name: no threshold keeps it out.
  CHECK(e->rates[2].threshold.units() == 10'001);
  CHECK(e->all.at_rate[2] == proportion{0, 5});

  evaluation_options o;
  o.apart = {"neg_other"};
  e = evaluate_screening(index_of_names(), small_set(), o);
  REQUIRE(e);
  CHECK_FALSE(e->natural.declared.is_known());
  CHECK(e->apart.declared == proportion{2, 4});
}

TEST_CASE("what is not measured is counted and named", "[evaluate]") {
  labelled_set set = small_set();
  set.queries_without_truth = 4;
  set.truth_without_query = 2;
  const auto e = evaluate_screening(index_of_names(), set);
  REQUIRE(e);
  CHECK(e->unknown_expected == 1);
  CHECK(e->first_unknown_expected == "77");
  CHECK(e->unreachable == 1);
  CHECK(e->not_screened == 1);
  CHECK(e->first_not_screened == "8");
  CHECK(e->queries_without_truth == 4);
  CHECK(e->truth_without_query == 2);
}

TEST_CASE("the curve falls, from the floor to 1", "[evaluate]") {
  evaluation_options o;
  o.floor = score::parse("0.5").value();
  const auto e = evaluate_screening(index_of_names(), small_set(), o);
  REQUIRE(e);
  REQUIRE(e->curve.size() == 51);
  CHECK(e->curve.front().units() == 5000);
  CHECK(e->curve.back().units() == 10'000);
  CHECK(e->all.curve.front() == 3);
  CHECK(e->all.curve.back() == 3);
  CHECK(std::is_sorted(e->all.curve.rbegin(), e->all.curve.rend()));
}

TEST_CASE("figures do not depend on threads; progress tells each query", "[evaluate]") {
  evaluation_options o;
  o.screening.as_of = day::parse("2026-07-31").value();
  o.batch.threads = 1;
  const party_index idx = index_of_names();
  struct noted final : evaluation_progress {
    std::vector<std::uint64_t> told;
    void show(std::uint64_t n) override { told.push_back(n); }
  } progress;
  const auto one = evaluate_screening(idx, small_set(), o, &progress);
  o.batch.threads = 4;
  o.batch.rows_at_once = 2;
  const auto four = evaluate_screening(idx, small_set(), o);
  REQUIRE(one);
  REQUIRE(four);
  CHECK(to_json(*one, &idx) == to_json(*four, &idx));
  CHECK(progress.told == std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("nothing to measure, and options out of their range, are errors", "[evaluate]") {
  const party_index idx = index_of_names();
  CHECK(evaluate_screening(idx, {}).error().code == errc::empty_input);
  labelled_set broken = small_set();
  broken.problems.push_back({errc::bad_value, "wrong", "q.tsv", 9, "schema"});
  CHECK(evaluate_screening(idx, broken).error().line == 9);
  evaluation_options o;
  o.screening.limit = 0;
  CHECK(evaluate_screening(idx, small_set(), o).error().code == errc::usage);
  o.screening.limit = 5;
  o.resamples = 100'001;
  CHECK(evaluate_screening(idx, small_set(), o).error().code == errc::usage);
}

TEST_CASE("figures are those of a plain count over single questions", "[evaluate][shared]") {
  TRADEWARDEN_SHARED(queries, "eval/dev/screening/queries.tsv");
  TRADEWARDEN_SHARED(truth, "eval/dev/screening/truth.tsv");
  const auto lists = tests::real_lists();
  if (!lists) TRADEWARDEN_SKIP("no real lists");
  const party_index idx = party_index::from_bytes(build_index_bytes(*lists).value()).value();
  auto set = read_labelled_set(queries, truth);
  REQUIRE(set);
  REQUIRE(set->problems.empty());
  set->queries.resize(400);
  evaluation_options o;
  o.floor = score::parse("0.8").value();
  o.resamples = 0;
  o.screening.weak = weak_policy::full;
  const auto e = evaluate_screening(idx, *set, o);
  REQUIRE(e);
  std::uint64_t found = 0;
  std::uint64_t first = 0;
  std::uint64_t asked = 0;
  std::uint64_t alarms = 0;
  for (const labelled_query& q : set->queries) {
    screening_options s = o.screening;
    s.as_of = e->options.screening.as_of;
    const screening_answer a = screen(idx, q.query, s);
    if (q.expected.empty()) {
      alarms += a.hits.empty() || q.kind == "neg_hard_recombined" ? 0 : 1;
      continue;
    }
    ++asked;
    score best;
    for (const screening_hit& h : a.hits) {
      bool right = false;
      for (const party_source& p : h.party.sources) {
        right = right || std::count(q.expected.begin(), q.expected.end(), p.id) != 0;
      }
      if (right) best = std::max(best, h.score);
    }
    found += best.units() > 0 ? 1 : 0;
    first += best.units() > 0 && best == a.hits.front().score ? 1 : 0;
  }
  CHECK(e->all.found == proportion{found, asked});
  CHECK(e->all.first == proportion{first, asked});
  CHECK(e->natural.declared.part == alarms);
}
