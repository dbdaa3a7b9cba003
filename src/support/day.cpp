#include "tradewarden/day.hpp"

#include <chrono>
#include <cstdio>

namespace tradewarden {
namespace {

std::chrono::year_month_day civil(day d) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{d.days()}}};
}

}  // namespace

result<day> day::from_ymd(std::int32_t year, std::int32_t month, std::int32_t day_of_month) {
  const bool in_range = year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
                        day_of_month >= 1 && day_of_month <= 31;
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day_of_month)}};
  if (!in_range || !ymd.ok()) {
    char text[48];
    std::snprintf(text, sizeof text, "no such day: %04d-%02d-%02d", year, month, day_of_month);
    return error{errc::bad_value, text, {}, 0, {}};
  }
  const auto since = std::chrono::sys_days{ymd}.time_since_epoch().count();
  return from_days(static_cast<std::int32_t>(since));
}

result<day> day::parse(std::string_view iso) {
  const auto bad = [&] {
    return error{errc::bad_value,
                 "not a date in the form YYYY-MM-DD: '" + std::string(iso.substr(0, 40)) + "'", {}, 0, {}};
  };
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return bad();
  const auto number = [&](std::size_t at, std::size_t n) {
    std::int32_t v = 0;
    for (std::size_t i = at; i < at + n; ++i) {
      if (iso[i] < '0' || iso[i] > '9') return -1;
      v = v * 10 + (iso[i] - '0');
    }
    return v;
  };
  const std::int32_t y = number(0, 4);
  const std::int32_t m = number(5, 2);
  const std::int32_t d = number(8, 2);
  if (y < 1 || m < 1 || d < 1) return bad();
  return from_ymd(y, m, d);
}

day day::today_utc() {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return from_days(static_cast<std::int32_t>(now.time_since_epoch().count()));
}

std::int32_t day::year() const noexcept { return static_cast<int>(civil(*this).year()); }
std::int32_t day::month() const noexcept {
  return static_cast<std::int32_t>(static_cast<unsigned>(civil(*this).month()));
}
std::int32_t day::day_of_month() const noexcept {
  return static_cast<std::int32_t>(static_cast<unsigned>(civil(*this).day()));
}

std::string day::to_string() const {
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year(), month(), day_of_month());
  return out;
}

}  // namespace tradewarden
