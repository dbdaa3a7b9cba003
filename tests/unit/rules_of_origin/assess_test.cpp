#include "tradewarden/rules_of_origin.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "report/roo_svg.hpp"
#include "temp_dir.hpp"
#include "tradewarden/read_bill.hpp"

namespace tradewarden {
namespace {

const day k_on = day::parse("2026-01-15").value();

/// An agreement of two countries with one rule for the good (8405) and one for its assembly (8409).
rule_book deal(const std::string& good, const std::string& assembly, const std::string& more = {}, const std::string& extra = {}) {
  const tests::temp_dir dir;
  dir.write("a.json", R"({"id": "roo.deal.agreement", "type": "agreement", "values": [{"citation": "a deal", "verified": true, "value": {
    "name": "Deal", "parties": {"DE": "", "FR": ""}, "hs_edition": "2022", "value": "the price", "rvc": ["build-down"],
    "tolerance": [{"percent": "10", "of": "value", "covers": ["shift"]}], "diagonal": ["CH"],
    "cumulation": ")" + (more.find("full") == std::string::npos ? std::string("bilateral") : "full") + R"(",
    "intermediate": ")" + (more.find("nested") == std::string::npos ? std::string("any") : "not-nested") + R"(",
    "credit": )" + (more.find("credit") == std::string::npos ? "false" : "true") + "}}]}");
  dir.write("b.json", R"({"id": "roo.deal.rules", "type": "product_rules", "values": [{"citation": "a deal, annex", "verified": false, "value": {
    "hs_edition": "2022", "rules": [{"goods": "8405", "rule": ")" + good + R"("}, {"goods": "8409", "rule": ")" + assembly + R"("})" +
            extra + "]}}]}");
  return rule_book::load(dir.root()).value();
}

// The example of the roll-up: a good of 1000, other foreign materials of 200, a part S of 500 that holds
// foreign materials of 150 (the rest of it is work).
constexpr const char* k_head = "part_id,kind,made_in,eccn,hs,fmv,currency\n";
const std::string k_parts = std::string(k_head) + "G,made,DE,,840510,1000,EUR\nX,purchased,CN,,730410,200,EUR\nS,made,DE,,840910,500,EUR\nY,purchased,CN,,730410,150,EUR\n";
const std::string k_lines = "parent_id,pos,child_id,qty\nG,1,X,1\nG,2,S,1\nS,1,Y,1\n";

roo_answer ask(const rule_book& book, const std::string& parts, const std::string& lines, const std::string& facts = {},
               roo_question q = {"deal", "G"}) {
  const bill_reading read = read_bill_texts({{"parts", "parts.csv", parts}, {"lines", "lines.csv", lines}});
  for (const error& e : read.problems) FAIL(e.to_string());
  q.date = k_on;
  if (!facts.empty()) {
    auto f = read_roo_facts_text("facts.csv", "part_id,fact,value\n" + facts);
    for (const error& e : f.problems) FAIL(e.to_string());
    q.facts = *f.facts;
  }
  auto a = assess_rules_of_origin(*read.bill, q, book);
  if (!a) FAIL(a.error().to_string());
  // Whatever is asked, its JSON has every key once and its picture is one.
  CHECK(nlohmann::json::parse(to_json(*a)).at("verdict") == std::string(to_string(a->verdict)));
  CHECK(report::roo_svg(*a).rfind("</svg>\n") != std::string::npos);
  return *a;
}

/// The share of the first value test.
const roo_test* value_test(const roo_test& t) {
  if (t.share) return &t;
  for (const roo_test& p : t.parts) {
    if (const roo_test* found = value_test(p)) return found;
  }
  return nullptr;
}
std::string share(const roo_answer& a) {
  const roo_test* t = value_test(a.product_rule);
  REQUIRE(t != nullptr);
  return t->share->percent;
}

std::string swapped(std::string text, const std::string& from, const std::string& to) { return text.replace(text.find(from), from.size(), to); }

