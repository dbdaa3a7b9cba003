// A folded name with what the score needs of each token: role, weight, key and families.
//
// Example:
//   auto n = tradewarden::names::prepare("ZTE Kangxun Co., Ltd.", tradewarden::schema::unknown);
//   assert(n.tokens[0].role == tradewarden::token_role::name);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_NAMES_PREPARED_NAME_HPP
#define TRADEWARDEN_NAMES_PREPARED_NAME_HPP

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "names/fold.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/schema.hpp"

namespace tradewarden::names {

/// Mark of a key that holds the vowels too.
inline constexpr std::uint64_t k_all_sounds = std::uint64_t{1} << 63U;

/// What follows from a token's text alone.
struct token_features {
  /// Packed consonants, three and more; of fewer all sounds, with k_all_sounds; 0 if there is neither.
  std::uint64_t key = 0;
  std::uint64_t letters = 0;  ///< Bit per letter and digit that occurs: a filter for edits.
  std::array<std::uint16_t, k_most_families> families{};
  surname_form surname;
  bool known = false;  ///< Weighed, or two Chinese syllables: a word in use, not a slip of the pen.
  bool form = false;   ///< A legal form, wherever it stands.
  bool bare = false;   ///< Three letters and more, none a vowel but perhaps the first.

  /// The key, if it is one of consonants alone.
  [[nodiscard]] constexpr std::uint64_t consonants() const noexcept {
    return (key & k_all_sounds) != 0 ? 0 : key;
  }
};

/// A token as it sounds: one way of writing each consonant and long vowel ("Wajeeh, Vajih"), in names
/// of seven letters and three consonants no glides ("Yevgenyevich, Evgenievich").
struct spelled_sounds {
  std::array<char, 40> letters{};
  std::size_t size = 0;  ///< 0: longer than that, or other characters than a to z.
  friend bool operator==(const spelled_sounds&, const spelled_sounds&) = default;
};
inline constexpr std::size_t k_least_glide_letters = 7;
/// Fewer sounds are too many names: "Zhou" and "Zhu".
inline constexpr std::size_t k_least_sounds = 4;
[[nodiscard]] spelled_sounds sounds_of(std::string_view token) noexcept;

/// Two spellings of one sound, of four sounds at least. They have the same key. Two Chinese syllables
/// written together are names of their own.
[[nodiscard]] bool sound_the_same(std::string_view a, std::string_view b) noexcept;

struct prepared_token {
  std::string text;
  token_role role = token_role::name;
  std::uint8_t weight = 0;
  token_features features;
  bool repaired = false;  ///< See folded_token.
};

struct prepared_name {
  std::vector<prepared_token> tokens;
};

/// What token_features::known says of a text whose word weighs so much.
[[nodiscard]] bool is_known(std::string_view token, std::uint8_t word_weight) noexcept;

[[nodiscard]] token_features features_of(std::string_view token,
                                         const name_tables& tables = current_tables());

struct role_and_weight {
  token_role role = token_role::name;
  std::uint8_t weight = 0;
};
/// Roles and weights of all tokens of a name. The schema decides whether an ambiguous word is one
/// of an organisation or of a person; unknown lets the words around it decide.
[[nodiscard]] std::vector<role_and_weight> assign_roles(std::span<const folded_token> tokens,
                                                        schema hint,
                                                        const name_tables& tables = current_tables());

/// Whether a token that stands alone is a legal form, a word of organisations, a particle or an
/// honorific: it names nobody.
[[nodiscard]] bool is_common_alone(std::string_view token,
                                   const name_tables& tables = current_tables());

[[nodiscard]] prepared_name prepare(std::string_view name, schema hint,
                                    const name_tables& tables = current_tables());

/// The same by every reading, the first as prepare() has it; the score of two names is the best of
/// their readings.
[[nodiscard]] std::vector<prepared_name> prepare_readings(
    std::string_view name, schema hint, const name_tables& tables = current_tables());

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_PREPARED_NAME_HPP
