#include "report/treemap.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace tradewarden::report {
namespace {

/// The longest to the shortest side of the worst box of a row of areas [first, last).
double worst_ratio(double sum, double largest, double smallest, double side) {
  if (smallest <= 0 || side <= 0) return 1e300;
  const double s2 = sum * sum;
  const double w2 = side * side;
  return std::max(w2 * largest / s2, s2 / (w2 * smallest));
}

}  // namespace

std::vector<box> treemap(const std::vector<double>& values, box within) {
  std::vector<box> out(values.size());
  const double total = std::accumulate(values.begin(), values.end(), 0.0);
  if (total <= 0 || within.width <= 0 || within.height <= 0) return out;
  const double scale = within.width * within.height / total;
  std::size_t first = 0;
  while (first < values.size() && values[first] > 0) {
    const double side = std::min(within.width, within.height);
    double sum = values[first] * scale;
    const double largest = sum;
    std::size_t last = first + 1;
    while (last < values.size() && values[last] > 0) {
      const double next = values[last] * scale;
      const double smallest = values[last - 1] * scale;
      if (worst_ratio(sum + next, largest, next, side) > worst_ratio(sum, largest, smallest, side)) {
        break;
      }
      sum += next;
      ++last;
    }
    // The row lies along the shorter side.
    const bool upright = within.width >= within.height;
    const double depth = side > 0 ? sum / side : 0;
    double at = upright ? within.y : within.x;
    for (std::size_t i = first; i < last; ++i) {
      const double length = depth > 0 ? values[i] * scale / depth : 0;
      out[i] = upright ? box{within.x, at, depth, length} : box{at, within.y, length, depth};
      at += length;
    }
    if (upright) {
      within.x += depth;
      within.width = std::max(0.0, within.width - depth);
    } else {
      within.y += depth;
      within.height = std::max(0.0, within.height - depth);
    }
    first = last;
  }
  return out;
}

}  // namespace tradewarden::report
