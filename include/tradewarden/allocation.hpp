// A common cost shared out over goods in proportion to a measure of each: labour hours, output, cost.
//
// Example:
//   auto a = tradewarden::allocate(overhead, {hours_of_a, hours_of_b}).value();
//   std::cout << a.amounts[0].to_string() << '\n';    // exact; 1/3 stays 1/3
//
// Regulations that print worked examples sometimes round each ratio before they use it. That is a
// choice to be declared: with `ratio_decimals` the ratios are rounded half up to so many decimals,
// and what the amounts then miss of the whole, or pass it by, is told.
//
// Source of the method: USMCA Uniform Regulations, Schedule 5 (reasonable allocation of costs).
//
// Threads: a pure function.
#ifndef TRADEWARDEN_ALLOCATION_HPP
#define TRADEWARDEN_ALLOCATION_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewarden/decimal.hpp"
#include "tradewarden/exact_share.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

struct allocation {
  std::vector<exact_fraction> ratios;   ///< Of 1, in the order asked; rounded if that was asked.
  std::vector<exact_fraction> amounts;  ///< ratio x amount.
  exact_fraction missing;               ///< Of the whole, after rounded ratios; else 0.
  exact_fraction beyond;                ///< By which rounded ratios pass the whole; else 0.
};

/// Errors: usage without measures; bad_value if they are all zero; limit_exceeded beyond 18 decimals.
[[nodiscard]] result<allocation> allocate(const decimal& amount, const std::vector<decimal>& by,
                                          std::optional<std::int32_t> ratio_decimals = std::nullopt);

}  // namespace tradewarden

#endif  // TRADEWARDEN_ALLOCATION_HPP
