#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "support/ascii.hpp"
#include "support/utf8_text.hpp"
#include "support/visible_text.hpp"

namespace tradewarden::cli {
namespace {

struct span_of_codes {
  char32_t first;
  char32_t last;
};

// East Asian wide and full-width blocks (Unicode Standard Annex 11), by block: enough to align.
constexpr span_of_codes k_wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD},
};
// Marks that sit on the letter before them.
constexpr span_of_codes k_zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05C7}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

template <std::size_t N>
bool among(const span_of_codes (&table)[N], char32_t code) noexcept {
  return std::any_of(std::begin(table), std::end(table),
                     [&](const span_of_codes& s) { return code >= s.first && code <= s.last; });
}

std::size_t columns_of(char32_t code) noexcept {
  if (code < 0x300) return 1;
  if (among(k_zero_width, code)) return 0;
  return among(k_wide, code) ? 2 : 1;
}

}  // namespace

terminal terminal::detect(int fd, colour_mode mode) {
  terminal out;
  out.interactive = isatty(fd) == 1;
  winsize size{};
  if (out.interactive && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    out.width = size.ws_col;
    if (size.ws_row > 0) out.height = size.ws_row;
  } else if (const char* columns = std::getenv("COLUMNS"); columns != nullptr) {
    const long n = std::strtol(columns, nullptr, 10);
    if (n > 0) out.width = static_cast<std::size_t>(n);
  }
  out.width = std::clamp<std::size_t>(out.width, 40, 250);
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool unwanted = (no_color != nullptr && *no_color != '\0') ||
                        (term != nullptr && std::string_view(term) == "dumb");
  out.colour = mode == colour_mode::always ||
               (mode == colour_mode::automatic && out.interactive && !unwanted);
  return out;
}

std::string terminal::paint(ink colour_of, std::string_view text) const {
  if (!colour || colour_of == ink::none || text.empty()) return std::string(text);
  const char* code = "0";
  switch (colour_of) {
  case ink::none: break;
  case ink::bold: code = "1"; break;
  case ink::dim: code = "2"; break;
  case ink::red: code = "1;31"; break;
  case ink::yellow: code = "33"; break;
  case ink::green: code = "32"; break;
  case ink::cyan: code = "36"; break;
  }
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::size_t display_width(std::string_view utf8) noexcept {
  std::size_t out = 0;
  while (!utf8.empty()) {
    const auto d = utf8::decode_front(utf8);
    out += columns_of(d.code);
    utf8.remove_prefix(d.bytes);
  }
  return out;
}

std::string clipped(std::string_view utf8, std::size_t width) {
  if (display_width(utf8) <= width) return std::string(utf8);
  if (width == 0) return {};
  std::string_view rest = utf8;
  std::size_t used = 0;
  while (!rest.empty()) {
    const auto d = utf8::decode_front(rest);
    const std::size_t columns = columns_of(d.code);
    if (used + columns > width - 1) break;
    used += columns;
    rest.remove_prefix(d.bytes);
  }
  return std::string(utf8.substr(0, utf8.size() - rest.size())) + "~";
}

std::string padded(std::string_view utf8, std::size_t width) {
  std::string out(utf8);
  const std::size_t used = display_width(utf8);
  if (used < width) out.append(width - used, ' ');
  return out;
}

std::string printable(std::string_view text) {
  std::string out = support::visible(text);
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  const std::size_t room = std::max(width, indent + 8);
  std::vector<std::string> out;
  std::string line;
  std::size_t used = 0;
  bool fresh = true;  // nothing but the indent stands on the line
  const auto flush = [&] {
    out.push_back(std::move(line));
    line.assign(indent, ' ');
    used = indent;
    fresh = true;
  };
  for (const std::string_view whole : ascii::split(text, " ")) {
    if (!fresh && used + 1 + display_width(whole) > room) flush();
    if (!fresh) {
      line += ' ';
      ++used;
    }
    // Letter by letter, because a word wider than a line is cut.
    for (std::string_view word = whole; !word.empty();) {
      const auto d = utf8::decode_front(word);
      if (used + columns_of(d.code) > room) flush();
      line.append(word.substr(0, d.bytes));
      used += columns_of(d.code);
      fresh = false;
      word.remove_prefix(d.bytes);
    }
  }
  if (!fresh || out.empty()) out.push_back(std::move(line));
  return out;
}

std::string counted(std::uint64_t n, const char* one, const char* many) {
  return grouped(n) + " " + (n == 1 ? one : many);
}

std::string grouped(std::uint64_t n) {
  std::string out = std::to_string(n);
  for (std::size_t at = out.size(); at > 3;) {
    at -= 3;
    out.insert(at, 1, ',');
  }
  return out;
}

}  // namespace tradewarden::cli