TEST_CASE("roll-up: 80 designated, 65 traced, 30 bought, 65 with credit", "[rules-of-origin]") {
  // S originates by its own content of 70 %.
  const roo_answer designated = ask(deal("transaction-value 80", "transaction-value 60"), k_parts, k_lines);
  CHECK(designated.verdict == roo_verdict::originating);
  CHECK(share(designated) == "80.0");
  CHECK(value_test(designated.product_rule)->share_traced->to_string() == "0.65");
  REQUIRE(designated.designations.size() == 1);
  CHECK(designated.designations[0].part == "S");
  REQUIRE(designated.materials.size() == 1);  // Y is taken up in S
  CHECK(designated.materials[0].part == "X");
  // S does not originate: what it is made of counts.
  const roo_answer traced = ask(deal("transaction-value 65", "transaction-value 71"), k_parts, k_lines);
  CHECK(share(traced) == "65.0");
  CHECK(traced.verdict == roo_verdict::originating);
  CHECK(traced.designations.empty());
  CHECK(traced.materials.size() == 2);
  CHECK(ask(deal("transaction-value 65.1", "transaction-value 71"), k_parts, k_lines).verdict == roo_verdict::non_originating);
  // S bought elsewhere: all of it counts, or all but what is known to originate in it.
  const std::string bought = swapped(k_parts, "S,made,DE", "S,purchased,CN");
  CHECK(share(ask(deal("transaction-value 30", "transaction-value 60"), bought, k_lines)) == "30.0");
  const std::string parts = bought + "Z,purchased,FR,,390110,350,EUR\n";
  const std::string lines = k_lines + "S,2,Z,1\n";
  CHECK(share(ask(deal("transaction-value 30", "transaction-value 60"), parts, lines, "Z,originating,y\n")) == "30.0");
  CHECK(share(ask(deal("transaction-value 30", "transaction-value 60", "credit"), parts, lines, "Z,originating,y\n")) == "65.0");
  // Bought within the territory and not originating: full cumulation counts the work on it.
  const std::string within = swapped(k_parts, "S,made,DE", "S,purchased,FR");
  CHECK(share(ask(deal("transaction-value 30", "transaction-value 71"), within, k_lines)) == "30.0");
  CHECK(share(ask(deal("transaction-value 30", "transaction-value 71", "full"), within, k_lines)) == "65.0");
  // And one that originates is an originating material, whoever made it.
  CHECK(share(ask(deal("transaction-value 30", "transaction-value 70"), within, k_lines)) == "80.0");
}

TEST_CASE("no designation inside another that needs a value content", "[rules-of-origin]") {
  // G 1000 holds S 500 holds T 300 holds Y 100; T reaches 66 %, S 60 % only with T counted in full.
  const std::string parts = std::string(k_head) +
                            "G,made,DE,,840510,1000,EUR\nS,made,DE,,840910,500,EUR\nT,made,DE,,841110,300,EUR\nY,purchased,CN,,730410,100,EUR\n"
                            "W,purchased,CN,,730410,180,EUR\n";
  const std::string lines = "parent_id,pos,child_id,qty\nG,1,S,1\nS,1,T,1\nS,2,W,1\nT,1,Y,1\n";
  const std::string t = R"(, {"goods": "8411", "rule": "transaction-value 60"})";
  const roo_answer any = ask(deal("transaction-value 60", "transaction-value 60", {}, t), parts, lines);
  CHECK(share(any) == "100.0");
  REQUIRE(any.designations.size() == 1);
  CHECK(any.designations[0].part == "S");
  // Where S may not count T in full it has 220 of 500 within: not 60 %. T is designated for G instead.
  const roo_answer nested = ask(deal("transaction-value 60", "transaction-value 60", "nested", t), parts, lines);
  CHECK(share(nested) == "82.0");
  REQUIRE(nested.designations.size() == 1);
  CHECK(nested.designations[0].part == "T");
  CHECK(nested.designations[0].by_value);
  // T that originates by a change of classification needs no value content: both may be.
  const std::string shift = R"(, {"goods": "8411", "rule": "CTH"})";
  CHECK(share(ask(deal("transaction-value 60", "transaction-value 60", "nested", shift), parts, lines)) == "100.0");
}

