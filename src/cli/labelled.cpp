#include "cli/labelled.hpp"

#include <algorithm>

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_label = 12;

}  // namespace

void append(text_lines& to, const text_lines& more) {
  to.insert(to.end(), more.begin(), more.end());
}

void labelled(text_lines& to, const terminal& out, std::string_view label, std::string_view text,
              ink colour) {
  if (text.empty()) return;
  const text_lines body = wrapped(printable(text), out.width > 30 ? out.width - k_label - 2 : 30, 0);
  for (std::size_t i = 0; i < body.size(); ++i) {
    to.push_back("  " + out.paint(ink::cyan, padded(i == 0 ? label : std::string_view(), k_label)) +
                 out.paint(colour, body[i]));
    if (i > 0) to.back() = "  " + std::string(k_label, ' ') + out.paint(colour, body[i]);
  }
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (std::string_view s : sentences) {
    while (s.ends_with('.')) s.remove_suffix(1);
    if (s.empty()) continue;
    if (!out.empty()) out += "; ";
    out += s;
  }
  return out;
}

std::string spaced(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

}  // namespace tradewarden::cli
