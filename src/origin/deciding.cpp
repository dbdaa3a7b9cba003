#include "origin/deciding.hpp"

#include <algorithm>
#include <tuple>

#include "support/ascii.hpp"

namespace tradewarden::detail {

namespace {

/// Lines walked in the search of one verdict, either way: seconds at most. A large bill has less of
/// it, for its answers are many.
constexpr std::size_t k_budget = 10'000'000;
constexpr std::size_t k_large_lines = 2'000;
constexpr std::size_t k_large_budget = 2'000'000;

open_fact about_value(const regime_judge& j, std::uint32_t node, bool us, bool code, bool price,
                      bool inside) {
  open_fact f;
  f.number = node;
  f.part = j.q.id(node);
  std::vector<std::string> texts;
  const auto add = [&](std::string_view fact, std::string text) {
    if (f.fact.empty()) f.fact = fact;
    texts.push_back(std::move(text));
  };
  if (us) add("origin", "Is it of US origin?");
  if (code) {
    const content_decision& d = *j.count.decisions[node];
    add("classification", d.asks.empty() ? "What is its classification?" : ascii::join(d.asks, " "));
  }
  if (price) {
    add("price", j.q.no_rate[node] != 0 ? "What is the exchange rate of its currency?"
                                        : "What is its price?");
  }
  if (inside) add("content", "Of what is it made? The bill has no lines for it.");
  f.text = ascii::join(texts, " ");
  return f;
}

class search {
 public:
  search(regime_judge& j, std::vector<open_fact> facts, settle towards)
      : j_(j), facts_(std::move(facts)), towards_(towards) {
    const std::size_t lines = j.q.cone.lines.size() + j.q.cone.size() + 1;
    left_ = std::max<std::size_t>((lines > k_large_lines ? k_large_budget : k_budget) / lines, 50);
  }

  /// Does the set settle it in this direction?
  bool settles(const std::vector<std::size_t>& set) { return reached(set); }

  /// Empty: no set settles it in this direction.
  std::vector<std::size_t> run(bool& smallest) {
    smallest = true;
    std::vector<std::size_t> all(facts_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (!reached(all)) return {};
    order_by_effect();
    std::vector<std::size_t> needed = necessary();
    if (reached(needed)) return needed;
    std::vector<std::size_t> rest;
    std::vector<bool> is_needed(facts_.size());
    for (const std::size_t i : needed) is_needed[i] = true;
    for (const std::size_t i : order_) {
      if (!is_needed[i]) rest.push_back(i);
    }
    std::vector<std::size_t> best = greedy(needed, rest);
    // Values that add up: the largest first is the smallest set.
    const bool exact = linear_ && std::all_of(rest.begin(), rest.end(), [&](std::size_t i) {
      return facts_[i].what == open_fact::kind::value;
    });
    if (exact && towards_ == settle::least) return best;
    for (std::size_t size = needed.size() + 1; size < best.size(); ++size) {
      std::vector<std::size_t> chosen = needed;
      const int found = deepen(chosen, rest, 0, size);
      if (found > 0) return chosen;
      if (found < 0) {
        smallest = exact;
        return best;
      }
    }
    return best;
  }

 private:
  bool reached(const std::vector<std::size_t>& set) {
    if (left_ > 0) --left_;
    settled s;
    s.towards = towards_;
    s.resolved.assign(j_.q.cone.size(), 0);
    s.chosen.assign(j_.q.cone.positions, 0);
    for (const std::size_t i : set) {
      const open_fact& f = facts_[i];
      switch (f.what) {
        case open_fact::kind::value: s.resolved[f.number] |= 1; break;
        case open_fact::kind::discrete: s.resolved[f.number] |= 2; break;
        case open_fact::kind::position: s.chosen[f.number] = 1; break;
        case open_fact::kind::price: s.price = true; break;
        case open_fact::kind::product_origin: s.product_origin = true; break;
        case open_fact::kind::named: s.named.push_back(f.name); break;
      }
    }
    const verdict v = j_.judge(s).verdict;
    return towards_ == settle::most ? v == verdict::triggers : v < verdict::depends;
  }

  void order_by_effect() {
    const auto reach = j_.q.count.reaches(j_.request({}, j_.count.cut));
    std::vector<ratio> effect(facts_.size());
    std::vector<bool> unbounded(facts_.size());
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      const open_fact& f = facts_[i];
      if (f.what == open_fact::kind::price || f.what == open_fact::kind::position ||
          f.what == open_fact::kind::discrete) {
        linear_ = false;
      }
      if (f.what != open_fact::kind::value) continue;
      const part_facts& p = j_.q.facts[f.number];
      if (p.us_origin == truth::unknown && j_.q.has_lines(f.number)) linear_ = false;
      unbounded[i] = !p.worth_known;
      const bool from_zero = p.us_origin != truth::yes || j_.count.counts[f.number] != truth::yes;
      effect[i] = reach[f.number].most * (from_zero ? p.high : ratio(p.high - p.low));
    }
    order_.resize(facts_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      if (unbounded[a] != unbounded[b]) return static_cast<bool>(unbounded[a]);
      return effect[a] > effect[b];
    });
    unbounded_ = std::move(unbounded);
  }

