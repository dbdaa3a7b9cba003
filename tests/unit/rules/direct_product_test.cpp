#include "rules/direct_product.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "rules/rule_file.hpp"
#include "temp_dir.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden::rules {
namespace {

using list = std::vector<std::string>;

day on(const char* iso) { return day::parse(iso).value(); }

std::string file_with(const std::string& value) {
  return R"({"id": "us-ear.734.9.x", "type": "direct_product", "values": [
    {"citation": "c", "verified": true, "value": )" + value + "}]}";
}

list fields(const std::string& value) {
  std::vector<error> problems;
  const auto rule = read_rule_file("x.json", file_with(value), problems);
  CHECK(rule.has_value() == problems.empty());
  list out;
  for (const error& e : problems) out.push_back(e.field);
  return out;
}

const direct_product_rule& rule_of(const std::vector<direct_product_rule>& all, const char* name) {
  for (const direct_product_rule& r : all) {
    if (r.name == name) return r;
  }
  FAIL("no rule " << name);
  return all.front();
}

}  // namespace

TEST_CASE("the rules of 734.9 are thirteen, by paragraph", "[rules][direct-product]") {
  std::set<std::string> paragraphs;
  for (const direct_product_rule& r : rule_book::built_in().direct_product_rules(on("2026-07-23"))) {
    paragraphs.insert(r.paragraph);
    CHECK(r.id == "us-ear.734.9." + r.name);
    CHECK(r.in_force);
    CHECK_FALSE(r.basis.citation.empty());
    CHECK(r.applied == (r.name != "l"));
  }
  CHECK(paragraphs == std::set<std::string>{"(b)", "(c)", "(d)", "(e)(1)", "(e)(2)", "(e)(3)", "(f)",
                                            "(g)", "(h)", "(i)", "(j)", "(k)", "(l)"});
}

TEST_CASE("what a rule says of itself on a day", "[rules][direct-product]") {
  const rule_book& book = rule_book::built_in();
  const auto before = book.direct_product_rules(on("2020-05-14"));
  CHECK_FALSE(rule_of(before, "e-1").in_force);
  CHECK(rule_of(before, "e-1").basis.from == on("2020-05-15"));  // the one that is to come
  CHECK(rule_of(before, "b").in_force);
  const auto first = book.direct_product_rules(on("2020-05-15"));
  REQUIRE(rule_of(first, "e-1").in_force);
  CHECK_FALSE(rule_of(first, "e-1").basis.verified);
  CHECK(rule_of(first, "e-1").basis.published == on("2020-05-19"));
  CHECK(rule_of(first, "e-1").reach.at(0).fact == "footnote_1_design");
  CHECK(rule_of(book.direct_product_rules(on("2020-08-17")), "e-1").reach.at(0).fact.empty());
  // Codified, not enforced since 13 May 2025: shown, and off.
  const auto weights = book.direct_product_rules(on("2025-05-12"));
  CHECK(rule_of(weights, "l").applied);
  const auto now = book.direct_product_rules(on("2025-05-13"));
  CHECK(rule_of(now, "l").in_force);
  CHECK(rule_of(now, "l").basis.status == rule_status::codified_not_enforced);
  CHECK_FALSE(rule_of(now, "l").applied);
  CHECK(rule_of(now, "e-3").compliance == on("2024-12-31"));
}

TEST_CASE("a switch applies what is not enforced, and an overlay suspends", "[rules][direct-product]") {
  const tests::temp_dir dir;
  const auto write = [&](const char* name, const std::string& text) {
    (void)dir.write(name, text);
  };
  write("on.json", R"({"id": "policy.apply-734.9-l", "type": "flag", "values": [
    {"citation": "own", "verified": true, "value": true}]})");
  write("g.json", R"({"id": "us-ear.734.9.g", "type": "direct_product", "values": [
    {"from": "2022-02-24", "citation": "c", "verified": true, "value": {"paragraph": "g",
     "items": [{"any": true}], "technology": {"classes": ["eccn"]}, "reach": [{"footnote": "3"}]}}],
    "overlays": [{"from": "2024-01-01", "until": "2025-01-01", "status": "suspended",
                  "citation": "o", "verified": true}]})");
  const rule_book book = rule_book::load(dir.root()).value();
  CHECK(rule_of(book.direct_product_rules(on("2026-07-23")), "l").applied);
  CHECK_FALSE(rule_of(book.direct_product_rules(on("2024-06-01")), "g").applied);
  CHECK(rule_of(book.direct_product_rules(on("2024-06-01")), "g").basis.status ==
        rule_status::suspended);
  CHECK(rule_of(book.direct_product_rules(on("2025-01-01")), "g").applied);
}

