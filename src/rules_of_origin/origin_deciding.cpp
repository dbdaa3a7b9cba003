#include "rules_of_origin/origin_deciding.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "rules_of_origin/origin_evaluator.hpp"

namespace tradewarden::detail {
namespace {

using rules::origin_rule;
using rules::origin_rule_kind;
using rules::value_method;

constexpr std::size_t k_most_work = 250'000;  // parts, lines and tests looked at while reducing: under a second
constexpr std::size_t k_most_tries = 2000;
constexpr std::size_t k_most_told = 100;

enum class unknown_kind : std::uint8_t {
  originating, made_in, hs, value, weight, net_cost, total_cost, build_up_costs, wholly_obtained, fact, which_rule
};

/// A fact that is not known.
struct unknown {
  unknown_kind kind = unknown_kind::originating;
  std::uint32_t part = 0;
  std::string name{};  // of a fact
};

/// More than any price of a bill, as a price that nobody knows may be.
const ratio& very_much() {
  static const ratio much(power_of_ten(40));
  return much;
}

interval best_of(const interval& i, bool high) {
  if (!high) return known(i.low);
  return known(i.high ? *i.high : very_much());
}

/// What the tests of a rule ask for besides materials.
struct asked {
  bool net_cost = false, build_up = false, by_weight = false, whole = false;
  std::set<std::string> facts;
};

void ask(const origin_rule& r, const trade_agreement& general, asked& to) {
  for (const origin_rule& p : r.parts) ask(p, general, to);
  if (r.kind == origin_rule_kind::fact) to.facts.insert(r.fact);
  if (r.kind == origin_rule_kind::wholly_obtained && !r.of.empty()) to.whole = true;
  if (r.kind != origin_rule_kind::value) return;
  const auto means = [&](value_method m, rvc_method as) {
    return r.method == m || (r.method == value_method::rvc &&
                             std::find(general.rvc.begin(), general.rvc.end(), as) != general.rvc.end());
  };
  to.net_cost = to.net_cost || means(value_method::net_cost, rvc_method::net_cost);
  to.build_up = to.build_up || means(value_method::build_up, rvc_method::build_up);
  to.by_weight = to.by_weight || r.by_weight;
}

std::size_t tests_of(const origin_rule& r) {
  std::size_t all = 1;
  for (const origin_rule& p : r.parts) all += tests_of(p);
  return all;
}

class search {
 public:
  explicit search(const built_model& b) : m_(b.model), most_tries_(most_tries()) { collect(); }

  deciding_facts run() {
    deciding_facts out;
    // With too few facts to try, the first of them are told.
    std::optional<std::vector<unknown>> best;
    for (const roo_verdict target : {roo_verdict::originating, roo_verdict::non_originating}) {
      if (!settles(all_, target)) continue;
      std::vector<unknown> left = reduce(all_, target);
      if (best && best->size() <= left.size()) continue;
      best = std::move(left);
      out.verdict = target;
      if (best->size() == 1) break;  // none can be fewer
    }
    const std::vector<unknown>& found = best ? *best : all_;
    out.reduced = tries_ < most_tries_ && best.has_value() && found.size() <= k_most_told;
    // Those of most worth come last.
    const std::size_t first = found.size() > k_most_told ? found.size() - k_most_told : 0;
    for (std::size_t i = first; i < found.size(); ++i) out.unknowns.push_back(told(found[i]));
    return out;
  }

