#include "audit/review_words.hpp"

#include "catch.hpp"
#include "unit/audit/answer_fixture.hpp"

namespace tradewarden::audit {

TEST_CASE("token pairs in words", "[review]") {
  token_pair p;
  p.query = "telecom";
  p.listed = "telecommunications";
  p.reason = match_reason::key;
  CHECK(pair_words(p) == "telecom ~ telecommunications (same consonants)");
  p.reason = match_reason::edit;
  p.edits = 2;
  CHECK(pair_words(p) == "telecom ~ telecommunications (2 edits)");
  p.similarity = 8'300;
  p.weight = 120;
  CHECK(weighed_pair(p) == "telecom ~ telecommunications (2 edits): 0.8300 of 120");
  p.reason = match_reason::equal;
  p.listed = "telecom";
  CHECK(pair_words(p) == "telecom = telecom");
}

TEST_CASE("a rule that is new to the words is told by its name", "[review]") {
  CHECK(rule_words("father_and_son") == "father and son are swapped");
  CHECK(rule_words("some_new_rule") == "some new rule");
}

TEST_CASE("evidence in words", "[review]") {
  evidence e{"birth_date", evidence_state::confirms, "1954", "1954-10-07", "year"};
  CHECK(evidence_words(e) == "birth date confirms: the year (asked 1954, listed 1954-10-07)");
  e.state = evidence_state::partial;
  e.how = "day_and_month_swapped";
  CHECK(evidence_words(e) == "birth date agrees in part: day and month swapped (asked 1954, listed 1954-10-07)");
  CHECK(evidence_words({"identifier", evidence_state::absent, "123456", ""}) ==
        "identifier not among the numbers listed (asked 123456)");
  CHECK(evidence_words({"imo", evidence_state::contradicts, "9187629", "8002664"}) ==
        "IMO number contradicts (asked 9187629, listed 8002664)");
  CHECK(evidence_words({"nationality", evidence_state::absent, "IR", ""}) ==
        "nationality not given by the list (asked IR)");
  CHECK(evidence_words({"country", evidence_state::absent, "", "CN"}).empty());
  // What only the name tells is no question to answer.
  CHECK(evidence_words({"gender", evidence_state::absent, "female by 'mrs'", ""}).empty());
  CHECK(evidence_words({"gender", evidence_state::absent, "female", ""}) == "gender not given by the list (asked female)");
}

TEST_CASE("what speaks against a hit", "[review]") {
  screening_hit h = fixture::denied_answer().hits[0];
  h.explanation.unmatched_query = {{"5", token_role::number, 60}};
  h.evidences = {{"birth_date", evidence_state::contradicts, "1970", "1954"}};
  h.found_by = hit_origin::identifier;
  CHECK(against_sentences(h) ==
        std::vector<std::string>{"its names do not reach the threshold: it is here for its number",
                                 "asked for '5' (number), which the listed name lacks",
                                 "the listed name also has 'ltd' (legal form)",
                                 "the words stand in another order (x 0.95)",
                                 "birth date contradicts (asked 1970, listed 1954)"});
}

TEST_CASE("what let a weak alias through is said with the name", "[review]") {
  screening_hit h = fixture::denied_answer().hits[0];
  CHECK(matched_sentence(h) == "ZTE Kangxun Telecommunications Ltd. (primary)");
  CHECK(weak_evidence(h) == nullptr);
  h.strength = name_strength::weak;
  h.weak_reason = "whole_name";
  CHECK(matched_sentence(h) ==
        "ZTE Kangxun Telecommunications Ltd. (primary, weak alias let through: the whole of it was asked for)");
  CHECK(weak_evidence(h) == nullptr);
  h.weak_reason = "country";
  REQUIRE(weak_evidence(h) != nullptr);
  CHECK(weak_evidence(h)->query == "CN");
}

}  // namespace tradewarden::audit