TEST_CASE("undetermined origin counts as non-originating, and decides", "[rules-of-origin]") {
  const rule_book book = deal("transaction-value 85", "transaction-value 60");
  const std::string parts = swapped(k_parts, "X,purchased,CN", "X,purchased,FR");
  const roo_answer open = ask(book, parts, k_lines);
  CHECK(open.verdict == roo_verdict::depends);
  CHECK(open.while_undetermined == roo_verdict::non_originating);
  REQUIRE(open.deciding_unknowns.size() == 1);
  CHECK(open.deciding_unknowns[0].ask.part == "X");
  CHECK(open.deciding_unknowns[0].ask.fact == "originating");
  CHECK(open.deciding_unknowns[0].ask.answer == "facts: X,originating,...");
  CHECK(share(open) == "80.0");
  REQUIRE(open.materials.size() == 1);
  CHECK_FALSE(open.materials[0].determined);
  CHECK(ask(book, parts, k_lines, "X,originating,y\n").verdict == roo_verdict::originating);
  CHECK(ask(book, parts, k_lines, "X,originating,n\n").verdict == roo_verdict::non_originating);
  // Switzerland is no party, but its materials count by diagonal cumulation.
  CHECK(ask(book, k_parts, k_lines, "X,originating_in,CH\n").verdict == roo_verdict::originating);
  CHECK(ask(book, k_parts, k_lines, "X,originating_in,CN\n").verdict == roo_verdict::non_originating);
  // Where its origin does not matter, it does not depend.
  CHECK(ask(deal("transaction-value 80", "transaction-value 60"), parts, k_lines).verdict == roo_verdict::originating);
}

TEST_CASE("unknown prices, codes and facts are asked for", "[rules-of-origin]") {
  const auto asked = [](const roo_answer& a) {
    std::string out;
    for (const deciding_unknown& u : a.deciding_unknowns) out += u.ask.fact + " " + u.ask.part + "; ";
    return std::string(to_string(a.verdict)) + " " + out + std::string(to_string(a.deciding_verdict));
  };
  const std::string unpriced = swapped(k_parts, "730410,200,EUR", "730410,?,");
  CHECK(asked(ask(deal("transaction-value 60", "CTH"), unpriced, k_lines)) == "depends price X; originating");
  const std::string uncoded = swapped(k_parts, "X,purchased,CN,,730410", "X,purchased,CN,,");
  CHECK(asked(ask(deal("CTH", "CTH"), uncoded, k_lines)) == "depends hs X; originating");
  CHECK(asked(ask(deal("net-cost 50", "CTH"), k_parts, k_lines)) == "depends net_cost G; originating");
  // Both must be so: one that is not settles it, and the last of them is spared last.
  CHECK(asked(ask(deal("fact rolled and fact welded", "CTH"), k_parts, k_lines)).find(" G; non_originating") != std::string::npos);
  CHECK(ask(deal("fact rolled", "CTH"), k_parts, k_lines, "G,rolled,y\n").verdict == roo_verdict::originating);
  CHECK(ask(deal("net-cost 50", "CTH"), k_parts, k_lines, "G,total_cost,500\nG,excluded_costs,100\n").verdict == roo_verdict::originating);
  CHECK(ask(deal("net-cost 50.1", "CTH"), k_parts, k_lines, "G,net_cost,400\n").verdict == roo_verdict::non_originating);
  // The product's own code.
  const roo_answer lost = ask(deal("CTH", "CTH"), swapped(k_parts, "840510", ""), k_lines);
  CHECK(lost.verdict == roo_verdict::depends);
  CHECK(lost.why.find("HS code") != std::string::npos);
  // A code corrected for the edition of the rules, and a value of the materials.
  CHECK(ask(deal("CTSH", "CTH"), swapped(k_parts, "X,purchased,CN,,730410", "X,purchased,CN,,840510"), k_lines, "X,hs_2022,840590\n").verdict ==
        roo_verdict::originating);
  CHECK(share(ask(deal("transaction-value 80", "CTH"), k_parts, k_lines, "X,value,100\n")) == "90.0");
}

