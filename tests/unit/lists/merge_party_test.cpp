#include "lists/merge_party.hpp"

#include "catch.hpp"

using namespace tradewarden;
using lists::merge_party;

namespace {

using texts = std::vector<std::string>;

day on(const char* iso) { return day::parse(iso).value(); }

party_name named(std::string text, name_kind kind = name_kind::aka,
                 name_strength strength = name_strength::strong) {
  party_name n;
  n.text = std::move(text);
  n.kind = kind;
  n.strength = strength;
  return n;
}

measure denial(const char* from, const char* until = nullptr) {
  measure m;
  m.kind = measure_kind::denial;
  if (from != nullptr) m.from = on(from);
  if (until != nullptr) m.until = on(until);
  return m;
}

}  // namespace

TEST_CASE("single facts of the first publication stay, gaps are filled", "[merge_party]") {
  listed_party a;
  a.schema = schema::entity;
  a.title = "Director";
  listed_party b;
  b.schema = schema::company;
  b.title = "Clerk";
  b.imo = "9187629";
  b.remarks = "from the second";
  merge_party(a, std::move(b));
  CHECK(a.schema == schema::entity);
  CHECK(a.title == "Director");
  CHECK(a.imo == "9187629");
  CHECK(a.remarks == "from the second");
  listed_party c;
  listed_party d;
  d.schema = schema::vessel;
  merge_party(c, std::move(d));
  CHECK(c.schema == schema::vessel);
}

TEST_CASE("names are united by text and by folded tokens; a weak alias stays weak",
          "[merge_party]") {
  listed_party a;
  a.names = {named("EXAMPLE BANK", name_kind::primary),
             named("RUSAG", name_kind::aka, name_strength::weak)};
  listed_party b;
  b.names = {named("Example Bank", name_kind::primary), named("Rusag"), named("RUSAG"),
             named("Example Bank of Nowhere"), named("example bank OF nowhere")};
  merge_party(a, std::move(b));
  REQUIRE(a.names.size() == 3);
  CHECK(a.names[0].text == "EXAMPLE BANK");
  CHECK(a.names[1].strength == name_strength::weak);
  CHECK(a.names[2].text == "Example Bank of Nowhere");
}

TEST_CASE("another primary name becomes an alias", "[merge_party]") {
  listed_party a;
  a.names = {named("ONE", name_kind::primary)};
  listed_party b;
  b.names = {named("TWO", name_kind::primary)};
  merge_party(a, std::move(b));
  REQUIRE(a.names.size() == 2);
  CHECK(a.names[1].kind == name_kind::aka);
}

TEST_CASE("addresses and numbers of the same letters and digits are one", "[merge_party]") {
  listed_party a;
  a.addresses.resize(1);
  a.addresses[0].street = "1 Main St.";
  a.addresses[0].city = "Zurich CH-8022";
  a.addresses[0].country = "CH";
  a.identifiers.resize(2);
  a.identifiers[0] = {"IMO", "9187629", "", "", "", {}};
  a.identifiers[1] = {"Passport", "A-1", "CU", "", "", {}};
  listed_party b;
  b.addresses.resize(2);
  b.addresses[0].text = "1 Main St, Zurich, CH-8022, CH";
  b.addresses[1].text = "2 Main St, Zurich, CH-8022, CH";
  b.identifiers.resize(4);
  b.identifiers[0] = {"Vessel Registration Identification", "IMO 9187629", "", "", "", {}};
  b.identifiers[1] = {"Passport", "A1", "", "", "", {}};
  b.identifiers[2] = {"Passport", "A1", "DE", "", "", {}};
  b.identifiers[3] = {"Passport", "A2", "CU", "", "", {}};
  merge_party(a, std::move(b));
  REQUIRE(a.addresses.size() == 2);
  CHECK(a.addresses[1].text.starts_with("2 Main"));
  REQUIRE(a.identifiers.size() == 4);
  CHECK(a.identifiers[2].country == "DE");
  CHECK(a.identifiers[3].value == "A2");
}

TEST_CASE("a country alone is one address, taken apart or not", "[merge_party]") {
  listed_party a;
  a.addresses.resize(1);
  a.addresses[0].country = "MX";
  listed_party b;
  b.addresses.resize(2);
  b.addresses[0].country = "MX";
  b.addresses[0].text = "MX";
  b.addresses[1].country = "CU";
  b.addresses[1].text = "CU";
  merge_party(a, std::move(b));
  REQUIRE(a.addresses.size() == 2);
  CHECK(a.addresses[1].country == "CU");
}

