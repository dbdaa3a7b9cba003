// What a legal test or a regime says of a product: never "cleared".
//
// Example:
//   assert(tradewarden::to_string(tradewarden::verdict::depends) == "depends");
//
// Threads: a plain value.
#ifndef TRADEWARDEN_VERDICT_HPP
#define TRADEWARDEN_VERDICT_HPP

#include <cstdint>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden {

enum class verdict : std::uint8_t {
  not_applicable = 0,    ///< The test does not ask about this product and destination.
  does_not_trigger = 1,  ///< Below the threshold under these rules on this date; not a clearance.
  depends = 2,           ///< Facts are missing, or a table cannot decide: never a pass.
  triggers = 3,
};
[[nodiscard]] std::string_view to_string(verdict v) noexcept;

/// Of the tests inside a regime: one that triggers suffices, then one that depends.
[[nodiscard]] constexpr verdict strongest(verdict a, verdict b) noexcept { return a < b ? b : a; }

/// Bodies of law, each with a verdict of its own.
enum class regime : std::uint8_t {
  us_ear = 0,   ///< Export Administration Regulations, 15 CFR 734.3(a)(2), (a)(3) and 734.4.
  us_ofac = 1,  ///< Iranian Transactions and Sanctions Regulations, 31 CFR 560.420.
};
[[nodiscard]] std::string_view to_string(regime r) noexcept;  // "us-ear", "us-ofac"
[[nodiscard]] result<regime> parse_regime(std::string_view text);

}  // namespace tradewarden

#endif  // TRADEWARDEN_VERDICT_HPP
