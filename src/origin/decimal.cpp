#include "tradewarden/decimal.hpp"

#include <algorithm>

#include "origin/big.hpp"

namespace tradewarden {

namespace {

error bad(std::string_view text) {
  return error{errc::bad_value,
               "not a decimal number: '" + std::string(text.substr(0, 40)) +
                   "' (digits, and a point if there is a fraction)",
               {}, 0, {}};
}

error too_long(std::string_view text) {
  return error{errc::limit_exceeded,
               "more than 18 digits: '" + std::string(text.substr(0, 40)) + "'", {}, 0, {}};
}

}  // namespace

result<decimal> decimal::parse(std::string_view text) {
  std::int64_t units = 0;
  std::int32_t digits = 0;       // that matter: zeros at the front do not
  std::int32_t fraction = 0;     // digits after the point taken into units
  std::int32_t zeros = 0;        // of the fraction, not yet taken
  bool point = false;
  bool before = false;
  bool after = false;
  for (const char c : text) {
    if (c == '.') {
      if (point || !before) return bad(text);
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return bad(text);
    (point ? after : before) = true;
    if (point && c == '0') {  // Zeros at the end of a fraction never count.
      ++zeros;
      continue;
    }
    for (; zeros > 0; --zeros) {
      if (digits > 0 && ++digits > k_most_digits) return too_long(text);
      if (++fraction > k_most_digits) return too_long(text);
      units *= 10;
    }
    if ((digits > 0 || c != '0') && ++digits > k_most_digits) return too_long(text);
    if (point && ++fraction > k_most_digits) return too_long(text);
    units = units * 10 + (c - '0');
  }
  if (!before || (point && !after)) return bad(text);
  return from_units(units, fraction);
}

std::string decimal::to_string() const {
  std::string s = std::to_string(units_);
  if (scale_ == 0) return s;
  const auto places = static_cast<std::size_t>(scale_);
  if (s.size() <= places) s.insert(0, places + 1 - s.size(), '0');
  s.insert(s.size() - places, 1, '.');
  return s;
}

std::strong_ordering operator<=>(const decimal& a, const decimal& b) noexcept {
  // 18 digits times 10^18 stays below 2^120.
  const auto widened = [](const decimal& d, std::int32_t to) {
    detail::int128 v = d.units();
    for (std::int32_t i = d.scale(); i < to; ++i) v *= 10;
    return v;
  };
  const std::int32_t to = std::max(a.scale(), b.scale());
  const detail::int128 x = widened(a, to);
  const detail::int128 y = widened(b, to);
  return x < y ? std::strong_ordering::less
         : y < x ? std::strong_ordering::greater
                 : std::strong_ordering::equal;
}

}  // namespace tradewarden
