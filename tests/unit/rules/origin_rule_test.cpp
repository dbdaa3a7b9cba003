#include "rules/origin_rule.hpp"

#include "catch.hpp"

namespace tradewarden::rules {
namespace {

TEST_CASE("rules are read as they are joined", "[rules-of-origin]") {
  const origin_rule r = origin_rule::parse("CTH except 8473, 8529 or (CTSH also 8402.90 and (RVC 40 or net-cost 50))").value();
  REQUIRE(r.kind == origin_rule_kind::any_of);
  REQUIRE(r.parts.size() == 2);
  CHECK(r.parts[0].kind == origin_rule_kind::shift);
  CHECK(r.parts[0].level == hs_level::heading);
  CHECK(r.parts[0].except.text() == "8473, 8529");
  const origin_rule& both = r.parts[1];
  REQUIRE(both.kind == origin_rule_kind::all_of);
  CHECK(both.parts[0].also.text() == "8402.90");
  REQUIRE(both.parts[1].kind == origin_rule_kind::any_of);
  CHECK(both.parts[1].parts[1].method == value_method::net_cost);
  CHECK(both.parts[1].parts[1].percent == decimal::from_units(50));
  CHECK(r.has_value());
  CHECK_FALSE(r.parts[0].has_value());
  CHECK(r.text == "CTH except 8473, 8529 or (CTSH also 8402.90 and (RVC 40 or net-cost 50))");
  // "and" binds closer than "or".
  const origin_rule s = origin_rule::parse("CC or CTH and fact welded").value();
  REQUIRE(s.kind == origin_rule_kind::any_of);
  CHECK(s.parts[1].kind == origin_rule_kind::all_of);
  CHECK(s.parts[1].parts[1].fact == "welded");
}

TEST_CASE("every test of the language is read", "[rules-of-origin]") {
  for (const char* text : {"CC", "CTH", "CTSH", "any except ch 72", "any also 7208", "RVC 40", "transaction-value 60", "net-cost 62.5",
                           "build-up 35", "build-down 45", "focused 60 of 8517, 8529", "max-nom 50", "max-nom 20 of same-heading",
                           "max-nom 40 of ch 17 by weight", "nom-at-most-om", "WO", "WO of ch 04", "originating",
                           "originating of 8541, 8542", "fact chemical_reaction", "((CTH))"}) {
    INFO(text);
    const auto r = origin_rule::parse(text);
    REQUIRE(r.has_value());
    // What it says of itself is read as the same.
    CHECK(origin_rule::parse(r->text)->text == r->text);
  }
}

TEST_CASE("what is no rule is refused, with the place", "[rules-of-origin]") {
  const auto refusal = [](const std::string& text) {
    const auto r = origin_rule::parse(text);
    REQUIRE_FALSE(r.has_value());
    return r.error().message;
  };
  CHECK(refusal("").find("missing (at byte 0)") != std::string::npos);
  CHECK(refusal("CTH or").find("missing (at byte 6)") != std::string::npos);
  CHECK(refusal("cth").find("'cth' is no test") != std::string::npos);
  CHECK(refusal("CTH 40").find("'40' is not expected (at byte 4)") != std::string::npos);
  CHECK(refusal("(CTH").find("')'") != std::string::npos);
  CHECK(refusal("RVC").find("percentage") != std::string::npos);
  CHECK(refusal("RVC 101").find("percentage") != std::string::npos);
  CHECK(refusal("focused 60").find("names its materials") != std::string::npos);
  CHECK(refusal("RVC 40 by weight").find("only max-nom") != std::string::npos);
  CHECK(refusal("RVC 40 of 8517").find("of some materials") != std::string::npos);
  CHECK(refusal("max-nom 5 by value").find("by weight") != std::string::npos);
  CHECK(refusal("CTH except").find("no code") != std::string::npos);
  CHECK(refusal("fact Welded").find("small letters") != std::string::npos);
  std::string deep(30, '(');
  CHECK(refusal(deep + "CTH" + std::string(30, ')')).find("deep") != std::string::npos);
  std::string wide = "CTH";
  for (int i = 0; i < 250; ++i) wide += " or CTH";
  CHECK(refusal(wide).find("200 tests") != std::string::npos);
  CHECK(origin_rule::parse(std::string(5000, ' ')).error().code == errc::limit_exceeded);
}

}  // namespace
}  // namespace tradewarden::rules
