// Which unknown shares decide whether a party is restricted.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_OWNERSHIP_DECIDING_HPP
#define TRADEWARDEN_OWNERSHIP_DECIDING_HPP

#include <cstdint>
#include <vector>

#include "ownership/spread.hpp"

namespace tradewarden::ownership {

struct deciding_edges {
  std::vector<held_edge> edges;  ///< By owner, then as in the file.
  bool reduced = true;  ///< False: there were too many to try; these are the first of them.
};

/// Of a party that may be restricted: edges not known exactly that restrict it if all of them are at
/// their highest, the others at their lowest; without any one of them they do not. Empty where it is
/// the law that is not known. `possible`: rounds of spread(..., bound::possible).
[[nodiscard]] deciding_edges deciding(const setting& s, const std::vector<std::uint32_t>& seeds,
                                      const party_rounds& possible, std::uint32_t party);

}  // namespace tradewarden::ownership

#endif  // TRADEWARDEN_OWNERSHIP_DECIDING_HPP
