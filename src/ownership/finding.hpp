// What one party's result says: the share, the proof, the listings behind it, the shares that decide.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_OWNERSHIP_FINDING_HPP
#define TRADEWARDEN_OWNERSHIP_FINDING_HPP

#include <cstdint>
#include <vector>

#include "ownership/spread.hpp"
#include "tradewarden/ownership.hpp"

namespace tradewarden::ownership {

/// A regime worked through over a graph on a day.
struct worked_through {
  const ownership_graph& graph;
  setting by;
  bool in_force = true;                        ///< Else only seeds are restricted.
  std::vector<std::uint32_t> seeds;            ///< Parties, in ascending order.
  std::vector<const ownership_seed*> counted;  ///< By party.
  party_rounds certain, possible;  ///< Rounds.

  [[nodiscard]] bool is_seed(std::uint32_t e) const { return certain[e] == 1; }
  [[nodiscard]] ownership_verdict verdict(std::uint32_t e) const {
    if (certain[e] != 0) return ownership_verdict::restricted;
    return possible[e] != 0 ? ownership_verdict::depends : ownership_verdict::not_restricted;
  }
};

[[nodiscard]] ownership_result result_of(const worked_through& w, std::uint32_t party);

}  // namespace tradewarden::ownership

#endif  // TRADEWARDEN_OWNERSHIP_FINDING_HPP
