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

TEST_CASE("a ship keeps its IMO number; a company's is another series", "[evidence]") {
  listed_party p;
  p.schema = schema::vessel;
  screening_query q;
  q.imo = "IMO 9187629";
  CHECK(ask("imo", q, p) == evidence_state::absent);
  p.identifiers.push_back({"Vessel Registration Identification", "IMO 8002664", "", "", "", {}});
  CHECK(ask("imo", q, p) == evidence_state::contradicts);
  p.schema = schema::company;
  CHECK(ask("imo", q, p) == evidence_state::absent);
  p.imo = "9187629";
  CHECK(ask("imo", q, p) == evidence_state::confirms);
  q.imo.clear();
  q.identifier = "IMO 9187629";  // the same fact, asked for as a number
  CHECK(ask("imo", q, p) == evidence_state::confirms);
  CHECK(ask("identifier", q, p) == evidence_state::confirms);
}

TEST_CASE("an identifier of another type agrees in part; another LEI contradicts", "[evidence]") {
  listed_party p;
  p.identifiers.push_back({"Tax ID No.", "7723103642", "RU", "", "", {}});
  p.identifiers.push_back({"Legal Entity Number", "506700GE1G29325QX363", "", "", "", {}});
  screening_query q;
  q.identifier = "7723103642";
  CHECK(ask("identifier", q, p) == evidence_state::confirms);
  q.identifier_type = identifier_type::passport;
  CHECK(ask("identifier", q, p) == evidence_state::partial);
  q = {};
  q.identifier = "LEI 253400ENFDC2JU84CJ30";
  CHECK(ask("identifier", q, p) == evidence_state::contradicts);
}

TEST_CASE("gender is stated, or told by the name of a person", "[evidence]") {
  listed_party p;
  p.names.emplace_back().text = "PETROVA, Anna";
  const auto gender = [&](const std::string& name, const std::string& stated, schema kind) {
    screening_query q;
    q.name = name;
    q.gender = stated;
    q.schema = kind;
    std::vector<std::string> notes;
    query_facts facts = read_facts(q, notes);
    std::vector<evidence> all = gather_evidence(facts, p);
    add_gender(facts, p, names::current_tables(), all);
    return all[3];
  };
  CHECK(gender("Anna Petrova", "", schema::unknown).state == evidence_state::absent);  // no person, as far as known
  p.schema = schema::person;
  CHECK(gender("Anna Petrova", "", schema::unknown).state == evidence_state::confirms);
  CHECK(gender("Ivan Petrov", "", schema::unknown).state == evidence_state::contradicts);
  CHECK(gender("Ivan Petrov", "", schema::unknown).how == "name");
  CHECK(gender("Ivan Petrov", "", schema::vessel).state == evidence_state::absent);
  CHECK(gender("A. Petr", "", schema::unknown).state == evidence_state::absent);
  CHECK(gender("A. Petr", "M", schema::unknown).state == evidence_state::contradicts);
  p.gender = "male";  // what the list says goes before what the name tells
  CHECK(gender("A. Petr", "male", schema::unknown).state == evidence_state::confirms);
  CHECK(gender("A. Petr", "male", schema::unknown).how.empty());
}

