#include "origin/replacement.hpp"

#include <algorithm>
#include <map>

#include "origin/product_question.hpp"

namespace tradewarden::detail {

namespace {

constexpr std::size_t k_most_steps = 200'000;   // of the branch and bound
constexpr std::size_t k_most_candidates = 400;  // each is counted once
constexpr std::size_t k_most_lines = 4'000'000;  // of the product, over all candidates

struct candidate {
  line_exchange exchange;
  std::uint32_t parent = 0;  // part
  ratio less;                // content taken away, in one product
  ratio more;                // cost, negative if it is cheaper
};

class knapsack {
 public:
  knapsack(std::vector<std::vector<candidate>> groups, ratio need)
      : groups_(std::move(groups)), need_(std::move(need)) {
    // What the groups from here on can take away at most, and save at most.
    less_.resize(groups_.size() + 1);
    save_.resize(groups_.size() + 1);
    for (std::size_t i = groups_.size(); i-- > 0;) {
      ratio less, save;
      for (const candidate& c : groups_[i]) {
        less = std::max(less, c.less);
        save = std::min(save, c.more);
      }
      less_[i] = less_[i + 1] + less;
      save_[i] = save_[i + 1] + save;
    }
  }

  /// False: no choice takes away enough.
  bool run() {
    step(0, ratio(), ratio());
    return found_;
  }
  [[nodiscard]] bool complete() const { return steps_ < k_most_steps; }
  [[nodiscard]] const std::vector<const candidate*>& best() const { return best_; }

 private:
  void step(std::size_t at, const ratio& less, const ratio& cost) {
    if (++steps_ >= k_most_steps) return;
    if (less + less_[at] < need_) return;
    if (found_ && cost + save_[at] >= best_cost_) return;
    if (at == groups_.size()) {
      found_ = true;
      best_cost_ = cost;
      best_ = chosen_;
      return;
    }
    // Without an exchange first where enough is taken away already, else with the cheapest first.
    const bool enough = less >= need_;
    if (enough) step(at + 1, less, cost);
    for (const candidate& c : groups_[at]) {
      chosen_.push_back(&c);
      step(at + 1, less + c.less, cost + c.more);
      chosen_.pop_back();
    }
    if (!enough) step(at + 1, less, cost);
  }

