// Exact amounts and shares of any size, and their display that never crosses a threshold.
//
// Example:
//   tradewarden::exact_fraction f = tradewarden::exact_fraction::parse("250001", "1000000").value();
//   tradewarden::share_threshold quarter{25, 100};      // more than
//   assert(holds(f, quarter));
//   assert(display_share(f, quarter) == "0.2501");   // 0.2500 would look like "not above"
//
// Threads: plain values.
#ifndef TRADEWARDEN_EXACT_SHARE_HPP
#define TRADEWARDEN_EXACT_SHARE_HPP

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"
#include "tradewarden/share_threshold.hpp"

namespace tradewarden {

/// A non-negative rational number in lowest terms, as decimal digits: values of a deep bill have no
/// upper size, and a public header has no big integers.
class exact_fraction {
 public:
  /// Zero.
  exact_fraction() : num_("0"), den_("1") {}
  /// den is not zero; neither is negative.
  [[nodiscard]] static exact_fraction of(std::int64_t num, std::int64_t den = 1);
  /// Digits only. Error bad_value otherwise, or if `den` is zero.
  [[nodiscard]] static result<exact_fraction> parse(std::string_view num, std::string_view den);

  [[nodiscard]] const std::string& num() const& noexcept { return num_; }
  [[nodiscard]] const std::string& den() const& noexcept { return den_; }
  /// Exact if the decimal fraction ends ("12.5"), else "num/den".
  [[nodiscard]] std::string to_string() const;
  /// With exactly `places` digits after the point, rounded half up.
  [[nodiscard]] std::string to_decimal(std::int32_t places) const;

  friend bool operator==(const exact_fraction&, const exact_fraction&) = default;

 private:
  std::string num_;
  std::string den_;
};

/// By cross-multiplication.
[[nodiscard]] std::strong_ordering compare(const exact_fraction& a, const exact_fraction& b);
[[nodiscard]] exact_fraction add(const exact_fraction& a, const exact_fraction& b);
/// a - b if that is not negative, else 0.
[[nodiscard]] exact_fraction subtract(const exact_fraction& a, const exact_fraction& b);
[[nodiscard]] exact_fraction multiply(const exact_fraction& a, const exact_fraction& b);
/// Nothing if b is zero.
[[nodiscard]] std::optional<exact_fraction> divide(const exact_fraction& a, const exact_fraction& b);

/// Does the share trigger? By cross-multiplication, with the operator of the rule.
[[nodiscard]] bool holds(const exact_fraction& share, const share_threshold& threshold);

/// Four decimals, rounded half up, unless that would compare differently with the threshold: then
/// one unit towards the exact value. Without a threshold: rounded half up.
[[nodiscard]] std::string display_share(const exact_fraction& share);
[[nodiscard]] std::string display_share(const exact_fraction& share,
                                        const share_threshold& threshold);

/// An amount of money that may not be known exactly: from `low` to `high`.
struct amount_range {
  exact_fraction low;
  std::optional<exact_fraction> high = exact_fraction{};  ///< Nothing: no upper bound is known.

  [[nodiscard]] bool is_point() const { return high && *high == low; }
  /// "120", "90..110" or "90..?".
  [[nodiscard]] std::string to_string() const;
  friend bool operator==(const amount_range&, const amount_range&) = default;
};

/// A share of a value, as a fraction of 1.
struct exact_share {
  exact_fraction low;                   ///< The least that the facts allow.
  std::optional<exact_fraction> high;   ///< The most; nothing: no upper bound is known.
  std::string low_display;              ///< Four decimals.
  std::string high_display;             ///< Four decimals, or "?".

  [[nodiscard]] bool is_point() const { return high && *high == low; }
  /// Numerator and denominator in lowest terms if the share is known exactly, else empty.
  [[nodiscard]] std::string num() const { return is_point() ? low.num() : std::string(); }
  [[nodiscard]] std::string den() const { return is_point() ? low.den() : std::string(); }
  /// "0.1200", or "0.0900..0.1100", or "0.0900..?".
  [[nodiscard]] std::string display() const {
    return is_point() ? low_display : low_display + ".." + high_display;
  }
  friend bool operator==(const exact_share&, const exact_share&) = default;
};

/// The displays filled in, so that neither crosses the threshold.
[[nodiscard]] exact_share make_share(exact_fraction low, std::optional<exact_fraction> high);
[[nodiscard]] exact_share make_share(exact_fraction low, std::optional<exact_fraction> high,
                                     const share_threshold& threshold);

}  // namespace tradewarden

#endif  // TRADEWARDEN_EXACT_SHARE_HPP
