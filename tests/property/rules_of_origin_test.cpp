// Random bills under random rules: the best designation is that of trying every one, and what is said for
// sure holds in every world that the unknown facts allow.
#include <random>

#include "catch.hpp"
#include "reference/plain_roo.hpp"
#include "rules_of_origin/origin_deciding.hpp"
#include "rules_of_origin/origin_evaluator.hpp"
#include "support/test_scale.hpp"

namespace tradewarden::tests {
namespace {

using detail::interval;
using detail::known;
using detail::origin_evaluator;
using detail::origin_model;
using detail::ratio;

std::size_t scaled(std::size_t cases) { return cases / every(1, 8); }

class inventor {
 public:
  explicit inventor(std::uint32_t seed) : random_(seed) {
    for (const char* text : {"CTH", "CTSH", "CTH or transaction-value 60", "CTSH and build-down 40", "transaction-value 70",
                             "CTH and max-nom 50", "max-nom 30 or (CTSH and fact welded)", "CTH or (CTSH and transaction-value 50)"}) {
      rules_.push_back(rules::origin_rule::parse(text).value());
    }
    for (const char* text : {"transaction-value 50", "transaction-value 60", "transaction-value 70", "transaction-value 80", "CTSH and build-down 55"}) {
      values_.push_back(rules::origin_rule::parse(text).value());
    }
  }

  origin_model invent() {
    general_ = {};
    general_.nested_designation = below(2) == 0;
    if (below(2) == 0) general_.tolerances.push_back({decimal::from_units(10), false, false, true, false, false, {}});
    origin_model m;
    m.general = &general_;
    m.undetermined = below(2) == 0 ? truth::no : truth::unknown;
    const std::uint32_t made = 1 + below(4);
    const std::uint32_t bought = 2 + below(4);
    tower_ = below(2) == 0;
    for (std::uint32_t i = 0; i < made + bought; ++i) m.parts.push_back(part(i, made, made + bought));
    return m;
  }

  /// The same with every unknown settled in some way.
  origin_model world(origin_model m) {
    m.undetermined = truth::no;
    for (detail::model_part& p : m.parts) {
      const auto in = [&](interval& i) {
        const ratio high = i.high ? *i.high : ratio(i.low + 500);
        i = known(i.low + (high - i.low) * ratio(below(5), 4));
      };
      in(p.price);
      if (p.lines.empty() && !p.stated && p.in_zone != truth::no) p.stated = as_truth(below(2) == 0);
      if (p.hs.empty()) p.hs = code();
      if (!p.facts.contains("welded")) p.facts["welded"] = as_truth(below(2) == 0);
    }
    return m;
  }

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  std::string code() {
    const char* all[] = {"840510", "840590", "841410", "841490", "730410", "850110"};
    return all[below(6)];
  }

  detail::model_part part(std::uint32_t i, std::uint32_t made, std::uint32_t count) {
    detail::model_part p;
    p.id = "P" + std::to_string(i);
    p.hs = code();
    const std::uint32_t price = 20 * (1 + below(10)) * (i < made ? 4 / (i + 1) + 1 : 1);
    p.price = known(price);
    if (below(4) == 0) p.price.high = price + 20 * below(6);
    if (i < made) {
      p.self_produced = i != 0;
      p.in_zone = i == 0 || below(5) != 0 ? truth::yes : truth::no;
      const std::uint32_t lines = 1 + below(3);
      for (std::uint32_t k = 0; k < lines; ++k) {
        const std::uint32_t child = i + 1 + below(count - i - 1);
        p.lines.push_back({child, 1 + static_cast<int>(below(2))});
      }
      if (tower_) stand(p, i, made, count);
      if (p.rules.empty() && below(10) != 0) p.rules.push_back({&rules_[below(static_cast<std::uint32_t>(rules_.size()))], truth::yes, 0});
      if (below(2) == 0) p.facts["welded"] = as_truth(below(2) == 0);
      if (i != 0 && below(10) == 0) p.stated = as_truth(below(2) == 0);
      return p;
    }
    p.in_zone = static_cast<truth>(below(3));
    if (tower_ && below(2) == 0) p.in_zone = truth::no;
    if (below(6) == 0) p.hs.clear();
    if (below(8) == 0) p.price = detail::unknown_amount();
    if (below(3) == 0) p.stated = as_truth(below(2) == 0);
    return p;
  }

