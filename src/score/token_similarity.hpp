// How alike two tokens are: every kind of similarity of the score, in one place.
//
//   kind     similarity                  enumerator (src/match/expansion.cpp)
//   equal    1                           the token itself in the vocabulary
//   edit     1 - edits / longer length   walk of the token trie within most_edits()
//   family   family_similarity           the members of the token's families
//   key      key_similarity              tokens with the same packed consonants
//   initial  initial_similarity          the one-letter token; the subtree below the letter
//   joined   joined_similarity           the joined text; the two halves of every split
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
#include "score/parameters.hpp"
#include "support/osa.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

inline constexpr std::int16_t k_equal_similarity = 10'000;

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
  std::int16_t value = 0;  ///< 1/10,000; 0: not alike.
  match_reason reason = match_reason::equal;
  std::uint8_t edits = 0;
};

/// Whether a pair weighs what its sides do together (score_parameters::pair_weight).
[[nodiscard]] constexpr bool weighs_as_it_stands(const similarity& s) noexcept {
  return s.value == k_equal_similarity || s.reason == match_reason::initial;
}

/// Equal, or another spelling of the same name: no doubt follows from it.
[[nodiscard]] constexpr bool is_same_name(const similarity& s, const score_parameters& p) noexcept {
  return s.value == k_equal_similarity ||
         (s.reason == match_reason::family && s.value >= p.variant_similarity);
}

/// How alike two tokens are by their texts alone; their roles decide what of it counts.
struct token_likeness {
  std::int16_t hard = 0;  ///< Equal, family or initial.
  std::int16_t soft = 0;  ///< Edit, key or truncated: not for legal forms and particles.
  match_reason hard_reason = match_reason::equal;
  match_reason soft_reason = match_reason::edit;
  std::uint8_t soft_edits = 0;
  bool forms = false;  ///< A family of a legal form: tells nothing of two names.
};

/// What a name is known by: missing or not the same, it raises doubt.
[[nodiscard]] constexpr bool identifies(token_role r) noexcept {
  return r == token_role::name || r == token_role::common || r == token_role::place;
}

[[nodiscard]] constexpr bool is_form(token_role r) noexcept {
  return r == token_role::legal_form || r == token_role::particle;
}

/// What counts of a likeness between tokens in these roles.
[[nodiscard]] constexpr similarity combine(const token_likeness& l, token_role a,
                                           token_role b) noexcept {
  if (l.hard == k_equal_similarity) return {l.hard, match_reason::equal, 0};
  if (a == token_role::number || b == token_role::number) return {};
  similarity best;
  // An initial stands for a name; a form of a company and a name are no family.
  const bool counts = l.hard_reason == match_reason::initial
                          ? a == token_role::name || b == token_role::name
                          : l.forms ? a == token_role::legal_form && b == token_role::legal_form
                                    : (a == token_role::legal_form) == (b == token_role::legal_form);
  if (l.hard != 0 && counts) best = {l.hard, l.hard_reason, 0};
  if (l.soft > best.value && !is_form(a) && !is_form(b)) {
    best = {l.soft, l.soft_reason, l.soft_edits};
  }
  return best;
}

