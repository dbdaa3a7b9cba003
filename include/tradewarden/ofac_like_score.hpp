// A second, separate scorer, "OFAC-like": for people who must compare with Treasury's search page.
//
// Example:
//   auto c = tradewarden::compare_ofac_like("Osama bin Laden", "BIN LADIN, Osama");
//   std::cout << c.points() << '\n';   // 97
//   for (const auto& p : c.parts) std::cout << p.query << " ~ " << p.listed << '\n';
//
// It is not Treasury's tool, and Treasury has no part in it: a reconstruction from what OFAC has said
// in public of Sanctions List Search (FAQ 249: Jaro-Winkler over the whole names, Jaro-Winkler and
// Soundex over their parts, the higher of the two). docs/ofac-like.md has every rule. It takes no part
// in screening: no hit, rank or score of this library's own depends on it.
//
// Threads: pure functions. Integers only: the same result on every machine.
#ifndef TRADEWARDEN_OFAC_LIKE_SCORE_HPP
#define TRADEWARDEN_OFAC_LIKE_SCORE_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/score.hpp"

namespace tradewarden {

/// Version of the rules of docs/ofac-like.md.
inline constexpr std::int32_t k_ofac_like_version = 1;

/// Letters and digits of a name that are compared; what lies behind them is not.
inline constexpr std::size_t k_ofac_like_most_letters = 512;

/// One part of the query beside the part of the listed name that is most like it.
struct ofac_like_part {
  std::string query;
  std::string listed;    ///< Empty if none is like it.
  score similarity;      ///< 0 if none is like it.
  bool same_sound = false;  ///< The two have one Soundex code.
  bool left_out = false;    ///< Too short to count beside longer parts.
  friend bool operator==(const ofac_like_part&, const ofac_like_part&) = default;
};

struct ofac_like_comparison {
  tradewarden::score score;  ///< The higher of the next two.
  tradewarden::score whole;  ///< Jaro-Winkler of the whole names.
  tradewarden::score by_parts;
  std::vector<ofac_like_part> parts;  ///< In the order of the query.

  /// 0 to 100, as the search page shows it.
  [[nodiscard]] std::int32_t points() const noexcept { return (score.units() + 50) / 100; }
};

/// Names without a Latin letter or digit score 0.
[[nodiscard]] ofac_like_comparison compare_ofac_like(std::string_view query,
                                                     std::string_view listed);
[[nodiscard]] score ofac_like_score(std::string_view query, std::string_view listed);

}  // namespace tradewarden

#endif  // TRADEWARDEN_OFAC_LIKE_SCORE_HPP
