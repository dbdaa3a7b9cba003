// A match score in units of 1/10,000.
//
// Example:
//   auto t = tradewarden::score::parse("0.80").value();
//   assert(t.units() == 8000 && t.to_string() == "0.8000");
//
// Threads: a plain value.
#ifndef TRADEWARDEN_SCORE_HPP
#define TRADEWARDEN_SCORE_HPP

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden {

/// 10,000 if and only if the folded tokens of the two names are equal.
class score {
 public:
  static constexpr std::int32_t k_one = 10'000;

  constexpr score() = default;
  /// `units` of 1/10,000; the caller keeps it within 0 to 10,000.
  [[nodiscard]] static constexpr score from_units(std::int32_t units) noexcept {
    score s;
    s.units_ = units;
    return s;
  }
  /// A decimal from 0 to 1 with up to four places ("0.8", "1", ".75"); error bad_value otherwise.
  [[nodiscard]] static result<score> parse(std::string_view decimal);

  [[nodiscard]] constexpr std::int32_t units() const noexcept { return units_; }
  /// Four decimal places: "0.8000".
  [[nodiscard]] std::string to_string() const;

  friend constexpr auto operator<=>(const score&, const score&) = default;

 private:
  std::int32_t units_ = 0;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SCORE_HPP
