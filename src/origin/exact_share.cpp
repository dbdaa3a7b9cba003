#include "tradewarden/exact_share.hpp"

#include <algorithm>

#include "origin/big.hpp"

namespace tradewarden {

using detail::big;
using detail::holds;
using detail::ratio;
using detail::to_fraction;
using detail::to_ratio;

namespace {

bool digits_only(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Without the zeros at the front, which a big integer would read as octal.
std::string_view plain(std::string_view s) {
  const std::size_t first = s.find_first_not_of('0');
  return first == std::string_view::npos ? s.substr(s.size() - 1) : s.substr(first);
}

/// units / 10^places as text.
std::string with_point(std::string s, std::size_t places) {
  if (places == 0) return s;
  if (s.size() <= places) s.insert(0, places + 1 - s.size(), '0');
  s.insert(s.size() - places, 1, '.');
  return s;
}

/// The share in ten-thousandths, rounded half up.
big rounded(const ratio& r) {
  return (numerator(r) * 20000 + denominator(r)) / (denominator(r) * 2);
}

}  // namespace

exact_fraction exact_fraction::of(std::int64_t num, std::int64_t den) {
  return to_fraction(ratio(big(num), big(den)));
}

result<exact_fraction> exact_fraction::parse(std::string_view num, std::string_view den) {
  if (!digits_only(num) || !digits_only(den) || plain(den) == "0")
    return error{errc::bad_value, "a fraction is two whole numbers, the second not zero", {}, 0, {}};
  const ratio r{big(std::string(plain(num))), big(std::string(plain(den)))};
  exact_fraction f;
  f.num_ = numerator(r).str();
  f.den_ = denominator(r).str();
  return f;
}

std::string exact_fraction::to_string() const {
  if (den_ == "1") return num_;
  // A decimal fraction ends if the denominator has no factors besides 2 and 5.
  big rest(den_);
  std::size_t twos = 0;
  std::size_t fives = 0;
  for (; rest % 2 == 0; rest /= 2) ++twos;
  for (; rest % 5 == 0; rest /= 5) ++fives;
  if (rest != 1) return num_ + "/" + den_;
  const std::size_t places = std::max(twos, fives);
  const big units = big(num_) * detail::power_of_ten(static_cast<std::int32_t>(places)) / big(den_);
  return with_point(units.str(), places);
}

std::string exact_fraction::to_decimal(std::int32_t places) const {
  const big den(den_);
  const big units = (big(num_) * detail::power_of_ten(places) * 2 + den) / (den * 2);
  return with_point(units.str(), static_cast<std::size_t>(places));
}

std::strong_ordering compare(const exact_fraction& a, const exact_fraction& b) {
  const big left = big(a.num()) * big(b.den());
  const big right = big(b.num()) * big(a.den());
  return left < right ? std::strong_ordering::less
         : right < left ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

exact_fraction add(const exact_fraction& a, const exact_fraction& b) {
  return to_fraction(to_ratio(a) + to_ratio(b));
}

exact_fraction subtract(const exact_fraction& a, const exact_fraction& b) {
  const ratio d = to_ratio(a) - to_ratio(b);
  return d < 0 ? exact_fraction() : to_fraction(d);
}

exact_fraction multiply(const exact_fraction& a, const exact_fraction& b) {
  return to_fraction(to_ratio(a) * to_ratio(b));
}

std::optional<exact_fraction> divide(const exact_fraction& a, const exact_fraction& b) {
  if (b.num() == "0") return std::nullopt;
  return to_fraction(to_ratio(a) / to_ratio(b));
}

bool holds(const exact_fraction& share, const share_threshold& threshold) {
  return holds(to_ratio(share), threshold);
}

std::string display_share(const exact_fraction& share) {
  return with_point(rounded(to_ratio(share)).str(), 4);
}

std::string display_share(const exact_fraction& share, const share_threshold& threshold) {
  const ratio exact = to_ratio(share);
  big units = rounded(exact);
  const bool triggers = holds(exact, threshold);
  if (holds(ratio(units, big(10000)), threshold) != triggers) units += triggers ? 1 : -1;
  return with_point(units.str(), 4);
}

std::string amount_range::to_string() const {
  if (is_point()) return low.to_string();
  return low.to_string() + ".." + (high ? high->to_string() : "?");
}

exact_share make_share(exact_fraction low, std::optional<exact_fraction> high) {
  exact_share s;
  s.low_display = display_share(low);
  s.high_display = high ? display_share(*high) : "?";
  s.low = std::move(low);
  s.high = std::move(high);
  return s;
}

exact_share make_share(exact_fraction low, std::optional<exact_fraction> high,
                       const share_threshold& threshold) {
  exact_share s;
  s.low_display = display_share(low, threshold);
  s.high_display = high ? display_share(*high, threshold) : "?";
  s.low = std::move(low);
  s.high = std::move(high);
  return s;
}

}  // namespace tradewarden
