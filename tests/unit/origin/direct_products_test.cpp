#include "origin/direct_products.hpp"

#include <algorithm>

#include "catch.hpp"
#include "tradewarden/bill_builder.hpp"
#include "tradewarden/origin.hpp"
#include "tradewarden/whatif.hpp"
#include "unit/origin/small_bill.hpp"

namespace tradewarden {
namespace {

using strings = std::vector<std::string>;

/// small_origin with production rows "part_id,us_technology_eccns,plant_eccns,contains_ic_of_such_plant".
origin with_production(const std::string& parts, const std::string& lines, const std::string& rows) {
  const std::string p = "part_id,kind,made_in,eccn,fmv,discrete,currency\n" + parts;
  const std::string l = "parent_id,pos,child_id,alt_rank,qty\n" + lines;
  const std::string r = "part_id,us_technology_eccns,plant_eccns,contains_ic_of_such_plant\n" + rows;
  bill_reading read = read_bill_texts(
      {{"parts", "parts.csv", p}, {"lines", "lines.csv", l}, {"production", "production.csv", r}}, {}, {});
  if (!read.bill) throw std::runtime_error(read.problems.front().to_string());
  return origin(std::move(*read.bill));
}

origin_result ask(const origin& o, const std::string& to, const end_user_facts& who = {}) {
  origin_options options = asking({to});
  options.end_user = who;
  options.products = {"P"};
  return o.evaluate(options).value().results.at(0);
}

const test_result* find(const origin_result& r, const std::string& rule) {
  for (const test_result& t : r.tests) {
    if (t.id == "us-ear-734.9-" + rule) return &t;
  }
  return nullptr;
}

verdict of(const origin_result& r, const std::string& rule) {
  const test_result* t = find(r, rule);
  REQUIRE(t != nullptr);
  return t->verdict;
}

end_user_facts nobody() {
  end_user_facts who;
  who.footnotes.emplace();
  who.end_uses.emplace();
  return who;
}

// Equipment of rule (k), made in Korea of a Korean module and a Korean board.
constexpr const char* k_parts =
    "P,made,KR,3B001.c,1000,n,USD\n"
    "M,made,KR,EAR99,100,n,USD\n"
    "C1,purchased,KR,EAR99,10,y,USD\n"
    "C2,purchased,KR,EAR99,10,y,USD\n";
constexpr const char* k_lines = "P,1,M,0,1\nM,1,C1,0,1\nM,2,C2,0,1\n";

}  // namespace

TEST_CASE("an integrated circuit anywhere below is inside the product", "[origin][direct-product]") {
  const auto rule_k = [](const std::string& rows) {
    return of(ask(with_production(k_parts, k_lines, "P,none,none,?\n" + rows), "CN", nobody()), "k");
  };
  CHECK(rule_k("C1,none,none,y\n") == verdict::triggers);
  CHECK(rule_k("C1,none,none,y\nC2,none,none,n\n") == verdict::triggers);
  CHECK(rule_k("C1,none,none,n\nC2,none,none,n\n") == verdict::does_not_trigger);
  CHECK(rule_k("C1,none,none,n\n") == verdict::depends);  // C2: nobody said
  CHECK(rule_k("M,none,none,n\n") == verdict::does_not_trigger);  // said of the module as a whole
  CHECK(rule_k("M,none,none,y\nC1,none,none,?\n") == verdict::triggers);
  CHECK(rule_k("") == verdict::depends);
}

TEST_CASE("the product's own row decides, unless a part contradicts it", "[origin][direct-product]") {
  const auto result = [](const std::string& rows) {
    return ask(with_production(k_parts, k_lines, rows), "CN", nobody());
  };
  CHECK(of(result("P,none,none,y\nC1,none,none,n\nC2,none,none,n\n"), "k") == verdict::triggers);
  CHECK(of(result("P,none,none,n\n"), "k") == verdict::does_not_trigger);
  const origin_result r = result("P,none,none,n\nC2,none,none,y\n");
  CHECK(of(r, "k") == verdict::depends);
  CHECK(std::any_of(r.assumptions.begin(), r.assumptions.end(), [](const std::string& a) {
    return a.find("a part of it says otherwise") != std::string::npos;
  }));
}

TEST_CASE("how a part is made says nothing of the product but for circuits inside",
          "[origin][direct-product]") {
  // The technology of a part is not the product's: 3B001.c of no US technology or plant.
  const origin_result r = ask(
      with_production(k_parts, k_lines, "P,none,none,n\nM,3E001|3D992,3D001,n\n"), "CN", nobody());
  CHECK(of(r, "k") == verdict::does_not_trigger);
}

TEST_CASE("alternatives of a position say together what is inside", "[origin][direct-product]") {
  const std::string lines = "P,1,M,0,1\nM,1,C1,0,1\nM,1,C2,1,1\n";
  const origin o = with_production(k_parts, lines, "P,none,none,?\nC1,none,none,n\nC2,none,none,y\n");
  CHECK(of(ask(o, "CN", nobody()), "k") == verdict::does_not_trigger);  // C1 is the primary
  origin_options any = asking({"CN"});
  any.products = {"P"};
  any.end_user = nobody();
  any.alternatives = alternatives_policy::any;
  CHECK(of(o.evaluate(any).value().results.at(0), "k") == verdict::depends);
}

TEST_CASE("where nothing is said of making and end user, what needs it is not evaluated",
          "[origin][direct-product]") {
  // The worked example of the law: 12 % to Germany does not trigger, nor does this take it back.
  const origin o = small_origin(k_plain_parts, k_plain_lines);
  const origin_result de = ask(o, "DE");
  CHECK(de.verdict == verdict::does_not_trigger);
  REQUIRE_FALSE(de.not_evaluated.empty());
  CHECK(de.not_evaluated.front().starts_with(
      "foreign direct product rules (15 CFR 734.9) (e)(1), (e)(2), (g), (i), (j): "));
  CHECK(find(de, "e-1") == nullptr);
  CHECK(of(de, "f") == verdict::does_not_trigger);
  CHECK(of(de, "l") == verdict::not_applicable);
  // Whoever says who gets it asks about these rules.
  end_user_facts who;
  who.footnotes = strings{"1"};
  const origin_result asked = ask(o, "DE", who);
  CHECK(asked.verdict == verdict::depends);
  CHECK(of(asked, "e-1") == verdict::depends);
  CHECK(of(asked, "g") == verdict::does_not_trigger);
  for (const std::string& n : asked.not_evaluated) CHECK_FALSE(n.starts_with("foreign direct"));
  // Nobody of that kind and no such use: settled without a word about the making.
  CHECK(ask(o, "DE", nobody()).verdict == verdict::does_not_trigger);
}

TEST_CASE("the facts that decide are named, with the place of their answers",
          "[origin][direct-product]") {
  const origin o = with_production("P,made,KR,EAR99,1000,n,USD\nL,purchased,KR,EAR99,10,y,USD\n",
                                   "P,1,L,0,1\n", "P,3E001,none,n\n");
  const origin_result r = ask(o, "DE");
  CHECK(r.verdict == verdict::depends);
  strings found;
  for (const deciding_unknown& u : r.deciding_unknowns) found.push_back(u.ask.answer);
  std::sort(found.begin(), found.end());
  // A party with footnote 1 alone would make it trigger.
  CHECK(found == strings{"--end-user-footnote N|none, or --end-user NAME"});
  CHECK(r.deciding_verdict == verdict::triggers);
  // Of the making: a row of production.csv, for the product.
  end_user_facts who = nobody();
  who.footnotes = strings{"1"};
  const origin unknown = with_production("P,made,KR,EAR99,1000,n,USD\nL,purchased,KR,EAR99,10,y,USD\n",
                                         "P,1,L,0,1\n", "P,?,none,n\n");
  const origin_result made = ask(unknown, "DE", who);
  REQUIRE(made.deciding_unknowns.size() == 1);
  CHECK(made.deciding_unknowns[0].ask.fact == "us_technology_eccns");
  CHECK(made.deciding_unknowns[0].ask.part == "P");
  CHECK(made.deciding_unknowns[0].ask.answer == "us_technology_eccns (--production) of P");
  CHECK(made.deciding_both);
}

TEST_CASE("a summary has the rules that say something", "[origin][direct-product]") {
  const origin o = with_production(k_parts, k_lines, "P,3D992,none,n\n");
  origin_options options = asking({"CN"});
  options.products = {"P"};
  options.end_user = nobody();
  options.summary = true;
  const origin_result r = o.evaluate(options).value().results.at(0);
  CHECK(r.verdict == verdict::triggers);
  CHECK(of(r, "k") == verdict::triggers);
  CHECK(find(r, "f") == nullptr);
}

TEST_CASE("many products at once get the verdicts of each alone", "[origin][direct-product]") {
  std::string parts = "C,purchased,KR,EAR99,1,y,USD\n", lines, rows = "C,none,none,y\n";
  for (int i = 0; i < 12; ++i) {
    const std::string p = "P" + std::to_string(i);
    parts += p + ",made,KR," + (i % 2 == 0 ? "3B001.c" : "EAR99") + ",10,n,USD\n";
    lines += p + ",1,C,0,1\n";
    if (i % 3 != 0) rows += p + "," + (i % 3 == 1 ? "3E001" : "?") + ",none,?\n";
  }
  const origin o = with_production(parts, lines, rows);
  end_user_facts who;
  who.footnotes = strings{"1"};
  for (const char* to : {"CN", "DE"}) {
    origin_options options = asking({to});
    options.end_user = who;
    options.summary = true;
    const origin_report together = o.evaluate(options).value();
    REQUIRE(together.results.size() == 12);
    for (const origin_result& r : together.results) {
      options.products = {r.product};
      const origin_result alone = o.evaluate(options).value().results.at(0);
      INFO(r.product << " to " << to);
      CHECK(r.verdict == alone.verdict);
      REQUIRE(r.tests.size() == alone.tests.size());
      for (std::size_t i = 0; i < r.tests.size(); ++i) {
        CHECK(r.tests[i].id == alone.tests[i].id);
        CHECK(r.tests[i].verdict == alone.tests[i].verdict);
      }
    }
  }
}

TEST_CASE("before compliance was asked for, the answer says so", "[origin][direct-product]") {
  const origin o = with_production(k_parts, k_lines, "P,3D992,none,n\n");
  origin_options options = asking({"CN"});
  options.products = {"P"};
  options.end_user = nobody();
  options.date = day::parse("2024-12-15").value();
  const auto told = [&] {
    const origin_result r = o.evaluate(options).value().results.at(0);
    return std::any_of(r.assumptions.begin(), r.assumptions.end(), [](const std::string& a) {
      return a == "734.9(k) is in force; compliance with it was asked for from 2024-12-31";
    });
  };
  CHECK(told());
  options.date = day::parse("2024-12-31").value();
  CHECK_FALSE(told());
}

TEST_CASE("a date, or the classification, moves a rule in a what-if", "[origin][direct-product]") {
  const origin o = with_production(k_parts, k_lines, "P,3D992,none,n\n");
  whatif_options w;
  w.question = asking({"CN"});
  w.question.products = {"P"};
  w.question.end_user = nobody();
  w.changes = {whatif_change::parse("date=2024-12-01").value()};
  auto report = whatif(o).evaluate(w).value();
  REQUIRE(report.moved.size() == 1);
  CHECK(report.moved[0].before == verdict::triggers);
  w.changes = {whatif_change::parse("eccn:P=3B001.e").value()};
  report = whatif(o).evaluate(w).value();
  REQUIRE(report.moved.size() == 1);
  CHECK(report.moved[0].before == verdict::triggers);
}

}  // namespace tradewarden
