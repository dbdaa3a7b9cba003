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

#include "score/edit_cost.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

/// What an unmatched token costs, in percent of missing_weight(), by role and by the side it stands on.
struct missing_cost {
  std::int32_t query;
  std::int32_t listed;
};

/// A point of the scale from shares to scores.
struct share_score {
  std::int32_t share;
  std::int32_t score;
};

struct score_parameters {
  std::array<missing_cost, 8> missing_costs = {{
      {99, 52},    // name
      {95, 55},    // common
      {45, 45},    // legal_form
      {15, 15},    // particle
      {20, 20},    // honorific
      {25, 30},    // initial
      {100, 100},  // number
      {100, 95},   // place
  }};
  /// A name that is missing speaks against the pair however common it is: so much of its cost, in
  /// percent, is that of a name of this weight.
  std::int32_t missing_name_percent = 45;
  std::int32_t missing_name_weight = 80;

  // How alike two tokens are by each kind, 1/10,000 (token_similarity.hpp).
  std::int32_t family_similarity = 8'800;
  std::int32_t key_similarity = 7'600;
  std::int32_t known_key_similarity = 6'800;  ///< Where both words are known: two names, not a slip.
  std::int32_t bare_key_similarity = 9'400;   ///< Where one is written without vowels.
  std::int32_t initial_similarity = 7'300;
  std::int32_t joined_similarity = 9'700;
  std::int32_t truncated_similarity = 8'800;
  std::int32_t truncated_loss = 4'000;  ///< Times the share of letters cut off.
  /// Edits, 1/100 of one; between two known words in percent of that.
  edit_prices edits;
  std::int32_t known_edit_percent = 180;

  /// What stands in the denominator, in weight, as soon as two names are not alike word for word:
  /// little evidence cannot make a high score.
  std::int32_t doubt = 26;
  /// What two names differ in counts as that of names which weigh so much together: an everyday name
  /// that is nearly alike is as wrong as a rare one.
  std::int32_t unlike_name_weight = 160;
  /// What is left over on both sides contradicts each other: a factor (1/10,000) for each that both
  /// sides have, three at most. Names and initials of persons; names and common words, places among
  /// them, of organisations.
  std::int32_t person_differs_factor = 8'000;
  std::int32_t organisation_differs_factor = 8'400;
  /// The score falls by so much, 1/10,000, where nothing is alike, and by less up to so much evidence
  /// (alike weight, the mean of both sides).
  std::int32_t most_evidence_loss = 2'900;
  std::int32_t enough_evidence = 260;