TEST_CASE("lists of codes, dates and citations are united", "[merge_party]") {
  listed_party a;
  a.countries = {"CU"};
  a.programmes = {"SDGT"};
  a.birth_dates = {{partial_date::parse("1962").value(), {}}};
  a.citations = {"68 FR 38290"};
  listed_party b;
  b.countries = {"AT", "CU"};
  b.programmes = {"IRGC", "SDGT"};
  b.birth_dates = {{partial_date::parse("1962").value(), {}},
                   {partial_date::parse("1963").value(), {}}};
  b.citations = {"68 FR 38290", "71 FR 38843", "an order"};
  merge_party(a, std::move(b));
  CHECK(a.countries == texts{"AT", "CU"});
  CHECK(a.programmes == texts{"SDGT", "IRGC"});
  CHECK(a.birth_dates.size() == 2);
  CHECK(a.citations == texts{"68 FR 38290", "71 FR 38843", "an order"});
}

TEST_CASE("dated measures replace an undated listing", "[merge_party]") {
  listed_party a;
  a.measures = {measure{}};
  listed_party b;
  b.measures = {denial("2018-04-15")};
  CHECK(merge_party(a, std::move(b)) == 0);
  REQUIRE(a.measures.size() == 1);
  CHECK(a.measures[0].from == on("2018-04-15"));

  listed_party c;
  c.measures = {measure{}};
  listed_party d;
  d.measures = {measure{}};
  merge_party(c, std::move(d));
  CHECK(c.measures.size() == 1);
}

TEST_CASE("an undated listing stays beside measures that are over", "[merge_party]") {
  listed_party a;
  a.measures = {measure{}};
  listed_party b;
  b.measures = {denial("2018-04-15", "2018-07-13")};
  CHECK(merge_party(a, std::move(b)) == 0);
  REQUIRE(a.measures.size() == 2);
  CHECK_FALSE(a.measures[0].from.has_value());
  CHECK_FALSE(a.measures[0].until.has_value());
  CHECK(a.measures[1].until == on("2018-07-13"));

  listed_party c;  // The other way round.
  c.measures = {denial("2018-04-15", "2018-07-13")};
  listed_party d;
  d.measures = {measure{}};
  merge_party(c, std::move(d));
  REQUIRE(c.measures.size() == 2);
  CHECK_FALSE(c.measures[0].from.has_value());

  listed_party e;  // A suspended order is milder than being listed.
  e.measures = {measure{}};
  listed_party f;
  f.measures = {denial("2018-04-15")};
  f.measures[0].kind = measure_kind::suspended_order;
  merge_party(e, std::move(f));
  CHECK(e.measures.size() == 2);
}

TEST_CASE("of one measure the later end counts, whoever gives it", "[merge_party]") {
  std::vector<publication> pubs(2);
  pubs[0].name = "List A";
  pubs[1].name = "List B";
  const auto merged = [&](const char* first, const char* second) {
    listed_party a;
    a.measures = {denial("2018-04-15", first)};
    a.measures[0].end = first ? measure_end::expired : measure_end::none;
    a.measures[0].note = "noted";
    listed_party b;
    b.measures = {denial("2018-04-15", second)};
    b.measures[0].end = second ? measure_end::lifted : measure_end::none;
    b.measures[0].at.publication = 1;
    CHECK(merge_party(a, std::move(b), pubs) == 1);
    REQUIRE(a.measures.size() == 1);
    return a.measures[0];
  };
  const measure longer = merged("2020-01-01", "2025-03-14");
  CHECK(longer.until == on("2025-03-14"));
  CHECK(longer.end == measure_end::lifted);
  // The day before the first day no longer in force.
  CHECK(longer.note == "noted; List A gives 2019-12-31 as the last day; the later end counts");
  const measure open = merged("2020-01-01", nullptr);
  CHECK_FALSE(open.until.has_value());
  CHECK(open.end == measure_end::none);
  const measure stays = merged("2025-03-14", "2020-01-01");
  CHECK(stays.until == on("2025-03-14"));
  CHECK(stays.end == measure_end::expired);
  CHECK(stays.note == "noted; List B gives 2019-12-31 as the last day; the later end counts");
  CHECK_FALSE(merged(nullptr, "2020-01-01").until.has_value());
}

TEST_CASE("a measure of one kind and first day is one, as the first publication has it",
          "[merge_party]") {
  listed_party a;
  a.measures = {denial("2018-04-15")};
  listed_party b;
  b.measures = {denial("2018-04-15", "2018-07-13"), denial("2017-03-23"), measure{}};
  CHECK(merge_party(a, std::move(b)) == 1);
  REQUIRE(a.measures.size() == 2);
  CHECK(a.measures[0].from == on("2017-03-23"));
  CHECK(a.measures[1].from == on("2018-04-15"));
  CHECK_FALSE(a.measures[1].until.has_value());
}

TEST_CASE("both sources are named", "[merge_party]") {
  listed_party a;
  a.sources.resize(1);
  a.sources[0].id = "17013";
  listed_party b;
  b.sources.resize(1);
  b.sources[0].id = "abc";
  merge_party(a, std::move(b));
  REQUIRE(a.sources.size() == 2);
  CHECK(a.sources[0].id == "17013");
  CHECK(a.sources[1].id == "abc");
}
