// Changes of edges, worked through from where they are.
//
// The round of a party is one more than the least r for which its owners of rounds up to r restrict
// it. So rounds are repaired like shortest paths: first, in the order of the old rounds, those go
// that their owners of lower rounds no longer hold up, and with each what may have rested on it;
// then, in the order of the new rounds, those come (back) that their owners restrict now.
#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "ownership/spread.hpp"
#include "support/hash_map.hpp"

namespace tradewarden::ownership {
namespace {

class repair {
 public:
  repair(const setting& s, bound b, party_rounds& rounds) : s_(s), b_(b), round_(rounds) {}

  spread_again run(const std::vector<std::uint32_t>& into) {
    for (const std::uint32_t e : into) {
      if (round_[e] > 1) look_at(round_[e], e);
    }
    while (!queue_.empty()) {
      const auto [round, e] = queue_.top();
      queue_.pop();
      const std::uint32_t now = level(e);
      if (now != 0 && now <= round) continue;
      was_.emplace(e, round);
      round_[e] = 0;
      s_.edges.out(e, [&](const detail::packed_edge& edge) {
        if (matters(edge) && round_[edge.other] > round) look_at(round_[edge.other], edge.other);
      });
    }
    for (const std::uint32_t e : into) offer(e);
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> gone(was_.begin(), was_.end());
    for (const auto& [e, round] : gone) offer(e);
    while (!queue_.empty()) {
      const auto [round, e] = queue_.top();
      queue_.pop();
      if (round_[e] != 0 && round_[e] <= round) continue;
      was_.emplace(e, round_[e]);
      round_[e] = round;
      s_.edges.out(e, [&](const detail::packed_edge& edge) {
        if (matters(edge) && (round_[edge.other] == 0 || round_[edge.other] > round + 1)) offer(edge.other);
      });
    }
    for (const auto& [e, round] : was_) {
      if (round_[e] != round) out_.before.emplace_back(e, round);
    }
    std::sort(out_.before.begin(), out_.before.end());
    return std::move(out_);
  }

 private:
  using place = std::pair<std::uint32_t, std::uint32_t>;  // round, party

  [[nodiscard]] bool matters(const detail::packed_edge& e) const { return s_.counts(e) && s_.share(e, b_) > 0; }

  /// Once a party: all that goes before it in the order of rounds is settled when its turn comes.
  void look_at(std::uint32_t round, std::uint32_t e) {
    if (queued_.insert(e).second) queue_.emplace(round, e);
  }
  void offer(std::uint32_t e) {
    if (round_[e] == 1) return;
    const std::uint32_t now = level(e);
    if (now != 0 && (round_[e] == 0 || now < round_[e])) queue_.emplace(now, e);
  }

  /// The round that its owners give it; 0: they do not restrict it.
  std::uint32_t level(std::uint32_t e) {
    ++out_.reached;
    held_.clear();
    std::uint32_t best = 0;
    const auto take = [&](std::uint32_t round) {
      if (best == 0 || round + 1 < best) best = round + 1;
    };
    s_.edges.in(e, [&](const held_edge& h) {
      if (round_[h.owner] == 0 || !matters(h.edge)) return;
      const ownership_kind kind = s_.kind(h.edge);
      if (kind == ownership_kind::control && s_.control_counts(b_)) take(round_[h.owner]);
      held_.push_back({round_[h.owner], h.owner, kind, s_.share(h.edge, b_)});
    });
    bool sorted = false;
    // Tests of single owners first: they need the owners together, sums need the rounds in order.
    for (const ownership_test& test : s_.regime.tests) {
      if (adds_up(test, b_)) continue;
      percent_units sum = 0;
      for (std::size_t i = 0; i < held_.size(); ++i) {
        if (i == 0 || held_[i].owner != held_[i - 1].owner) sum = 0;
        if (held_[i].kind != test.kind) continue;
        sum = added(sum, held_[i].share);
        if (meets(sum, test.threshold)) take(held_[i].round);
      }
    }
    for (const ownership_test& test : s_.regime.tests) {
      if (!adds_up(test, b_)) continue;
      if (!std::exchange(sorted, true)) {
        std::sort(held_.begin(), held_.end(), [](const held& a, const held& b) { return a.round < b.round; });
      }
      percent_units sum = 0;
      for (const held& h : held_) {
        if (h.kind != test.kind) continue;
        sum = added(sum, h.share);
        if (!meets(sum, test.threshold)) continue;
        take(h.round);
        break;
      }
    }
    return best;
  }

  struct held {
    std::uint32_t round;
    std::uint32_t owner;
    ownership_kind kind;
    percent_units share;
  };
  const setting& s_;
  bound b_;
  party_rounds& round_;
  std::priority_queue<place, std::vector<place>, std::greater<>> queue_;
  hash_set<std::uint32_t> queued_;
  hash_map<std::uint32_t, std::uint32_t> was_;  // rounds before
  std::vector<held> held_;
  spread_again out_;
};

}  // namespace

spread_again spread_from(const setting& s, const std::vector<std::uint32_t>& into, bound b,
                         party_rounds& rounds) {
  return repair(s, b, rounds).run(into);
}

}  // namespace tradewarden::ownership
