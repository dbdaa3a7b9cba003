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

#include "tradewarden/identifier.hpp"

namespace tradewarden::support {

struct typed_prefix {
  identifier_type type = identifier_type::any;
  std::size_t bytes = 0;  ///< With the signs behind it.
};
[[nodiscard]] std::optional<typed_prefix> find_typed_prefix(std::string_view text);

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_IDENTIFIER_WORDS_HPP
