// What kind of thing a party is, as far as its list says.
//
// Example:
//   auto s = tradewarden::parse_schema("LegalEntity").value();   // schema::entity
//
// Threads: a plain value.
#ifndef TRADEWARDEN_SCHEMA_HPP
#define TRADEWARDEN_SCHEMA_HPP

#include <cstdint>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden {

enum class schema : std::uint8_t {
  unknown = 0,       ///< The list does not say.
  person = 1,
  entity = 2,        ///< Company or organisation; the list does not say which.
  company = 3,
  organization = 4,
  vessel = 5,
  aircraft = 6,
};

/// Lower-case name: "person", "entity", ...
[[nodiscard]] std::string_view to_string(schema s) noexcept;

/// Case-insensitive; also "individual" (person), "LegalEntity" (entity), "organisation", "ship",
/// "plane". An empty text is unknown. Error bad_value for anything else.
[[nodiscard]] result<schema> parse_schema(std::string_view text);

}  // namespace tradewarden

#endif  // TRADEWARDEN_SCHEMA_HPP
