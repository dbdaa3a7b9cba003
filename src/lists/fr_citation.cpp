#include "lists/fr_citation.hpp"

#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

void skip_blanks(std::string_view s, std::size_t& i) {
  while (i < s.size() && ascii::is_space(s[i])) ++i;
}

/// Up to seven digits; a comma may stand before a group of three.
std::uint32_t read_number(std::string_view s, std::size_t& i) {
  std::uint32_t v = 0;
  for (int digits = 0; i < s.size() && digits < 7; ++i) {
    if (ascii::is_digit(s[i])) {
      v = v * 10 + static_cast<std::uint32_t>(s[i] - '0');
      ++digits;
      continue;
    }
    const bool group = s[i] == ',' && digits > 0 && digits < 4 && i + 3 < s.size() &&
                       ascii::is_digit(s[i + 1]) && ascii::is_digit(s[i + 2]) &&
                       ascii::is_digit(s[i + 3]) &&
                       (i + 4 == s.size() || !ascii::is_digit(s[i + 4]));
    if (!group) break;
  }
  return v;
}

/// "FR", "F.R.", "Fed. Reg." at i; moves behind it.
bool read_register(std::string_view s, std::size_t& i) {
  for (const std::string_view word : {"fed. reg.", "fed.reg.", "fed reg", "f. r.", "f.r.", "f.r",
                                      "fr"}) {
    if (!ascii::starts_with_ignoring_case(s.substr(i), word)) continue;
    i += word.size();
    return true;
  }
  return false;
}

}  // namespace

std::vector<fr_citation> federal_register_citations(std::string_view text) {
  std::vector<fr_citation> out;
  std::size_t i = 0;
  while (i < text.size()) {
    if (!ascii::is_digit(text[i])) {
      ++i;
      continue;
    }
    fr_citation c;
    std::size_t at = i;
    while (at < text.size() && ascii::is_digit(text[at])) {
      if (at - i < 4) c.volume = c.volume * 10 + static_cast<std::uint32_t>(text[at] - '0');
      ++at;
    }
    const bool plausible = at - i <= 4;
    i = at;
    skip_blanks(text, at);
    if (!plausible || !read_register(text, at)) continue;
    skip_blanks(text, at);
    if (at == text.size() || !ascii::is_digit(text[at])) continue;
    c.page = read_number(text, at);
    i = at;
    out.push_back(c);
  }
  return out;
}

}  // namespace tradewarden::lists
