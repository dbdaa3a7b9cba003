// What the name tables know of a single folded token.
//
// Example:
//   const auto& w = tradewarden::names::look_up_word("ltd");
//   assert(w.is_legal_form && w.weight < 40);
//
// Threads: reads constant tables (built once, on first use).
#ifndef TRADEWARDEN_NAMES_WORDS_HPP
#define TRADEWARDEN_NAMES_WORDS_HPP

#include <cstdint>
#include <span>
#include <string_view>

#include "names/name_tables.hpp"

namespace tradewarden::names {

// Of the newest score version, without a name pack: what name_tables has the members of.

[[nodiscard]] inline const word& look_up_word(std::string_view token) {
  return current_tables().look_up(token);
}
[[nodiscard]] inline std::span<const std::string_view> family_members(std::uint16_t family) {
  return current_tables().family_members(family);
}
[[nodiscard]] inline std::uint16_t family_count() { return current_tables().family_count(); }
[[nodiscard]] inline std::span<const rewrite> rewrites_from(std::string_view token) {
  return current_tables().rewrites_from(token);
}

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_WORDS_HPP
