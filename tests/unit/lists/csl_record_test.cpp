#include "lists/csl_record.hpp"

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

TEST_CASE("csl: every source text of the list has its list", "[csl]") {
  struct row {
    const char* source;
    const char* code;
    const char* sublist;
  };
  for (const row& r : {
           row{"Specially Designated Nationals (SDN) - Treasury Department", "US-SDN", ""},
           row{"Sectoral Sanctions Identifications List (SSI) - Treasury Department", "US-CONS", "SSI"},
           row{"Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department", "US-CONS",
               "NS-MBS"},
           row{"Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury "
               "Department",
               "US-CONS", "CMIC"},
           row{"Palestinian Legislative Council List (PLC) - Treasury Department", "US-CONS", "PLC"},
           row{"Capta List (CAP) - Treasury Department", "US-CONS", "CAPTA"},
           row{"Foreign Sanctions Evaders (FSE) - Treasury Department", "US-CONS", "FSE"},
           row{"Part 561 List (561) - Treasury Department", "US-CONS", "561"},
           row{"List of Persons Identified as Blocked Solely Pursuant to Executive Order 13599 "
               "(13599) - Treasury Department",
               "US-CONS", "13599"},
           row{"Entity List (EL) - Bureau of Industry and Security", "US-EL", ""},
           row{"Denied Persons List (DPL) - Bureau of Industry and Security", "US-DPL", ""},
           row{"Unverified List (UVL) - Bureau of Industry and Security", "US-UVL", ""},
           row{"Military End User (MEU) List - Bureau of Industry and Security", "US-MEU", ""},
           row{"Nonproliferation Sanctions (ISN) - State Department", "US-ISN", ""},
           row{"ITAR Debarred (DTC) - State Department", "US-DTC", ""},
       }) {
    CAPTURE(r.source);
    const csl_list got = csl_list_of(r.source);
    CHECK(got.known);
    CHECK(got.code == r.code);
    CHECK(got.sublist == r.sublist);
    CHECK(got.ofac == (got.code == "US-SDN" || got.code == "US-CONS"));
  }
  const csl_list other = csl_list_of("Some New List (SNL) - Some Department");
  CHECK_FALSE(other.known);
  CHECK(other.code == "X-some-new-list-snl-some-department");
}

TEST_CASE("csl: joined values part at semicolons", "[csl]") {
  CHECK(split_values("A; B;C ;  D; ") == strings{"A", "B", "C", "D"});
  CHECK(split_values("").empty());
  CHECK(split_values(" ; ;").empty());
  CHECK(split_values("A&amp;B; C &#39;D&#39;; R&D;E") == strings{"A&B", "C 'D'", "R&D", "E"});
  CHECK(split_values("A &amp; B, 1 Road; C", true) == strings{"A & B, 1 Road", "C"});
  CHECK(split_values("A&amp;lt;B", true) == strings{"A&lt;B"});
  // Addresses may hold a semicolon without a blank.
  CHECK(split_values("1;2 Road; 3 Road", true) == strings{"1;2 Road", "3 Road"});
}

TEST_CASE("csl: identifiers as type, number, country and dates", "[csl]") {
  const auto ids = split_identifiers(
      "Passport, A1, RU, 01 Sep 2014, 01 Sep 2024; Tax ID No., 7722, RU; SWIFT/BIC, ABCDEFGH; "
      "Passport, B2, 18 Feb 2004, 17 Feb 2009; Passport, C3, HK, 14 May 2023; "
      "Registration ID, 12, 34-AB, IR, 1983; Phone Number, 1, 2");
  REQUIRE(ids.size() == 7);
  CHECK(ids[0].type == "Passport");
  CHECK(ids[0].number == "A1");
  CHECK(ids[0].country == "RU");
  CHECK(ids[0].issued == "01 Sep 2014");
  CHECK(ids[0].expires == "01 Sep 2024");
  CHECK(ids[1].number == "7722");
  CHECK(ids[1].country == "RU");
  CHECK(ids[2].number == "ABCDEFGH");
  CHECK(ids[2].country.empty());
  CHECK(ids[3].number == "B2");
  CHECK(ids[3].issued == "18 Feb 2004");
  CHECK(ids[4].number == "C3");
  CHECK(ids[4].country == "HK");
  CHECK(ids[4].date == "14 May 2023");  // Of issue or of expiry: the list does not say.
  CHECK(ids[4].issued.empty());
  CHECK(ids[5].number == "12, 34-AB");
  CHECK(ids[5].country == "IR");
  CHECK(ids[6].number == "1, 2");
}

TEST_CASE("csl: a value with a semicolon goes on in the next piece", "[csl]") {
  const auto ids = split_identifiers("Trade, advice, accounting; tax consultancy; Gender, Male");
  REQUIRE(ids.size() == 2);
  CHECK(ids[0].number == "advice, accounting; tax consultancy");
  CHECK(ids[1].type == "Gender");
  CHECK(split_identifiers("tax consultancy").empty());
  CHECK(split_identifiers("").empty());
}

TEST_CASE("csl: addresses keep their line and give their country", "[csl]") {
  const auto a = split_addresses("1 Road, Moscow, 103, RU; and 2 Road, Toronto, CA; Hong Kong, ; ,");
  REQUIRE(a.size() == 3);
  CHECK(a[0].text == "1 Road, Moscow, 103, RU");
  CHECK(a[0].country == "RU");
  CHECK(a[1].text == "2 Road, Toronto, CA");
  CHECK(a[1].country == "CA");
  CHECK(a[2].text == "Hong Kong");
  CHECK(a[2].country == "HK");
}