TEST_CASE("conditions besides the rule", "[rules-of-origin]") {
  const rule_book book = deal("CTH", "CTH");
  CHECK(ask(book, k_parts, k_lines).verdict == roo_verdict::originating);
  const roo_answer abroad = ask(book, swapped(k_parts, "G,made,DE", "G,made,CN"), k_lines);
  CHECK(abroad.verdict == roo_verdict::non_originating);
  CHECK(abroad.why == "not so: made in the territory of the agreement");
  CHECK(ask(book, swapped(k_parts, "G,made,DE", "G,made,DE|CN"), k_lines).verdict == roo_verdict::depends);
  CHECK(ask(book, k_parts, k_lines, "G,minimal_operations,y\n").verdict == roo_verdict::non_originating);
  CHECK(ask(book, k_parts, k_lines, "G,minimal_operations,?\n").verdict == roo_verdict::depends);
  CHECK(ask(book, k_parts, k_lines, "G,minimal_operations,n\n").verdict == roo_verdict::originating);
  CHECK(ask(book, k_parts, k_lines, "G,direct_transport,n\n").verdict == roo_verdict::non_originating);
}

TEST_CASE("without a rule, or without a preference, a ruling is asked for", "[rules-of-origin]") {
  const rule_book book = deal("CTH", "CTH");
  const roo_answer none = ask(book, swapped(k_parts, "840510", "851712"), k_lines);
  CHECK(none.verdict == roo_verdict::requires_ruling);
  CHECK(none.why == "no rule is shipped for heading 8517 under Deal: give it with --rules");
  // Made of originating materials alone it needs none.
  CHECK(ask(book, swapped(k_parts, "840510", "851712"), k_lines, "X,originating,y\n").verdict == roo_verdict::originating);
  const roo_answer plain = ask(book, k_parts, k_lines, {}, {"non-preferential", "G"});
  CHECK(plain.verdict == roo_verdict::requires_ruling);
  CHECK(plain.materials.size() == 2);
  CHECK(plain.not_evaluated.front().find("substantial transformation") == 0);
}

TEST_CASE("what does not fit is an error", "[rules-of-origin]") {
  const rule_book book = deal("CTH", "CTH");
  const bill_reading read = read_bill_texts({{"parts", "parts.csv", k_parts + "H,made,DE,,840510,1,EUR\n"}, {"lines", "lines.csv", k_lines}});
  const auto refusal = [&](const roo_question& q) {
    const auto a = assess_rules_of_origin(*read.bill, q, book);
    REQUIRE_FALSE(a.has_value());
    return a.error().field + ": " + a.error().message;
  };
  CHECK(refusal({"mars", "G", k_on}).find("agreement: no agreement is called 'mars'; there are non-preferential, cptpp, deal") == 0);
  CHECK(refusal({"usmca", "G", day::parse("2019-01-01").value()}).find("not in force on 2019-01-01") != std::string::npos);
  CHECK(refusal({"deal", "", k_on}).find("product: the bill has 2 products") == 0);
  CHECK(refusal({"deal", "Q", k_on}).find("no part 'Q'") != std::string::npos);
  roo_question q{"deal", "G", k_on};
  q.facts = *read_roo_facts_text("facts.csv", "part_id,fact,value\nNONE,originating,y\n").facts;
  CHECK(refusal(q) == "part_id: the bill has no part 'NONE'");
  // A slip of the pen in a name is not taken for a process that nobody asks for.
  const auto refused = [&](const std::string& row, const std::string& agreement = "deal") {
    roo_question asked{agreement, "G", k_on};
    asked.facts = *read_roo_facts_text("facts.csv", "part_id,fact,value,agreement\n" + row + "\n").facts;
    return refusal(asked);
  };
  CHECK(refused("X,orignating,y,").find("fact: no fact is called 'orignating', and no rule of deal names it; there are value, ") == 0);
  CHECK(refused("G,direct-transport,n,").find("direct_transport") != std::string::npos);
  CHECK(refused("X,orignating,y,", "non-preferential").find("fact: ") == 0);
  CHECK(refused("X,originating,y,mars").find("agreement: no agreement is called 'mars'; there are non-preferential, cptpp, deal") == 0);
}

