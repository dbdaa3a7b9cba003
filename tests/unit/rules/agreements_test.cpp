#include "rules/agreements.hpp"

#include "catch.hpp"
#include "temp_dir.hpp"

namespace tradewarden {
namespace {

day on(const char* text) { return day::parse(text).value(); }
const rule_book& built_in() { return rule_book::built_in(); }

std::string rule_for(const char* agreement, const char* hs, const char* date = "2026-01-15") {
  std::string out;
  for (const product_rule& r : product_rules(built_in(), agreement, hs, on(date))) {
    out += (out.empty() ? "" : " | ") + (r.covers == truth::yes ? std::string() : "? ") + r.rule;
  }
  return out;
}

constexpr const char* k_general = R"({"id": "roo.deal.agreement", "type": "agreement", "values": [{"citation": "a deal", "verified": true,
  "value": {"name": "Deal", "parties": {"DE": "", "FR": "2020-01-01..2021-01-01"}, "hs_edition": "2022", "value": "the price",
            "rvc": ["build-down"], "tolerance": [], "cumulation": "bilateral", "intermediate": "any"}}]})";

std::string rules_file(const std::string& rows, const char* id = "roo.deal.rules") {
  return std::string(R"({"id": ")") + id + R"(", "type": "product_rules", "values": [{"citation": "a deal", "verified": true,
    "value": {"hs_edition": "2022", "rules": [)" + rows + "]}}]}";
}

TEST_CASE("parties come and go", "[rules-of-origin]") {
  const auto usmca = find_agreement(built_in(), "usmca", on("2026-01-15"));
  REQUIRE(usmca.value);
  CHECK(usmca.value->is_party("MX", on("2026-01-15")));
  CHECK_FALSE(usmca.value->is_party("KR", on("2026-01-15")));
  CHECK_FALSE(usmca.value->nested_designation);  // 19 USC 4531(d)(9)
  CHECK(usmca.value->credit);
  REQUIRE(usmca.basis.size() == 1);
  CHECK(usmca.basis.front().rule == "roo.usmca.agreement");
  // In force on 1 July 2020.
  CHECK_FALSE(find_agreement(built_in(), "usmca", on("2020-06-30")).value);
  CHECK(find_agreement(built_in(), "usmca", on("2020-07-01")).value);
  const auto epa = find_agreement(built_in(), "eu-japan", on("2020-06-01"));
  CHECK(epa.value->is_party("GB", on("2020-12-31")));
  CHECK_FALSE(epa.value->is_party("GB", on("2021-01-01")));
  // Korea joined RCEP a month after the first ten.
  const auto rcep = find_agreement(built_in(), "rcep", on("2022-01-15"));
  CHECK_FALSE(rcep.value->is_party("KR", on("2022-01-31")));
  CHECK(rcep.value->is_party("KR", on("2022-02-01")));
  CHECK(rcep.value->hs_edition == "2012");
  CHECK(find_agreement(built_in(), "rcep", on("2023-01-01")).value->hs_edition == "2022");
  CHECK_FALSE(find_agreement(built_in(), "mars", on("2026-01-15")).value);
  CHECK(agreement_names(built_in()) == std::vector<std::string>{"cptpp", "eu-japan", "rcep", "usmca"});
}

TEST_CASE("the narrowest rule is the good's", "[rules-of-origin]") {
  CHECK(rule_for("usmca", "840219") == "CTH or (CTH also 8402.90 and (transaction-value 60 or net-cost 50))");
  CHECK(rule_for("usmca", "840290") == "CTH or (transaction-value 60 or net-cost 50)");
  CHECK(rule_for("eu-japan", "847130") == "CTH except 8473 or max-nom 50 or RVC 55");
  CHECK(rule_for("eu-japan", "854231") == "CTSH or fact diffusion or max-nom 50 or RVC 55");
  CHECK(rule_for("rcep", "851712") == "CTSH or RVC 40");
  CHECK(rule_for("cptpp", "870894") == "CTSH or build-up 45 or net-cost 45 or build-down 55 or fact appendix_1_of_annex_3_d");
  // A heading alone: any of the rules of its subheadings may be the good's.
  CHECK(rule_for("usmca", "8403") == "? CTH or (CTH also 8403.90 and (transaction-value 60 or net-cost 50)) | ? CTH");
  CHECK(rule_for("usmca", "851712").empty());
  CHECK(rule_for("usmca", "").empty());
  // The last step of the limits for cars is known, the earlier ones are not.
  CHECK(rule_for("eu-japan", "870323", "2025-12-31").empty());
  CHECK(rule_for("eu-japan", "870323") == "max-nom 45 or RVC 60 or fact appendix_3_b_1");
}

