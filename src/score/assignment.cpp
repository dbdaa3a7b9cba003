#include "score/assignment.hpp"

#include <limits>

namespace tradewarden::scoring {

void assignment_solver::reset(std::size_t rows, std::size_t columns) {
  rows_ = rows;
  columns_ = columns;
  gains_.assign(rows * columns, 0);
  column_of_row_.assign(rows, k_none);
}

void assignment_solver::solve() {
  // Every row gets a column of its own by `rows_` further columns of gain 0: "unmatched".
  const std::size_t n = rows_;
  const std::size_t m = columns_ + rows_;
  constexpr std::int64_t k_far = std::numeric_limits<std::int64_t>::max() / 4;
  const auto cost = [&](std::size_t row, std::size_t column) -> std::int64_t {
    return column < columns_ ? -gains_[row * columns_ + column] : 0;
  };
  row_potential_.assign(n + 1, 0);
  column_potential_.assign(m + 1, 0);
  row_of_column_.assign(m + 1, 0);
  way_.assign(m + 1, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    row_of_column_[0] = i;
    std::size_t j0 = 0;
    least_.assign(m + 1, k_far);
    used_.assign(m + 1, 0);
    do {
      used_[j0] = 1;
      const std::size_t i0 = row_of_column_[j0];
      std::int64_t delta = k_far;
      std::size_t j1 = 0;
      for (std::size_t j = 1; j <= m; ++j) {
        if (used_[j] != 0) continue;
        const std::int64_t reduced = cost(i0 - 1, j - 1) - row_potential_[i0] - column_potential_[j];
        if (reduced < least_[j]) {
          least_[j] = reduced;
          way_[j] = j0;
        }
        if (least_[j] < delta) {
          delta = least_[j];
          j1 = j;
        }
      }
      for (std::size_t j = 0; j <= m; ++j) {
        if (used_[j] != 0) {
          row_potential_[row_of_column_[j]] += delta;
          column_potential_[j] -= delta;
        } else {
          least_[j] -= delta;
        }
      }
      j0 = j1;
    } while (row_of_column_[j0] != 0);
    do {
      const std::size_t j1 = way_[j0];
      row_of_column_[j0] = row_of_column_[j1];
      j0 = j1;
    } while (j0 != 0);
  }
  for (std::size_t j = 1; j <= columns_; ++j) {
    const std::size_t row = row_of_column_[j];
    if (row != 0 && gains_[(row - 1) * columns_ + (j - 1)] > 0) column_of_row_[row - 1] = j - 1;
  }
}

}  // namespace tradewarden::scoring