/// Similarity of two texts a few edits apart.
[[nodiscard]] inline std::int32_t edit_similarity(std::string_view a, std::string_view b,
                                                  bool both_known,
                                                  const score_parameters& p) noexcept {
  const auto longer = static_cast<std::int32_t>(std::max(a.size(), b.size()));
  const std::int32_t cost = edit_cost(a, b, p.edits) * (both_known ? p.known_edit_percent : 100);
  return std::max(1, 10'000 - cost / longer);
}

/// Similarity of two tokens with the same key.
[[nodiscard]] constexpr std::int32_t key_similarity(const names::token_features& a,
                                                    const names::token_features& b,
                                                    const score_parameters& p) noexcept {
  // Three consonants without vowels are more often an abbreviation.
  constexpr std::uint64_t k_four_consonants = std::uint64_t{1} << 15U;
  if (a.bare != b.bare && a.key >= k_four_consonants) return p.bare_key_similarity;
  return a.known && b.known ? p.known_key_similarity : p.key_similarity;
}

/// Least letters of a token that is cut off; it keeps half at least.
inline constexpr std::size_t k_least_cut = 4;

/// Similarity of a token and its first letters; 0: too few of them.
[[nodiscard]] constexpr std::int32_t truncated_similarity(std::size_t shorter, std::size_t longer,
                                                          const score_parameters& p) noexcept {
  if (shorter < k_least_cut || shorter * 2 < longer) return 0;
  const auto cut = static_cast<std::int32_t>(longer - shorter);
  return p.truncated_similarity - p.truncated_loss * cut / static_cast<std::int32_t>(longer);
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

/// "zelensky" and "zelenskaya": one stem, two endings that belong together.
[[nodiscard]] inline bool forms_of_one_surname(const token_view& a, const token_view& b) noexcept {
  const names::surname_form form = a.features->surname;
  return form.endings != 0 && form == b.features->surname &&
         a.text.substr(0, form.stem) == b.text.substr(0, form.stem);
}

/// Of two members of a family: more if they are also written nearly alike, with the same consonants.
[[nodiscard]] inline std::int32_t family_similarity(std::string_view a,
                                                    const names::token_features& a_features,
                                                    std::string_view b,
                                                    const names::token_features& b_features,
                                                    const score_parameters& p) {
  if (a_features.consonants() != b_features.consonants()) return p.family_similarity;
  // Too few consonants for a key: one letter may differ ("omar", "umar").
  const std::int32_t limit = a_features.consonants() == 0 ? 1 : 3;
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > static_cast<std::size_t>(limit)) return p.family_similarity;
  return support::osa_distance(a, b, limit) <= limit ? p.variant_similarity : p.family_similarity;
}

/// How alike two tokens are by their texts: the plain way, which the enumerators must equal.
[[nodiscard]] inline token_likeness likeness_of(const token_view& a, const token_view& b,
                                                const score_parameters& p = k_current_parameters) {
  token_likeness out;
  if (a.text == b.text) {
    out.hard = k_equal_similarity;
    return out;
  }
  const std::size_t shorter = std::min(a.text.size(), b.text.size());
  const std::size_t longer = std::max(a.text.size(), b.text.size());
  if (shorter == 1) {
    if (longer > 1 && a.text[0] >= 'a' && a.text[0] <= 'z' && a.text[0] == b.text[0]) {
      out.hard = static_cast<std::int16_t>(p.initial_similarity);
      out.hard_reason = match_reason::initial;
    }
    return out;
  }
  if (share_family(*a.features, *b.features) || forms_of_one_surname(a, b)) {
    out.hard = static_cast<std::int16_t>(family_similarity(a.text, *a.features, b.text, *b.features, p));
    out.hard_reason = match_reason::family;
    out.forms = a.features->form || b.features->form;
  }
  const bool same_key = a.features->key != 0 && a.features->key == b.features->key;
  if (same_key && names::sound_the_same(a.text, b.text)) {
    if (out.hard < p.spelled_similarity) {
      out.hard = static_cast<std::int16_t>(p.spelled_similarity);
      out.hard_reason = match_reason::family;
      out.forms = a.features->form || b.features->form;
    }
  } else if (same_key && a.features->consonants() != 0) {
    out.soft = static_cast<std::int16_t>(key_similarity(*a.features, *b.features, p));
    out.soft_reason = match_reason::key;
  }
  const std::int32_t limit = most_edits(shorter);
  if (limit > 0 && longer - shorter <= static_cast<std::size_t>(limit) &&
      std::popcount(a.features->letters ^ b.features->letters) <= 2 * limit) {
    const std::int32_t edits = support::osa_distance(a.text, b.text, limit);
    if (edits <= limit) {
      const std::int32_t value =
          edit_similarity(a.text, b.text, a.features->known && b.features->known, p);
      if (value > out.soft) {
        out.soft = static_cast<std::int16_t>(value);
        out.soft_reason = match_reason::edit;
        out.soft_edits = static_cast<std::uint8_t>(edits);
      }
    }
  }
  const std::string_view whole = a.text.size() < b.text.size() ? b.text : a.text;
  const std::string_view part = a.text.size() < b.text.size() ? a.text : b.text;
  const std::int32_t cut = truncated_similarity(shorter, longer, p);
  if (cut > out.soft && whole.starts_with(part)) {
    out.soft = static_cast<std::int16_t>(cut);
    out.soft_reason = match_reason::truncated;
    out.soft_edits = 0;
  }
  return out;
}

[[nodiscard]] inline similarity token_similarity(const token_view& a, const token_view& b,
                                                 const score_parameters& p = k_current_parameters) {
  return combine(likeness_of(a, b, p), a.role, b.role);
}

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_TOKEN_SIMILARITY_HPP
