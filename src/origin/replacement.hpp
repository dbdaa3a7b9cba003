// The cheapest exchange of parts for their alternatives that brings a product below its threshold.
//
// A knapsack: every position with alternatives offers to take content away at a cost. Branch and
// bound over exact numbers; the answer is counted once more with the exchanges in place.
//
// Threads: reads the engine only.
#ifndef TRADEWARDEN_ORIGIN_REPLACEMENT_HPP
#define TRADEWARDEN_ORIGIN_REPLACEMENT_HPP

#include "origin/engine.hpp"
#include "tradewarden/whatif.hpp"

namespace tradewarden::detail {

[[nodiscard]] whatif_replacement cheapest_replacement(const origin_engine& engine,
                                                      const origin_options& options,
                                                      const overlay& changes,
                                                      const origin_result& triggered);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_REPLACEMENT_HPP
