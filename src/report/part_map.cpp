#include "report/part_map.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include "report/html_text.hpp"
#include "report/treemap.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden::report {
namespace {

constexpr double k_width = 960;
constexpr double k_height = 420;
constexpr double k_title = 15;  // height of an assembly's title
constexpr std::size_t k_most_parts = 600;

/// An assembly, or a part, which has no children.
struct node {
  std::string_view id;
  const counted_part* part = nullptr;
  std::string_view kind;  // CSS class of a part
  double worth = 0;
  std::vector<node> children;
};

void add(node& top, const counted_part& p, std::string_view kind) {
  const double worth = nearest(p.worth.low);
  if (worth <= 0) return;
  node* at = &top;
  at->worth += worth;
  // The path runs from the product to the part; both ends are known already.
  for (std::size_t i = 1; i + 1 < p.path.size(); ++i) {
    const auto child = std::find_if(at->children.begin(), at->children.end(), [&](const node& n) {
      return n.part == nullptr && n.id == p.path[i];
    });
    if (child == at->children.end()) {
      at->children.push_back({p.path[i], nullptr, {}, 0, {}});
      at = &at->children.back();
    } else {
      at = &*child;
    }
    at->worth += worth;
  }
  at->children.push_back({p.part, &p, kind, worth, {}});
}

/// As much of the text as has room, in letters of about 6 units.
std::string fitting(std::string_view text, double width) {
  std::string out;
  double left = width - 6;
  while (!text.empty() && left >= 6.2) {
    const utf8::decoded d = utf8::decode_front(text);
    out.append(text.substr(0, d.bytes));
    text.remove_prefix(d.bytes);
    left -= 6.2;
  }
  return text.empty() || out.size() > 2 ? out : std::string();
}

std::string rect(const box& b, std::string_view kind) {
  return "<rect class=\"" + std::string(kind) + "\" x=\"" + one_place(b.x) + "\" y=\"" +
         one_place(b.y) + "\" width=\"" + one_place(std::max(0.0, b.width)) + "\" height=\"" +
         one_place(std::max(0.0, b.height)) + "\"/>";
}

std::string label(const box& b, std::string_view text, double from_top) {
  if (b.height < from_top + 3) return {};
  const std::string shown = fitting(text, b.width);
  if (shown.empty()) return {};
  return "<text x=\"" + one_place(b.x + 3) + "\" y=\"" + one_place(b.y + from_top) + "\">" +
         html(shown) + "</text>";
}

void draw(node& n, box b, std::string& out) {
  if (n.part != nullptr) {
    const counted_part& p = *n.part;
    out += "<g><title>" + html(p.part + (p.name.empty() ? "" : " - " + p.name) + "\nworth " +
                               p.worth.to_string() + ", counts " + p.value.to_string() + "\n" +
                               p.eccn + ": " + p.why) +
           "</title>" + rect(b, n.kind) + label(b, p.part, 12) + label(b, p.worth.to_string(), 24) +
           "</g>\n";
    return;
  }
  std::stable_sort(n.children.begin(), n.children.end(),
                   [](const node& l, const node& r) { return l.worth > r.worth; });
  box inside = b;
  const bool titled = !n.id.empty() && b.height > 2 * k_title && b.width > 30;
  if (titled) {
    out += "<g><title>" + html(n.id) + "</title>" + rect({b.x, b.y, b.width, b.height}, "assembly") +
           label(b, n.id, 11) + "</g>\n";
    inside = {b.x + 2, b.y + k_title, b.width - 4, b.height - k_title - 2};
  }
  std::vector<double> worth;
  for (const node& c : n.children) worth.push_back(c.worth);
  const std::vector<box> boxes = treemap(worth, inside);
  for (std::size_t i = 0; i < boxes.size(); ++i) draw(n.children[i], boxes[i], out);
}

}  // namespace

double nearest(const exact_fraction& f) {
  const std::string text = f.to_decimal(6);
  double out = 0;
  const auto [end, e] = std::from_chars(text.data(), text.data() + text.size(), out);
  return e == std::errc() && end == text.data() + text.size() ? out : 0;
}

std::string one_place(double value) {
  std::array<char, 64> text;
  const auto [end, e] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
  return e == std::errc() ? std::string(text.data(), end) : std::string("0");
}

std::string part_map_svg(const origin_result& r) {
  node top;
  std::size_t parts = 0;
  const auto add_all = [&](const std::vector<counted_part>& all, bool counted) {
    for (const counted_part& p : all) {
      if (++parts > k_most_parts) return;
      const bool zero = std::any_of(
          r.zero_percent_content.begin(), r.zero_percent_content.end(),
          [&](const counted_part& z) { return z.part == p.part; });
      add(top, p,
          zero                          ? "zero"
          : !counted                    ? "out"
          : p.counts == truth::unknown ? "perhaps"
                                        : "in");
    }
  };
  add_all(r.counted, true);
  add_all(r.not_counted, false);
  if (top.worth <= 0) return {};
  std::string out = "<svg class=\"map\" viewBox=\"0 0 " + one_place(k_width) + " " +
                    one_place(k_height) + "\" role=\"img\" aria-label=\"" +
                    html("Parts of " + r.product + " by worth") + "\">\n";
  draw(top, {0, 0, k_width, k_height}, out);
  return out + "</svg>\n";
}

}  // namespace tradewarden::report
