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

/// What stands in the denominator, in weight, as soon as two names are not alike word for word:
/// little evidence cannot make a high score.
inline constexpr std::int32_t k_doubt = 10;

/// Factors (1/10,000) by which a rule lowers the score after alignment.
inline constexpr std::int32_t k_order_factor = 9'900;
inline constexpr std::int32_t k_father_and_son_factor = 8'500;
inline constexpr std::int32_t k_number_differs_factor = 8'500;
inline constexpr std::int32_t k_place_differs_factor = 8'500;
/// By how many common words are alike where no name is: none or one, two, three and more.
inline constexpr std::array<std::int32_t, 3> k_only_common_factors = {5'000, 7'000, 9'000};
/// The same where all words are alike, legal forms and particles aside, two of them at least.
inline constexpr std::int32_t k_same_common_words_factor = 9'800;

/// Highest score of two names whose folded tokens are not equal.
inline constexpr std::int32_t k_most_if_not_equal = 9'999;

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_PARAMETERS_HPP
