#include "lists/ofac_xml.hpp"

#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "support/shared_lists.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

std::string list_of(int announced, const std::string& entries) {
  return "<sdnList xmlns=\"urn:any\"><publshInformation><Publish_Date>03/28/2025</Publish_Date>"
         "<Record_Count>" + std::to_string(announced) + "</Record_Count></publshInformation>" +
         entries + "</sdnList>";
}

std::string entry(const std::string& uid, const std::string& facts) {
  return "<sdnEntry><uid>" + uid + "</uid><lastName>A</lastName>" + facts + "</sdnEntry>";
}

result<publication> read(const std::string& text) {
  return read_ofac_xml(test::file_of(text, "sdn.xml"), {}, {});
}

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("ofac_xml: fewer entries than the head announces is a file that was cut", "[ofac_xml]") {
  CHECK(read(list_of(1, entry("1", ""))).value().counts.parties == 1);
  const auto cut = read(list_of(3, entry("1", "") + entry("2", "")));
  CHECK(cut.error().code == errc::truncated);
  CHECK(cut.error().field == "Record_Count");
  const auto more = read(list_of(1, entry("1", "") + entry("2", ""))).value();
  CHECK(test::has_diagnostic(more, 0, "Record_Count", "announces 1"));
  CHECK(read(list_of(0, "")).error().code == errc::empty_input);
  CHECK(read("<sdnList><sdnEntry>").error().code == errc::truncated);
}

TEST_CASE("ofac_xml: weak aliases, former names, and facts among the identifiers", "[ofac_xml]") {
  const auto p =
      read(list_of(1, entry("1", "<sdnType>Individual</sdnType><akaList><aka><type>a.k.a.</type>"
                                 "<category>weak</category><lastName>W</lastName></aka><aka>"
                                 "<type>f.k.a. </type><category>strong</category><lastName>F</lastName>"
                                 "<firstName>G</firstName></aka></akaList><idList><id>"
                                 "<idType>Gender</idType><idNumber>Female</idNumber></id></idList>")))
          .value();
  const listed_party& one = p.parties.at(0);
  REQUIRE(one.names.size() == 3);
  CHECK(one.names[1].strength == name_strength::weak);
  CHECK(one.names[2].text == "F, G");
  CHECK(one.names[2].kind == name_kind::fka);
  CHECK(one.gender == "female");
  CHECK(one.identifiers.empty());
}

TEST_CASE("ofac_xml: which of the two lists it is", "[ofac_xml]") {
  const std::string plc = list_of(1, entry("1", "<programList><program>NS-PLC</program></programList>"));
  CHECK(looks_like_ofac_cons_xml("list.xml", plc));
  CHECK_FALSE(looks_like_ofac_xml("list.xml", plc));
  CHECK(looks_like_ofac_xml("sdn.xml", plc));
  CHECK(looks_like_ofac_cons_xml("consolidated.xml", list_of(1, entry("1", ""))));
  const auto p = read_ofac_cons_xml(test::file_of(plc), {}, {}).value();
  CHECK(p.parties.at(0).list == "US-CONS");
  CHECK(p.parties.at(0).sublists == std::vector<std::string>{"PLC"});
}

TEST_CASE("ofac_xml: the real consolidated list", "[ofac_xml][real]") {
  TRADEWARDEN_SHARED(path, "lists/ofac-cons-xml-2025-03/consolidated.xml");
  const auto p = read_publication({"", path, {}}).value();
  CHECK(p.format == "ofac-cons-xml");
  CHECK(p.date->to_string() == "2025-03-28");
  CHECK(p.counts.rows == 443);  // As its head says.
  CHECK(p.counts.parties == 443);
  CHECK(p.counts.rejected == 0);
  CHECK(p.counts.aliases == 1'136);
  std::size_t on_a_list = 0;
  for (const listed_party& party : p.parties) on_a_list += party.sublists.empty() ? 0 : 1;
  CHECK(on_a_list >= 440);
}

TEST_CASE("ofac_xml: excerpts of the older files are read once their count is theirs",
          "[ofac_xml][real]") {
  TRADEWARDEN_SHARED(path, "lists/ita-fixtures/sdn/sdn.xml");
  std::string text = contents(path);
  CHECK(read(text).error().code == errc::truncated);
  const std::size_t at = text.find("<Record_Count>5704");
  REQUIRE(at != std::string::npos);
  text.replace(at, 18, "<Record_Count>4");
  const auto p = read(text).value();
  CHECK(p.counts.parties == 4);
  CHECK(p.counts.aliases == 13);
  CHECK(p.counts.weak_names == 1);
}
