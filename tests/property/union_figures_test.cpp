// Many products counted together against each of them counted alone: random shared bills with every
// kind of open fact, both regimes, destinations whose rules differ.
#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/origin.hpp"
#include "tradewarden/read_bill.hpp"

namespace tradewarden {
namespace {

origin random_bill(std::mt19937& random, std::vector<std::string>& products) {
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  const auto one_of = [&](std::initializer_list<const char*> all) {
    return std::string(*(all.begin() + below(static_cast<unsigned>(all.size()))));
  };
  const unsigned n = 12 + below(20);
  const unsigned made = n / 2;
  std::string parts =
      "part_id,kind,made_in,us_origin,eccn,hs,fmv,currency,discrete,content_type\n";
  std::string lines = "parent_id,pos,child_id,alt_rank,qty\n";
  for (unsigned p = 0; p < n; ++p) {
    const std::string id = "N" + std::to_string(p);
    const std::string low = std::to_string(below(40)) + one_of({"", ".5", ".25"});
    const std::string price = below(6) == 0 ? "?" : below(5) == 0 ? low + ".." + std::to_string(50 + below(9)) : low;
    parts += id + "," + (p < made ? one_of({"made", "made", "purchased"}) : one_of({"purchased", ""})) + "," +
             one_of({"CN", "US", "DE", "?", "CN|US"}) + "," + one_of({"", "", "", "?", "n"}) + "," +
             one_of({"EAR99", "EAR99", "5A992.c", "5A002", "3A001", "2B116", "9A610", "ITAR:XI", "?", "5D002", "6A003"}) +
             "," + one_of({"", "", "8542", "392690"}) + "," + price + (price == "?" ? "," : below(9) == 0 ? ",EUR" : ",USD") + "," +
             one_of({"y", "n", "?", ""}) + "," +
             one_of({"", "", "", "software", "technology"}) + "\n";
    if (p >= made) continue;
    for (unsigned k = 0, positions = below(5); k < positions; ++k) {
      for (unsigned alt = 0, all = 1 + (below(4) == 0 ? below(3) : 0); alt < all; ++alt) {
        lines += id + "," + std::to_string(k) + ",N" + std::to_string(p + 1 + below(n - p - 1)) + "," +
                 std::to_string(alt) + "," + std::to_string(1 + below(3)) + one_of({"", ".5"}) + "\n";
      }
    }
  }
  // Also products that are parts of others, and bought ones.
  products.clear();
  for (unsigned p = 0; p < n; ++p) {
    if (p < 5 || below(4) == 0) products.push_back("N" + std::to_string(p));
  }
  bill_reading read = read_bill_texts({{"parts", "p.csv", parts}, {"lines", "l.csv", lines}});
  REQUIRE(read.bill);
  return origin(std::move(*read.bill), rule_book::built_in());
}

std::vector<std::string> sorted(std::vector<std::string> all) {
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> rule_ids(const origin_result& r) {
  std::vector<std::string> out;
  for (const rule_use& u : r.rules) out.push_back(u.id + u.from + u.citation);
  return sorted(out);
}

/// A summary leaves out the rules about foreign direct products that say nothing.
std::vector<test_result> told_tests(const origin_result& r) {
  std::vector<test_result> out;
  for (const test_result& t : r.tests) {
    if (!t.id.starts_with("us-ear-734.9-") || t.verdict >= verdict::depends) out.push_back(t);
  }
  return out;
}

void check_same(const origin_result& a, const origin_result& b, bool summary) {
  CHECK(a.product == b.product);
  CHECK(a.destination == b.destination);
  CHECK(a.regime == b.regime);
  CHECK(a.verdict == b.verdict);
  CHECK(a.share == b.share);
  CHECK(a.controlled_value.low == b.controlled_value.low);
  CHECK(a.controlled_value.high == b.controlled_value.high);
  CHECK(a.room == b.room);
  CHECK(a.excess == b.excess);
  CHECK(a.second_incorporation.with == b.second_incorporation.with);
  CHECK(a.second_incorporation.without == b.second_incorporation.without);
  CHECK(a.second_incorporation.with_verdict == b.second_incorporation.with_verdict);
  const std::vector<test_result> one = told_tests(a);
  const std::vector<test_result> other = told_tests(b);
  REQUIRE(one.size() == other.size());
  for (std::size_t t = 0; t < one.size(); ++t) {
    CHECK(one[t].id == other[t].id);
    CHECK(one[t].verdict == other[t].verdict);
    // The working also names the parts of which nobody has said what is in them.
    const std::string& why = one[t].why;
    CHECK((summary ? other[t].why == why : other[t].why.starts_with(why)));
    REQUIRE(one[t].questions.size() == other[t].questions.size());
    for (std::size_t k = 0; k < one[t].questions.size(); ++k) {
      CHECK(one[t].questions[k].fact == other[t].questions[k].fact);
    }
  }
  if (!summary) return;
  CHECK(rule_ids(a) == rule_ids(b));
  CHECK(sorted(a.assumptions) == sorted(b.assumptions));
  CHECK(a.duties == b.duties);
}

}  // namespace

TEST_CASE("many products counted together have the figures of each alone", "[origin]") {
  std::mt19937 random(20261122);
  std::set<verdict> verdicts;
  std::size_t compared = 0;
  const std::size_t rounds = 60;
  for (std::size_t round = 0; round < rounds; ++round) {
    std::vector<std::string> products;
    const origin engine = random_bill(random, products);
    origin_options all;
    all.products = products;
    all.destinations = {"IR", "DE", "CU", "RU", "CN"};
    all.date = day::parse(round % 3 == 0 ? "2009-01-05" : "2026-07-23").value();
    if (round % 4 == 1) all.alternatives = alternatives_policy::any;
    all.unknown_discrete_counts = round % 5 == 2;
    all.bought_content_unknown = round % 7 == 3;
    if (round % 6 == 4) all.facts = {{"encryption_reviewed", truth::yes}};
    all.summary = true;
    const auto together = engine.evaluate(all);
    REQUIRE(together);
    REQUIRE(together->results.size() == products.size() * 10);
    for (std::size_t p = 0; p < products.size(); ++p) {
      origin_options one = all;
      one.products = {products[p]};
      const auto alone = engine.evaluate(one);
      one.summary = false;
      const auto full = engine.evaluate(one);
      REQUIRE(alone);
      REQUIRE(full);
      for (std::size_t k = 0; k < 10; ++k) {
        const origin_result& r = together->results[p * 10 + k];
        check_same(r, alone->results[k], true);
        check_same(r, full->results[k], false);
        CHECK(r.summary);
        CHECK(r.counted.empty());
        verdicts.insert(r.verdict);
        ++compared;
      }
    }
  }
  CHECK(verdicts.size() == 4);
  CHECK(compared > 3000);
}

}  // namespace tradewarden