 private:
  void collect() {
    asked any;
    for (const model_part& p : m_.parts) {
      for (const model_rule& r : p.rules) {
        if (r.applies != truth::no) ask(*r.rule, *m_.general, any);
      }
    }
    for (const origin_tolerance& t : m_.general->tolerances) any.by_weight = any.by_weight || (t.by_weight && t.goods.empty());
    // Those of least worth first: they are the first to be spared.
    std::vector<std::uint32_t> order(m_.parts.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
      return m_.parts[x].price.low < m_.parts[y].price.low;
    });
    const auto add = [&](unknown_kind kind, std::uint32_t part, std::string name = {}) { all_.push_back({kind, part, std::move(name)}); };
    for (const std::uint32_t i : order) {
      const model_part& p = m_.parts[i];
      const bool made = i == 0 || !p.lines.empty();
      const bool settled = p.stated || p.in_zone == truth::no;
      if (i != 0) {
        if (!settled && p.in_zone == truth::unknown && made) add(unknown_kind::made_in, i);
        if (!settled && (p.lines.empty() ? p.wholly_obtained != truth::yes : p.rules.empty())) add(unknown_kind::originating, i);
        if (p.stated != truth::yes && p.hs.size() < 6) add(unknown_kind::hs, i);
      } else {
        if (p.in_zone == truth::unknown) add(unknown_kind::made_in, i);
        if (p.wholly_obtained == truth::unknown) add(unknown_kind::wholly_obtained, i);
        for (const char* name : {"minimal_operations", "direct_transport"}) {
          const auto at = p.facts.find(name);
          if (at != p.facts.end() && at->second == truth::unknown) add(unknown_kind::fact, i, name);
        }
      }
      if (!p.price.is_point()) add(unknown_kind::value, i);
      if (any.by_weight && !p.weight.is_point()) add(unknown_kind::weight, i);
      if (any.whole && i != 0 && !p.wholly_obtained && p.stated != truth::yes) add(unknown_kind::wholly_obtained, i);
      if (p.rules.empty()) continue;
      asked mine;
      bool unsure = false;
      for (const model_rule& r : p.rules) {
        if (r.applies != truth::no) ask(*r.rule, *m_.general, mine);
        unsure = unsure || r.applies == truth::unknown;
      }
      if (unsure) add(unknown_kind::which_rule, i);
      if (mine.net_cost && !p.net_cost.is_point()) add(unknown_kind::net_cost, i);
      if (mine.build_up && m_.general->build_up_costs && !p.build_up_costs) add(unknown_kind::build_up_costs, i);
      for (const origin_tolerance& t : m_.general->tolerances) {
        if (!t.of_total_cost || p.total_cost.is_point()) continue;
        add(unknown_kind::total_cost, i);
        break;
      }
      for (const std::string& f : mine.facts) {
        const auto at = p.facts.find(f);
        if (at == p.facts.end() || at->second == truth::unknown) add(unknown_kind::fact, i, f);
      }
    }
  }

  /// The model with the facts at their best for the target, or at their worst.
  [[nodiscard]] origin_model with(const std::vector<unknown>& facts, bool good) const {
    origin_model m = m_;
    for (const unknown& u : facts) {
      model_part& p = m.parts[u.part];
      switch (u.kind) {
        case unknown_kind::originating: p.stated = as_truth(good); break;
        case unknown_kind::made_in: p.in_zone = as_truth(good); break;
        case unknown_kind::hs: p.shifts = as_truth(good); break;
        // Non-originating materials had better be cheap, the good and originating ones dear.
        case unknown_kind::value: p.price = best_of(p.price, (u.part == 0 || p.stated == truth::yes) == good); break;
        case unknown_kind::weight: p.weight = best_of(p.weight, (u.part == 0) == good); break;
        case unknown_kind::net_cost: p.net_cost = best_of(p.net_cost, good); break;
        case unknown_kind::total_cost: p.total_cost = best_of(p.total_cost, good); break;
        case unknown_kind::build_up_costs:
          // At most they are what is left of the price.
          if (!good) p.build_up_costs = interval{};
          p.most_build_up = good;
          break;
        case unknown_kind::wholly_obtained: p.wholly_obtained = as_truth(good); break;
        case unknown_kind::fact: p.facts[u.name] = as_truth(good != (u.name == "minimal_operations")); break;
        case unknown_kind::which_rule:
          // The rules are alternatives for the best, and the first of them alone is tried for the worst.
          for (model_rule& r : p.rules) {
            if (r.applies == truth::unknown) r.applies = as_truth(good || &r == &p.rules.front());
          }
          break;
      }
    }
    return m;
  }