  /// Each made part in the one before it, mostly with value contents near their limits: what may be designated
  /// inside what decides.
  void stand(detail::model_part& p, std::uint32_t i, std::uint32_t made, std::uint32_t count) {
    p.in_zone = truth::yes;
    p.stated.reset();
    p.price = known(1000 - 220 * i + 20 * below(5));
    p.lines.clear();
    if (i + 1 < made) p.lines.push_back({i + 1, 1});
    for (std::uint32_t k = 1 + below(2); k > 0; --k) p.lines.push_back({made + below(count - made), 1});
    if (below(4) != 0) p.rules.push_back({&values_[below(static_cast<std::uint32_t>(values_.size()))], truth::yes, 0});
  }

  std::mt19937 random_;
  bool tower_ = false;
  std::vector<rules::origin_rule> rules_;
  std::vector<rules::origin_rule> values_;
  trade_agreement general_;
};

TEST_CASE("the best designation is that of trying every one", "[rules-of-origin]") {
  inventor make(20261122);
  std::size_t asked = 0;
  std::size_t several = 0;
  std::size_t outcomes[3] = {0, 0, 0};
  const std::size_t wanted = scaled(4000);
  for (std::size_t i = 0; i < wanted; ++i) {
    const origin_model m = make.invent();
    plain_roo plain(m);
    if (plain.choices() > 6) continue;
    ++asked;
    several += plain.choices() > 1 ? 1U : 0U;
    const truth expected = plain.product();
    const truth found = origin_evaluator(m).product();
    ++outcomes[static_cast<int>(expected)];
    INFO("bill " << i);
    REQUIRE(to_string(found) == to_string(expected));
  }
  // The cases must not all be of one kind.
  CHECK(asked > wanted / 2);
  CHECK(several > asked / 10);
  for (const std::size_t n : outcomes) CHECK(n > asked / 50);
}

TEST_CASE("what is sure holds in every world", "[rules-of-origin]") {
  inventor make(7);
  std::size_t sure = 0;
  for (std::size_t i = 0; i < scaled(2000); ++i) {
    origin_model m = make.invent();
    m.undetermined = truth::unknown;
    const truth said = origin_evaluator(m).product();
    if (said == truth::unknown || m.parts.front().rules.empty()) continue;
    ++sure;
    for (int w = 0; w < 4; ++w) {
      const origin_model world = make.world(m);
      INFO("bill " << i << ", world " << w);
      REQUIRE(to_string(origin_evaluator(world).product()) == to_string(said));
    }
  }
  CHECK(sure > 100);
}

TEST_CASE("what decides is told, each fact once", "[rules-of-origin]") {
  inventor make(99);
  std::size_t decided = 0;
  for (std::size_t i = 0; i < scaled(600); ++i) {
    detail::built_model b;
    b.model = make.invent();
    b.model.undetermined = truth::unknown;
    if (b.model.parts.front().rules.empty() || detail::verdict_of(b.model) != roo_verdict::depends) continue;
    const detail::deciding_facts d = detail::facts_that_decide(b);
    INFO("bill " << i);
    REQUIRE(!d.unknowns.empty());
    if (d.verdict == roo_verdict::depends) continue;  // amounts without bounds may leave nothing to settle it
    ++decided;
    // Each is about a part of the bill, and told once.
    for (std::size_t x = 0; x < d.unknowns.size(); ++x) {
      CHECK(!d.unknowns[x].ask.answer.empty());
      for (std::size_t y = 0; y < x; ++y) {
        CHECK((d.unknowns[x].ask.fact != d.unknowns[y].ask.fact || d.unknowns[x].ask.part != d.unknowns[y].ask.part));
      }
    }
  }
  CHECK(decided > 50);
}

}  // namespace
}  // namespace tradewarden::tests
