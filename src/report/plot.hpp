// Lines over two axes, as an <svg> element.
//
// Example:
//   plot p("false positives", 0, 0.1, "recall", 0, 1);
//   p.line("recall", "main", {{0.001, 0.7}, {0.01, 0.88}});
//   page += p.svg();
//
// Threads: a plain value.
#ifndef TRADEWARDEN_REPORT_PLOT_HPP
#define TRADEWARDEN_REPORT_PLOT_HPP

#include <string>
#include <vector>

namespace tradewarden::report {

class plot {
 public:
  struct point {
    double x = 0;
    double y = 0;
  };

  plot(std::string x_name, double x_low, double x_high, std::string y_name, double y_low,
       double y_high);
  /// Labels below the plot as 0.84, not as 84.0 %.
  void show_x_as_scores() { x_scores_ = true; }

  /// Points outside the axes are left out. `style` is a class of the page.
  void line(const std::string& style, const std::vector<point>& points);
  /// A dot with its words below it, or above.
  void mark(const std::string& words, point at, bool above = false);
  [[nodiscard]] std::string svg() const;

 private:
  [[nodiscard]] double across(double x) const;
  [[nodiscard]] double down(double y) const;
  [[nodiscard]] bool holds(point p) const;

  std::string x_name_;
  std::string y_name_;
  double x_low_, x_high_, y_low_, y_high_;
  std::string inside_;
  bool x_scores_ = false;
};

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_PLOT_HPP
