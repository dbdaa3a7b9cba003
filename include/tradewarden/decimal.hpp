// An exact decimal number of a bill: a price, a quantity, a rate. Never a floating point number.
//
// Example:
//   tradewarden::decimal p = tradewarden::decimal::parse("12.50").value();
//   assert(p.to_string() == "12.5" && p == tradewarden::decimal::from_units(125, 1));
//
// Threads: a plain value.
#ifndef TRADEWARDEN_DECIMAL_HPP
#define TRADEWARDEN_DECIMAL_HPP

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden {

/// Not negative; at most 18 digits before and after the point together. Always in lowest form:
/// no zeros at the end of the fraction, so that equal numbers are equal in both members.
class decimal {
 public:
  static constexpr std::int32_t k_most_digits = 18;

  constexpr decimal() = default;

  /// Digits, optionally a point and digits ("0.5", "7", "1200.00"); nothing else: no sign, exponent,
  /// thousands separator or space. Errors: bad_value; limit_exceeded beyond 18 digits that matter.
  [[nodiscard]] static result<decimal> parse(std::string_view text);
  /// units / 10^scale. `units` must not be negative nor have more than 18 digits, `scale` at most 18.
  [[nodiscard]] static constexpr decimal from_units(std::int64_t units, std::int32_t scale = 0) {
    decimal d;
    while (scale > 0 && units % 10 == 0) {
      units /= 10;
      --scale;
    }
    d.units_ = units;
    d.scale_ = scale;
    return d;
  }

  /// The number is units() / 10^scale().
  [[nodiscard]] constexpr std::int64_t units() const noexcept { return units_; }
  [[nodiscard]] constexpr std::int32_t scale() const noexcept { return scale_; }
  [[nodiscard]] constexpr bool is_zero() const noexcept { return units_ == 0; }
  /// Shortest form: "12.5", "0.001", "7".
  [[nodiscard]] std::string to_string() const;

  friend constexpr bool operator==(const decimal&, const decimal&) = default;
  friend std::strong_ordering operator<=>(const decimal& a, const decimal& b) noexcept;

 private:
  std::int64_t units_ = 0;
  std::int32_t scale_ = 0;
};

/// By value ("0.5" < "1"); compiled, because it needs wider numbers.
[[nodiscard]] std::strong_ordering operator<=>(const decimal& a, const decimal& b) noexcept;

}  // namespace tradewarden

#endif  // TRADEWARDEN_DECIMAL_HPP
