// The few particles, legal forms and directions that rules of the score ask for by name.
//
// Example:
//   assert(mark_of(token_role::particle, "bin") == token_mark::descent);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SCORE_TOKEN_MARKS_HPP
#define TRADEWARDEN_SCORE_TOKEN_MARKS_HPP

#include <cstdint>
#include <string_view>

#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

enum class token_mark : std::uint8_t {
  none,
  descent,     ///< "bin": the name behind it is the father's.
  kunya,       ///< "abu": the name behind it is the child's.
  nonprofit,   ///< "ano", "ev": an association or foundation, no company.
  direction,   ///< "southern": what tells one from its likes.
};

/// Whether a word says which of several it is: points of the compass, upper and lower.
[[nodiscard]] constexpr bool is_direction(std::string_view t) noexcept {
  if (t.size() < 4 || t.size() > 12) return false;
  switch (t[0]) {
    case 'n': return t == "north" || t == "northern" || t == "northeast" || t == "northeastern" ||
                     t == "northwest" || t == "northwestern";
    case 's': return t == "south" || t == "southern" || t == "southeast" || t == "southeastern" ||
                     t == "southwest" || t == "southwestern";
    case 'e': return t == "east" || t == "eastern";
    case 'w': return t == "west" || t == "western";
    case 'c': return t == "central";
    case 'u': return t == "upper";
    case 'l': return t == "lower";
    default: return false;
  }
}

/// All of them, for a search.
inline constexpr std::string_view k_direction_words[] = {
    "north", "northern", "northeast", "northeastern", "northwest", "northwestern", "south", "southern",
    "southeast", "southeastern", "southwest", "southwestern", "east", "eastern", "west", "western",
    "central", "upper", "lower"};

struct marked_token {
  std::string_view text;
  token_role role;
  token_mark mark;
};

inline constexpr marked_token k_marked_tokens[] = {
    {"bin", token_role::particle, token_mark::descent},
    {"ibn", token_role::particle, token_mark::descent},
    {"ben", token_role::particle, token_mark::descent},
    {"bint", token_role::particle, token_mark::descent},
    {"abu", token_role::particle, token_mark::kunya},
    {"abou", token_role::particle, token_mark::kunya},
    {"abo", token_role::particle, token_mark::kunya},
    {"umm", token_role::particle, token_mark::kunya},
    {"ano", token_role::legal_form, token_mark::nonprofit},
    {"asbl", token_role::legal_form, token_mark::nonprofit},
    {"aisbl", token_role::legal_form, token_mark::nonprofit},
    {"vzw", token_role::legal_form, token_mark::nonprofit},
    {"ggmbh", token_role::legal_form, token_mark::nonprofit},
    {"noo", token_role::legal_form, token_mark::nonprofit},
};

[[nodiscard]] constexpr token_mark mark_of(token_role role, std::string_view text) noexcept {
  if (role != token_role::particle && role != token_role::legal_form) {
    return is_direction(text) ? token_mark::direction : token_mark::none;
  }
  for (const marked_token& m : k_marked_tokens) {
    if (m.role == role && m.text == text) return m.mark;
  }
  return token_mark::none;
}

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_TOKEN_MARKS_HPP