  /// Facts without which all the others do not settle it.
  std::vector<std::size_t> necessary() {
    std::vector<std::size_t> out;
    if (facts_.size() * 4 > left_) {
      if (towards_ == settle::least) {
        for (const std::size_t i : order_) {
          if (unbounded_[i]) out.push_back(i);
        }
      }
      return out;
    }
    for (const std::size_t i : order_) {
      std::vector<std::size_t> others;
      for (std::size_t k = 0; k < facts_.size(); ++k) {
        if (k != i) others.push_back(k);
      }
      if (!reached(others)) out.push_back(i);
    }
    return out;
  }

  /// Largest first until it is settled, then without those that turn out not to be needed.
  std::vector<std::size_t> greedy(const std::vector<std::size_t>& needed,
                                  const std::vector<std::size_t>& rest) {
    // How many are needed is monotone, so it is found by halving.
    std::size_t low = 0;
    std::size_t high = rest.size();
    const auto with = [&](std::size_t n) {
      std::vector<std::size_t> set = needed;
      set.insert(set.end(), rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(n));
      return set;
    };
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (reached(with(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    std::vector<std::size_t> set = with(low);
    for (std::size_t i = set.size(); i-- > needed.size() && left_ > 0;) {
      std::vector<std::size_t> without = set;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      if (reached(without)) set = std::move(without);
    }
    return set;
  }

  /// 1: found, in `chosen`; 0: there is none of this size; -1: out of budget.
  int deepen(std::vector<std::size_t>& chosen, const std::vector<std::size_t>& rest,
             std::size_t from, std::size_t size) {
    if (chosen.size() == size) {
      if (left_ == 0) return -1;
      return reached(chosen) ? 1 : 0;
    }
    for (std::size_t i = from; i + (size - chosen.size()) <= rest.size(); ++i) {
      chosen.push_back(rest[i]);
      const int found = deepen(chosen, rest, i + 1, size);
      if (found != 0) return found;
      chosen.pop_back();
    }
    return 0;
  }

  regime_judge& j_;
  std::vector<open_fact> facts_;
  settle towards_;
  std::size_t left_ = 0;
  bool linear_ = true;
  std::vector<std::size_t> order_;
  std::vector<bool> unbounded_;

 public:
  [[nodiscard]] const open_fact& fact(std::size_t i) const { return facts_[i]; }
};

}  // namespace

std::vector<open_fact> open_facts(const regime_judge& j) {
  std::vector<open_fact> out;
  const product_question& q = j.q;
  const auto reach = q.count.reaches(j.request({}, j.count.cut));
  for (std::uint32_t i = 0; i < q.cone.size(); ++i) {
    const part_facts& f = q.facts[i];
    const bool point = f.worth_known && f.low == f.high;
    const bool nothing = f.worth_known && f.high == 0;
    const bool lines = q.has_lines(i);
    const bool reached = reach[i].most > 0;
    const truth us = i == 0 ? truth::no : f.us_origin;
    bool origin = false, code = false, price = false, inside = false;
    if (us != truth::no && !nothing) {
      const truth counts = j.count.counts[i];
      const bool bits = j.bits_open(i);
      origin = us == truth::unknown && ((reached && (counts != truth::no || lines)) || bits);
      code = (reached && counts == truth::unknown) || bits;
      price = reached && counts != truth::no && !point;
    }
    if (us != truth::yes && !nothing && inside_unknown(q.cone, f, i)) {
      // Second incorporation does not reach the cases of 734.4(a).
      const bool cut = j.count.cut && i != 0 && f.discrete == truth::yes;
      inside = (reached && !cut) || j.bits_open(i);
    }
    if (origin || code || price || inside) {
      out.push_back(about_value(j, i, origin, code, price, inside));
    }
    // Before the advisory opinion of 14 Sep 2009 it is open whether a cut is made at all.
    if (i != 0 && us != truth::yes && (j.count.cut || j.count.cut_open) &&
        f.discrete == truth::unknown && reached && !j.options.unknown_discrete_counts &&
        (lines || inside_unknown(q.cone, f, i))) {
      open_fact d;
      d.what = open_fact::kind::discrete;
      d.number = i;
      d.part = q.id(i);
      d.fact = "discrete";
      d.text = "Is it a discrete product, bought at arm's length or sold by itself?";
      out.push_back(std::move(d));
    }
    for (std::uint32_t l = q.cone.first[i]; l < q.cone.first[i + 1]; ++l) {
      const bool second =
          l > q.cone.first[i] && q.cone.lines[l].position == q.cone.lines[l - 1].position;
      const bool third = second && l > q.cone.first[i] + 1 &&
                         q.cone.lines[l].position == q.cone.lines[l - 2].position;
      if (!second || third) continue;
      const bill_data& data = q.engine.data();
      open_fact a;
      a.what = open_fact::kind::position;
      a.number = q.cone.lines[l].position;
      a.part = q.id(i);
      a.fact = "alternative";
      a.text = "Which alternative fills position " +
               std::string(data.positions.text(data.pos(q.cone.lines[l].line))) + "?";
      out.push_back(std::move(a));
    }
  }
  // Of sets of one size the same is found, whatever the order of the rows.
  std::stable_sort(out.begin(), out.end(), [](const open_fact& a, const open_fact& b) {
    return std::tie(a.part, a.what, a.text) < std::tie(b.part, b.what, b.text);
  });
  const part_facts& product = q.facts[0];
  if (!product.worth_known || product.low != product.high || product.high == 0) {
    open_fact p;
    p.what = open_fact::kind::price;
    p.part = q.id(0);
    p.fact = "price";
    p.text = "What is the price of the product?";
    out.push_back(std::move(p));
  }
  for (open_fact& f : j.own_facts()) out.push_back(std::move(f));
  return out;
}

deciding_set find_deciding(regime_judge& j) {
  deciding_set best;
  const std::vector<open_fact> facts = open_facts(j);
  if (facts.empty()) return best;
  for (const settle towards : {settle::least, settle::most}) {
    search s(j, facts, towards);
    bool smallest = true;
    const std::vector<std::size_t> set = s.run(smallest);
    if (set.empty() || (!best.facts.empty() && set.size() >= best.facts.size())) continue;
    best.facts.clear();
    for (const std::size_t i : set) best.facts.push_back(s.fact(i));
    best.to = towards == settle::most ? verdict::triggers : verdict::does_not_trigger;
    best.smallest = smallest;
    search other(j, facts, towards == settle::most ? settle::least : settle::most);
    best.both = other.settles(set);
  }
  return best;
}

}  // namespace tradewarden::detail
