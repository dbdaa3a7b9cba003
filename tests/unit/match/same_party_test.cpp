#include "tradewarden/same_party.hpp"

#include "catch.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

using namespace tradewarden;

namespace {

listed_party entry(const std::string& list, const std::string& id, const std::string& name, schema s) {
  listed_party p;
  p.list = list;
  p.source_id = id;
  p.schema = s;
  p.names.resize(1);
  p.names[0].text = name;
  p.measures.resize(1);
  return p;
}

void bear(listed_party& p, const std::string& type, const std::string& value, const std::string& country = {}) {
  party_identifier i;
  i.type = type;
  i.value = value;
  i.country = country;
  p.identifiers.push_back(i);
}

void born(listed_party& p, const std::string& date) {
  p.birth_dates.push_back({partial_date::parse(date).value(), {}});
}

std::vector<party_link> links_of(const std::vector<listed_party>& entries) {
  std::vector<const listed_party*> views;
  for (const listed_party& p : entries) views.push_back(&p);
  return find_same_parties(views);
}

}  // namespace

TEST_CASE("same party: one number of one kind links entries whose names have nothing in common", "[same-party]") {
  std::vector<listed_party> e{entry("US-SDN", "1", "Alpha Shipping", schema::vessel),
                              entry("UK-SL", "2", "Borealis", schema::vessel)};
  e[0].imo = "9187629";
  bear(e[1], "IMO", "IMO 9187629");
  const auto links = links_of(e);
  REQUIRE(links.size() == 1);
  CHECK(links[0].first == 0);
  CHECK(links[0].second == 1);
  REQUIRE(links[0].evidences.size() == 1);
  CHECK(links[0].evidences[0] == link_evidence{link_kind::identifier, "imo", "9187629", "IMO 9187629"});
}

TEST_CASE("same party: a number of another kind, of another state or of many bearers is no proof", "[same-party]") {
  std::vector<listed_party> e{entry("US-SDN", "1", "Ivan Petrov", schema::person),
                              entry("UK-SL", "2", "Oleg Sidorov", schema::person)};
  SECTION("another kind") {
    bear(e[0], "Passport", "A1234567");
    bear(e[1], "Tax ID No.", "A1234567");
  }
  SECTION("another state") {
    bear(e[0], "Passport", "A1234567", "RU");
    bear(e[1], "Passport", "A1234567", "UA");
  }
  SECTION("a telephone") {
    bear(e[0], "Phone Number", "+7 495 1234567");
    bear(e[1], "Phone Number", "+7 495 1234567");
  }
  SECTION("too short") {
    bear(e[0], "Passport", "1234");
    bear(e[1], "Passport", "1234");
  }
  CHECK(links_of(e).empty());
}

TEST_CASE("same party: a passport whose state one list leaves out links", "[same-party]") {
  std::vector<listed_party> e{entry("US-SDN", "1", "Ivan Petrov", schema::person),
                              entry("UK-SL", "2", "Oleg Sidorov", schema::person)};
  bear(e[0], "Passport", "A1234567", "RU");
  bear(e[1], "Passport", "a 123-4567");
  CHECK(links_of(e).size() == 1);
}

TEST_CASE("same party: a reference number of the United Nations links their entry and those that name it", "[same-party]") {
  std::vector<listed_party> e{entry("EU-FSF", "EU.1", "Name A", schema::person),
                              entry("UN-SC", "QDi.999", "Name B", schema::person),
                              entry("UK-SL", "AFG0001", "Name C", schema::person)};
  bear(e[0], "UN reference", "QDi.999");
  bear(e[2], "UN reference", "qdi.999");
  const auto links = links_of(e);
  REQUIRE(links.size() == 3);
  for (const party_link& l : links) CHECK(l.evidences[0].kind == link_kind::reference);
  CHECK(first_of_party(3, links) == std::vector<std::size_t>{0, 0, 0});
}

