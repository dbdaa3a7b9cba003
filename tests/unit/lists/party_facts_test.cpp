#include "lists/party_facts.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

TEST_CASE("party_facts: a person's name is turned, unless a part is missing", "[party_facts]") {
  CHECK(last_first("AL-EXAMPLE", "Omar  Said") == "AL-EXAMPLE, Omar Said");
  CHECK(last_first("EXAMPLE", "") == "EXAMPLE");
  CHECK(last_first(" ", "Omar") == "Omar");
  // A comma inside would be taken for that between the parts.
  CHECK(last_first("EXAMPLE, Jr.", "Omar") == "Omar EXAMPLE, Jr.");
}

TEST_CASE("party_facts: numbered values", "[party_facts]") {
  CHECK(numbered_values("(1) Germany. (2) Morocco") == strings{"Germany", "Morocco"});
  CHECK(numbered_values("(1) A-1 (2) - (10) B (x) 2") == strings{"A-1", "B (x) 2"});
  CHECK(numbered_values("Congo (Democratic Republic)") == strings{"Congo (Democratic Republic)"});
  CHECK(numbered_values("(1)(2)").empty());
  CHECK(numbered_values("").empty());
}

TEST_CASE("party_facts: lettered values", "[party_facts]") {
  CHECK(lettered_values("a) 1958 b) 1959") == strings{"1958", "1959"});
  CHECK(lettered_values("A Name b) Another c) Third") == strings{"A Name", "Another", "Third"});
  CHECK(lettered_values("(a) of the act") == strings{"(a) of the act"});
  CHECK(lettered_values("").empty());
}

TEST_CASE("party_facts: dates are day first, and their parts may be unknown", "[party_facts]") {
  CHECK(read_day_first("03/04/1961")->to_string() == "1961-04-03");
  CHECK(read_day_first("00/00/1961")->to_string() == "1961");
  CHECK(read_day_first("dd/mm/1961")->to_string() == "1961");
  CHECK(read_day_first("00/05/1961")->to_string() == "1961-05");
  CHECK(read_day_first("9/1/1961")->to_string() == "1961-01-09");
  CHECK_FALSE(read_day_first("05/13/1961"));
  CHECK_FALSE(read_day_first("01/01/0000"));
  CHECK_FALSE(read_day_first("1961"));
  CHECK(read_whole_day("25/01/2024")->to_string() == "2024-01-25");
  CHECK(read_whole_day("28-Jan-2026")->to_string() == "2026-01-28");
  CHECK(read_whole_day("2026-02-27T00:00:09.554Z")->to_string() == "2026-02-27");
  CHECK(read_whole_day("2026-02-27+01:00")->to_string() == "2026-02-27");
  CHECK(read_whole_day("2015-07-01-04:00")->to_string() == "2015-07-01");
  CHECK_FALSE(read_whole_day("00/01/2024"));
  CHECK_FALSE(read_whole_day("2024"));
}

TEST_CASE("party_facts: an IMO number is the ship's, whatever stands before it", "[party_facts]") {
  listed_party p;
  push_identifier(p, "IMO number", "IMO 9187629", {}, {});
  CHECK(p.imo == "9187629");
  push_identifier(p, "Passport", "-", {}, {});
  push_identifier(p, "Passport", "AB 12", "Russia", {}, "2010-01-02", "nonsense");
  REQUIRE(p.identifiers.size() == 2);
  CHECK(p.identifiers[1].country == "RU");
  CHECK(p.identifiers[1].issued == "2010-01-02");
  CHECK(p.identifiers[1].expires.empty());
}

TEST_CASE("party_facts: countries with something behind them, and those that say nothing",
          "[party_facts]") {
  const input_file file = test::file_of("x");
  publication_builder out{file, {}, "test", "Test"};
  strings to;
  add_country(out, 7, "Country", "Russia (as at 2010)", to);
  add_country(out, 7, "Country", "00", to);
  add_country(out, 7, "Country", "Iran.", to);
  CHECK(to == strings{"RU", "IR"});
  add_country(out, 7, "Country", "Estonia, Latvia", to);
  CHECK(to == strings{"RU", "IR", "EE", "LV"});
  add_country(out, 7, "Country", "Atlantis", to);
  out.row();
  listed_party& p = out.party("X-1", "1").party;
  push_name(p, "A", name_kind::primary, name_strength::strong, {});
  const publication done = out.finish().value();
  CHECK(test::has_diagnostic(done, 7, "Country", "Atlantis"));
  CHECK(done.diagnostics.size() == 1);
}

TEST_CASE("party_facts: a name with another in brackets", "[party_facts]") {
  listed_party p;
  push_listed_name(p, "Example Trading Organisation (EXTO)", name_kind::fka, name_strength::weak, {});
  REQUIRE(p.names.size() == 3);
  CHECK(p.names[0].text == "Example Trading Organisation");
  CHECK(p.names[0].kind == name_kind::fka);
  CHECK(p.names[1].text == "Example Trading Organisation (EXTO)");
  CHECK(p.names[2].text == "EXTO");
  CHECK(p.names[2].strength == name_strength::weak);
}

TEST_CASE("publication_builder: the primary name comes to the front, wherever it stood",
          "[publication_builder]") {
  const input_file file = test::file_of("x");
  publication_builder out{file, {}, "test", "Test"};
  for (int i = 0; i < 3; ++i) out.row();
  listed_party& p = out.party("X-1", "1").party;
  push_name(p, "B", name_kind::aka, name_strength::strong, {0, 0, 1});
  (void)out.party("X-1", "1");
  listed_party& same = out.party("X-1", "1").party;
  push_name(same, "A", name_kind::primary, name_strength::strong, {0, 0, 2});
  push_name(same, "C", name_kind::primary, name_strength::strong, {0, 0, 3});
  const publication done = out.finish().value();
  const auto& names = done.parties.at(0).names;
  REQUIRE(names.size() == 3);
  CHECK(names[0].text == "A");
  CHECK(names[0].kind == name_kind::primary);
  CHECK(names[1].text == "B");
  CHECK(names[2].kind == name_kind::aka);
}

TEST_CASE("publication_builder: without a mark the first strong Latin name is the primary one",
          "[publication_builder]") {
  const input_file file = test::file_of("x");
  publication_builder out{file, {}, "test", "Test"};
  out.row();
  listed_party& p = out.party("X-1", "1").party;
  push_name(p, "\xD0\x90\xD0\x91", name_kind::aka, name_strength::strong, {});
  push_name(p, "Weak", name_kind::aka, name_strength::weak, {});
  push_name(p, "Strong", name_kind::fka, name_strength::strong, {});
  const publication done = out.finish().value();
  CHECK(done.parties.at(0).names.at(0).text == "Strong");
  CHECK(done.parties.at(0).names.at(0).kind == name_kind::primary);
}

TEST_CASE("publication_builder: parties of which no row has a name are rejected rows",
          "[publication_builder]") {
  const input_file file = test::file_of("x");
  publication_builder out{file, {}, "test", "Test"};
  for (int i = 0; i < 4; ++i) out.row();
  (void)out.party("X-1", "nameless");
  (void)out.party("X-1", "nameless");
  push_name(out.party("X-1", "named").party, "A", name_kind::primary, name_strength::strong, {});
  (void)out.party("X-1", "named");
  const publication done = out.finish().value();
  CHECK(done.counts.rows == 4);
  CHECK(done.counts.parties == 1);
  CHECK(done.counts.joined == 1);
  CHECK(done.counts.rejected == 2);
  CHECK(test::has_diagnostic(done, 0, "name", "nameless"));
}
