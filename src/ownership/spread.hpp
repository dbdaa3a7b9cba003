// How restriction spreads from owners to what they own: the least fixed point.
//
// Each edge is read once, when its owner becomes restricted. Rounds: what the seeds restrict is of
// round 2, what these restrict of round 3, and so on; the round of a party does not depend on any
// order, and a proof that only goes to lower rounds has no circles.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_OWNERSHIP_SPREAD_HPP
#define TRADEWARDEN_OWNERSHIP_SPREAD_HPP

#include <cstdint>
#include <utility>
#include <vector>

#include "ownership/edge_view.hpp"

namespace tradewarden::ownership {

/// Which of the two ways to work through what is not known.
enum class bound : std::uint8_t {
  certain,   ///< Shares at their lowest; what is not known does not count.
  possible,  ///< Shares at their highest; what is not known counts.
};

/// The regime over one graph on one day.
struct setting {
  const edge_view& edges;
  const ownership_regime& regime;
  day date;
  std::vector<char> in_force;  ///< By terms.

  setting(const edge_view& e, const ownership_regime& r, day on);
  /// After changes of the edges: dates and kinds that were not there before.
  void take_new_terms();

  [[nodiscard]] bool counts(const detail::packed_edge& e) const { return in_force[e.terms] != 0; }
  [[nodiscard]] ownership_kind kind(const detail::packed_edge& e) const { return edges.terms(e).kind; }
  [[nodiscard]] percent_units share(const detail::packed_edge& e, bound b) const {
    const detail::share_interval& s = edges.share(e);
    return b == bound::certain ? s.low : s.high;
  }
  [[nodiscard]] bool control_counts(bound b) const {
    return regime.control == truth::yes || (regime.control == truth::unknown && b == bound::possible);
  }
  /// Does an edge of this kind matter to the regime at all?
  [[nodiscard]] bool matters(ownership_kind k) const;
};

/// Sums never overflow: beyond a thousand times the whole they stay.
[[nodiscard]] percent_units added(percent_units a, percent_units b) noexcept;
[[nodiscard]] bool meets(percent_units sum, const share_threshold& t) noexcept;
/// Are several owners' shares added up, in this way of working through?
[[nodiscard]] bool adds_up(const ownership_test& t, bound b) noexcept;

using party_rounds = large_vector<std::uint32_t>;

/// By party: 0 if it is not restricted, 1 for a seed, else its round.
[[nodiscard]] party_rounds spread(const setting& s, const std::vector<std::uint32_t>& seeds, bound b);

struct spread_again {
  /// Parties of another round than before, in ascending order, each with the round it had.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> before;
  std::uint64_t reached = 0;         ///< Parties whose owners were looked at.
};
/// The rounds of spread() after edges into these parties have changed, from those before: only what the
/// changes reach is worked through.
[[nodiscard]] spread_again spread_from(const setting& s, const std::vector<std::uint32_t>& into, bound b,
                                       party_rounds& rounds);

}  // namespace tradewarden::ownership

#endif  // TRADEWARDEN_OWNERSHIP_SPREAD_HPP
