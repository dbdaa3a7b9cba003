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

  /// What would not be lost if this lost part were delivered after all; the part itself is the first.
  /// Everything stays lost: costs what the part touches. After recall_losses().
  [[nodiscard]] const std::vector<std::uint32_t>& saved_by(std::uint32_t part);
  /// Counts why parts are lost, for saved_by(); again after each lose() and restore().
  void recall_losses(const std::vector<std::uint32_t>& lost_by_themselves);
  /// Uses looked at by saved_by() so far.
  [[nodiscard]] std::uint64_t work() const { return work_; }
  /// Looks which positions of `parent` have an alternative left, for position_lost() of its lines.
  void positions_left(std::uint32_t parent);
  /// Has the line's position no alternative left? After positions_left() of the line's parent.
  [[nodiscard]] bool position_lost(std::uint32_t line) const {
    return alive_in_[data_.pos(line)] != asked_;
  }

 private:
  static constexpr std::uint32_t k_shared = 0x80000000;

  const bill_data& data_;
  std::vector<std::uint32_t> parent_of_;
  std::vector<std::uint32_t> left_;
  std::vector<std::uint32_t> use_first_;
  std::vector<std::uint32_t> use_;
  std::vector<std::uint8_t> dead_;
  std::vector<std::uint8_t> whole_;      // bought: does not hang on its lines
  std::vector<std::uint64_t> alive_in_;  // by text of a position: the question that found it alive
  std::uint64_t asked_ = 0;
  std::vector<std::uint32_t> reasons_;   // by part: its positions without an alternative, and itself
  std::vector<std::uint32_t> saved_;
  std::uint64_t work_ = 0;
  std::vector<std::uint32_t> lost_;
  std::vector<std::uint32_t> touched_;   // shared positions, once for each alternative lost
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_SUPPLY_GRAPH_HPP
