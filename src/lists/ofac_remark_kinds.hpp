// The kinds of clause in OFAC's remarks, by the words with which they begin.
//
// Threads: constant tables.
#ifndef TRADEWARDEN_LISTS_OFAC_REMARK_KINDS_HPP
#define TRADEWARDEN_LISTS_OFAC_REMARK_KINDS_HPP

#include <string_view>

namespace tradewarden::lists {

struct identifier_kind {
  std::string_view words;  ///< The clause begins with them, in any case.
  bool needs_digit;        ///< A number: without a digit the clause is something else.
};

/// The longest kind of identifier with which the clause begins, followed by a blank, ':' or '#';
/// nullptr if there is none.
[[nodiscard]] const identifier_kind* find_identifier_kind(std::string_view clause) noexcept;

/// Whether the clause is of a kind that stays text: risk notices, directives, dates of an
/// organisation, properties of an aircraft ...
[[nodiscard]] bool is_remark_note(std::string_view clause) noexcept;

/// Whether the clause begins like an office or a rank ("Member of the ...", "Colonel").
[[nodiscard]] bool is_title_like(std::string_view clause) noexcept;

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OFAC_REMARK_KINDS_HPP