TEST_CASE("same party: a strong name and the same full birth date link persons", "[same-party]") {
  std::vector<listed_party> e{entry("US-SDN", "1", "PETROV, Ivan Sergeevich", schema::person),
                              entry("UK-SL", "2", "Ivan Sergeevich Petrov", schema::person)};
  born(e[0], "1965-03-07");
  SECTION("full and equal") {
    born(e[1], "1965-03-07");
    const auto links = links_of(e);
    REQUIRE(links.size() == 1);
    CHECK(links[0].evidences[0] == link_evidence{link_kind::name_and_birth_date, "1965-03-07",
                                                 "PETROV, Ivan Sergeevich", "Ivan Sergeevich Petrov"});
  }
  SECTION("a year is not a birth date") {
    born(e[1], "1965");
    CHECK(links_of(e).empty());
  }
  SECTION("another day") {
    born(e[1], "1965-03-08");
    CHECK(links_of(e).empty());
  }
  SECTION("about that day") {
    born(e[1], "circa 1965-03-07");
    CHECK(links_of(e).empty());
  }
  SECTION("another name") {
    born(e[1], "1965-03-07");
    e[1].names[0].text = "Oleg Sidorov";
    CHECK(links_of(e).empty());
  }
  SECTION("only a weak alias is alike") {
    born(e[1], "1965-03-07");
    e[1].names[0].strength = name_strength::weak;
    CHECK(links_of(e).empty());
  }
}

TEST_CASE("same party: organisations of equal names need a country in common", "[same-party]") {
  std::vector<listed_party> e{entry("US-EL", "1", "Kangxun Telecommunications Co., Ltd.", schema::company),
                              entry("US-CONS", "2", "KANGXUN TELECOMMUNICATIONS CO LTD", schema::entity)};
  e[0].countries = {"CN"};
  SECTION("the same") {
    e[1].countries = {"CN", "HK"};
    const auto links = links_of(e);
    REQUIRE(links.size() == 1);
    CHECK(links[0].evidences[0].kind == link_kind::name_and_country);
    CHECK(links[0].evidences[0].what == "CN");
  }
  SECTION("another") {
    e[1].countries = {"HK"};
    CHECK(links_of(e).empty());
  }
  SECTION("not said") { CHECK(links_of(e).empty()); }
  SECTION("a name of one letter more is another name") {
    e[1].countries = {"CN"};
    e[1].names[0].text = "KANGXUNG TELECOMMUNICATIONS CO LTD";
    CHECK(links_of(e).empty());
  }
  SECTION("persons are not linked by name and country") {
    e[1].countries = {"CN"};
    e[0].schema = schema::person;
    CHECK(links_of(e).empty());
  }
}

TEST_CASE("same party: entries of one list stay two, and chains join", "[same-party]") {
  std::vector<listed_party> e{entry("US-SDN", "1", "A", schema::company), entry("US-SDN", "2", "B", schema::company),
                              entry("UK-SL", "3", "C", schema::company)};
  bear(e[0], "Tax ID No.", "7707083893");
  bear(e[1], "Tax ID No.", "7707083893");
  CHECK(links_of({e[0], e[1]}).empty());
  bear(e[2], "Tax ID No.", "7707083893");
  const auto links = links_of(e);
  REQUIRE(links.size() == 2);
  CHECK(first_of_party(3, links) == std::vector<std::size_t>{0, 0, 0});
  CHECK(first_of_party(4, {}) == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("same party: an answer links its hits, and each knows the first of its party", "[same-party]") {
  party_set parties;
  parties.parties = {entry("UK-SL", "2", "Kangxun Telecommunications Co., Ltd.", schema::company),
                     entry("US-EL", "1", "Kangxun Telecommunications Co., Ltd.", schema::company),
                     entry("US-EL", "9", "Kangxun Trading Co., Ltd.", schema::company)};
  for (listed_party& p : parties.parties) p.countries = {"CN"};
  const auto idx = party_index::from_bytes(build_index_bytes(parties).value()).value();
  screening_query q;
  q.name = "Kangxun Telecommunications";
  screening_options o;
  o.as_of = day::parse("2026-01-01").value();
  o.threshold = score::from_units(5000);
  const screening_answer a = screen(idx, q, o);
  REQUIRE(a.hits.size() == 3);
  REQUIRE(a.links.size() == 1);
  CHECK(a.hits[a.links[0].first].same_party == a.hits[a.links[0].second].same_party);
  for (const screening_hit& h : a.hits) {
    CHECK(h.same_party == (h.party.source_id == "9" ? h.rank : a.hits[a.links[0].first].rank));
  }
  const std::string json = to_json(a, idx);
  CHECK(json.find("\"same_party\":{\"first_rank\":1,\"links\":[{\"rank\":2,") != std::string::npos);
  CHECK(json.find("\"same_party\":null") != std::string::npos);
}
