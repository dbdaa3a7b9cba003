// The plain twin of origin_evaluator: every way to designate self-produced materials is tried, on the bill
// written out as a tree. Bought parts are without lines here.
#ifndef TRADEWARDEN_TESTS_REFERENCE_PLAIN_ROO_HPP
#define TRADEWARDEN_TESTS_REFERENCE_PLAIN_ROO_HPP

#include <memory>
#include <vector>

#include "rules_of_origin/origin_model.hpp"

namespace tradewarden::tests {

class plain_roo {
 public:
  explicit plain_roo(const detail::origin_model& m) : m_(m), root_(grow(0, 1)) {}

  [[nodiscard]] std::size_t choices() const { return choices_.size(); }

  /// Over all choices: the designated ones are valid, and the product originates with them.
  [[nodiscard]] truth product() {
    truth best = truth::no;
    std::size_t ways = 1;
    for (std::size_t i = 0; i < choices_.size(); ++i) ways *= 3;
    for (std::size_t way = 0; way < ways; ++way) {
      std::size_t rest = way;
      for (node* n : choices_) {
        n->mode = static_cast<int>(rest % 3);
        rest /= 3;
      }
      truth all = originates(*root_, true);
      for (const node* n : choices_) all = all && valid(*n);
      best = best || all;
    }
    return best;
  }

 private:
  struct node {
    const detail::model_part* part = nullptr;
    detail::ratio quantity;
    std::vector<std::unique_ptr<node>> below;
    int mode = 0;  // 1: designated without a value content, 2: by one
  };
  /// What is missed: bounds, and whether it is nothing.
  struct sum {
    detail::ratio low = 0, high = 0;
    bool open = false;
    truth none = truth::yes;
  };

  std::unique_ptr<node> grow(std::uint32_t part, const detail::ratio& quantity) {
    auto n = std::make_unique<node>();
    n->part = &m_.parts[part];
    n->quantity = quantity;
    for (const auto& l : n->part->lines) n->below.push_back(grow(l.child, l.quantity));
    const auto& p = *n->part;
    if (part != 0 && p.self_produced && !p.stated && p.in_zone == truth::yes) choices_.push_back(n.get());
    return n;
  }

  static bool has_value_mode_below(const node& n) {
    for (const auto& b : n.below) {
      if (b->mode == 2 || has_value_mode_below(*b)) return true;
    }
    return false;
  }
  [[nodiscard]] truth valid(const node& n) const {
    if (n.mode == 0) return truth::yes;
    if (n.mode == 2 && !m_.general->nested_designation && has_value_mode_below(n)) return truth::no;
    return originates(n, n.mode == 2);
  }

  /// All below a good that does not originate and that `ok` does not pass.
  template <class Ok>
  sum missed(const node& good, const Ok& ok) const {
    sum s;
    for (const auto& b : good.below) {
      const auto& p = *b->part;
      if (p.stated == truth::yes || b->mode != 0) continue;
      sum one;
      if (p.self_produced && p.in_zone == truth::yes) {
        one = missed(*b, ok);
      } else {
        const bool sure = p.stated == truth::no || p.in_zone == truth::no || m_.undetermined == truth::no;
        const truth passes = ok(p);
        one.none = passes || (sure ? truth::no : truth::unknown);
        if (sure && passes == truth::no) one.low = p.price.low;
        if (passes != truth::yes) {
          one.open = !p.price.high;
          one.high = p.price.high.value_or(detail::ratio(0));
        }
      }
      s.low += one.low * b->quantity;
      s.high += one.high * b->quantity;
      s.open = s.open || one.open;
      s.none = s.none && one.none;
    }
    return s;
  }

  static truth at_most(const sum& s, const detail::interval& whole, const detail::ratio& part) {
    if (!s.open && s.high <= whole.low * part) return truth::yes;
    return whole.high && s.low > *whole.high * part ? truth::no : truth::unknown;
  }

  [[nodiscard]] truth met(const node& good, const rules::origin_rule& r, bool with_value) const {
    using kind = rules::origin_rule_kind;
    const auto& g = *good.part;
    const detail::ratio percent = detail::to_ratio(r.percent) / 100;
    truth out = r.kind == kind::any_of ? truth::no : truth::yes;
    switch (r.kind) {
      case kind::any_of:
        for (const auto& p : r.parts) out = out || met(good, p, with_value);
        return out;
      case kind::all_of:
        for (const auto& p : r.parts) out = out && met(good, p, with_value);
        return out;
      case kind::fact: return g.facts.contains(r.fact) ? g.facts.at(r.fact) : truth::unknown;
      case kind::value: {
        if (!with_value) return truth::no;
        const sum vnm = missed(good, [](const auto&) { return truth::no; });
        return at_most(vnm, g.price, r.method == rules::value_method::max_nom ? percent : detail::ratio(1 - percent));
      }
      default: break;
    }
    const sum s = missed(good, [&](const detail::model_part& p) {
      const auto n = static_cast<std::size_t>(r.level);
      if (p.hs.empty()) return truth::unknown;
      return as_truth(p.hs.substr(0, n) != g.hs.substr(0, n));
    });
    out = s.none;
    for (const auto& t : m_.general->tolerances) {
      if (out != truth::yes) out = out || at_most(s, g.price, detail::to_ratio(t.percent) / 100);
    }
    return out;
  }

  [[nodiscard]] truth originates(const node& good, bool with_value) const {
    truth out = missed(good, [](const auto&) { return truth::no; }).none;
    const auto& rules = good.part->rules;
    for (const auto& r : rules) out = out || met(good, *r.rule, with_value);
    if (rules.empty()) out = out || (good.part == m_.parts.data() ? truth::unknown : with_value ? m_.undetermined : truth::no);
    return out;
  }

  const detail::origin_model& m_;
  std::vector<node*> choices_;
  std::unique_ptr<node> root_;
};

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_REFERENCE_PLAIN_ROO_HPP
