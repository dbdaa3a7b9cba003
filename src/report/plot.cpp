#include "report/plot.hpp"

#include <utility>

#include "report/html_text.hpp"
#include "report/part_map.hpp"

namespace tradewarden::report {
namespace {

constexpr double k_left = 52;
constexpr double k_top = 22;
constexpr double k_width = 560;
constexpr double k_height = 300;
constexpr int k_ticks = 5;

std::string percent_label(double share) { return one_place(100 * share) + " %"; }

std::string score_label(double score) {
  const auto hundredths = static_cast<int>(100 * score + 0.5);
  const std::string rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (rest.size() == 1 ? ".0" : ".") + rest;
}

std::string text_at(double x, double y, const char* anchor, const std::string& words) {
  return "<text x=\"" + one_place(x) + "\" y=\"" + one_place(y) + "\" text-anchor=\"" + anchor +
         "\">" + html(words) + "</text>\n";
}

}  // namespace

plot::plot(std::string x_name, double x_low, double x_high, std::string y_name, double y_low,
           double y_high)
    : x_name_(std::move(x_name)), y_name_(std::move(y_name)), x_low_(x_low), x_high_(x_high),
      y_low_(y_low), y_high_(y_high) {}

double plot::across(double x) const { return k_left + k_width * (x - x_low_) / (x_high_ - x_low_); }
double plot::down(double y) const {
  return k_top + k_height * (1 - (y - y_low_) / (y_high_ - y_low_));
}
bool plot::holds(point p) const {
  return p.x >= x_low_ && p.x <= x_high_ && p.y >= y_low_ && p.y <= y_high_;
}

void plot::line(const std::string& style, const std::vector<point>& points) {
  std::string path;
  for (const point& p : points) {
    if (holds(p)) path += one_place(across(p.x)) + "," + one_place(down(p.y)) + " ";
  }
  if (path.empty()) return;
  inside_ += "<polyline class=\"" + html(style) + "\" points=\"" + path + "\"/>\n";
}

void plot::mark(const std::string& words, point at, bool above) {
  if (!holds(at)) return;
  const bool left_half = at.x < (x_low_ + x_high_) / 2;
  inside_ += "<circle r=\"4\" cx=\"" + one_place(across(at.x)) + "\" cy=\"" + one_place(down(at.y)) +
             "\"><title>" + html(words) + "</title></circle>\n" +
             text_at(across(at.x) + (left_half ? 7 : -7), down(at.y) + (above ? -7 : 14),
                     left_half ? "start" : "end", words);
}

std::string plot::svg() const {
  std::string out = "<svg class=\"plot\" viewBox=\"0 0 640 372\" role=\"img\">\n";
  for (int i = 0; i <= k_ticks; ++i) {
    const double x = x_low_ + (x_high_ - x_low_) * i / k_ticks;
    const double y = y_low_ + (y_high_ - y_low_) * i / k_ticks;
    out += "<line class=\"grid\" x1=\"" + one_place(k_left) + "\" x2=\"" +
           one_place(k_left + k_width) + "\" y1=\"" + one_place(down(y)) + "\" y2=\"" +
           one_place(down(y)) + "\"/>\n";
    out += text_at(k_left - 6, down(y) + 4, "end", percent_label(y));
    out += text_at(across(x), k_top + k_height + 16, "middle",
                   x_scores_ ? score_label(x) : percent_label(x));
  }
  out += inside_;
  out += text_at(k_left + k_width / 2, k_top + k_height + 38, "middle", x_name_);
  out += text_at(2, 12, "start", y_name_);
  return out + "</svg>\n";
}

}  // namespace tradewarden::report
