#include "lists/mapped_csv.hpp"

#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "lists/mapping.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

namespace {

std::string mapping_of(const std::string& more, const std::string& columns) {
  return R"({"tradewarden_mapping":1,"file":"t.csv","name":"End users","list":"X-JP-METI")" + more +
         R"(,"columns":{)" + columns + "}}";
}

result<publication> read(const std::string& mapping, const std::string& table) {
  return read_mapped_csv(test::file_of(mapping, "m.json"), test::file_of(table, "t.csv"), {}, {});
}

errc mapping_error(const std::string& text) {
  const auto m = read_mapping(test::file_of(text, "m.json"));
  REQUIRE_FALSE(m);
  return m.error().code;
}

}  // namespace

TEST_CASE("mapped_csv: columns go where the mapping says", "[mapped_csv]") {
  const auto p =
      read(mapping_of(R"(,"dates":"day_first","schema":"entity","date":"2025-01-31","entries":2)",
                      R"("No.":"id","Company":"name","Also known as":{"to":"alias","split":";"},)"
                      R"("Listed":"listed","Country":"country","Reg":{"to":"identifier","type":"INN"},)"
                      R"("Type":"programme","Notes":"ignore")"),
           "No.,Company,Also known as,Listed,Country,Reg,Type,Notes\n"
           "1,Example Works,EW; Works No. 5,03/04/2020,Russia,77,N,x\n"
           "2,Second,,,,,,\n")
          .value();
  CHECK(p.date->to_string() == "2025-01-31");
  CHECK(p.name == "End users");
  CHECK(p.files.size() == 2);
  REQUIRE(p.counts.parties == 2);
  const listed_party& one = p.parties.at(0);
  CHECK(one.list == "X-JP-METI");
  CHECK(one.source_id == "1");
  CHECK(one.schema == schema::entity);
  REQUIRE(one.names.size() == 3);
  CHECK(one.names[2].text == "Works No. 5");
  CHECK(one.measures.at(0).from->to_string() == "2020-04-03");
  CHECK(one.countries == strings{"RU"});
  CHECK(one.identifiers.at(0).type == "INN");
  CHECK(one.programmes == strings{"N"});
  CHECK(p.diagnostics.empty());
}

TEST_CASE("mapped_csv: a person's name from its parts, a date of which the order is not said",
          "[mapped_csv]") {
  const auto p = read(mapping_of("", R"("L":"last_name","G":"given_name","B":"birth_date")"),
                      "L,G,B\nEXAMPLE,Omar,03/04/1960\nEXAMPLE,Umar,1960-04-03\n")
                     .value();
  CHECK(p.parties.at(0).names.at(0).text == "EXAMPLE, Omar");
  CHECK(p.parties.at(0).birth_dates.empty());
  CHECK(test::has_diagnostic(p, 2, "B", "not a date"));
  CHECK(p.parties.at(1).birth_dates.size() == 1);
  CHECK(p.parties.at(0).source_id == "omar example|undated");
}

TEST_CASE("mapped_csv: columns that are not named warn, columns that are not there refuse",
          "[mapped_csv]") {
  const auto p = read(mapping_of("", R"(" company ":"name")"), "Company,Other\nA,B\n").value();
  CHECK(test::has_diagnostic(p, 1, "other", "not known"));
  const auto absent = read(mapping_of("", R"("Company":"name","Listed":"listed")"), "Company\nA\n");
  CHECK(absent.error().code == errc::missing_field);
  CHECK(absent.error().field == "Listed");
}

TEST_CASE("mapped_csv: another number of rows than announced is a cut", "[mapped_csv]") {
  CHECK(read(mapping_of(R"(,"entries":3)", R"("C":"name")"), "C\nA\nB\n").error().code ==
        errc::truncated);
}

TEST_CASE("mapped_csv: rows of one id are joined, those without a name rejected", "[mapped_csv]") {
  const auto p = read(mapping_of(R"(,"separator":";","skip_lines":1)", R"("I":"id","C":"name")"),
                      "made on a day\nI;C\n1;A\n1;B\n2;\n")
                     .value();
  CHECK(p.counts.rows == 3);
  CHECK(p.counts.joined == 1);
  CHECK(p.counts.rejected == 1);
  CHECK(p.parties.at(0).names.size() == 2);
}

TEST_CASE("mapping: what is wrong with it is said", "[mapped_csv]") {
  CHECK(mapping_error("nonsense") == errc::bad_syntax);
  CHECK(mapping_error("[]") == errc::bad_syntax);
  CHECK(mapping_error("{}") == errc::missing_field);
  CHECK(mapping_error(R"({"tradewarden_mapping":2})") == errc::unknown_format);
  CHECK(mapping_error(mapping_of(R"(,"colums":{})", R"("C":"name")")) == errc::bad_syntax);
  CHECK(mapping_error(mapping_of("", R"("C":"nam")")) == errc::bad_value);
  CHECK(mapping_error(mapping_of("", R"("C":"alias")")) == errc::missing_field);
  CHECK(mapping_error(mapping_of(R"(,"separator":"ab")", R"("C":"name")")) == errc::bad_value);
  CHECK(mapping_error(mapping_of(R"(,"dates":"any")", R"("C":"name")")) == errc::bad_value);
  CHECK(mapping_error(R"({"tradewarden_mapping":1,"file":"../t.csv","name":"N","list":"X-1",)"
                      R"("columns":{"C":"name"}})") == errc::bad_value);
  CHECK(mapping_error(R"({"tradewarden_mapping":1,"file":"t.csv","name":"N","list":"MINE",)"
                      R"("columns":{"C":"name"}})") == errc::bad_value);
}

TEST_CASE("mapped_csv: the table is looked for beside the mapping", "[mapped_csv]") {
  const auto dir = std::filesystem::temp_directory_path() / "tradewarden-mapped-csv-test";
  std::filesystem::create_directories(dir);
  std::ofstream(dir / "m.json") << mapping_of("", R"("C":"name")");
  std::ofstream(dir / "t.csv") << "C\nA\n";
  const auto p = read_publication({"", (dir / "m.json").string(), {}}).value();
  CHECK(p.format == "mapped-csv");
  CHECK(p.counts.parties == 1);
  std::filesystem::remove(dir / "t.csv");
  CHECK(read_publication({"", (dir / "m.json").string(), {}}).error().code == errc::not_found);
  std::filesystem::remove_all(dir);
}
