#include "report/part_map.hpp"

#include "catch.hpp"

using namespace tradewarden;

namespace {

counted_part part(const char* id, std::int64_t worth, std::vector<std::string> path) {
  counted_part p;
  p.part = id;
  p.eccn = "EAR99";
  p.worth = {exact_fraction::of(worth), exact_fraction::of(worth)};
  p.path = std::move(path);
  return p;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++n;
  }
  return n;
}

}  // namespace

TEST_CASE("each part is a rectangle in the colour of what the count made of it", "[report]") {
  origin_result r;
  r.product = "P";
  r.counted.push_back(part("A", 30, {"P", "M", "A"}));
  r.counted.edit().back().counts = truth::yes;
  r.counted.push_back(part("B", 20, {"P", "M", "B"}));
  r.counted.edit().back().counts = truth::unknown;
  r.not_counted.push_back(part("C", 50, {"P", "C"}));
  r.not_counted.push_back(part("free", 0, {"P", "free"}));
  const std::string svg = report::part_map_svg(r);
  CHECK(count(svg, "<rect class=\"in\"") == 1);
  CHECK(count(svg, "<rect class=\"perhaps\"") == 1);
  CHECK(count(svg, "<rect class=\"out\"") == 1);  // a part without worth has no area
  CHECK(count(svg, "<rect class=\"assembly\"") == 1);
  // C is half of the worth, so it has half of the 960 by 420: as tall as all, 480 wide.
  CHECK(svg.find("width=\"480.0\" height=\"420.0\"") != std::string::npos);
}

TEST_CASE("texts of the bill are escaped in the map", "[report]") {
  origin_result r;
  r.product = "\"><script>";
  r.not_counted.push_back(part("</svg><img src=x>", 1, {"P", "</g>", "</svg><img src=x>"}));
  const std::string svg = report::part_map_svg(r);
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("<img") == std::string::npos);
  CHECK(count(svg, "</svg>") == 1);
}

TEST_CASE("no known worth, no map", "[report]") {
  CHECK(report::part_map_svg(origin_result{}).empty());
}

TEST_CASE("numbers for drawing do not depend on a locale", "[report]") {
  CHECK(report::one_place(1234.56) == "1234.6");
  CHECK(report::one_place(0) == "0.0");
  CHECK(report::nearest(exact_fraction::of(1, 4)) == Approx(0.25));
}
