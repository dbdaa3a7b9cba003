#include "report/plot.hpp"

#include "catch.hpp"

using tradewarden::report::plot;

TEST_CASE("a plot puts points where its axes say", "[report]") {
  plot p("x", 0, 0.1, "y", 0, 1);
  p.line("recall", {{0, 0}, {0.1, 1}, {0.2, 1}});  // the last one lies outside
  const std::string svg = p.svg();
  CHECK(svg.find("class=\"recall\" points=\"52.0,322.0 612.0,22.0 \"") != std::string::npos);
}

TEST_CASE("words of a plot cannot leave their place", "[report]") {
  plot p("<b>", 0, 1, "\"'", 0, 1);
  p.mark("</svg><script>", {0.5, 0.5});
  const std::string svg = p.svg();
  CHECK(svg.find("<script>") == std::string::npos);
  CHECK(svg.find("&lt;script&gt;") != std::string::npos);
  CHECK(svg.find("<b>") == std::string::npos);
}
