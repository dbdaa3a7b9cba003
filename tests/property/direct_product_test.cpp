// Random facts against the definition of each rule of 15 CFR 734.9 (tests/reference/plain_direct_product.hpp),
// and: more facts never take back what was decided.
#include <random>
#include <string>

#include "catch.hpp"
#include "reference/plain_direct_product.hpp"
#include "support/ascii.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/bill_builder.hpp"
#include "tradewarden/origin.hpp"

namespace tradewarden::tests {
namespace {

constexpr const char* k_items[] = {"EAR99",   "5A002.a", "9A515.d", "9A610.a", "3B993",
                                   "3A090.a", "3B001.c", "5A992.c", "2B116"};
constexpr const char* k_technology[] = {"3D001", "3E001", "3D992", "3E992", "4D090", "5E002", "9D515",
                                        "9E515", "9D610", "9E610", "2E001", "EAR99", "5E992"};
constexpr const char* k_to[] = {"DE", "CN", "RU", "BY", "IR", "VN", "TW", "CU", "KP"};
constexpr const char* k_from[] = {"CN", "DE", "JP", "TW", "KR", "SG"};
constexpr const char* k_uses[] = {"supercomputer", "advanced-node", "iran-supp-7-items",
                                  "government-of-iran"};
constexpr const char* k_rules[] = {"b", "c", "d", "e-1", "e-2", "e-3", "f", "g", "h", "i", "j", "k"};

template <std::size_t N>
std::vector<std::string> some(std::mt19937& rng, const char* const (&of)[N]) {
  std::vector<std::string> out;
  while (rng() % 3 == 0) {
    const std::string one = of[rng() % N];
    if (!among(out, one)) out.push_back(one);
  }
  return out;
}

direct_product_item_facts make_item(std::mt19937& rng) {
  direct_product_item_facts i;
  i.eccn = k_items[rng() % std::size(k_items)];
  i.technology_open = rng() % 4 == 0;
  i.plant_open = rng() % 4 == 0;
  i.technology = some(rng, k_technology);
  i.plant = some(rng, k_technology);
  i.ic = static_cast<truth>(rng() % 3);
  i.to = k_to[rng() % std::size(k_to)];
  i.from = k_from[rng() % std::size(k_from)];
  i.footnotes_open = rng() % 4 == 0;
  static constexpr const char* k_footnotes[] = {"1", "2", "3", "4", "5"};
  if (!i.footnotes_open) i.footnotes = some(rng, k_footnotes);
  i.uses_open = rng() % 4 == 0;
  if (!i.uses_open) i.uses = some(rng, k_uses);
  // Of EAR99 to Russia and Iran a table decides that is not here.
  if (i.eccn == "EAR99") i.to = rng() % 2 == 0 ? "DE" : "CN";
  return i;
}

std::string list_text(const std::vector<std::string>& all, bool open) {
  std::vector<std::string> words = all;
  if (open) words.emplace_back("?");
  return words.empty() ? "none" : ascii::join(words, "|");
}

origin_result ask(const direct_product_item_facts& i) {
  bill_builder b;
  part_row p;
  p.part_id = "P";
  p.kind = "made";
  p.made_in = i.from;
  p.eccn = i.eccn;
  p.hs = "731815";
  p.fmv = "100";
  p.currency = "USD";
  b.add_part(p, {0, 1});
  const std::string technology = list_text(i.technology, i.technology_open);
  const std::string plant = list_text(i.plant, i.plant_open);
  b.add_production({"P", technology, plant,
                    i.ic == truth::yes ? "y" : i.ic == truth::no ? "n" : "?"}, {0, 2});
  origin_options o;
  o.destinations = {i.to};
  o.regimes = {regime::us_ear};
  o.date = day::parse("2026-07-23").value();
  if (!i.footnotes_open) o.end_user.footnotes = i.footnotes;
  if (!i.uses_open) o.end_user.end_uses = i.uses;
  const result<bill> made = b.build();
  if (!made) FAIL(made.error().to_string());
  auto report = origin(*made).evaluate(o);
  if (!report) FAIL(report.error().to_string());
  return report->results.at(0);
}

verdict verdict_of(const origin_result& r, const std::string& rule) {
  for (const test_result& t : r.tests) {
    if (t.id == "us-ear-734.9-" + rule) return t.verdict;
  }
  FAIL("no test of rule " << rule);
  return verdict::not_applicable;
}

std::string told(const direct_product_item_facts& i) {
  return i.eccn + " from " + i.from + " to " + i.to + ", technology " +
         list_text(i.technology, i.technology_open) + ", plant " + list_text(i.plant, i.plant_open) +
         ", ic " + std::string(to_string(i.ic)) + ", footnotes " +
         list_text(i.footnotes, i.footnotes_open) + ", uses " + list_text(i.uses, i.uses_open);
}

}  // namespace

TEST_CASE("random facts: each rule of 734.9 says what its definition says", "[direct-product]") {
  std::mt19937 rng(734);
  std::size_t of_each[4] = {};
  const std::size_t rounds = 2000 / every(1, 10);
  for (std::size_t round = 0; round < rounds; ++round) {
    const direct_product_item_facts i = make_item(rng);
    INFO(told(i));
    const origin_result r = ask(i);
    for (const char* rule : k_rules) {
      INFO(rule);
      const truth expected = plain_direct_product(rule, i);
      const verdict found = verdict_of(r, rule);
      REQUIRE(found == (expected == truth::yes  ? verdict::triggers
                        : expected == truth::no ? verdict::does_not_trigger
                                                : verdict::depends));
      ++of_each[static_cast<std::size_t>(found)];
    }
  }
  // The cases are worth something: all three verdicts, none of them rare.
  CHECK(of_each[static_cast<std::size_t>(verdict::triggers)] > rounds / 10);
  CHECK(of_each[static_cast<std::size_t>(verdict::depends)] > rounds / 10);
  CHECK(of_each[static_cast<std::size_t>(verdict::does_not_trigger)] > rounds);
}

TEST_CASE("random facts: what is decided stays decided when more is known", "[direct-product]") {
  std::mt19937 rng(9);
  for (std::size_t round = 0; round < 300 / every(1, 10); ++round) {
    direct_product_item_facts i = make_item(rng);
    const origin_result before = ask(i);
    if (i.technology_open) i.technology.emplace_back("3E001");
    i.technology_open = false;
    i.plant_open = false;
    if (i.ic == truth::unknown) i.ic = as_truth(rng() % 2 == 0);
    const origin_result after = ask(i);
    for (const char* rule : k_rules) {
      const verdict v = verdict_of(before, rule);
      if (v == verdict::depends) continue;
      INFO(rule << ": " << told(i));
      CHECK(verdict_of(after, rule) == v);
    }
  }
}

}  // namespace tradewarden::tests
