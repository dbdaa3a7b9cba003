#include "lists/ca_xml.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

result<publication> read(const std::string& records) {
  return read_ca_xml(test::file_of("<data-set>" + records + "</data-set>", "ca.xml"), {}, {});
}

}  // namespace

TEST_CASE("ca_xml: a file that is no whole list is refused", "[ca_xml]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read_ca_xml(test::file_of("<data-set><record>"), {}, {}).error().code == errc::truncated);
  CHECK(read_ca_xml(test::file_of("<other/>"), {}, {}).error().code == errc::unknown_format);
  CHECK_FALSE(looks_like_ca_xml("<data-set><record><Name>"));
}

TEST_CASE("ca_xml: without an item the name tells entries apart", "[ca_xml]") {
  const auto p = read("<record><Country>X</Country><Entity>A</Entity></record>"
                      "<record><Country>X</Country><Entity>B</Entity></record>"
                      "<record><Country>X</Country><Entity>a</Entity></record>")
                     .value();
  CHECK(p.counts.parties == 2);
  CHECK(p.counts.joined == 1);
  CHECK(p.parties.at(0).source_id == "X||a");
}
