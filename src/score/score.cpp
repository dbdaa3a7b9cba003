#include "tradewarden/score.hpp"

#include <cstdio>

namespace tradewarden {

result<score> score::parse(std::string_view decimal) {
  const auto bad = [&] {
    return error{errc::bad_value,
                 "not a score from 0 to 1 with at most four decimals: '" +
                     std::string(decimal.substr(0, 40)) + "'",
                 {}, 0, {}};
  };
  const std::size_t point = decimal.find('.');
  const std::string_view whole = decimal.substr(0, point);
  std::string_view part;
  if (point != std::string_view::npos) part = decimal.substr(point + 1);
  if (decimal.empty() || whole.size() > 1 || part.size() > 4 || (whole.empty() && part.empty())) {
    return bad();
  }
  std::int32_t units = 0;
  for (const char c : whole) {
    if (c < '0' || c > '1') return bad();
    units = c - '0';
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const char c = i < part.size() ? part[i] : '0';
    if (c < '0' || c > '9') return bad();
    units = units * 10 + (c - '0');
  }
  if (units > k_one) return bad();
  return from_units(units);
}

std::string score::to_string() const {
  char out[32];
  std::snprintf(out, sizeof out, "%d.%04d", units_ / k_one, units_ % k_one);
  return out;
}

}  // namespace tradewarden
