// What it costs to turn one token into another, by the kind of slip: two letters swapped or a letter
// doubled is a slip of the hand; another vowel is more often another name.
//
// Example:
//   assert(edit_cost("hasan", "hassan", {}) == 35);      // one letter doubled, 1/100 of an edit
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SCORE_EDIT_COST_HPP
#define TRADEWARDEN_SCORE_EDIT_COST_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/osa.hpp"

namespace tradewarden::scoring {

/// Prices of single edits, 1/100.
struct edit_prices {
  std::int32_t vowel = 105;    ///< A vowel (or h, often not written) for another, lost or added.
  std::int32_t doubled = 35;   ///< A letter beside the same letter, lost or added.
  std::int32_t swapped = 45;   ///< Two neighbours in the other order.
  std::int32_t other = 75;
  std::int32_t first_letter = 15;  ///< More, where the first letter is touched.
  std::int32_t alike = 50;         ///< A consonant for one that sounds nearly so.
};

/// Consonants that scripts and languages write for each other: voiced and voiceless, v and w.
[[nodiscard]] constexpr bool sound_alike(char a, char b) noexcept {
  constexpr std::string_view k_pairs = "sz bp dt gk gq ck kq cq cs vw fv gj jz";
  for (std::size_t i = 0; i < k_pairs.size(); i += 3) {
    if ((k_pairs[i] == a && k_pairs[i + 1] == b) || (k_pairs[i] == b && k_pairs[i + 1] == a)) return true;
  }
  return false;
}

[[nodiscard]] constexpr bool is_soft_letter(char c) noexcept {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'h';
}

/// The least sum of prices that turns one text into the other (optimal string alignment), between
/// what both begin with and what both end with. The same both ways round.
[[nodiscard]] inline std::int32_t edit_cost(std::string_view a, std::string_view b,
                                            const edit_prices& price) {
  if (a.size() > b.size()) std::swap(a, b);
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t n = a.size() - tail;
  const std::size_t m = b.size() - tail;
  const auto one_more = [&](std::string_view t, std::size_t at) {
    const char c = t[at];
    const bool doubled = (at > 0 && t[at - 1] == c) || (at + 1 < t.size() && t[at + 1] == c);
    return (doubled ? price.doubled : is_soft_letter(c) ? price.vowel : price.other) +
           (at == 0 ? price.first_letter : 0);
  };
  constexpr std::size_t k_most = support::k_max_osa_bytes;
  if (m - head > k_most) return static_cast<std::int32_t>(m) * price.other;
  std::array<std::array<std::int32_t, k_most + 1>, 3> rows;
  std::size_t before = 0;
  std::size_t last = 1;
  std::size_t now = 2;
  rows[last][0] = 0;
  for (std::size_t j = head; j < n; ++j) {
    rows[last][j - head + 1] = rows[last][j - head] + one_more(a, j);
  }
  for (std::size_t i = head; i < m; ++i) {
    rows[now][0] = rows[last][0] + one_more(b, i);
    for (std::size_t j = head; j < n; ++j) {
      const std::size_t u = j - head + 1;
      const std::int32_t at_first = i == 0 || j == 0 ? price.first_letter : 0;
      std::int32_t replaced = 0;
      if (a[j] != b[i]) {
        replaced = at_first +
                   (is_soft_letter(a[j]) && is_soft_letter(b[i]) ? price.vowel
                    : sound_alike(a[j], b[i])                    ? price.alike
                                                                 : price.other);
      }
      std::int32_t d = std::min({rows[last][u] + one_more(b, i), rows[now][u - 1] + one_more(a, j),
                                 rows[last][u - 1] + replaced});
      if (i > head && j > head && a[j] != b[i] && a[j] == b[i - 1] && a[j - 1] == b[i]) {
        const std::int32_t first = i == 1 || j == 1 ? price.first_letter : 0;
        d = std::min(d, rows[before][u - 2] + price.swapped + first);
      }
      rows[now][u] = d;
    }
    const std::size_t free = before;
    before = last;
    last = now;
    now = free;
  }
  return rows[last][n - head];
}

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_EDIT_COST_HPP
