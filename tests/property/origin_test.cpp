// Random shared bills with open facts and alternatives against the definition (tests/reference/
// plain_bill.hpp): bounds are tight, verdicts right, deciding sets the smallest there are.
#include <map>
#include <random>

#include "catch.hpp"
#include "origin/deciding.hpp"
#include "origin/judge.hpp"
#include "reference/plain_bill.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/bill_builder.hpp"

namespace tradewarden::tests {
namespace {

using detail::ratio;

/// The share test alone.
class share_judge final : public detail::regime_judge {
 public:
  using regime_judge::regime_judge;
  detail::judgement judge(const detail::settled& s) override {
    return share_test(s, count.cut);
  }
  [[nodiscard]] std::vector<detail::open_fact> own_facts() const override { return {}; }
};

/// An unknown price, in worlds that need a number.
const rational k_dear("1000000000000");

struct random_case {
  plain_bill plain;
  std::vector<bool> unpriced;
  bool any = false;
  bool cut = true;
};

random_case make_case(std::mt19937& rng) {
  const auto below = [&](unsigned n) { return static_cast<int>(rng() % n); };
  random_case c;
  c.any = below(3) == 0;
  c.cut = below(5) != 0;
  const int n = 3 + below(7);
  const unsigned doubt = below(2) == 0 ? 2 : 4;  // one in so many is not classified
  int open = 0;  // bits of worlds
  const auto spend = [&](int bits) { return open + bits <= 11 && ((open += bits), true); };
  c.plain.parts.resize(static_cast<std::size_t>(n));
  c.unpriced.assign(static_cast<std::size_t>(n), false);
  for (int i = 0; i < n; ++i) {
    plain_part& p = c.plain.parts[static_cast<std::size_t>(i)];
    p.made = i == 0 || (i < n - 1 && below(3) == 0);
    const int price = 1 + below(40);
    p.low = p.high = rational(price, 4);
    if (!p.made) {
      p.us = below(3) != 0 ? truth::yes : truth::no;
      p.counts = below(3) != 0 ? truth::yes : truth::no;
      if (below(5) == 0 && spend(1)) p.us = truth::unknown;
      if (below(doubt) == 0 && spend(1)) p.counts = truth::unknown;
      if (below(5) == 0 && spend(1)) p.high += rational(1 + below(20), 2);
      else if (below(9) == 0 && spend(1)) {
        p.low = 0;
        p.high = k_dear;
        c.unpriced[static_cast<std::size_t>(i)] = true;
      }
      // Bought as no discrete product: what is in it is open.
      p.discrete = p.us != truth::yes && below(5) == 0 && spend(1) ? truth::no : truth::yes;
    } else if (i != 0) {
      p.discrete = below(4) == 0 ? truth::yes : truth::no;
      if (below(3) == 0 && spend(1)) p.discrete = truth::unknown;
    }
  }
  for (int i = 0; i < n - 1; ++i) {
    plain_part& p = c.plain.parts[static_cast<std::size_t>(i)];
    if (!p.made) continue;
    if (i != 0 && below(8) == 0 && spend(1)) continue;  // no lines: unknown inside
    const int positions = 1 + below(3);
    for (int k = 0; k < positions; ++k) {
      plain_position q{i, {}};
      int alternatives = below(4) == 0 && spend(1) ? 2 : 1;
      for (int a = 0; a < alternatives; ++a) {
        const int child = i + 1 + below(static_cast<unsigned>(n - 1 - i));
        q.alternatives.push_back({child, rational(1 + below(6), below(4) == 0 ? 2 : 1)});
      }
      c.plain.positions.push_back(std::move(q));
      p.lines = true;
    }
    if (!p.lines) spend(1);
  }
  c.plain.product_low = c.plain.product_high = 20 + below(below(2) == 0 ? 120 : 600);
  if (below(5) == 0 && spend(1)) c.plain.product_high += 1 + below(100);
  c.plain.parts[0].low = c.plain.product_low;
  c.plain.parts[0].high = c.plain.product_high;
  return c;
}

std::string decimal_text(const rational& r) {
  return exact_fraction::parse(numerator(r).str(), denominator(r).str()).value().to_string();
}

bill make_bill(const random_case& c) {
  bill_builder b;
  for (std::size_t i = 0; i < c.plain.parts.size(); ++i) {
    const plain_part& p = c.plain.parts[i];
    const auto letter = [](truth t) {
      return t == truth::yes ? "y" : t == truth::no ? "n" : "?";
    };
    const std::string id = "P" + std::to_string(i);
    const std::string price = c.unpriced[i] ? "?"
                              : p.low == p.high
                                  ? decimal_text(p.low)
                                  : decimal_text(p.low) + ".." + decimal_text(p.high);
    part_row row;
    row.part_id = id;
    row.kind = p.made ? "made" : "purchased";
    row.us_origin = letter(p.us);
    row.eccn = "EAR99";
    row.fmv = price;
    row.currency = "USD";
    row.discrete = letter(p.discrete);
    b.add_part(row, {});
  }
  int pos = 0;
  for (const plain_position& q : c.plain.positions) {
    ++pos;
    for (std::size_t a = 0; a < q.alternatives.size(); ++a) {
      const std::string parent = "P" + std::to_string(q.parent);
      const std::string child = "P" + std::to_string(q.alternatives[a].child);
      const std::string place = std::to_string(pos), rank = std::to_string(a);
      const std::string quantity = decimal_text(q.alternatives[a].quantity);
      b.add_line({parent, place, child, rank, quantity, ""}, {});
    }
  }
  result<bill> made = b.build();
  if (!made) FAIL(made.error().to_string());
  return *made;
}

const share_threshold k_quarter{25, 100, threshold_operator::more_than};

/// Of one world.
struct outcome {
  plain_world world;
  rational content;
  bool triggers = false;
};

std::vector<outcome> all_outcomes(const random_case& c) {
  std::vector<outcome> out;
  each_world(c.plain, c.any, [&](const plain_world& w) {
    outcome o{w, plain_content(c.plain, w, 0, c.cut), false};
    const rational price = w.dear_product ? c.plain.product_high : c.plain.product_low;
    o.triggers = o.content * 4 > price;
    out.push_back(std::move(o));
  });
  return out;
}

/// What a world says of a fact, as a number.
std::size_t answer(const plain_world& w, const plain_fact& f) {
  const auto i = static_cast<std::size_t>(f.number);
  switch (f.what) {
    case plain_fact::value:
      return (w.us[i] ? 1U : 0U) + (w.counts[i] ? 2U : 0U) + (w.dear[i] ? 4U : 0U);
    case plain_fact::discrete: return w.discrete[i] ? 1 : 0;
    case plain_fact::position: return w.choice[i];
    case plain_fact::price: return w.dear_product ? 1 : 0;
  }
  return 0;
}

/// Bit 0: some answers settle it to "does not trigger"; bit 1: to "triggers".
int settles(const std::vector<outcome>& worlds, const std::vector<plain_fact>& set) {
  std::map<std::vector<std::size_t>, int> seen;  // bit 0: some world is below, bit 1: some above
  for (const outcome& o : worlds) {
    std::vector<std::size_t> key;
    for (const plain_fact& f : set) key.push_back(answer(o.world, f));
    seen[key] |= o.triggers ? 2 : 1;
  }
  int found = 0;
  for (const auto& [key, bits] : seen) {
    if (bits != 3) found |= bits;
  }
  return found;
}

/// Size of the smallest set that settles it, and how; 0 if none does.
std::pair<std::size_t, int> smallest(const std::vector<outcome>& worlds,
                                     const std::vector<plain_fact>& facts) {
  for (std::size_t size = 1; size <= facts.size(); ++size) {
    int found = 0;
    std::vector<bool> pick(facts.size());
    std::fill(pick.begin(), pick.begin() + static_cast<std::ptrdiff_t>(size), true);
    do {
      std::vector<plain_fact> set;
      for (std::size_t i = 0; i < facts.size(); ++i) {
        if (pick[i]) set.push_back(facts[i]);
      }
      found |= settles(worlds, set);
    } while (std::prev_permutation(pick.begin(), pick.end()));
    if (found != 0) return {size, found};
  }
  return {0, 0};
}

plain_fact as_plain(const detail::open_fact& f, const detail::cone& cone,
                    const std::vector<int>& position_of) {
  using kind = detail::open_fact::kind;
  switch (f.what) {
    case kind::value: return {plain_fact::value, static_cast<int>(cone.parts[f.number])};
    case kind::discrete: return {plain_fact::discrete, static_cast<int>(cone.parts[f.number])};
    case kind::position: return {plain_fact::position, position_of[f.number]};
    default: return {plain_fact::price, 0};
  }
}

/// How much the random cases reach.
struct coverage {
  std::size_t depends = 0, several = 0, unbounded = 0, alternatives = 0;
};

void check_case(const random_case& c, coverage& seen) {
  const detail::origin_engine engine(make_bill(c), rule_book::built_in());
  origin_options options;
  options.alternatives = c.any ? alternatives_policy::any : alternatives_policy::primary;
  const detail::overlay none;
  const detail::run_signatures signatures(engine, none);
  detail::cone_scratch scratch;
  detail::product_question q(engine, signatures, 0, options, day(), none, scratch);
  detail::rule_log log;
  const detail::legal_context ctx{engine.rules, day(), "DE", "", false, options.facts, log};
  detail::content_decision decision;
  detail::counting counting;
  counting.threshold = k_quarter;
  counting.cut = c.cut;
  for (const std::uint32_t p : q.cone.parts) {
    counting.counts.push_back(c.plain.parts[p].counts);
    counting.decisions.push_back(&decision);
  }
  share_judge judge(q, ctx, options, counting);
  const detail::judgement now = judge.judge({});

  const std::vector<outcome> worlds = all_outcomes(c);
  rational low = worlds.front().content, high = low;
  bool some = false, every = true;
  for (const outcome& o : worlds) {
    low = std::min(low, o.content);
    high = std::max(high, o.content);
    some |= o.triggers;
    every &= o.triggers;
  }
  CHECK(now.amount.low == low);
  const bool unbounded = high > k_dear / 100;
  CHECK(now.amount.high_unbounded == unbounded);
  if (!unbounded) CHECK(now.amount.high == high);
  const verdict expected =
      every ? verdict::triggers : some ? verdict::depends : verdict::does_not_trigger;
  CHECK(now.verdict == expected);
  // The other widths of numbers say the same.
  for (const auto width : {detail::number_width::wide, detail::number_width::unbounded}) {
    detail::product_count other(q.cone, engine.data(), q.facts, width);
    const detail::amount_bound b = other.run(judge.request({}, c.cut));
    CHECK(b.low == now.amount.low);
    CHECK(b.high == now.amount.high);
  }
  seen.unbounded += unbounded ? 1 : 0;
  if (now.verdict != verdict::depends) return;
  ++seen.depends;

  // Positions of the cone in the numbers of the plain bill: their text is that number plus one.
  std::vector<int> position_of(q.cone.positions);
  for (const detail::cone_line& l : q.cone.lines) {
    const detail::bill_data& d = engine.data();
    position_of[l.position] = std::stoi(std::string(d.positions.text(d.pos(l.line)))) - 1;
  }
  std::vector<plain_fact> facts;
  for (std::size_t i = 0; i < c.plain.parts.size(); ++i) {
    const plain_part& p = c.plain.parts[i];
    const bool inside = !p.lines && p.us != truth::yes &&
                        (p.made || i == 0 || p.discrete == truth::no);
    const auto number = static_cast<int>(i);
    if (p.us == truth::unknown || p.counts == truth::unknown || (i != 0 && p.low != p.high) ||
        inside) {
      facts.push_back({plain_fact::value, number});
    }
    if (p.discrete == truth::unknown) facts.push_back({plain_fact::discrete, number});
  }
  for (std::size_t k = 0; c.any && k < c.plain.positions.size(); ++k) {
    if (c.plain.positions[k].alternatives.size() > 1) {
      facts.push_back({plain_fact::position, static_cast<int>(k)});
    }
  }
  if (c.plain.product_low != c.plain.product_high) facts.push_back({plain_fact::price, 0});
  const auto [size, how] = smallest(worlds, facts);
  const detail::deciding_set set = detail::find_deciding(judge);
  CHECK(set.facts.size() == size);
  seen.several += size > 1 ? 1 : 0;
  seen.alternatives += c.any && q.cone.alternatives ? 1 : 0;
  CHECK(set.smallest);
  std::vector<plain_fact> found;
  for (const detail::open_fact& f : set.facts) found.push_back(as_plain(f, q.cone, position_of));
  const int settled = settles(worlds, found);
  const int to = set.to == verdict::triggers ? 2 : 1;
  CHECK((settled & to) != 0);
  // Of two directions with sets of one size, the one away from triggering.
  CHECK(to == ((how & 1) != 0 ? 1 : 2));
}

}  // namespace

TEST_CASE("content, verdicts and deciding sets are those of the definition", "[origin]") {
  const std::size_t step = every(1, 50);
  coverage seen;
  for (std::size_t seed = 0; seed < 10'000; seed += step) {
    std::mt19937 rng(static_cast<std::mt19937::result_type>(seed));
    const random_case c = make_case(rng);
    INFO("seed " << seed);
    check_case(c, seen);
  }
  const std::size_t cases = 10'000 / step;
  INFO(seen.depends << " " << seen.several << " " << seen.unbounded << " " << seen.alternatives);
  CHECK(seen.depends > cases / 5);
  CHECK(seen.several >= cases / 400);
  CHECK(seen.unbounded > cases / 50);
  CHECK(seen.alternatives > cases / 50);
}

}  // namespace tradewarden::tests
