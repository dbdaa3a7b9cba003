// The best one-to-one assignment of query tokens to listed tokens.
//
// Example:
//   tradewarden::scoring::assignment_solver s;
//   s.reset(2, 3); s.set(0, 1, 90); s.set(1, 1, 80); s.set(1, 0, 70);
//   s.solve();            // 0 -> 1, 1 -> 0
//
// Threads: a solver belongs to one thread; it keeps its memory between calls.
#ifndef TRADEWARDEN_SCORE_ASSIGNMENT_HPP
#define TRADEWARDEN_SCORE_ASSIGNMENT_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tradewarden::scoring {

class assignment_solver {
 public:
  static constexpr std::size_t k_none = static_cast<std::size_t>(-1);

  void reset(std::size_t rows, std::size_t columns);
  /// A gain of 0 means that the two may not be paired; gains are positive.
  void set(std::size_t row, std::size_t column, std::int64_t gain) {
    gains_[row * columns_ + column] = gain;
  }
  /// Finds the assignment with the largest sum of gains: the Hungarian method (Kuhn 1955) with
  /// potentials, O(rows * rows * columns). Deterministic: the same gains give the same assignment.
  void solve();
  /// Column of a row, or k_none.
  [[nodiscard]] std::size_t column_of(std::size_t row) const { return column_of_row_[row]; }

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<std::int64_t> gains_;
  std::vector<std::size_t> column_of_row_;
  // Scratch of solve(); 1-based as the method is usually written.
  std::vector<std::int64_t> row_potential_, column_potential_, least_;
  std::vector<std::size_t> row_of_column_, way_;
  std::vector<char> used_;
};

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_ASSIGNMENT_HPP
