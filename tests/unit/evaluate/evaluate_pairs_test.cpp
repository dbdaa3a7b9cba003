#include "tradewarden/evaluate_pairs.hpp"

#include <cstdlib>

#include "catch.hpp"
#include "support/shared_lists.hpp"

using namespace tradewarden;

namespace {

/// The score stands in the left name.
score as_told(std::string_view left, std::string_view, schema) {
  return score::parse(left).value();
}

labelled_pairs set_of(const std::vector<std::pair<std::string, bool>>& scores) {
  labelled_pairs out;
  for (const auto& [text, match] : scores) {
    out.pairs.push_back({std::to_string(out.pairs.size()), text, "x", schema::person, match, "", ""});
  }
  return out;
}

const pair_stratum& stratum(const pair_evaluation& e, std::string_view name) {
  for (const pair_stratum& s : e.strata) {
    if (s.name == name) return s;
  }
  FAIL("no stratum " << name);
  std::abort();
}

}  // namespace

TEST_CASE("AUC, F1 and recall of six pairs, worked by hand", "[evaluate]") {
  // By score: .9 match, .8 not, .8 match, .7 match, .6 not, .5 not.
  const auto e = evaluate_pairs(set_of({{"0.9", true}, {"0.8", false}, {"0.8", true}, {"0.7", true},
                                        {"0.6", false}, {"0.5", false}}),
                                &as_told);
  REQUIRE(e);
  const pair_stratum& all = stratum(*e, "all");
  CHECK(all.matches == 3);
  CHECK(all.mismatches == 3);
  // Of nine pairs of a match and a mismatch: .9 beats three; .8 ties with one, beats two; .7 beats two.
  CHECK(all.auc == proportion{15, 18});  // 3 + 2.5 + 2 = 7.5 of 9
  // From .7 on: four called, three right: 2 x 3 / (4 + 3).
  CHECK(all.best_f1 == proportion{6, 7});
  CHECK(all.best_threshold.to_string() == "0.7000");
  // At .8: three called, two right.
  CHECK(all.precision == proportion{2, 3});
  CHECK(all.recall == proportion{2, 3});
  CHECK(all.f1 == proportion{4, 6});
  CHECK(all.false_matches == proportion{1, 3});
  // One per cent of three mismatches is none: the threshold lies above .8.
  CHECK(all.one_percent.to_string() == "0.8001");
  CHECK(all.recall_at_one_percent == proportion{1, 3});
}

TEST_CASE("of two hundred mismatches, two may pass at one per cent", "[evaluate]") {
  std::vector<std::pair<std::string, bool>> scores;
  for (int i = 0; i < 200; ++i) scores.emplace_back(i < 2 ? "0.9" : i == 2 ? "0.6" : "0.1", false);
  scores.emplace_back("0.61", true);
  scores.emplace_back("0.6", true);
  const auto e = evaluate_pairs(set_of(scores), &as_told);
  REQUIRE(e);
  CHECK(stratum(*e, "all").one_percent.to_string() == "0.6001");
  CHECK(stratum(*e, "all").recall_at_one_percent == proportion{1, 2});
}

TEST_CASE("strata by kind, group and script", "[evaluate]") {
  labelled_pairs set;
  const auto add = [&](const char* s, bool match, schema kind, const char* group, const char* script) {
    set.pairs.push_back({std::to_string(set.pairs.size()), s, "x", kind, match, group, script});
  };
  add("0.9", true, schema::person, "checks", "Greek");
  add("0.1", false, schema::person, "synth_people", "Greek");
  add("1", false, schema::company, "synth_people", "Han");
  add("0.7", true, schema::entity, "checks", "");
  const auto e = evaluate_pairs(set, &as_told);
  REQUIRE(e);
  CHECK(stratum(*e, "person").matches == 1);
  CHECK(stratum(*e, "company or organisation").mismatches == 1);
  CHECK(stratum(*e, "hand-written").matches == 2);
  CHECK(stratum(*e, "synthetic").mismatches == 2);
  CHECK(stratum(*e, "group checks").matches == 2);
  CHECK(stratum(*e, "Greek person").mismatches == 1);
  CHECK(stratum(*e, "Han company").mismatches == 1);
  CHECK(e->exact_mismatches == 1);
  CHECK_FALSE(stratum(*e, "Han company").auc.is_known());
  CHECK_FALSE(stratum(*e, "Han company").recall_at_one_percent.is_known());
}

