#include "ownership/spread.hpp"

#include <algorithm>
#include <utility>

#include "origin/big.hpp"

namespace tradewarden::ownership {
namespace {

class rounds {
 public:
  rounds(const setting& s, bound b) : s_(s), b_(b), round_(s.edges.base().entity_count(), 0) {
    sums_.resize(s.regime.tests.size());
    for (auto& sum : sums_) sum.assign(s.edges.base().entity_count(), 0);
  }

  party_rounds from(const std::vector<std::uint32_t>& seeds) {
    std::vector<std::uint32_t> now;
    for (const std::uint32_t e : seeds) {
      if (std::exchange(round_[e], 1) == 0) now.push_back(e);
    }
    for (std::uint32_t round = 2; !now.empty(); ++round) {
      next_.clear();
      for (const std::uint32_t owner : now) read(owner, round);
      now.swap(next_);
    }
    return std::move(round_);
  }

 private:
  void read(std::uint32_t owner, std::uint32_t round) {
    touched_.clear();
    s_.edges.out(owner, [&](const detail::packed_edge& e) {
      if (round_[e.other] != 0 || !s_.counts(e)) return;
      const percent_units share = s_.share(e, b_);
      if (share == 0) return;
      const ownership_kind kind = s_.kind(e);
      bool met = kind == ownership_kind::control && s_.control_counts(b_);
      for (std::size_t t = 0; t < sums_.size() && !met; ++t) {
        const ownership_test& test = s_.regime.tests[t];
        if (test.kind != kind) continue;
        percent_units& sum = sums_[t][e.other];
        sum = added(sum, share);
        met = meets(sum, test.threshold);
        // One owner's shares add up in any case; those of the next begin anew.
        if (!adds_up(test, b_)) touched_.emplace_back(t, e.other);
      }
      if (met) {
        round_[e.other] = round;
        next_.push_back(e.other);
      }
    });
    for (const auto& [t, e] : touched_) sums_[t][e] = 0;
  }

  const setting& s_;
  bound b_;
  party_rounds round_;
  std::vector<large_vector<percent_units>> sums_;  // by test, then party
  std::vector<std::uint32_t> next_;
  std::vector<std::pair<std::size_t, std::uint32_t>> touched_;
};

}  // namespace

setting::setting(const edge_view& e, const ownership_regime& r, day on) : edges(e), regime(r), date(on) {
  take_new_terms();
}

void setting::take_new_terms() {
  in_force.reserve(edges.term_count());
  while (in_force.size() < edges.term_count()) {
    const detail::edge_terms& t = edges.terms_at(in_force.size());
    in_force.push_back(t.in_force(date) && matters(t.kind) ? 1 : 0);
  }
}

bool setting::matters(ownership_kind k) const {
  if (k == ownership_kind::control) return regime.control != truth::no;
  return std::any_of(regime.tests.begin(), regime.tests.end(),
                     [k](const ownership_test& t) { return t.kind == k; });
}

percent_units added(percent_units a, percent_units b) noexcept {
  constexpr percent_units k_most = 1000 * k_whole;
  return std::min(a + b, k_most);
}

bool meets(percent_units sum, const share_threshold& t) noexcept {
  const detail::int128 left = static_cast<detail::int128>(sum) * t.den;
  const detail::int128 right = static_cast<detail::int128>(k_whole) * t.num;
  return t.op == threshold_operator::at_least ? left >= right : left > right;
}

bool adds_up(const ownership_test& t, bound b) noexcept {
  return t.aggregate == truth::yes || (t.aggregate == truth::unknown && b == bound::possible);
}

party_rounds spread(const setting& s, const std::vector<std::uint32_t>& seeds, bound b) {
  return rounds(s, b).from(seeds);
}

}  // namespace tradewarden::ownership
