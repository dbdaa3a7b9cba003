// One calendar day (proleptic Gregorian, no time zone), years 1 to 9999.
//
// Example:
//   tradewarden::day d = tradewarden::day::parse("2018-04-15").value();
//   assert(d < tradewarden::day::from_ymd(2018, 7, 13).value());
//
// Threads: a plain value.
#ifndef TRADEWARDEN_DAY_HPP
#define TRADEWARDEN_DAY_HPP

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "tradewarden/result.hpp"

namespace tradewarden {

class day {
 public:
  constexpr day() = default;

  /// From days since 1970-01-01 (may be negative). No check.
  [[nodiscard]] static constexpr day from_days(std::int32_t days) noexcept {
    day d;
    d.days_ = days;
    return d;
  }
  /// Error bad_value unless the three name a day of the years 1 to 9999.
  [[nodiscard]] static result<day> from_ymd(std::int32_t year, std::int32_t month,
                                            std::int32_t day_of_month);
  /// "YYYY-MM-DD" and nothing else; error bad_value otherwise.
  [[nodiscard]] static result<day> parse(std::string_view iso);
  /// Today in UTC by the system clock.
  [[nodiscard]] static day today_utc();

  /// Days since 1970-01-01.
  [[nodiscard]] constexpr std::int32_t days() const noexcept { return days_; }
  [[nodiscard]] std::int32_t year() const noexcept;
  [[nodiscard]] std::int32_t month() const noexcept;
  [[nodiscard]] std::int32_t day_of_month() const noexcept;
  /// "YYYY-MM-DD".
  [[nodiscard]] std::string to_string() const;
  /// The day that lies `n` days later (earlier if negative).
  [[nodiscard]] constexpr day plus(std::int32_t n) const noexcept { return from_days(days_ + n); }

  friend constexpr auto operator<=>(const day&, const day&) = default;

 private:
  std::int32_t days_ = 0;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_DAY_HPP