TEST_CASE("facts that change nothing are told", "[rules-of-origin]") {
  const rule_book book = deal("CTH and fact rolled", "CTH");
  const auto idle = [&](const std::string& row, const char* agreement = "deal") {
    const roo_answer a = ask(book, k_parts, k_lines, row, {agreement, "G"});
    const std::string first = a.assumptions.empty() ? std::string() : a.assumptions.front();
    return first.find("Not heeded: ") == 0 ? first.substr(12) : std::string();
  };
  CHECK(idle("G,originating,y\n") == "originating of G (line 2 of the facts): whether the product originates is what is asked.");
  CHECK(idle("X,minimal_operations,y\n").find("minimal_operations of X") == 0);
  CHECK(idle("X,total_cost,100\n").find("made of parts") != std::string::npos);
  CHECK(idle("S,rolled,y\n").find("no rule that may be its own names it") != std::string::npos);
  CHECK(idle("G,hs_2012,840510\n").find("codes are compared in HS 2022") != std::string::npos);
  CHECK(idle("G,excluded_costs,5\n").find("its total_cost is not stated") != std::string::npos);
  CHECK(idle("G,rolled,y\n", "non-preferential").find("no rules are asked") != std::string::npos);
  for (const char* row : {"G,rolled,y\n", "X,originating,n\n", "X,value,3\n", "G,direct_transport,y\n", "S,net_cost,100\n", "X,net_weight,1\n",
                          "G,hs_2022,840510\n", "G,total_cost,9\nG,excluded_costs,5\n"}) {
    INFO(row);
    CHECK(idle(row).empty());
  }
}

TEST_CASE("impossible costs of a caller are not known, not failed", "[rules-of-origin]") {
  const bill_reading read = read_bill_texts({{"parts", "parts.csv", k_parts}, {"lines", "lines.csv", k_lines}});
  for (const auto& [total, off] : {std::pair{"5", "10"}, std::pair{"0", "0"}}) {
    roo_question q{"deal", "G", k_on};
    q.facts.all = {{"G", "total_cost", total, "", 0}, {"G", "excluded_costs", off, "", 0}};
    CHECK(assess_rules_of_origin(*read.bill, q, deal("net-cost 50", "CTH")).value().verdict == roo_verdict::depends);
  }
}

TEST_CASE("what decides in a deep bill is found with bounded work", "[rules-of-origin]") {
  // Each level is made of the next; the search once took time by the square of the levels.
  std::string parts = k_head;
  std::string lines = "parent_id,pos,child_id,qty\n";
  const int levels = 600;
  for (int i = 0; i <= levels; ++i) {
    const std::string n = std::to_string(i);
    parts += "P" + n + ",made,DE,,840510," + std::to_string(10'000 - i) + ",EUR\n";
    if (i < levels) lines += "P" + n + ",1,P" + std::to_string(i + 1) + ",1\n";
  }
  const roo_answer a = ask(deal("CTH or (fact rolled and net-cost 50)", "CTH"), parts, lines, {}, {"deal", "P0"});
  CHECK(a.verdict == roo_verdict::depends);
  CHECK_FALSE(a.deciding_unknowns.empty());
}

}  // namespace
}  // namespace tradewarden
