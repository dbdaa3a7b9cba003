// How alike two tokens are: every kind of similarity of the score, in one place.
//
//   kind     similarity                  enumerator (src/match/expansion.cpp)
//   equal    1                           the token itself in the vocabulary
//   edit     1 - edits / longer length   walk of the token trie within most_edits()
//   family   k_family_similarity         the members of the token's families
//   key      k_key_similarity            tokens with the same packed consonants
//   initial  k_initial_similarity        the one-letter token; the subtree below the letter
//   joined   k_joined_similarity         the joined text; the two halves of every split
//
// A pair takes the largest of those that apply; roles may only rule a kind out.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SCORE_TOKEN_SIMILARITY_HPP
#define TRADEWARDEN_SCORE_TOKEN_SIMILARITY_HPP

#include <bit>
#include <cstdint>
#include <string_view>

#include "names/prepared_name.hpp"
#include "support/osa.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

inline constexpr std::int32_t k_equal_similarity = 10'000;
inline constexpr std::int32_t k_family_similarity = 9'300;
inline constexpr std::int32_t k_key_similarity = 8'300;
inline constexpr std::int32_t k_initial_similarity = 6'500;
inline constexpr std::int32_t k_joined_similarity = 9'700;

/// Most edits that two tokens may lie apart, by the shorter one's length in bytes.
[[nodiscard]] constexpr std::int32_t most_edits(std::size_t shorter) noexcept {
  if (shorter <= 2) return 0;
  if (shorter <= 5) return 1;
  if (shorter <= 8) return 2;
  return 3;
}

/// A token as the score sees it; the views outlive the call.
struct token_view {
  std::string_view text;
  token_role role = token_role::name;
  std::uint8_t weight = 0;
  const names::token_features* features = nullptr;
  bool repaired = false;  ///< Folding mended a slip in a legal form: not the same as written so.
};

struct similarity {
  std::int32_t value = 0;  ///< 1/10,000; 0: not alike.
  match_reason reason = match_reason::equal;
  std::int32_t edits = 0;
};

/// Similarity of two texts `edits` apart, of which the longer has `longer` bytes.
[[nodiscard]] constexpr std::int32_t edit_similarity(std::int32_t edits,
                                                     std::size_t longer) noexcept {
  return 10'000 - edits * 10'000 / static_cast<std::int32_t>(longer);
}

[[nodiscard]] inline bool share_family(const names::token_features& a,
                                       const names::token_features& b) noexcept {
  for (const std::uint16_t x : a.families) {
    if (x == 0) return false;
    for (const std::uint16_t y : b.families) {
      if (x == y) return true;
    }
  }
  return false;
}

[[nodiscard]] inline similarity token_similarity(const token_view& a, const token_view& b) {
  if (a.text == b.text) return {k_equal_similarity, match_reason::equal, 0};
  if (a.role == token_role::number || b.role == token_role::number) return {};
  similarity best;
  const std::size_t shorter = std::min(a.text.size(), b.text.size());
  const std::size_t longer = std::max(a.text.size(), b.text.size());
  if (shorter == 1) {
    const bool letter = a.text[0] >= 'a' && a.text[0] <= 'z';
    if (longer > 1 && letter && a.text[0] == b.text[0] &&
        (a.role == token_role::name || b.role == token_role::name)) {
      best = {k_initial_similarity, match_reason::initial, 0};
    }
    return best;
  }
  if (share_family(*a.features, *b.features)) {
    best = {k_family_similarity, match_reason::family, 0};
  }
  const bool form = a.role == token_role::legal_form || b.role == token_role::legal_form ||
                    a.role == token_role::particle || b.role == token_role::particle;
  if (form) return best;
  if (best.value < k_key_similarity && a.features->key != 0 &&
      a.features->key == b.features->key) {
    best = {k_key_similarity, match_reason::key, 0};
  }
  const std::int32_t limit = most_edits(shorter);
  if (limit > 0 && longer - shorter <= static_cast<std::size_t>(limit) &&
      std::popcount(a.features->letters ^ b.features->letters) <= 2 * limit) {
    const std::int32_t edits = support::osa_distance(a.text, b.text, limit);
    if (edits <= limit) {
      const std::int32_t value = edit_similarity(edits, longer);
      if (value > best.value) best = {value, match_reason::edit, edits};
    }
  }
  return best;
}

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_TOKEN_SIMILARITY_HPP
