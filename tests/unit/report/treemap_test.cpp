#include "report/treemap.hpp"

#include "catch.hpp"

using tradewarden::report::box;
using tradewarden::report::treemap;

TEST_CASE("the example of the paper: areas 6 6 4 3 2 2 1 in 6 by 4", "[report]") {
  // Bruls et al. 2000, figure 4: two of 6 stand left, each 3 wide and 2 high.
  const auto boxes = treemap({6, 6, 4, 3, 2, 2, 1}, {0, 0, 6, 4});
  REQUIRE(boxes.size() == 7);
  CHECK(boxes[0].width == Approx(3));
  CHECK(boxes[0].height == Approx(2));
  CHECK(boxes[1].y == Approx(2));
  // Then 4 and 3 above the rest: together 3 wide, 7/3 high.
  CHECK(boxes[2].height == Approx(7.0 / 3));
  CHECK(boxes[2].width == Approx(12.0 / 7));
}

TEST_CASE("areas are in proportion, inside, and do not overlap", "[report]") {
  const std::vector<double> values{50, 20, 9, 9, 5, 3, 2, 1, 0.5, 0.25, 0, 0};
  double sum = 0;
  for (const double v : values) sum += v;
  const auto boxes = treemap(values, {10, 20, 300, 100});
  for (std::size_t i = 0; i < values.size(); ++i) {
    const box& b = boxes[i];
    CHECK(b.width * b.height == Approx(values[i] / sum * 30000).margin(1e-6));
    if (values[i] == 0) continue;
    CHECK(b.x >= 10 - 1e-6);
    CHECK(b.y >= 20 - 1e-6);
    CHECK(b.x + b.width <= 310 + 1e-6);
    CHECK(b.y + b.height <= 120 + 1e-6);
    for (std::size_t k = 0; k < i; ++k) {
      const box& o = boxes[k];
      const double w = std::min(b.x + b.width, o.x + o.width) - std::max(b.x, o.x);
      const double h = std::min(b.y + b.height, o.y + o.height) - std::max(b.y, o.y);
      CHECK((w < 1e-6 || h < 1e-6));
    }
  }
}

TEST_CASE("nothing to show makes no boxes of any area", "[report]") {
  CHECK(treemap({}, {0, 0, 10, 10}).empty());
  for (const box& b : treemap({0, 0}, {0, 0, 10, 10})) CHECK(b.width * b.height == 0);
  for (const box& b : treemap({1}, {0, 0, 0, 10})) CHECK(b.width * b.height == 0);
}
