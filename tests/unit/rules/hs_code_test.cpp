#include "rules/hs_code.hpp"

#include "catch.hpp"

namespace tradewarden::rules {
namespace {

std::string in(const char* set, const char* material, const char* good = "") {
  return std::string(to_string(hs_set::parse(set).value().has(material, good)));
}

TEST_CASE("a code is in a set as far as its digits tell", "[rules-of-origin]") {
  CHECK(in("8473", "847330") == "yes");
  CHECK(in("8473", "8473") == "yes");
  CHECK(in("8473.30", "8473") == "unknown");  // the heading may be of another subheading
  CHECK(in("8473.30", "847350") == "no");
  CHECK(in("8473.30.10", "847330") == "unknown");
  CHECK(in("84", "847330") == "yes");
  CHECK(in("ch 84", "847330") == "yes");
  CHECK(in("84.73", "847330") == "yes");
  CHECK(in("8402.11-8402.20", "840219") == "yes");
  CHECK(in("8402.11-8402.20", "840220") == "yes");
  CHECK(in("8402.11-8402.20", "840290") == "no");
  CHECK(in("8402.11-8402.20", "8402") == "unknown");
  CHECK(in("01-24, 50-63", "520100") == "yes");
  CHECK(in("01-24, 50-63", "840000") == "no");
  CHECK(in("8473, 8534", "") == "unknown");
  CHECK(in("same-heading", "847330", "847150") == "no");
  CHECK(in("same-heading", "847130", "847150") == "yes");
  CHECK(in("same-subheading", "8471", "847150") == "unknown");
}

TEST_CASE("a material changes its classification, or nobody can tell", "[rules-of-origin]") {
  const auto shift = [](const char* material, const char* good, hs_level l) { return std::string(to_string(differs(material, good, l))); };
  CHECK(shift("853400", "851712", hs_level::heading) == "yes");
  CHECK(shift("851770", "851712", hs_level::heading) == "no");
  CHECK(shift("851770", "851712", hs_level::subheading) == "yes");
  CHECK(shift("851712", "851712", hs_level::subheading) == "no");
  CHECK(shift("390110", "851712", hs_level::chapter) == "yes");
  CHECK(shift("85", "851712", hs_level::heading) == "unknown");
  CHECK(shift("39", "851712", hs_level::heading) == "yes");  // another chapter has other headings
  CHECK(shift("8517", "851712", hs_level::subheading) == "unknown");
  CHECK(shift("", "851712", hs_level::chapter) == "unknown");
  CHECK(shift("", "851712", hs_level::any) == "yes");
}

TEST_CASE("what is no code is refused", "[rules-of-origin]") {
  for (const char* text : {"", ",", "8", "847", "84x3", "8473-85", "8480-8470", "ch 8473", "8473.", ".8473", "8473,", "84731"}) {
    INFO(text);
    const auto set = hs_set::parse(text);
    if (std::string_view(text) == "847" || std::string_view(text) == "84731") {
      CHECK(set.has_value());  // odd digits are codes, as some tariffs have them
    } else {
      REQUIRE_FALSE(set.has_value());
      CHECK(set.error().code == errc::bad_value);
    }
  }
  std::string many = "8473";
  for (int i = 0; i < 600; ++i) many += ", 8473";
  CHECK(hs_set::parse(many).error().code == errc::limit_exceeded);
}

}  // namespace
}  // namespace tradewarden::rules