  std::vector<std::vector<candidate>> groups_;
  ratio need_;
  std::vector<ratio> less_, save_;
  std::vector<const candidate*> chosen_, best_;
  ratio best_cost_;
  bool found_ = false;
  std::size_t steps_ = 0;
};

exact_fraction positive(const ratio& r) { return r > 0 ? to_fraction(r) : exact_fraction(); }

}  // namespace

whatif_replacement cheapest_replacement(const origin_engine& engine, const origin_options& options,
                                        const overlay& changes, const origin_result& triggered) {
  const bill_data& d = engine.data();
  const day on = options.date ? *options.date : day::today_utc();
  whatif_replacement out;
  out.product = triggered.product;
  out.destination = triggered.destination;
  out.regime = triggered.regime;
  out.share_after = triggered.share;

  origin_options one = options;
  one.products = {triggered.product};
  one.destinations = {triggered.destination};
  one.all_destinations = false;
  one.regimes = {triggered.regime};
  one.alternatives = alternatives_policy::primary;
  one.part_limit = 0;
  const auto ask = [&](const std::vector<line_exchange>& exchanges) {
    overlay with = changes;
    with.lines.insert(with.lines.end(), exchanges.begin(), exchanges.end());
    return engine.evaluate(one, with, true);
  };
  const auto now = ask({});
  if (!now || !now->results[0].threshold || !now->results[0].product_value.high) {
    out.why = "the share is not known well enough";
    return out;
  }
  const origin_result& before = now->results[0];
  if (!before.controlled_value.high) {
    out.why = "content without a price has no upper bound";
    return out;
  }
  const ratio most = to_ratio(*before.controlled_value.high);

  const std::uint32_t product = d.ids.find(triggered.product);
  const run_signatures signatures(engine, changes);
  cone_scratch scratch;
  const product_question q(engine, signatures, product, one, on, changes, scratch);
  if (q.count.too_large()) {
    out.why = too_large_figures(triggered.product).message;
    return out;
  }
  count_request plain;
  plain.cut = false;
  const std::vector<node_reach> reach = q.count.reaches(plain);
  std::vector<std::vector<candidate>> groups;
  std::size_t candidates = 0;
  bool nested = false;
  // Each candidate is counted once, which costs the whole product.
  const std::size_t most_candidates =
      std::clamp<std::size_t>(k_most_lines / (q.cone.lines.size() + 1), 20, k_most_candidates);
  std::map<std::uint32_t, std::vector<std::uint32_t>> others;  // by position: lines of rank 1 and on
  for (std::uint32_t i = 0; i < q.cone.size(); ++i) {
    const std::uint32_t parent = q.cone.parts[i];
    others.clear();
    for (std::uint32_t a = d.line_first[parent]; a < d.line_first[parent + 1]; ++a) {
      if (d.alt_rank(a) != 0) others[d.pos(a)].push_back(a);
    }
    if (others.empty()) continue;
    for (std::uint32_t l = q.cone.first[i]; l < q.cone.first[i + 1]; ++l) {
      const std::uint32_t line = q.cone.lines[l].line;
      std::vector<candidate> group;
      const auto beside = others.find(d.pos(line));
      if (beside == others.end()) continue;
      for (const std::uint32_t a : beside->second) {
        if (a == line || ++candidates > most_candidates) continue;
        const auto from = engine.worth_of(d.child[line], q.currency, on, changes.find(d.child[line]));
        const auto to = engine.worth_of(d.child[a], q.currency, on, changes.find(d.child[a]));
        if (!from.known || !to.known) continue;  // No cost can be told.
        const line_exchange e{line, a};
        const auto then = ask({e});
        if (!then || !then->results[0].controlled_value.high) continue;
        candidate c;
        c.exchange = e;
        c.parent = parent;
        c.less = most - to_ratio(*then->results[0].controlled_value.high);
        c.more = reach[i].all *
                 (to_ratio(d.quantities[d.quantity[a]].in_unit) * to.high -
                  to_ratio(d.quantities[d.quantity[line]].in_unit) * from.low);
        if (c.less > 0) group.push_back(std::move(c));
      }
      if (group.empty()) continue;
      nested |= q.has_lines(q.cone.lines[l].child);
      std::sort(group.begin(), group.end(), [](const candidate& x, const candidate& y) {
        return x.more != y.more ? x.more < y.more : x.less > y.less;
      });
      groups.push_back(std::move(group));
    }
  }
  if (groups.empty()) {
    out.why = "no position with an alternative that takes away content at a known price";
    return out;
  }
  // Most content for the money first: the first descent is a good bound.
  std::sort(groups.begin(), groups.end(),
            [](const std::vector<candidate>& x, const std::vector<candidate>& y) {
              return x.front().more * y.front().less < y.front().more * x.front().less;
            });
  // Below: what is left compares as the rule exempts it.
  const share_threshold t = *before.threshold;
  const ratio level = ratio(big(t.num), big(t.den)) * to_ratio(before.product_value.low);
  ratio need = most - level;
  if (t.op == threshold_operator::at_least) {
    // Strictly less than the level: nearer to it than any difference between two contents.
    big den = denominator(most) * denominator(level);
    for (const auto& g : groups) {
      for (const candidate& c : g) den = boost::multiprecision::lcm(den, denominator(c.less));
    }
    need += ratio(big(1), den * 2);
  }
  knapsack search(std::move(groups), need);
  if (!search.run()) {
    out.why = search.complete() ? "no set of alternatives takes away enough"
                                : "none was found; the search stopped at its limit";
    return out;
  }
  ratio cost;
  std::vector<line_exchange> exchanges;
  for (const candidate* c : search.best()) {
    exchanges.push_back(c->exchange);
    cost += c->more;
    whatif_exchange e;
    e.parent = d.ids.text(c->parent);
    e.pos = d.positions.text(d.pos(c->exchange.primary));
    e.from = d.ids.text(d.child[c->exchange.primary]);
    e.to = d.ids.text(d.child[c->exchange.chosen]);
    e.controlled_less = to_fraction(c->less);
    e.cost_more = positive(c->more);
    e.cost_less = positive(-c->more);
    out.exchanges.push_back(std::move(e));
  }
  const auto after = ask(exchanges);
  if (!after) {
    out.exchanges.clear();
    out.why = after.error().message;
    return out;
  }
  const origin_result& r = after->results[0];
  out.share_after = r.share;
  const bool below = std::any_of(r.tests.begin(), r.tests.end(), [](const test_result& x) {
    return x.share && x.verdict != verdict::triggers && x.verdict != verdict::depends;
  });
  out.found = below;
  out.proved_cheapest = below && search.complete() && candidates <= most_candidates && !nested;
  out.cost_more = positive(cost);
  out.cost_less = positive(-cost);
  out.why = !below ? "the exchanges hang on each other: together they do not take away enough"
            : out.proved_cheapest ? "the cheapest set of alternatives"
                                  : "a set of alternatives; a cheaper one may exist";
  return out;
}

}  // namespace tradewarden::detail
