// What a run leaves of each query, and the bootstrap over it.
//
// Threads: plain values and pure functions.
#ifndef TRADEWARDEN_EVALUATE_OUTCOMES_HPP
#define TRADEWARDEN_EVALUATE_OUTCOMES_HPP

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tradewarden/evaluate.hpp"

namespace tradewarden::evaluating {

/// Score of no hit.
inline constexpr std::int32_t k_none = -1;

struct positive_outcomes {
  std::string kind;
  std::uint64_t first = 0;          ///< A right hit is first, or ties with the first.
  std::vector<std::int32_t> right;  ///< By query: score of the best right hit.
};

struct negative_outcomes {
  std::string kind;
  bool apart = false;
  std::vector<std::int32_t> best;  ///< By query: score of the best hit.
};

/// The lowest score that counts so that at most `rate` / 1,000 of the scores reach it, from how many
/// there are of each: counts[s + 1] of score s. No hit at all counts as lower than any.
[[nodiscard]] std::int32_t threshold_of(std::span<const std::uint64_t> counts, std::uint64_t n,
                                        std::int32_t rate, std::int32_t floor);

struct bootstrap_figures {
  std::uint32_t resamples = 0;
  std::array<bootstrap_interval, 3> thresholds;
  std::vector<std::array<bootstrap_interval, 3>> recall;  ///< By kind.
  std::array<bootstrap_interval, 3> recall_of_all;
};

/// Draws negatives and, within each kind, positives with replacement; 95 % percentile intervals.
[[nodiscard]] bootstrap_figures bootstrap(std::span<const positive_outcomes> positives,
                                          std::span<const std::int32_t> natural,
                                          std::int32_t floor, std::uint32_t resamples,
                                          std::uint64_t seed);

}  // namespace tradewarden::evaluating

#endif  // TRADEWARDEN_EVALUATE_OUTCOMES_HPP
