// Which parts are lost when others are: every position counts its alternatives that are left, and a
// part falls with the first position that has none (Dowling and Gallier, 1984).
//
//   uses of part p:  use[use_first[p]] .. use[use_first[p + 1]]   positions that p can fill
//   position q:      parent_of[q], left[q] alternatives
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
  /// Is the position without an alternative? For the way from a product to what it lacks.
  [[nodiscard]] bool position_lost(std::uint32_t line) const { return left_[position_[line]] == 0; }

 private:
  const bill_data& data_;
  std::vector<std::uint32_t> position_;  // by line
  std::vector<std::uint32_t> parent_of_;
  std::vector<std::uint32_t> left_;
  std::vector<std::uint32_t> use_first_;
  std::vector<std::uint32_t> use_;
  std::vector<std::uint8_t> dead_;
  std::vector<std::uint32_t> lost_;
  std::vector<std::uint32_t> touched_;   // positions, once for each alternative lost
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_SUPPLY_GRAPH_HPP
