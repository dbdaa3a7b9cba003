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

/// What follows from a token's text alone.
struct token_features {
  std::uint64_t key = 0;      ///< Packed consonants; 0 if there are fewer than three.
  std::uint64_t letters = 0;  ///< Bit per letter and digit that occurs: a filter for edits.
  std::array<std::uint16_t, k_most_families> families{};
  surname_form surname;
  bool known = false;  ///< Weighed, or two Chinese syllables: a word in use, not a slip of the pen.
  bool form = false;   ///< A legal form, wherever it stands.
  bool bare = false;   ///< Three letters and more, none a vowel but perhaps the first.
};

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
