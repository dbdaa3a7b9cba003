#include "lists/ch_xml.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

result<publication> read(const std::string& inside) {
  return read_ch_xml(
      test::file_of("<swiss-sanctions-list>" + inside + "</swiss-sanctions-list>", "ch.xml"), {}, {});
}

std::string target(const std::string& name, const std::string& changes) {
  return "<target ssid=\"1\"><entity><identity>" + name + "</identity></entity>" + changes + "</target>";
}

const std::string k_name =
    "<name name-type=\"primary-name\"><name-part name-part-type=\"whole-name\"><value>A</value>"
    "<spelling-variant lang=\"ara\">B</spelling-variant><spelling-variant lang=\"ara\">C"
    "</spelling-variant></name-part></name>";

}  // namespace

TEST_CASE("ch_xml: a file that is no whole list is refused", "[ch_xml]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read_ch_xml(test::file_of("<swiss-sanctions-list><target>"), {}, {}).error().code ==
        errc::truncated);
}

TEST_CASE("ch_xml: two spellings in one language are two names", "[ch_xml]") {
  const auto p = read(target(k_name, "")).value();
  const auto& n = p.parties.at(0).names;
  REQUIRE(n.size() == 3);
  CHECK(n[0].text == "A");
  CHECK(n[1].text == "B");
  CHECK(n[2].text == "C");
  CHECK(n[1].language == "ar");
}

TEST_CASE("ch_xml: listed, de-listed and listed again, in whatever order", "[ch_xml]") {
  const auto p = read(target(k_name,
                             "<modification modification-type=\"listed\" effective-date=\"2020-01-01\"/>"
                             "<modification modification-type=\"de-listed\" effective-date=\"2015-01-01\"/>"
                             "<modification modification-type=\"listed\" effective-date=\"2010-01-01\"/>"))
                     .value();
  const auto& m = p.parties.at(0).measures;
  REQUIRE(m.size() == 2);
  CHECK(m[0].from->to_string() == "2010-01-01");
  CHECK(m[0].until->to_string() == "2015-01-01");
  CHECK(m[1].from->to_string() == "2020-01-01");
  CHECK_FALSE(m[1].until);
}
