#include "lists/un_xml.hpp"

#include "catch.hpp"
#include "support/shared_lists.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

namespace {

result<publication> read(const std::string& entries) {
  return read_un_xml(
      test::file_of("<CONSOLIDATED_LIST>" + entries + "</CONSOLIDATED_LIST>", "un.xml"), {}, {});
}

std::string person(const std::string& facts) {
  return "<INDIVIDUAL><REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME>" + facts +
         "</INDIVIDUAL>";
}

strings texts(const listed_party& p) {
  strings out;
  for (const party_name& n : p.names) out.push_back(n.text);
  return out;
}

}  // namespace

TEST_CASE("un_xml: a file that is no whole list is refused", "[un_xml]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read_un_xml(test::file_of("<CONSOLIDATED_LIST><INDIVIDUALS>"), {}, {}).error().code ==
        errc::truncated);
  CHECK(read_un_xml(test::file_of("<LIST/>"), {}, {}).error().code == errc::unknown_format);
}

TEST_CASE("un_xml: empty elements are placeholders, not facts", "[un_xml]") {
  const auto p = read(person("<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>"
                             "<INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>"
                             "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>"
                             "<INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY/></INDIVIDUAL_PLACE_OF_BIRTH>"
                             "<INDIVIDUAL_DOCUMENT/>"))
                     .value();
  const listed_party& one = p.parties.at(0);
  CHECK(one.names.size() == 1);
  CHECK(one.addresses.empty());
  CHECK(one.birth_dates.empty());
  CHECK(one.birth_places.empty());
  CHECK(one.identifiers.empty());
  CHECK(p.diagnostics.empty());
  CHECK(p.counts.aliases == 0);
}

TEST_CASE("un_xml: several names in one element", "[un_xml]") {
  const auto p = read(person("<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>B; C b) D E"
                             "</ALIAS_NAME></INDIVIDUAL_ALIAS>"))
                     .value();
  CHECK(texts(p.parties.at(0)) == strings{"A", "B", "C", "D E"});
  CHECK(p.counts.aliases == 3);
}

TEST_CASE("un_xml: what stands in brackets is a name of an entity, a remark on a person", "[un_xml]") {
  const auto p =
      read(person("<INDIVIDUAL_ALIAS><ALIAS_NAME>Omar Nom (COMBAT NAME)</ALIAS_NAME></INDIVIDUAL_ALIAS>") +
           "<ENTITY><REFERENCE_NUMBER>QDe.1</REFERENCE_NUMBER>"
           "<FIRST_NAME>EXAMPLE ROCKET INSTITUTE (EXRI)</FIRST_NAME></ENTITY>")
          .value();
  CHECK(texts(p.parties.at(0)) == strings{"A", "Omar Nom (COMBAT NAME)"});
  CHECK(texts(p.parties.at(1)) == strings{"EXAMPLE ROCKET INSTITUTE",
                                          "EXAMPLE ROCKET INSTITUTE (EXRI)", "EXRI"});
}

TEST_CASE("un_xml: an entry without a name is rejected, one twice is joined", "[un_xml]") {
  const auto p = read(person("") + person("") + "<ENTITY><REFERENCE_NUMBER>X</REFERENCE_NUMBER></ENTITY>" +
                      "<ENTITY><FIRST_NAME>B</FIRST_NAME></ENTITY>")
                     .value();
  CHECK(p.counts.rows == 4);
  CHECK(p.counts.parties == 1);
  CHECK(p.counts.joined == 1);
  CHECK(p.counts.rejected == 2);
}

TEST_CASE("un_xml: a delisted entry has an end", "[un_xml]") {
  const auto p = read(person("<LISTED_ON>2001-01-25-04:00</LISTED_ON><DELISTED_ON>2010-01-30</DELISTED_ON>"))
                     .value();
  const measure& m = p.parties.at(0).measures.at(0);
  CHECK(m.from->to_string() == "2001-01-25");
  CHECK(m.until->to_string() == "2010-01-30");
  CHECK(m.end == measure_end::lifted);
  const auto odd = read(person("<LISTED_ON>2011-01-25</LISTED_ON><DELISTED_ON>2010-01-30</DELISTED_ON>"))
                       .value();
  CHECK_FALSE(odd.parties.at(0).measures.at(0).until);
  CHECK(test::has_diagnostic(odd, 1, "DELISTED_ON", "without end"));
}

TEST_CASE("un_xml: the real list", "[un_xml][real]") {
  TRADEWARDEN_SHARED(path, "lists/un-2026-02/UN_consolidated.xml");
  const auto p = read_publication({"", path, {}}).value();
  std::size_t persons = 0;
  std::size_t other_script = 0;
  for (const listed_party& party : p.parties) {
    persons += party.schema == schema::person ? 1 : 0;
    other_script += std::any_of(party.names.begin(), party.names.end(), [](const party_name& n) {
      return n.script != script::latin;
    });
  }
  // Counted in the file: 730 INDIVIDUAL, 273 ENTITY; 378 with NAME_ORIGINAL_SCRIPT.
  CHECK(p.format == "un-xml");
  CHECK(p.date->to_string() == "2026-02-27");
  CHECK(p.counts.rows == 1'003);
  CHECK(p.counts.parties == 1'003);
  CHECK(persons == 730);
  CHECK(p.counts.rejected == 0);
  CHECK(other_script >= 370);
  CHECK(p.counts.weak_names >= 615);
  CHECK(p.parties.front().source_id == "CDi.001");
  CHECK(p.parties.front().names.front().text == "ERIC BADEGE");
  CHECK(p.parties.front().measures.front().from->to_string() == "2012-12-31");
}
