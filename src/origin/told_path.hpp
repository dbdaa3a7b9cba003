// A way down a bill as it is told: whole, or its two ends.
//
// Example:
//   told_path(way, [&](std::uint32_t n) { return id(n); })   // {"P", "A", "B"}
//
// A chain of twenty thousand parts has twenty thousand ways of that length: an answer that told them
// all would grow with the square of the bill.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_ORIGIN_TOLD_PATH_HPP
#define TRADEWARDEN_ORIGIN_TOLD_PATH_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tradewarden::detail {

inline constexpr std::size_t k_path_ends = 20;  ///< Ids told at either end of a longer path.
inline constexpr const char* k_path_gap = "...";

template <class Id>
[[nodiscard]] std::vector<std::string> told_path(const std::vector<std::uint32_t>& way,
                                                 const Id& id) {
  std::vector<std::string> out;
  const bool whole = way.size() <= 2 * k_path_ends;
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (!whole && i == k_path_ends) {
      out.emplace_back(k_path_gap);
      i = way.size() - k_path_ends;
    }
    out.emplace_back(id(way[i]));
  }
  return out;
}

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_TOLD_PATH_HPP
