// The numbers of score version 1. A change here is a new score version.
#ifndef TRADEWARDEN_SCORE_PARAMETERS_HPP
#define TRADEWARDEN_SCORE_PARAMETERS_HPP

#include <array>
#include <cstdint>

#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

/// What an unmatched token costs, in percent of its weight, by role and by the side it stands on.
struct missing_cost {
  std::int32_t query;
  std::int32_t listed;
};
inline constexpr std::array<missing_cost, 8> k_missing_costs = {{
    {85, 60},    // name
    {90, 60},    // common
    {40, 40},    // legal_form
    {25, 25},    // particle
    {20, 20},    // honorific
    {50, 25},    // initial
    {100, 100},  // number
    {100, 80},   // place
}};
[[nodiscard]] constexpr const missing_cost& cost_of(token_role r) noexcept {
  return k_missing_costs[static_cast<std::size_t>(r)];
}

/// The largest cost of a listed token in any role.
inline constexpr std::int32_t k_most_listed_cost = [] {
  std::int32_t most = 0;
  for (const missing_cost& c : k_missing_costs) most = c.listed > most ? c.listed : most;
  return most;
}();

/// What stands in the denominator, in weight, as soon as two names are not alike word for word:
/// little evidence cannot make a high score.
inline constexpr std::int32_t k_doubt = 10;

/// Factors (1/10,000) by which a rule lowers the score after alignment.
inline constexpr std::int32_t k_order_factor = 9'900;
inline constexpr std::int32_t k_father_and_son_factor = 7'000;
inline constexpr std::int32_t k_number_differs_factor = 8'500;
inline constexpr std::int32_t k_place_differs_factor = 8'500;
/// By how many common words are alike where no name is: none or one, two, three and more.
inline constexpr std::array<std::int32_t, 3> k_only_common_factors = {5'000, 7'000, 9'000};
/// The same where all words are alike, legal forms and particles aside, two of them at least.
inline constexpr std::int32_t k_same_common_words_factor = 9'800;

/// The declared threshold is 0.80 for every script and kind of name. The share of weight that is
/// alike reaches it at this value (1/10,000), where on labelled names about one in twenty unrelated
/// ones still gets a hit (docs/scoring.md); below and above it the score runs straight.
inline constexpr std::int32_t k_share_at_threshold = 7'150;
inline constexpr std::int32_t k_score_at_threshold = 8'000;

/// The score of a share: rises without a break from 0 to 10,000.
[[nodiscard]] constexpr std::int32_t score_of_share(std::int32_t share) noexcept {
  if (share <= k_share_at_threshold) return share * k_score_at_threshold / k_share_at_threshold;
  return k_score_at_threshold + (share - k_share_at_threshold) * (10'000 - k_score_at_threshold) /
                                    (10'000 - k_share_at_threshold);
}

/// The least share whose score is `score` or more.
[[nodiscard]] constexpr std::int32_t least_share_of(std::int32_t score) noexcept {
  std::int32_t low = 0;
  std::int32_t high = 10'000;
  while (low < high) {
    const std::int32_t middle = (low + high) / 2;
    if (score_of_share(middle) >= score) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/// Highest score of two names whose folded tokens are not equal.
inline constexpr std::int32_t k_most_if_not_equal = 9'999;

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_PARAMETERS_HPP
