#include "lists/uk_csv.hpp"

#include "catch.hpp"
#include "support/shared_lists.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

namespace {

const std::string k_conlist_header =
    "Name 6,Name 1,DOB,Nationality,Other Information,Group Type,Alias Type,Alias Quality,Listed On,"
    "Group ID\n";

result<publication> conlist(const std::string& rows) {
  return read_uk_conlist(test::file_of("Last Updated,25/01/2024\n" + k_conlist_header + rows), {}, {});
}

}  // namespace

TEST_CASE("uk_csv: a file that is no whole list is refused", "[uk_csv]") {
  CHECK(conlist("").error().code == errc::empty_input);
  CHECK(conlist("A,B,,,,Individual,Primary name,,01/02/2020,1\nC,D").error().code == errc::truncated);
  CHECK(read_uk_conlist(test::file_of("a,b\nc,d\n1,2\n"), {}, {}).error().code == errc::missing_field);
  CHECK(read_uk_sanctions_list(test::file_of("Report Date: 1-Jan-2026\n"), {}, {}).error().code ==
        errc::missing_field);
}

TEST_CASE("uk_csv: the line before the header is no header, and may be missing", "[uk_csv]") {
  const std::string row = "A,B,,,,Individual,Primary name,,01/02/2020,1\n";
  CHECK(conlist(row).value().date->to_string() == "2024-01-25");
  const auto bare = read_uk_conlist(test::file_of(k_conlist_header + row), {}, {}).value();
  CHECK_FALSE(bare.date);
  CHECK(bare.counts.parties == 1);
  CHECK(looks_like_uk_conlist(k_conlist_header));
  CHECK(looks_like_uk_conlist("Last Updated,25/01/2024\r\n" + k_conlist_header));
  CHECK_FALSE(looks_like_uk_sanctions_list(k_conlist_header));
  CHECK(looks_like_uk_sanctions_list("Report Date: 1\r\nLast Updated,Unique ID,Name 6\r\n"));
}

TEST_CASE("uk_csv: the reference in the text is the id, else the group's number", "[uk_csv]") {
  const auto p = conlist("A,B,,,(UK Sanctions List Ref):RUS0001. (UN Ref):QDi.1. Text,Individual,"
                         "Primary name,,01/02/2020,7\nC,,,,Text,Entity,Primary name,,01/02/2020,8\n"
                         "D,,,,,Entity,Primary name,,01/02/2020,\n")
                     .value();
  CHECK(p.parties.at(0).source_id == "RUS0001");
  CHECK(p.parties.at(1).source_id == "OFSI-8");
  CHECK(p.counts.rejected == 1);
  REQUIRE(p.parties.at(0).identifiers.size() == 2);
  CHECK(p.parties.at(0).identifiers[0].value == "QDi.1");
  CHECK(p.parties.at(0).identifiers[1].value == "7");
}

TEST_CASE("uk_csv: one row per name and address is one party with each once", "[uk_csv]") {
  const auto p = conlist("DOC,The,,,,Individual,AKA,Low quality,01/02/2020,1\n"
                         "EXAMPLE,Omar,00/00/1961,(1) Russia (2) Israel,,Individual,Primary name,,"
                         "01/02/2020,1\n"
                         "EXAMPLE,Omar,00/00/1961,(1) Russia (2) Israel,,Individual,Primary name,,"
                         "01/02/2020,1\n")
                     .value();
  CHECK(p.counts.rows == 3);
  CHECK(p.counts.joined == 2);
  const listed_party& one = p.parties.at(0);
  REQUIRE(one.names.size() == 2);
  CHECK(one.names[0].text == "EXAMPLE, Omar");
  CHECK(one.names[0].kind == name_kind::primary);
  CHECK(one.names[1].strength == name_strength::weak);
  CHECK(one.birth_dates.size() == 1);
  CHECK(one.nationalities == strings{"IL", "RU"});
}

TEST_CASE("uk_csv: dates are written day first", "[uk_csv]") {
  const auto p = conlist("A,B,03/04/1961,,,Individual,Primary name,,02/03/2021,1\n").value();
  CHECK(p.parties.at(0).birth_dates.at(0).date.to_string() == "1961-04-03");
  CHECK(p.parties.at(0).measures.at(0).from->to_string() == "2021-03-02");
}

TEST_CASE("uk_csv: the real ConList.csv", "[uk_csv][real]") {
  TRADEWARDEN_SHARED(path, "lists/uk-conlist-2024-01/ConList.csv");
  const auto p = read_publication({"", path, {}}).value();
  // Counted in the file: 17,642 rows of 4,254 groups, of which one has no UK reference.
  CHECK(p.format == "uk-conlist");
  CHECK(p.date->to_string() == "2024-01-25");
  CHECK(p.counts.rows == 17'642);
  CHECK(p.counts.parties == 4'254);
  CHECK(p.counts.joined == 13'388);
  CHECK(p.counts.rejected == 0);
  std::size_t without = 0;
  std::size_t ships = 0;
  for (const listed_party& party : p.parties) {
    without += party.source_id.starts_with("OFSI-") ? 1 : 0;
    ships += party.schema == schema::vessel && party.imo.size() == 7 ? 1 : 0;
  }
  CHECK(without == 1);
  CHECK(ships == 15);  // As many rows are the primary name of a ship.
  CHECK(p.counts.weak_names > 500);
}