  [[nodiscard]] std::size_t most_tries() const {
    std::size_t size = m_.parts.size();
    for (const model_part& p : m_.parts) {
      size += p.lines.size();
      for (const model_rule& r : p.rules) size += r.applies == truth::no ? 0 : tests_of(*r.rule);
    }
    return std::clamp<std::size_t>(k_most_work / size, 6, k_most_tries);
  }

  [[nodiscard]] bool settles(const std::vector<unknown>& facts, roo_verdict target) {
    if (tries_ >= most_tries_) return false;
    ++tries_;
    return verdict_of(with(facts, target == roo_verdict::originating)) == target;
  }

  /// Leaves out pieces, halves first, as long as the rest settles it.
  std::vector<unknown> reduce(std::vector<unknown> facts, roo_verdict target) {
    for (std::size_t piece = std::max<std::size_t>(facts.size() / 2, 1);; piece /= 2) {
      for (std::size_t at = 0; at < facts.size();) {
        if (facts.size() == 1 || tries_ >= most_tries_) return facts;
        std::vector<unknown> fewer(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(at));
        fewer.insert(fewer.end(), facts.begin() + static_cast<std::ptrdiff_t>(std::min(at + piece, facts.size())), facts.end());
        if (settles(fewer, target)) {
          facts = std::move(fewer);
        } else {
          at += piece;
        }
      }
      if (piece <= 1) return facts;
    }
  }

  [[nodiscard]] deciding_unknown told(const unknown& u) const {
    const model_part& p = m_.parts[u.part];
    const std::string id = p.id;
    const auto make = [&](const char* fact, std::string text, std::string answer) {
      return deciding_unknown{{fact, id, std::move(text), std::move(answer)}, to_amount(p.price)};
    };
    const auto row = [&](const char* fact) { return "facts: " + id + "," + fact + ",..."; };
    switch (u.kind) {
      case unknown_kind::originating: return make("originating", "Does " + id + " originate under the agreement?", row("originating"));
      case unknown_kind::made_in: return make("origin", "In which country is " + id + " made?", "made_in of " + id);
      case unknown_kind::hs: return make("hs", "What is the HS code of " + id + ", to six digits?", "hs of " + id);
      case unknown_kind::value: return make("price", "What is " + id + " worth?", "fmv of " + id + ", or " + row("value"));
      case unknown_kind::weight: return make("net_weight", "What does " + id + " weigh?", row("net_weight"));
      case unknown_kind::net_cost: return make("net_cost", "What is the net cost of " + id + "?", row("net_cost"));
      case unknown_kind::total_cost: return make("total_cost", "What is the total cost of " + id + "?", row("total_cost"));
      case unknown_kind::build_up_costs:
        return make("build_up_costs", "What do labour, overheads, profit and other costs of " + id + " come to?", row("build_up_costs"));
      case unknown_kind::wholly_obtained: return make("wholly_obtained", "Is " + id + " wholly obtained?", row("wholly_obtained"));
      case unknown_kind::fact: {
        auto out = make("", "Is it so of " + id + ": " + u.name + "?", row(u.name.c_str()));
        out.ask.fact = u.name;
        return out;
      }
      case unknown_kind::which_rule: break;
    }
    return make("which_rule", "Which of the rules is that of " + id + "?", "hs of " + id + ", or the facts that the rules name");
  }

  const origin_model& m_;
  std::size_t most_tries_;
  std::vector<unknown> all_;
  std::size_t tries_ = 0;
};

}  // namespace

roo_verdict verdict_of(const origin_model& m) {
  const origin_evaluator e(m);
  const model_part& product = m.parts.front();
  const truth conditions = e.conditions();
  if (conditions == truth::no) return roo_verdict::non_originating;
  const truth made = e.product();
  const truth general = e.wholly_obtained(0) || e.only_originating(0, origin_evaluator::freely);
  if (product.rules.empty() && !product.hs.empty() && general != truth::yes) return roo_verdict::requires_ruling;
  switch (made && conditions) {
    case truth::no: return roo_verdict::non_originating;
    case truth::unknown: return roo_verdict::depends;
    case truth::yes: break;
  }
  return roo_verdict::originating;
}

deciding_facts facts_that_decide(const built_model& b) { return search(b).run(); }

}  // namespace tradewarden::detail
