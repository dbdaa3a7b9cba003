// Country names and codes to ISO 3166-1 alpha-2.
//
// Example:
//   assert(tradewarden::country_code("Russian Federation") == "RU");
//   assert(tradewarden::country_code("Atlantis").empty());        // unknown stays unknown
//
// Threads: reads constant tables.
#ifndef TRADEWARDEN_COUNTRY_HPP
#define TRADEWARDEN_COUNTRY_HPP

#include <span>
#include <string_view>

namespace tradewarden {

/// The alpha-2 code of an English country name, a spelling that lists use ("Korea, North",
/// "Burma"), its native or former name ("Deutschland", "Zaire"), an alpha-2 or an
/// alpha-3 code, in any case; empty if it is none of these, or names no single country of today.
/// The view points into a constant table.
[[nodiscard]] std::string_view country_code(std::string_view name_or_code) noexcept;

/// The alpha-2 codes of the countries that a state became which is no more ("USSR", "Yugoslavia"),
/// the one that went on in its place first; empty if the text names no such state.
[[nodiscard]] std::span<const std::string_view> country_successors(std::string_view name) noexcept;

/// The short English name of an alpha-2 code; empty if there is none.
[[nodiscard]] std::string_view country_name(std::string_view alpha2) noexcept;

}  // namespace tradewarden

#endif  // TRADEWARDEN_COUNTRY_HPP