TEST_CASE("what contradicts takes off the rank by kind, unless a number confirms", "[evidence]") {
  listed_party p;
  p.schema = schema::person;
  p.countries = {"CN"};
  p.birth_dates.push_back({partial_date::parse("1954").value(), {}});
  p.identifiers.push_back({"Passport", "A12345", "CN", "", "", {}});
  screening_query q;
  q.country = "IR";
  q.birth_date = "1970";
  q.schema = schema::company;
  std::vector<std::string> notes;
  const evidence_kinds all = evidence_kinds::parse("birth-date, country,schema").value();
  const auto against = [&](evidence_kinds count) {
    return contradiction_in(gather_evidence(read_facts(q, notes), p), count);
  };
  CHECK(against(all).penalty == 1'000 + 500 + 200);
  CHECK(against(all).kinds == all);
  CHECK(against({evidence_kind::country}).penalty == 500);
  CHECK(against({evidence_kind::imo}).penalty == 0);
  q.identifier = "a-12345";
  CHECK(against(all).penalty == 0);
  CHECK(evidence_kinds::parse("shoe_size").error().code == errc::bad_value);
  CHECK(evidence_kinds::parse(" , ").error().code == errc::bad_value);
  CHECK(all.to_string() == "birth_date,country,schema");
}

TEST_CASE("facts that are not understood are said to be unused", "[evidence]") {
  std::vector<std::string> notes;
  screening_query q;
  q.country = "Atlantis";
  q.birth_date = "long ago";
  const query_facts facts = read_facts(q, notes);
  CHECK(facts.countries.codes.empty());
  CHECK_FALSE(facts.countries.all_known);
  CHECK_FALSE(facts.birth_date.has_value());
  CHECK(notes.size() == 2);
}

TEST_CASE("a fact that cannot be used is told with its field", "[evidence]") {
  screening_query q;
  q.country = "Atlantis";
  q.nationality = "RU; Lemuria";
  q.birth_date = "31 Feb";
  q.gender = "x";
  q.identifier = "12";
  q.imo = "123";
  std::vector<std::string> fields;
  for (const error& e : unusable_facts(q)) {
    CHECK(e.code == errc::bad_value);
    fields.push_back(e.field);
  }
  std::sort(fields.begin(), fields.end());
  CHECK(fields == std::vector<std::string>{"birth_date", "country", "gender", "identifier", "imo", "nationality"});
  screening_query fine;
  fine.country = "Korea, Republic of";
  fine.nationality = "Russia; Cyprus";
  fine.birth_date = "circa 1965";
  fine.gender = "F";
  fine.identifier = "INN 7707083893";
  fine.imo = "IMO 9187629";
  CHECK(unusable_facts(fine).empty());
}

TEST_CASE("one of several nationalities suffices, and an unknown one contradicts nothing", "[evidence]") {
  listed_party p;
  p.nationalities = {"CY"};
  screening_query q;
  for (const char* text : {"RU;CY", "Russia / Cyprus", "ru|cy", "RU, CY", "RU\nCY"}) {
    CAPTURE(text);
    q.nationality = text;
    CHECK(ask("nationality", q, p) == evidence_state::confirms);
  }
  q.nationality = "RU;IR";
  CHECK(ask("nationality", q, p) == evidence_state::contradicts);
  q.nationality = "RU;Lemuria";
  CHECK(ask("nationality", q, p) == evidence_state::absent);
  q.country = "RU;CY";
  CHECK(ask("country", q, p) == evidence_state::confirms);
}

TEST_CASE("a state that is no more agrees in part with what came of it", "[evidence]") {
  listed_party p;
  p.nationalities = {"UA"};
  screening_query q;
  q.nationality = "USSR";
  CHECK(ask("nationality", q, p) == evidence_state::partial);
  CHECK(unusable_facts(q).empty());
  std::vector<std::string> notes;
  const evidence e = gather_evidence(read_facts(q, notes), p)[static_cast<std::size_t>(evidence_kind::nationality)];
  CHECK(e.query == "USSR");
  CHECK(e.how == "former_state");
  CHECK(notes.empty());
  p.nationalities = {"IL"};
  CHECK(ask("nationality", q, p) == evidence_state::absent);  // an emigrant: no contradiction
  q.nationality = "USSR; IL";
  CHECK(ask("nationality", q, p) == evidence_state::confirms);
}

TEST_CASE("a comma within a country's name does not part it", "[evidence]") {
  std::vector<std::string> unknown;
  CHECK(read_places("Korea, Republic of", unknown).codes == std::vector<std::string>{"KR"});
  CHECK(read_places("Iran, Cyprus, Iran", unknown).codes == std::vector<std::string>{"IR", "CY"});
  CHECK(unknown.empty());
  const asked_places some = read_places("Iran, Lemuria", unknown);
  CHECK(some.codes == std::vector<std::string>{"IR"});
  CHECK_FALSE(some.all_known);
  CHECK(unknown == std::vector<std::string>{"Lemuria"});
}

TEST_CASE("each number of a cell is looked for", "[evidence]") {
  listed_party p;
  p.identifiers.push_back({"Tax ID No.", "7707083893", "RU", "", "", {}});
  screening_query q;
  for (const char* text : {"OGRN 1027700132195; INN 7707083893", "1027700132195, 7707083893",
                           "INN 7707083893 OGRN 1027700132195", "INN7707083893", "ABCD1234|7707083893"}) {
    CAPTURE(text);
    q.identifier = text;
    CHECK(ask("identifier", q, p) == evidence_state::confirms);
  }
  // A number in groups is one number.
  p.identifiers[0].value = "12345678";
  q.identifier = "12,345,678";
  CHECK(ask("identifier", q, p) == evidence_state::confirms);
}

TEST_CASE("failing check digits are a note, and the number is looked for all the same", "[evidence]") {
  listed_party p;
  p.identifiers.push_back({"Tax ID No.", "7707083894", "RU", "", "", {}});
  const auto notes_of = [](const char* text) {
    screening_query q;
    q.identifier = text;
    std::vector<std::string> notes;
    (void)read_facts(q, notes);
    return notes;
  };
  screening_query q;
  q.identifier = "INN 7707083894";  // the last digit should be 3
  CHECK(ask("identifier", q, p) == evidence_state::confirms);
  REQUIRE(notes_of("INN 7707083894").size() == 1);
  CHECK(notes_of("INN 7707083894").front().find("fails its check digits") != std::string::npos);
  CHECK(notes_of("INN 7707083893").empty());
  CHECK(notes_of("OGRN 1027700132194; INN 7707083893").size() == 1);
  CHECK(notes_of("EIN 12-3456789").empty());  // has none
  CHECK(notes_of("IMO 9187628").size() == 1);
}

}  // namespace tradewarden::matching
