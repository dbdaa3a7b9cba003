#include "lists/eu_xml.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

result<publication> read(const std::string& text) {
  return read_eu_xml(test::file_of(text, "eu.xml"), {}, {});
}

const std::string k_open = "<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\">";

}  // namespace

TEST_CASE("eu_xml: a file that is no whole list is refused", "[eu_xml]") {
  CHECK(read(k_open + "</export>").error().code == errc::empty_input);
  CHECK(read(k_open + "<sanctionEntity logicalId=\"1\">").error().code == errc::truncated);
  CHECK(read("<other/>").error().code == errc::unknown_format);
  CHECK(read("<!DOCTYPE export>" + k_open + "</export>").error().code == errc::bad_syntax);
}

TEST_CASE("eu_xml: a name is weak by its attribute or by its remark", "[eu_xml]") {
  const auto p = read(k_open +
                      "<sanctionEntity logicalId=\"1\"><nameAlias wholeName=\"A\" strong=\"true\"/>"
                      "<nameAlias wholeName=\"B\" strong=\"false\"/>"
                      "<nameAlias wholeName=\"C\" strong=\"true\"><remark>low quality alias</remark>"
                      "</nameAlias></sanctionEntity></export>")
                     .value();
  const auto& n = p.parties.at(0).names;
  REQUIRE(n.size() == 3);
  CHECK(n[0].strength == name_strength::strong);
  CHECK(n[1].strength == name_strength::weak);
  CHECK(n[2].strength == name_strength::weak);
}

TEST_CASE("eu_xml: detection asks for the namespace or an entity", "[eu_xml]") {
  CHECK(looks_like_eu_xml(k_open));
  CHECK(looks_like_eu_xml("<export><sanctionEntity/>"));
  CHECK_FALSE(looks_like_eu_xml("<export><row/>"));
  CHECK_FALSE(looks_like_eu_xml("<sanctionEntity/>"));
}
