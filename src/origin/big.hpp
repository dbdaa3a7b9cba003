// Whole numbers without an upper size, behind compiled functions: public headers do not show them.
#ifndef TRADEWARDEN_ORIGIN_BIG_HPP
#define TRADEWARDEN_ORIGIN_BIG_HPP

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <string>

#include "tradewarden/decimal.hpp"
#include "tradewarden/exact_share.hpp"

namespace tradewarden::detail {

using big = boost::multiprecision::cpp_int;
using ratio = boost::multiprecision::cpp_rational;
__extension__ using int128 = __int128;
__extension__ using uint128 = unsigned __int128;

[[nodiscard]] inline big power_of_ten(std::int32_t n) {
  return boost::multiprecision::pow(big(10), static_cast<unsigned>(n));
}

[[nodiscard]] inline ratio to_ratio(const decimal& d) {
  return ratio(big(d.units()), power_of_ten(d.scale()));
}
[[nodiscard]] inline ratio to_ratio(const exact_fraction& f) {
  return ratio(big(f.num()), big(f.den()));
}
[[nodiscard]] inline exact_fraction to_fraction(const ratio& r) {
  return exact_fraction::parse(numerator(r).str(), denominator(r).str()).value();
}

/// Whether a share triggers: by cross-multiplication, the one comparison that all verdicts rest on.
[[nodiscard]] inline bool holds(const ratio& share, const share_threshold& t) {
  const big left = numerator(share) * t.den;
  const big right = denominator(share) * t.num;
  return t.op == threshold_operator::more_than ? left > right : left >= right;
}

[[nodiscard]] inline big to_big(std::int64_t v) { return big(v); }
[[nodiscard]] inline big to_big(int128 v) {
  // Not negative: the high half and the low half put together.
  big b(static_cast<std::uint64_t>(static_cast<uint128>(v) >> 64));
  b <<= 64;
  b += static_cast<std::uint64_t>(v);
  return b;
}
[[nodiscard]] inline big to_big(const big& v) { return v; }

/// `b` must fit.
template <class Num>
[[nodiscard]] Num from_big(const big& b);
template <>
[[nodiscard]] inline std::int64_t from_big<std::int64_t>(const big& b) {
  return b.convert_to<std::int64_t>();
}
template <>
[[nodiscard]] inline int128 from_big<int128>(const big& b) {
  const big low = b & big(~std::uint64_t{0});
  const big high = b >> 64;
  const auto joined = (static_cast<uint128>(high.convert_to<std::uint64_t>()) << 64) |
                      low.convert_to<std::uint64_t>();
  return static_cast<int128>(joined);
}
template <>
[[nodiscard]] inline big from_big<big>(const big& b) {
  return b;
}

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_BIG_HPP