  // Factors (1/10,000) by which a rule lowers the score after alignment.
  std::int32_t order_factor = 9'800;
  std::int32_t father_and_son_factor = 5'000;
  std::int32_t number_differs_factor = 7'000;
  std::int32_t place_differs_factor = 7'800;
  /// Where one side has a number or place and the other none: a branch is not its house.
  std::int32_t number_missing_factor = 9'400;
  std::int32_t place_missing_factor = 9'700;
  /// By how many common words are alike where no name is: none or one, two, three and more.
  std::array<std::int32_t, 3> only_common_factors = {5'000, 7'500, 9'500};
  /// The same where all words are alike, legal forms and particles aside, two of them at least.
  std::int32_t same_common_words_factor = 9'800;

  /// What a share of alike weight scores, from 0 to 1 by straight lines between these, 1/10,000. The
  /// declared threshold is 0.80 for every script and kind of name; on labelled names about one in
  /// thirty unrelated ones still gets a hit there, one in a hundred at 0.88, one in a thousand at 0.92
  /// (docs/scoring.md).
  std::array<share_score, 3> scale = {{{5'330, 8'000}, {6'150, 8'800}, {7'010, 9'200}}};

  /// Spellings of one name that are also written nearly alike ("ahmed", "ahmad"): where only such are
  /// not equal, there is less doubt.
  std::int32_t variant_similarity = 9'500;
  std::int32_t variant_doubt = 13;
  /// The only name alike is so by edits or consonants alone, and short: by its length up to three
  /// letters, four, five, six, seven. Below: by its consonants alone, and longer.
  std::array<std::int32_t, 5> short_name_factors = {7'000, 7'500, 8'800, 9'400, 9'700};
  std::int32_t sole_key_factor = 9'000;
  /// One side has a kunya ("Abu", father of) that the other lacks: the father is not his son.
  std::int32_t kunya_missing_factor = 7'800;
  /// A company and an association or foundation.
  std::int32_t forms_differ_factor = 6'500;
  /// An organisation known by one name, where the listed one has another name beside it.
  std::int32_t one_name_of_two_factor = 9'200;
  /// A family name of which there is but the initial.
  std::int32_t last_name_initial_factor = 9'200;
  /// Of a person's listed name the last, the family name, is what is not asked for.
  std::int32_t last_name_missing_factor = 9'300;
  /// The listed name is a single word, the one asked for has a name or two common words more.
  std::int32_t listed_one_name_factor = 8'500;

  /// Two spellings of one sound: "wajeeh, wajih", "yevgenyevich, evgenievich".
  std::int32_t spelled_similarity = 9'500;
  /// Each side has a direction that the other lacks: "southern" and "eastern", "upper" and "lower".
  std::int32_t direction_differs_factor = 6'500;

  /// What a pair weighs, given what its sides do. Two that are not the same weigh as the lighter one
  /// would with itself: a slip in an everyday name makes it no rarer. An initial adds its own.
  [[nodiscard]] static constexpr std::int32_t pair_weight(bool as_it_stands, std::int32_t query,
                                                          std::int32_t listed) noexcept {
    return as_it_stands ? query + listed : 2 * std::min(query, listed);
  }

  [[nodiscard]] constexpr const missing_cost& cost_of(token_role r) const noexcept {
    return missing_costs[static_cast<std::size_t>(r)];
  }

  /// What the cost of a missing token is worked out from.
  [[nodiscard]] constexpr std::int32_t missing_weight(token_role r, std::int32_t weight) const noexcept {
    if (r != token_role::name) return weight;
    return (weight * (100 - missing_name_percent) + missing_name_weight * missing_name_percent + 50) / 100;
  }
  /// What a missing token costs, 1/100 of weight; rises with its weight.
  [[nodiscard]] constexpr std::int32_t query_cost(token_role r, std::int32_t weight) const noexcept {
    return missing_weight(r, weight) * cost_of(r).query;
  }
  [[nodiscard]] constexpr std::int32_t listed_cost(token_role r, std::int32_t weight) const noexcept {
    return missing_weight(r, weight) * cost_of(r).listed;
  }

  /// What a pair of names that are not the same adds to the denominator, 1/100 of weight; `weight` is
  /// that of both.
  [[nodiscard]] constexpr std::int64_t unlike_cost(std::int32_t similarity, token_role a, token_role b,
                                                   std::int64_t weight) const noexcept {
    if (a != token_role::name || b != token_role::name || weight >= unlike_name_weight) return 0;
    return (10'000 - similarity) * (unlike_name_weight - weight) / 100;
  }

  /// The factor (1/10,000) for so much alike weight, both sides together; rises with it.
  [[nodiscard]] constexpr std::int32_t evidence_factor(std::int64_t alike_weight) const noexcept {
    const std::int64_t lacking = enough_evidence - alike_weight / 2;
    if (lacking <= 0) return 10'000;
    return static_cast<std::int32_t>(10'000 - most_evidence_loss * lacking * lacking /
                                                  (std::int64_t{enough_evidence} * enough_evidence));
  }

  /// The largest cost of a listed token in any role.
  [[nodiscard]] constexpr std::int32_t most_listed_cost() const noexcept {
    std::int32_t most = 0;
    for (const missing_cost& c : missing_costs) most = std::max(most, c.listed);
    return most;
  }

  /// The score of a share: rises without a break from 0 to 10,000.
  [[nodiscard]] constexpr std::int32_t score_of_share(std::int32_t share) const noexcept {
    share_score from{0, 0};
    for (const share_score& to : scale) {
      if (share <= to.share) return between(from, to, share);
      from = to;
    }
    return between(from, {10'000, 10'000}, share);
  }

  /// The least share whose score, lowered by a factor, is `score` or more; 10,000 also if there is
  /// none.
  [[nodiscard]] constexpr std::int32_t least_share_of(std::int32_t score,
                                                      std::int32_t factor = 10'000) const noexcept {
    std::int32_t low = 0;
    std::int32_t high = 10'000;
    while (low < high) {
      const std::int32_t middle = (low + high) / 2;
      if (score_of_share(middle * factor / 10'000) >= score) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

 private:
  [[nodiscard]] static constexpr std::int32_t between(const share_score& from, const share_score& to,
                                                      std::int32_t share) noexcept {
    return from.score + (share - from.share) * (to.score - from.score) / (to.share - from.share);
  }
};
static_assert(std::has_unique_object_representations_v<score_parameters>);

/// Of the newest score version.
inline constexpr score_parameters k_current_parameters{};

/// Highest score of two names whose folded tokens are not equal.
inline constexpr std::int32_t k_most_if_not_equal = 9'999;

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_PARAMETERS_HPP
