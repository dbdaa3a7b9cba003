// Rectangles whose areas are in proportion to values, as square as they can be (squarified treemap,
// Bruls, Huizing and van Wijk, 2000).
//
// Example:
//   for (const box& b : treemap({6, 6, 4, 3, 2, 2, 1}, {0, 0, 600, 400})) draw(b);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REPORT_TREEMAP_HPP
#define TRADEWARDEN_REPORT_TREEMAP_HPP

#include <vector>

namespace tradewarden::report {

struct box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// One box per value, in the order of the values, which must be sorted from large to small and not
/// be negative. A value of zero gets a box of no area.
[[nodiscard]] std::vector<box> treemap(const std::vector<double>& values, box within);

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_TREEMAP_HPP
