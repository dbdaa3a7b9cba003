#include "match/evidence.hpp"

#include <algorithm>

#include "catch.hpp"

namespace tradewarden::matching {
namespace {

evidence_state state_of(const std::vector<evidence>& all, const std::string& kind) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const evidence& e) { return e.kind == kind; });
  REQUIRE(it != all.end());
  return it->state;
}

evidence_state ask(const char* kind, screening_query q, const listed_party& p) {
  std::vector<std::string> notes;
  return state_of(gather_evidence(read_facts(q, notes), p), kind);
}

}  // namespace

TEST_CASE("a birth date confirms, contradicts or is absent", "[evidence]") {
  listed_party p;
  screening_query q;
  q.birth_date = "1954";
  CHECK(ask("birth_date", q, p) == evidence_state::absent);
  p.birth_dates.push_back({partial_date::parse("07 Oct 1954").value(), {}});
  CHECK(ask("birth_date", q, p) == evidence_state::confirms);
  q.birth_date = "1955-01-01";
  CHECK(ask("birth_date", q, p) == evidence_state::contradicts);
  p.birth_dates.push_back({partial_date::parse("circa 1955").value(), {}});
  CHECK(ask("birth_date", q, p) == evidence_state::confirms);  // one of several suffices
  q.birth_date = "";
  CHECK(ask("birth_date", q, p) == evidence_state::absent);
}

TEST_CASE("a country is looked for in all that the entry says", "[evidence]") {
  listed_party p;
  screening_query q;
  q.country = "Iran";
  CHECK(ask("country", q, p) == evidence_state::absent);
  p.countries = {"CN"};
  CHECK(ask("country", q, p) == evidence_state::contradicts);
  p.nationalities = {"IR"};
  CHECK(ask("country", q, p) == evidence_state::confirms);
}

TEST_CASE("schemas of one kind agree; company and organisation do not", "[evidence]") {
  listed_party p;
  screening_query q;
  const auto with = [&](schema query, schema listed) {
    q.schema = query;
    p.schema = listed;
    return ask("schema", q, p);
  };
  CHECK(with(schema::company, schema::entity) == evidence_state::confirms);
  CHECK(with(schema::person, schema::entity) == evidence_state::contradicts);
  CHECK(with(schema::company, schema::organization) == evidence_state::contradicts);
  CHECK(with(schema::unknown, schema::person) == evidence_state::absent);
  CHECK(with(schema::vessel, schema::unknown) == evidence_state::absent);
}

TEST_CASE("identifiers compare without their punctuation", "[evidence]") {
  listed_party p;
  p.imo = "9187629";
  p.identifiers.push_back({"Passport", "OR-801168", "AF", "", "", {}});
  screening_query q;
  q.identifier = "or801168";
  CHECK(ask("identifier", q, p) == evidence_state::confirms);
  q.identifier = "imo9187629";
  CHECK(ask("identifier", q, p) == evidence_state::confirms);
  q.identifier = "9991";
  CHECK(ask("identifier", q, p) == evidence_state::absent);  // a party may have several
}

TEST_CASE("letters of other scripts count, and short numbers tell nobody apart", "[evidence]") {
  listed_party p;
  p.identifiers.push_back({"Passport", "1234", "", "", "", {}});
  screening_query q;
  q.identifier = "\xD0\xA4" "1234";
  CHECK(ask("identifier", q, p) == evidence_state::absent);
  p.identifiers[0].value = "12";
  q.identifier = "12";
  std::vector<std::string> notes;
  CHECK(read_facts(q, notes).identifiers.empty());
  CHECK(notes.size() == 1);
}

TEST_CASE("facts that are not understood are said to be unused", "[evidence]") {
  std::vector<std::string> notes;
  screening_query q;
  q.country = "Atlantis";
  q.birth_date = "long ago";
  const query_facts facts = read_facts(q, notes);
  CHECK(facts.country.empty());
  CHECK_FALSE(facts.birth_date.has_value());
  CHECK(notes.size() == 2);
}

}  // namespace tradewarden::matching
