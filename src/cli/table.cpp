#include "cli/table.hpp"

#include <algorithm>

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_gap = 2;
constexpr std::size_t k_least_flexible = 8;
constexpr std::size_t k_least_optional = 16;
constexpr std::size_t k_left_out = static_cast<std::size_t>(-1);

std::size_t total(const std::vector<std::size_t>& widths) {
  std::size_t sum = 0;
  for (const std::size_t w : widths) sum += w == k_left_out ? 0 : w + k_gap;
  return sum == 0 ? 0 : sum - k_gap;
}

}  // namespace

bool table::is_blank(std::size_t at) const {
  return std::all_of(rows_.begin(), rows_.end(),
                     [&](const auto& row) { return row[at].text.empty(); });
}

/// By column; k_left_out for those that are not shown.
std::vector<std::size_t> table::fitted(std::size_t width) const {
  std::vector<std::size_t> natural;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    std::size_t w = display_width(columns_[c].title);
    for (const auto& row : rows_) w = std::max(w, display_width(printable(row[c].text)));
    // A column that would only be blank takes room from the others.
    natural.push_back(may_go(c) && is_blank(c) ? k_left_out : w);
  }
  std::vector<std::size_t> widths = natural;
  // Takes from the widest column that may still give, one blank at a time.
  const auto shrink = [&](std::size_t least) {
    while (total(widths) > width) {
      std::size_t widest = widths.size();
      for (std::size_t c = 0; c < widths.size(); ++c) {
        const bool gives = columns_[c].kind == flexible || columns_[c].kind == optional;
        if (!gives || widths[c] == k_left_out || widths[c] <= least) continue;
        if (widest == widths.size() || widths[c] > widths[widest]) widest = c;
      }
      if (widest == widths.size()) return;
      --widths[widest];
    }
  };
  shrink(k_least_optional);
  for (std::size_t c = columns_.size(); c-- > 0 && total(widths) > width && may_go(c);) {
    natural[c] = k_left_out;
    widths = natural;
    shrink(k_least_optional);
  }
  shrink(k_least_flexible);
  return widths;
}

std::vector<std::string> table::lines(const terminal& out) const {
  const std::vector<std::size_t> widths = fitted(out.width);
  std::vector<std::string> result;
  const auto line_of = [&](const auto& text_of, const auto& colour_of) {
    std::string line;
    std::size_t blanks = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
      if (widths[c] == k_left_out) continue;
      const std::string text = clipped(text_of(c), widths[c]);
      const std::size_t fill = widths[c] - display_width(text);
      const bool to_right = columns_[c].kind == right;
      if (to_right) blanks += fill;
      if (!text.empty()) {
        line.append(blanks, ' ');
        blanks = 0;
        line += out.paint(colour_of(c), text);
      }
      blanks += (to_right ? 0 : fill) + k_gap;
    }
    result.push_back(std::move(line));
  };
  line_of([&](std::size_t c) { return columns_[c].title; }, [](std::size_t) { return ink::bold; });
  for (const auto& row : rows_) {
    line_of([&](std::size_t c) { return printable(row[c].text); },
            [&](std::size_t c) { return row[c].colour; });
  }
  std::string absent;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (widths[c] != k_left_out || is_blank(c)) continue;
    absent += (absent.empty() ? "" : ", ") + columns_[c].title;
  }
  if (!absent.empty()) {
    for (const std::string& line :
         wrapped("(no room for: " + absent + "; in a wider window, or --json)", out.width, 0)) {
      result.push_back(out.paint(ink::dim, line));
    }
  }
  return result;
}

}  // namespace tradewarden::cli
