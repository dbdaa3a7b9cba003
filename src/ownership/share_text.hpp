// A share in percent as it is written: "50", "33.3333", "25..30", "?".
//
// Example:
//   parse_percent("25..30").value()   // {25 * k_one_percent, 30 * k_one_percent}
//
// Threads: pure functions.
#ifndef TRADEWARDEN_OWNERSHIP_SHARE_TEXT_HPP
#define TRADEWARDEN_OWNERSHIP_SHARE_TEXT_HPP

#include <string>
#include <string_view>

#include "ownership/graph_data.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::ownership {

/// "?" is 0 to 100. Errors: bad_value; limit_exceeded beyond nine decimals.
[[nodiscard]] result<detail::share_interval> parse_percent(std::string_view text);

/// A share as free text has it, in our form: "50%" is "50", "25-50" is "25..50"; "?" where it is neither a
/// number nor a range, or empty.
[[nodiscard]] std::string plain_percent(std::string_view text);

/// Shortest form: "50", "33.3333".
[[nodiscard]] std::string percent_text(percent_units units);
/// "50", "25..30", or "?" for 0 to 100.
[[nodiscard]] std::string percent_text(percent_units low, percent_units high);

}  // namespace tradewarden::ownership

#endif  // TRADEWARDEN_OWNERSHIP_SHARE_TEXT_HPP