TEST_CASE("end uses and facts are those that the rules name", "[rules][direct-product]") {
  CHECK(rule_book::built_in().end_uses() ==
        list{"advanced-node", "government-of-iran", "iran-supp-7-items", "mask-wafer-die",
             "supercomputer"});
  const list facts = rule_book::built_in().direct_product_facts();
  for (const char* fact : {"written_assurance", "supercomputer_in_china_or_macau", "ai_diffusion_rule"}) {
    CHECK(std::binary_search(facts.begin(), facts.end(), fact));
  }
  for (const std::string& fact : facts) CHECK_FALSE(rule_book::built_in().question(fact).empty());
}

TEST_CASE("a rule about direct products: each key is checked", "[rules][direct-product]") {
  const std::string good =
      R"({"paragraph": "x", "items": [{"any": true}], "plant": {"classes": ["eccn"]},
          "reach": [{"destination": "worldwide"}]})";
  CHECK(fields(good) == list{});
  CHECK(fields(R"({"paragraph": "x", "items": [{"any": true, "class": "eccn"}],
    "plant": {"classes": ["eccn"]}, "reach": [{"footnote": "1"}]})") ==
        list{"values[0].value.items[0]"});
  CHECK(fields(R"({"paragraph": "x", "items": [{"fact": "f"}], "plant": {"classes": ["eccn"]},
    "reach": [{"footnote": "1"}]})") == list{"values[0].value.items[0]"});
  CHECK(fields(R"({"paragraph": "x", "items": [{"any": true}], "reach": [{"footnote": "1"}]})") ==
        list{"values[0].value"});
  CHECK(fields(R"({"paragraph": "x", "items": [{"any": true}], "plant": {"classes": ["eccn"]},
    "reach": [{}]})") == list{"values[0].value.reach[0]"});
  CHECK(fields(R"({"paragraph": "x", "items": [{"any": true}], "plant": {"classes": ["eccn"]},
    "reach": [{"footnote": "1st"}]})") == list{"values[0].value.reach[0].footnote"});
  CHECK(fields(R"({"paragraph": "x", "items": [{"any": true}], "plant": {"classes": ["eccn"]},
    "reach": [{"footnot": "1"}]})").size() == 2);  // unknown, and nothing is left
  CHECK(fields(R"({"paragraph": "x", "items": [{"class": "ear99", "hs_chapter": [0]}],
    "plant": {"classes": ["eccn"]}, "reach": [{"content_type": "water"}]})") ==
        list{"values[0].value.items[0].hs_chapter", "values[0].value.reach[0].content_type"});
}

TEST_CASE("names that lead nowhere are problems of the folder", "[rules][direct-product]") {
  const tests::temp_dir dir;
  (void)dir.write("x.json", file_with(
      R"({"paragraph": "x", "items": [{"class": "no-class", "perhaps": "no_question"}],
          "plant": {"classes": ["other-class"]},
          "reach": [{"destination": "nowhere", "exported_from": "no-set"}], "policy": "no-policy"})"));
  list messages;
  for (const error& e : rule_book::check(dir.root())) messages.push_back(e.message);
  std::sort(messages.begin(), messages.end());
  CHECK(messages == list{"no class of classifications has the name 'no-class'",
                         "no class of classifications has the name 'other-class'",
                         "no country set has the name 'no-set'",
                         "no destination has the name 'nowhere'",
                         "no policy has the name 'no-policy'",
                         "no question has the name 'no_question'"});
}

}  // namespace tradewarden::rules
