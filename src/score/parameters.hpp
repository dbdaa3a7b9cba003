// The numbers of a score version; what they do stands in docs/scoring.md.
//
// Example:
//   score_parameters p;                   // of the newest version
//   assert(p.score_of_share(7'150) == 8'000);
//
// A number that a rule of its own needs becomes a field here, at the end, with the value that leaves
// the rule out in the table of every older version. All fields are 32-bit integers: the digest of a
// version is made of the bytes (score_version.hpp).
//
// Threads: plain values.
#ifndef TRADEWARDEN_SCORE_PARAMETERS_HPP
#define TRADEWARDEN_SCORE_PARAMETERS_HPP

#include <algorithm>
#include <array>
#include <cstdint>
#include <type_traits>

#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

/// What an unmatched token costs, in percent of its weight, by role and by the side it stands on.
struct missing_cost {
  std::int32_t query;
  std::int32_t listed;
};

struct score_parameters {
  std::array<missing_cost, 8> missing_costs = {{
      {85, 60},    // name
      {90, 60},    // common
      {40, 40},    // legal_form
      {25, 25},    // particle
      {20, 20},    // honorific
      {50, 25},    // initial
      {100, 100},  // number
      {100, 80},   // place
  }};

  // How alike two tokens are by each kind, 1/10,000 (token_similarity.hpp).
  std::int32_t family_similarity = 9'300;
  std::int32_t key_similarity = 8'300;
  std::int32_t initial_similarity = 6'500;
  std::int32_t joined_similarity = 9'700;

  /// What stands in the denominator, in weight, as soon as two names are not alike word for word:
  /// little evidence cannot make a high score.
  std::int32_t doubt = 10;

  // Factors (1/10,000) by which a rule lowers the score after alignment.
  std::int32_t order_factor = 9'900;
  std::int32_t father_and_son_factor = 7'000;
  std::int32_t number_differs_factor = 8'500;
  std::int32_t place_differs_factor = 8'500;
  /// By how many common words are alike where no name is: none or one, two, three and more.
  std::array<std::int32_t, 3> only_common_factors = {5'000, 7'000, 9'000};
  /// The same where all words are alike, legal forms and particles aside, two of them at least.
  std::int32_t same_common_words_factor = 9'800;

  /// The declared threshold is 0.80 for every script and kind of name. The share of weight that is
  /// alike reaches it at this value (1/10,000), where on labelled names about one in twenty
  /// unrelated ones still gets a hit (docs/scoring.md); below and above it the score runs straight.
  std::int32_t share_at_threshold = 7'150;
  std::int32_t score_at_threshold = 8'000;

  [[nodiscard]] constexpr const missing_cost& cost_of(token_role r) const noexcept {
    return missing_costs[static_cast<std::size_t>(r)];
  }

  /// The largest cost of a listed token in any role.
  [[nodiscard]] constexpr std::int32_t most_listed_cost() const noexcept {
    std::int32_t most = 0;
    for (const missing_cost& c : missing_costs) most = std::max(most, c.listed);
    return most;
  }

  /// The score of a share: rises without a break from 0 to 10,000.
  [[nodiscard]] constexpr std::int32_t score_of_share(std::int32_t share) const noexcept {
    if (share <= share_at_threshold) return share * score_at_threshold / share_at_threshold;
    return score_at_threshold + (share - share_at_threshold) * (10'000 - score_at_threshold) /
                                    (10'000 - share_at_threshold);
  }

  /// The least share whose score is `score` or more.
  [[nodiscard]] constexpr std::int32_t least_share_of(std::int32_t score) const noexcept {
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
};
static_assert(std::has_unique_object_representations_v<score_parameters>);

/// Of the newest score version.
inline constexpr score_parameters k_current_parameters{};

/// Highest score of two names whose folded tokens are not equal.
inline constexpr std::int32_t k_most_if_not_equal = 9'999;

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_PARAMETERS_HPP
