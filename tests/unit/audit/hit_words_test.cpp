#include "audit/hit_words.hpp"

#include "catch.hpp"
#include "unit/audit/answer_fixture.hpp"

using namespace tradewarden;
using namespace tradewarden::audit;

TEST_CASE("hit words: the status", "[hit-words]") {
  screening_hit h = fixture::denied_answer().hits[0];
  CHECK(status_words(h) == "denied since 2018-04-15, until 2018-07-13");
  h.status = party_status::lifted;
  CHECK(status_words(h) == "lifted on 2018-07-13 (since 2018-04-15)");
  h.status = party_status::suspended_order;
  h.until.reset();
  CHECK(status_words(h) == "suspended order (not a denial), since 2018-04-15");
  h.from.reset();
  CHECK(status_words(h) == "suspended order (not a denial)");
  h.status = party_status::listed;
  h.from.reset();
  CHECK(status_words(h) == "listed");
  h.status = party_status::unknown_on_date;
  CHECK(status_words(h) == "no date of listing: unknown on this date");
}

TEST_CASE("hit words: the measure with the dates of the status is not a further one", "[hit-words]") {
  screening_hit h = fixture::denied_answer().hits[0];
  const measure dated = h.measures[0];
  measure undated = dated;
  undated.from.reset();
  undated.until.reset();
  h.measures = {undated, dated};  // the first of a kind may lack the dates that a later one gives
  CHECK(further_measures(h) == std::vector<std::string>{"denied (83 FR 17644)"});
  h.measures[0].citations.clear();
  CHECK(further_measures(h).empty());
}

TEST_CASE("hit words: a span names what is known of it", "[hit-words]") {
  const day from = day::parse("2018-04-15").value();
  const day until = day::parse("2018-07-13").value();
  CHECK(span_words(from, until) == " since 2018-04-15, until 2018-07-13");
  CHECK(span_words(from, {}) == " since 2018-04-15");
  CHECK(span_words({}, until) == " until 2018-07-13");
  CHECK(span_words({}, {}).empty());
}

TEST_CASE("hit words: notes stand in the order of the manual", "[hit-words]") {
  screening_answer a = fixture::denied_answer();
  screening_hit& h = a.hits[0];
  h.overlays.clear();
  h.evidences = {{"country", evidence_state::confirms, "CN", "CN", ""},
                 {"birth_date", evidence_state::absent, "", "", ""},
                 {"identifier", evidence_state::partial, "1", "01", "leading_zeros"}};
  h.found_by = hit_origin::both;
  h.strength = name_strength::weak;
  h.weak_reason = "whole_name";
  h.measures[0].verified = false;
  a.more = 3;
  a.more_is_exact = false;
  a.notes = {"no such country"};
  CHECK(hit_notes(a, h) ==
        std::vector<std::string>{"found by name and identifier", "weak alias (whole_name)", "denial [unverified]",
                                 "country confirms", "identifier partial (leading zeros)",
                                 "at least 3 more parties beyond the limit", "no such country"});
}
