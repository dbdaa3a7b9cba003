// Country names and codes to ISO 3166-1 alpha-2.
//
// Example:
//   assert(tradewarden::country_code("Russian Federation") == "RU");
//   assert(tradewarden::country_code("Atlantis").empty());        // unknown stays unknown
//
// Threads: reads constant tables.
#ifndef TRADEWARDEN_COUNTRY_HPP
#define TRADEWARDEN_COUNTRY_HPP

#include <string_view>

namespace tradewarden {

/// The alpha-2 code of an English country name, a spelling that lists use ("Korea, North",
/// "Burma"), an alpha-2 or an alpha-3 code, in any case; empty if it is none of these.
/// The view points into a constant table.
[[nodiscard]] std::string_view country_code(std::string_view name_or_code) noexcept;

/// The short English name of an alpha-2 code; empty if there is none.
[[nodiscard]] std::string_view country_name(std::string_view alpha2) noexcept;

}  // namespace tradewarden

#endif  // TRADEWARDEN_COUNTRY_HPP
