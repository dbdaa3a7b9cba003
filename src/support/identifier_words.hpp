// What stands in front of a number that a person types: "INN", "passport no.".
//
// Example:
//   auto p = support::find_typed_prefix("INN 7707083893");   // tax, 4 bytes
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SUPPORT_IDENTIFIER_WORDS_HPP
#define TRADEWARDEN_SUPPORT_IDENTIFIER_WORDS_HPP

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "tradewarden/identifier.hpp"

namespace tradewarden::support {

struct typed_prefix {
  identifier_type type = identifier_type::any;
  std::size_t bytes = 0;  ///< With the signs behind it.
  std::string_view words{};  ///< As the table has it: "inn", "passport".
};
/// The word may stand against its number ("INN7707083893") if that begins with a digit.
[[nodiscard]] std::optional<typed_prefix> find_typed_prefix(std::string_view text);

/// "INN 7707083893; OGRN 1027700132195": the numbers of one cell, parted by ';', '|', ',', a line end or
/// a kind of number in front of the next. Nothing if it holds but one.
[[nodiscard]] std::vector<std::string_view> split_numbers(std::string_view text);

/// Whether the check digits of a number hold whose kind the words in front of it name: INN and OGRN
/// (`words` as find_typed_prefix() gives them). An EIN has none.
[[nodiscard]] check_digits check_named_number(std::string_view words, std::string_view number);

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_IDENTIFIER_WORDS_HPP
