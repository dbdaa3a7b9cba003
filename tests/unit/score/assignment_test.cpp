#include "score/assignment.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include "catch.hpp"

namespace tradewarden::scoring {
namespace {

/// All ways to give rows distinct columns or none: the largest sum.
std::int64_t best_by_trying(const std::vector<std::vector<std::int64_t>>& gains) {
  const std::size_t rows = gains.size();
  const std::size_t columns = gains[0].size();
  std::vector<char> used(columns, 0);
  const auto go = [&](auto&& self, std::size_t row) -> std::int64_t {
    if (row == rows) return 0;
    std::int64_t best = self(self, row + 1);
    for (std::size_t c = 0; c < columns; ++c) {
      if (used[c] != 0 || gains[row][c] == 0) continue;
      used[c] = 1;
      best = std::max(best, gains[row][c] + self(self, row + 1));
      used[c] = 0;
    }
    return best;
  };
  return go(go, 0);
}

}  // namespace

TEST_CASE("the dearer pair gives way where both gain more", "[score]") {
  assignment_solver s;
  s.reset(2, 3);
  s.set(0, 1, 90);
  s.set(1, 1, 80);
  s.set(1, 0, 70);
  s.solve();
  CHECK(s.column_of(0) == 1);
  CHECK(s.column_of(1) == 0);
}

TEST_CASE("a row without gains stays alone", "[score]") {
  assignment_solver s;
  s.reset(2, 1);
  s.set(1, 0, 5);
  s.solve();
  CHECK(s.column_of(0) == assignment_solver::k_none);
  CHECK(s.column_of(1) == 0);
}

TEST_CASE("assignments have the largest sum that trying all finds", "[score]") {
  std::mt19937_64 random(3);
  assignment_solver s;
  for (int round = 0; round < 2'000; ++round) {
    const std::size_t rows = 1 + random() % 5;
    const std::size_t columns = 1 + random() % 5;
    std::vector<std::vector<std::int64_t>> gains(rows, std::vector<std::int64_t>(columns, 0));
    s.reset(rows, columns);
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < columns; ++c) {
        gains[r][c] = random() % 2 == 0 ? 0 : static_cast<std::int64_t>(random() % 20);
        s.set(r, c, gains[r][c]);
      }
    }
    s.solve();
    std::int64_t sum = 0;
    std::vector<int> seen(columns, 0);
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t c = s.column_of(r);
      if (c == assignment_solver::k_none) continue;
      sum += gains[r][c];
      CHECK(gains[r][c] > 0);
      CHECK(++seen[c] == 1);
    }
    REQUIRE(sum == best_by_trying(gains));
  }
}

}  // namespace tradewarden::scoring