TEST_CASE("no pairs and unread rows are errors", "[evaluate]") {
  CHECK(evaluate_pairs({}, &as_told).error().code == errc::empty_input);
  labelled_pairs set = set_of({{"0.5", true}});
  set.problems.push_back({errc::bad_value, "wrong", "p.jsonl", 3, "schema"});
  CHECK(evaluate_pairs(set, &as_told).error().line == 3);
}

TEST_CASE("the figures of pairs are those of a plain count", "[evaluate][shared]") {
  TRADEWARDEN_SHARED(path, "eval/dev/pairs/cross_script_pairs.jsonl");
  const auto set = read_labelled_pairs(path);
  REQUIRE(set);
  CHECK(set->problems.empty());
  const auto e = evaluate_pairs(*set, [](std::string_view l, std::string_view r, schema s) {
    return score_names(l, r, s);
  });
  REQUIRE(e);
  std::vector<std::int32_t> matches;
  std::vector<std::int32_t> mismatches;
  for (const labelled_pair& p : set->pairs) {
    (p.match ? matches : mismatches).push_back(score_names(p.left, p.right, p.schema).units());
  }
  std::uint64_t twice = 0;
  for (const std::int32_t m : matches) {
    for (const std::int32_t n : mismatches) twice += m > n ? 2 : m == n ? 1 : 0;
  }
  CHECK(stratum(*e, "all").auc == proportion{twice, 2 * matches.size() * mismatches.size()});
}

TEST_CASE("a pair that the scorer cannot read is counted and left out", "[evaluate]") {
  auto set = set_of({{"0.9", true}, {"0.1", false}, {"0.0", true}});
  const auto e = evaluate_pairs(set, [](std::string_view l, std::string_view, schema) -> std::optional<score> {
    const score s = score::parse(l).value();
    return s.units() == 0 ? std::nullopt : std::optional(s);
  });
  REQUIRE(e);
  CHECK(e->not_compared == 1);
  CHECK(e->first_not_compared == "2");
  CHECK(stratum(*e, "all").matches == 1);  // not a match that scores 0
  CHECK(stratum(*e, "all").auc == proportion{2, 2});
  const auto none = evaluate_pairs(set, [](auto, auto, schema) { return std::optional<score>(); });
  REQUIRE_FALSE(none);
  CHECK(none.error().code == errc::empty_input);
}

TEST_CASE("scores of the Treasury's page stand beside ours, in points", "[evaluate]") {
  auto set = set_of({{"0.9", false}, {"0.9149", false}, {"0.8500", false}, {"0.7950", false}, {"0.7949", false}});
  const std::int32_t theirs[] = {90, 93, 90, -1, -1};
  for (std::size_t i = 0; i < set.pairs.size(); ++i) {
    set.pairs[i].labelled = false;
    set.pairs[i].ofac_score = theirs[i];
  }
  const auto e = evaluate_pairs(set, &as_told);
  REQUIRE(e);
  CHECK(e->strata.empty());
  CHECK(e->ofac.equal == proportion{1, 3});     // 90
  CHECK(e->ofac.within_2 == proportion{2, 3});  // 91 for 93
  CHECK(e->ofac.within_5 == proportion{3, 3});  // 85 for 90
  CHECK(e->ofac.below == proportion{1, 2});     // 79.5 is shown as 80
}
