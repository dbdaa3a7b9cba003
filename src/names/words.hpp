// What the name tables know of a single folded token.
//
// Example:
//   const auto w = tradewarden::names::look_up_word("ltd");
//   assert(w.is_legal_form && w.weight < 40);
//
// Threads: reads constant tables (built once, on first use).
#ifndef TRADEWARDEN_NAMES_WORDS_HPP
#define TRADEWARDEN_NAMES_WORDS_HPP

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace tradewarden::names {

/// Weight of a token that is in no table.
inline constexpr std::uint8_t k_top_weight = 100;

struct word {
  std::uint8_t weight = k_top_weight;
  bool is_legal_form = false;
  bool is_short_form = false;        ///< A legal form of two letters, also an ordinary syllable.
  bool is_organisation_word = false; ///< "bank", "trading": makes a name one of an organisation.
  bool is_particle = false;
  bool is_honorific = false;
  bool is_place = false;
  bool is_generation = false;        ///< "jr", "sr"
  bool is_theophoric = false;      ///< "rahman": follows "abd al" in a name
  std::array<std::uint16_t, 4> families{};  ///< 0 is none.
};

/// The reference is valid for ever.
[[nodiscard]] const word& look_up_word(std::string_view token);

/// All members of a family, for the enumerator of the search.
[[nodiscard]] std::span<const std::string_view> family_members(std::uint16_t family);

/// One more than the largest family number.
[[nodiscard]] std::uint16_t family_count();

/// A run of folded tokens that stands for another ("joint stock company" -> "jsc").
struct rewrite {
  std::vector<std::string_view> from;
  std::vector<std::string_view> to;
};
/// Rewrites that begin with `token`, the longest first.
[[nodiscard]] std::span<const rewrite> rewrites_from(std::string_view token);

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_WORDS_HPP
