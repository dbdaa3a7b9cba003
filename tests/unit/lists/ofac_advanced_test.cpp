#include "lists/ofac_advanced.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

result<publication> read(const std::string& inside) {
  return read_ofac_advanced(test::file_of("<Sanctions>" + inside + "</Sanctions>", "a.xml"), {}, {});
}

const std::string k_references =
    "<ReferenceValueSets><NamePartTypeValues><NamePartType ID=\"1\">Last Name</NamePartType>"
    "<NamePartType ID=\"2\">First Name</NamePartType></NamePartTypeValues><ListValues>"
    "<List ID=\"1\">SDN List</List><List ID=\"2\">Consolidated List</List>"
    "<List ID=\"3\">Sectoral Sanctions Identifications List</List></ListValues></ReferenceValueSets>";

std::string party(const std::string& id, const std::string& name) {
  return "<DistinctParty FixedRef=\"" + id + "\"><Profile ID=\"P" + id +
         "\"><Identity ID=\"I" + id + "\"><Alias Primary=\"true\"><DocumentedName><DocumentedNamePart>"
         "<NamePartValue NamePartGroupID=\"7\">" + name +
         "</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile>"
         "</DistinctParty>";
}

std::string entry(const std::string& profile, const std::string& list, const std::string& year) {
  return "<SanctionsEntry ProfileID=\"P" + profile + "\" ListID=\"" + list +
         "\"><EntryEvent><Date><Year>" + year +
         "</Year><Month>2</Month><Day>3</Day></Date></EntryEvent></SanctionsEntry>";
}

}  // namespace

TEST_CASE("ofac_advanced: a file that is no whole list is refused", "[ofac_advanced]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read_ofac_advanced(test::file_of("<Sanctions><DistinctParties>"), {}, {}).error().code ==
        errc::truncated);
  CHECK(read_ofac_advanced(test::file_of("<sdnList/>"), {}, {}).error().code == errc::unknown_format);
}

TEST_CASE("ofac_advanced: a party on both lists stays on the SDN list", "[ofac_advanced]") {
  for (const bool sdn_first : {true, false}) {
    const std::string a = entry("1", "1", "2015");
    const std::string b = entry("1", "3", "2014");
    const auto p = read(k_references + party("1", "A") + (sdn_first ? a + b : b + a)).value();
    CHECK(p.parties.at(0).list == "US-SDN");
    CHECK(p.parties.at(0).measures.size() == 2);
    CHECK(p.parties.at(0).measures.front().from->to_string() == "2014-02-03");
  }
}

TEST_CASE("ofac_advanced: the Consolidated List names no sublist of its own", "[ofac_advanced]") {
  const auto p = read(k_references + party("1", "A") + entry("1", "2", "2014") + entry("1", "3", "2014"))
                     .value();
  CHECK(p.parties.at(0).list == "US-CONS");
  CHECK(p.parties.at(0).sublists == std::vector<std::string>{"SSI"});
}

TEST_CASE("ofac_advanced: what refers to nothing is reported, and the party stays", "[ofac_advanced]") {
  const auto p = read(k_references + party("1", "A") + entry("9", "1", "2014")).value();
  CHECK(p.counts.parties == 1);
  CHECK(p.parties.at(0).measures.size() == 1);
  CHECK_FALSE(p.parties.at(0).measures.front().from);
  CHECK(test::has_diagnostic(p, 1, "ProfileID", "no party"));
}

TEST_CASE("ofac_advanced: a party twice is joined, one without a name rejected", "[ofac_advanced]") {
  const auto p = read(party("1", "A") + party("1", "B") + party("2", "")).value();
  CHECK(p.counts.rows == 3);
  CHECK(p.counts.joined == 1);
  CHECK(p.counts.rejected == 1);
}
