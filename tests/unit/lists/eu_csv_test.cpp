#include "lists/eu_csv.hpp"

#include <map>

#include "catch.hpp"
#include "lists/eu_record.hpp"
#include "support/shared_lists.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

namespace {

const std::string k_header =
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;"
    "NameAlias_LastName;NameAlias_FirstName;NameAlias_WholeName;NameAlias_NameLanguage;"
    "NameAlias_Remark;Identification_Number;Identification_TypeCode\n";

result<publication> read(std::string rows, std::string date = "", read_limits limits = {}) {
  auto file = make_input_file("eu.csv", std::move(rows), limits);
  if (!file) return file.error();
  source_spec source;
  if (!date.empty()) source.date = day::parse(date).value();
  return read_eu_csv(*file, source, limits);
}

}  // namespace

TEST_CASE("eu_csv: a file that is no whole list is refused", "[eu_csv]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read(k_header).error().code == errc::empty_input);
  CHECK(read("a;b\n1;2\n").error().code == errc::missing_field);
  CHECK(read(k_header + "24/01/2024;1;EU.1.1;P;;;A;;;;\n24/01/2024;1;EU").error().code ==
        errc::truncated);
  CHECK(read(k_header + "24/01/2024;1;EU.1.1;P;;;\"A").error().code == errc::truncated);
  CHECK(read("<!DOCTYPE html><html>").error().code == errc::unknown_format);
  read_limits one;
  one.max_parties = 1;
  CHECK(read(k_header + ";1;EU.1.1;P;;;A;;;;\n;2;EU.2.2;P;;;B;;;;\n", "", one).error().code ==
        errc::limit_exceeded);
}

TEST_CASE("eu_csv: rows of one reference are one party, wherever they stand", "[eu_csv]") {
  const auto p = read(k_header + ";1;EU.1.1;P;;;A;;;;\n;2;EU.2.2;E;;;B;;;;\n;1;EU.1.1;P;;;C;;;;\n")
                     .value();
  CHECK(p.counts.rows == 3);
  CHECK(p.counts.distinct_ids == 2);
  CHECK(p.counts.parties == 2);
  CHECK(p.counts.joined == 1);
  CHECK(p.counts.aliases == 1);
  CHECK(p.parties.at(0).names.size() == 2);
  CHECK(p.parties.at(1).schema == schema::entity);
}

TEST_CASE("eu_csv: without a reference the logical id names the party", "[eu_csv]") {
  const auto p = read(k_header + ";7;;P;;;A;;;;\n;;;P;;;B;;;;\n").value();
  CHECK(p.parties.at(0).source_id == "7");
  CHECK(p.counts.rejected == 1);
  CHECK(test::has_diagnostic(p, 3, "Entity_EU_ReferenceNumber", "neither"));
}

TEST_CASE("eu_csv: a low quality alias is weak, and strong where another row says so", "[eu_csv]") {
  const auto p = read(k_header + ";1;E;P;;;A B;;Low quality alias;;\n;1;E;P;;;C;;good quality alias;;\n"
                                 ";1;E;P;;;D;EN;low quality a.k.a.;;\n;1;E;P;;;D;DE;;;\n")
                     .value();
  const auto& names = p.parties.at(0).names;
  REQUIRE(names.size() == 3);
  CHECK(names[0].text == "C");  // The first strong one in Latin letters.
  CHECK(names[1].text == "A B");
  CHECK(names[1].strength == name_strength::weak);
  CHECK(names[2].strength == name_strength::strong);
  CHECK(names[2].language == "en");
  CHECK(p.parties.at(0).remarks.empty());
}

TEST_CASE("eu_csv: a name in parts is put together, one in another script is no primary name",
          "[eu_csv]") {
  const auto p = read(k_header + ";1;E;P;;;\xD0\x90\xD0\xB1;RU;;;\n;1;E;P;EXAMPLE;Omar;;;;;\n").value();
  CHECK(p.parties.at(0).names.at(0).text == "Omar EXAMPLE");
  CHECK(p.parties.at(0).names.at(1).script == script::cyrillic);
  CHECK(p.parties.at(0).names.at(1).language == "ru");
}

TEST_CASE("eu_csv: the number of a document ends where its type begins", "[eu_csv]") {
  const auto p = read(k_header + ";1;E;P;;;A;;;;\n;1;E;P;;;;;;D 001 (passport-National passport) "
                                 "((afghan));passport\n")
                     .value();
  const auto& ids = p.parties.at(0).identifiers;
  REQUIRE(ids.size() == 2);  // The logical id is the first.
  CHECK(ids[1].value == "D 001");
}

TEST_CASE("eu_csv: the date in the file is that of the publication, unless the user names one",
          "[eu_csv]") {
  const std::string rows = k_header + "24/01/2024;1;E;P;;;A;;;;\n";
  CHECK(read(rows).value().date->to_string() == "2024-01-24");
  const auto named = read(rows, "2024-01-25").value();
  CHECK(named.date->to_string() == "2024-01-25");
  CHECK(test::has_diagnostic(named, 2, "", "2024-01-24"));
}

TEST_CASE("eu_csv: the real list", "[eu_csv][real]") {
  TRADEWARDEN_SHARED(path, "lists/eu-2024-01/eu_csl.csv");
  const auto p = read_publication({"", path, {}}).value();
  // The file's own: 31,987 rows of 4,589 entities; 23,424 rows hold a name, 185 different ones of
  // them of low quality only.
  CHECK(p.format == "eu-csv");
  CHECK(p.date->to_string() == "2024-01-24");
  CHECK(p.counts.rows == 31'987);
  CHECK(p.counts.parties == 4'589);
  CHECK(p.counts.distinct_ids == 4'589);
  CHECK(p.counts.rejected == 0);
  CHECK(p.counts.aliases + p.counts.parties == 23'424);
  CHECK(p.counts.addresses <= 1'605);
  std::map<script, int> scripts;
  std::size_t births = 0;
  std::size_t un = 0;
  for (const listed_party& party : p.parties) {
    for (const party_name& n : party.names) ++scripts[n.script];
    births += party.birth_dates.size();
    for (const party_identifier& i : party.identifiers) un += i.type == "UN reference" ? 1 : 0;
  }
  CHECK(scripts[script::cyrillic] > 3'000);
  CHECK(scripts[script::arabic] > 500);
  CHECK(scripts[script::greek] > 200);
  CHECK(births > 3'300);
  CHECK(un == 86);
  CHECK(test::find_party(p, "Saddam Hussein Al-Tikriti")->source_id == "EU.27.28");
}
