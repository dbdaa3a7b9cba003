// Which parts are lost when others are: every position counts its alternatives that are left, and a
// part falls with the first position that has none (Dowling and Gallier, 1984).
//
//   uses of part p:  use[use_first[p]] .. use[use_first[p + 1]]
//                    a parent, if nothing else can fill the position; else k_shared | position
//   position q:      parent_of[q], left[q] alternatives; only those with more than one
//
// Example:
//   supply_graph g(data);
//   g.lose(part);            // and everything that hangs on it: g.lost()
//   g.restore();             // as before
//
// A cut costs what it touches, not the size of the bill. Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_SUPPLY_GRAPH_HPP
#define TRADEWARDEN_ORIGIN_SUPPLY_GRAPH_HPP

#include <cstdint>
#include <vector>

#include "origin/bill_data.hpp"

namespace tradewarden::detail {

class supply_graph {
 public:
  explicit supply_graph(const bill_data& data);

  /// Loses the part (bought, or made), and what can no longer be made.
  void lose(std::uint32_t part);
  /// All parts lost since the last restore(), in the order in which they fell.
  [[nodiscard]] const std::vector<std::uint32_t>& lost() const { return lost_; }
  [[nodiscard]] bool is_lost(std::uint32_t part) const { return dead_[part] != 0; }
  void restore();
  /// Has the line's position, one of `parent`, no alternative left?
  [[nodiscard]] bool position_lost(std::uint32_t parent, std::uint32_t line) const;

 private:
  static constexpr std::uint32_t k_shared = 0x80000000;

  const bill_data& data_;
  std::vector<std::uint32_t> parent_of_;
  std::vector<std::uint32_t> left_;
  std::vector<std::uint32_t> use_first_;
  std::vector<std::uint32_t> use_;
  std::vector<std::uint8_t> dead_;
  std::vector<std::uint8_t> whole_;      // bought: does not hang on its lines
  std::vector<std::uint32_t> lost_;
  std::vector<std::uint32_t> touched_;   // shared positions, once for each alternative lost
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_SUPPLY_GRAPH_HPP