TEST_CASE("a user's rules take the place of built-in ones", "[rules-of-origin]") {
  const tests::temp_dir dir;
  dir.write("mine.json", rules_file(R"({"goods": "8402", "rule": "CC", "note": "mine"}, {"goods": "8517", "rule": "CTH"})", "roo.usmca.mine"));
  const rule_book book = rule_book::load(dir.root()).value();
  const auto found = product_rules(book, "usmca", "840219", on("2026-01-15"));
  REQUIRE(found.size() == 1);
  CHECK(found.front().rule == "CC");
  CHECK(found.front().note == "mine");
  CHECK(product_rules(book, "usmca", "851712", on("2026-01-15")).size() == 1);
  // Of other codes the built-in ones stay.
  CHECK(product_rules(book, "usmca", "840310", on("2026-01-15")).size() == 1);
}

TEST_CASE("mistakes in rule files are told with file and field", "[rules-of-origin]") {
  const auto problem = [](const std::string& general, const std::string& rules) {
    const tests::temp_dir dir;
    dir.write("a.json", general);
    if (!rules.empty()) dir.write("b.json", rules);
    const auto all = rule_book::check(dir.root());
    return all.empty() ? std::string() : all.front().field + ": " + all.front().message;
  };
  const auto with = [](std::string text, const std::string& from, const std::string& to) { return text.replace(text.find(from), from.size(), to); };
  CHECK(problem(k_general, rules_file(R"({"goods": "8402", "rule": "CTH"})")).empty());
  CHECK(problem(k_general, rules_file(R"({"goods": "84x2", "rule": "CTH"})")).find("values[0].value.rules[0].goods: ") == 0);
  CHECK(problem(k_general, rules_file(R"({"goods": "same-heading", "rule": "CTH"})")).find("by codes") != std::string::npos);
  CHECK(problem(k_general, rules_file(R"({"goods": "8402", "rule": "CTH or"})")).find("values[0].value.rules[0].rule: ") == 0);
  CHECK(problem(k_general, rules_file(R"({"goods": "8402", "rule": "CTH", "if": ["Not X"]})")).find(".if: ") != std::string::npos);
  CHECK(problem(k_general, rules_file("")).find("no rule") != std::string::npos);
  CHECK(problem(k_general, rules_file(R"({"goods": "8402", "rule": "CTH", "why": "x"})")).find("why") != std::string::npos);
  CHECK(problem(rules_file(R"({"goods": "8402", "rule": "CTH"})"), "").find("no agreement has the id 'roo.deal.agreement'") != std::string::npos);
  CHECK(problem(with(k_general, "roo.deal.agreement", "deal"), "").find("roo.NAME.agreement") != std::string::npos);
  CHECK(problem(with(k_general, "2022", "2021"), "").find("hs_edition: ") != std::string::npos);
  CHECK(problem(with(k_general, "\"DE\"", "\"XX\""), "").find("parties.XX: ") != std::string::npos);
  CHECK(problem(with(k_general, "2020-01-01..", "2022-01-01.."), "").find("ends before") != std::string::npos);
  CHECK(problem(with(k_general, "build-down", "max-nom"), "").find("rvc: ") != std::string::npos);
  CHECK(problem(with(k_general, "bilateral", "some"), "").find("cumulation: ") != std::string::npos);
  CHECK(problem(with(k_general, "\"tolerance\": []", R"("tolerance": [{"percent": "110", "of": "value", "covers": ["shift"]}])"), "").find("percent") != std::string::npos);
  CHECK(problem(with(k_general, "\"tolerance\": []", R"("tolerance": [{"percent": "10", "of": "price", "covers": ["shift"]}])"), "").find("of: ") != std::string::npos);
}

TEST_CASE("a suspended agreement gives no answer, and says so", "[rules-of-origin]") {
  const tests::temp_dir dir;
  std::string text = k_general;
  text.insert(text.rfind('}'), R"(, "overlays": [{"from": "2026-01-01", "status": "suspended", "citation": "a notice", "verified": true}])");
  dir.write("a.json", text);
  const rule_book book = rule_book::load(dir.root()).value();
  CHECK(find_agreement(book, "deal", on("2025-12-31")).value);
  const auto later = find_agreement(book, "deal", on("2026-01-01"));
  CHECK_FALSE(later.value);
  REQUIRE(later.basis.size() == 1);
  CHECK(later.basis.front().status == rule_status::suspended);
}

TEST_CASE("every shipped product rule is of an agreement and of whole codes", "[rules-of-origin]") {
  std::size_t rules = 0;
  for (const std::string& name : agreement_names(built_in())) {
    const auto all = rules::load_agreement(built_in(), name, on("2026-11-22"));
    REQUIRE(all);
    CHECK(!all->general.value_basis.empty());
    for (const rules::agreement_row& r : all->rows) {
      ++rules;
      CHECK(!r.row.goods.ranges().empty());
      CHECK_FALSE(r.basis.verified);  // read in copies, not in the official text
      CHECK(!r.own);
    }
  }
  CHECK(rules > 130);
}

}  // namespace
}  // namespace tradewarden
