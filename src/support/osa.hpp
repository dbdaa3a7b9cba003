// Optimal string alignment distance: insertions, deletions, substitutions and transpositions of
// neighbours, no part of the text edited twice.
//
// Example:
//   assert(tradewarden::support::osa_distance("kangxun", "kagnxun", 2) == 1);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SUPPORT_OSA_HPP
#define TRADEWARDEN_SUPPORT_OSA_HPP

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace tradewarden::support {

/// Longest text that osa_distance takes, in bytes.
inline constexpr std::size_t k_max_osa_bytes = 96;

/// The distance in bytes, or limit + 1 if it is larger than `limit`.
[[nodiscard]] inline std::int32_t osa_distance(std::string_view a, std::string_view b,
                                               std::int32_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  const auto n = static_cast<std::int32_t>(a.size());
  const auto m = static_cast<std::int32_t>(b.size());
  if (m - n > limit || b.size() > k_max_osa_bytes) return limit + 1;
  using row = std::array<std::int32_t, k_max_osa_bytes + 1>;
  std::array<row, 3> rows;
  row* before = &rows[0];
  row* last = &rows[1];
  row* now = &rows[2];
  for (std::int32_t j = 0; j <= n; ++j) (*last)[static_cast<std::size_t>(j)] = j;
  for (std::int32_t i = 1; i <= m; ++i) {
    (*now)[0] = i;
    std::int32_t least = i;
    const char bi = b[static_cast<std::size_t>(i - 1)];
    for (std::int32_t j = 1; j <= n; ++j) {
      const auto u = static_cast<std::size_t>(j);
      const char aj = a[u - 1];
      std::int32_t d = std::min({(*last)[u] + 1, (*now)[u - 1] + 1, (*last)[u - 1] + (aj != bi)});
      if (i > 1 && j > 1 && aj == b[static_cast<std::size_t>(i - 2)] && a[u - 2] == bi) {
        d = std::min(d, (*before)[u - 2] + 1);
      }
      (*now)[u] = d;
      least = std::min(least, d);
    }
    if (least > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, now);
  }
  return std::min((*last)[static_cast<std::size_t>(n)], limit + 1);
}

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_OSA_HPP
