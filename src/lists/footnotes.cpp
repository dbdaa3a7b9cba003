#include "lists/footnotes.hpp"

#include <algorithm>
#include <array>

#include "support/ascii.hpp"

namespace tradewarden::lists {
namespace {

/// ASCII only: superscripts as digits, section signs and every kind of blank as one blank,
/// other letters as '?'. Lower case.
std::string plain(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size();) {
    const std::string_view rest = s.substr(i);
    const auto c = static_cast<unsigned char>(s[i]);
    if (c < 0x80) {
      const char keep = ascii::is_space(s[i]) ? ' ' : ascii::lower(s[i]);
      if (keep != ' ' || !out.ends_with(' ')) out += keep;
      ++i;
      continue;
    }
    struct replacement {
      std::string_view from;
      char to;
    };
    static constexpr std::array<replacement, 7> k_known = {{{"\xC2\xB9", '1'},
                                                            {"\xC2\xB2", '2'},
                                                            {"\xC2\xB3", '3'},
                                                            {"\xE2\x81\xB4", '4'},
                                                            {"\xE2\x81\xB5", '5'},
                                                            {"\xC2\xA0", ' '},
                                                            {"\xC2\xA7", ' '}}};
    char to = '?';
    std::size_t length = 1;
    while (i + length < s.size() && (static_cast<unsigned char>(s[i + length]) & 0xC0) == 0x80) {
      ++length;
    }
    for (const replacement& known : k_known) {
      if (rest.starts_with(known.from)) to = known.to;
    }
    if (to == '?' && rest.starts_with("\xE2\x80")) to = ' ';  // Thin blanks, dashes, quotes.
    if (to != ' ' || !out.ends_with(' ')) out += to;
    i += length;
  }
  return out;
}

bool is_mark(std::string_view s, std::size_t i) {
  if (i >= s.size() || s[i] < '1' || s[i] > '5') return false;
  if (i + 1 == s.size()) return true;
  const char next = s[i + 1];
  if (ascii::is_digit(next) || ascii::is_alpha(next)) return false;
  // "4.11" is a section, "4." ends a sentence.
  return !(next == '.' && i + 2 < s.size() && ascii::is_digit(s[i + 2]));
}

struct found {
  std::array<bool, 6> mark{};
  bool unresolved_e = false;  ///< 734.9(e) without a paragraph and without a mark.
};

/// Behind "734.9": the paragraph letter, its number in brackets, and a mark behind them.
void read_paragraph(std::string_view s, std::size_t at, found& out) {
  const auto skip_blanks = [&] {
    while (at < s.size() && s[at] == ' ') ++at;
  };
  skip_blanks();
  if (at + 2 >= s.size() || s[at] != '(' || s[at + 2] != ')') return;
  const char letter = s[at + 1];
  if (letter != 'e' && letter != 'g') return;
  at += 3;
  bool resolved = false;
  skip_blanks();
  if (at + 2 < s.size() && s[at] == '(' && s[at + 2] == ')') {
    const char number = s[at + 1];
    if (letter == 'e' && number >= '1' && number <= '3') {
      // 15 CFR 734.9(e)(1) reaches footnote 1, (e)(2) footnote 4, (e)(3) footnote 5.
      static constexpr std::array<std::size_t, 3> k_of_paragraph = {1, 4, 5};
      out.mark[k_of_paragraph[static_cast<std::size_t>(number - '1')]] = true;
      resolved = true;
    }
    at += 3;
    skip_blanks();
  }
  // "(e)1", "(e) 1", "(g),3", "(g), 3".
  if (at < s.size() && s[at] == ',') {
    ++at;
    skip_blanks();
  }
  if (is_mark(s, at)) {
    out.mark[static_cast<std::size_t>(s[at] - '0')] = true;
    resolved = true;
  }
  if (letter == 'g') {
    out.mark[3] = true;
  } else if (!resolved) {
    out.unresolved_e = true;
  }
}

/// Behind "EAR": "EAR2", "EAR 2", "EAR)4", "EAR) 4", "EAR)4.", "EAR.)5". A mark that a blank
/// parts from it counts only at the end of the text or of a sentence.
void read_closing_mark(std::string_view s, std::size_t at, found& out) {
  while (at < s.size() && (s[at] == ')' || s[at] == '.')) ++at;
  const bool apart = at < s.size() && s[at] == ' ';
  if (apart) ++at;
  if (!is_mark(s, at)) return;
  if (apart && at + 1 < s.size() && s[at + 1] != '.' && s[at + 1] != ')') {
    for (std::size_t i = at + 1; i < s.size(); ++i) {
      if (s[i] != ' ') return;
    }
  }
  const auto mark = static_cast<std::size_t>(s[at] - '0');
  out.mark[mark] = true;
  // Footnote 2 (standards work) goes with footnote 1 and names no foreign-direct-product rule.
  if (mark != 2) out.unresolved_e = false;
}

/// "footnote 1", "footnotes 3 and 4", "fn. 5".
void read_words(std::string_view s, std::size_t at, found& out) {
  for (int limit = 0; limit < 8; ++limit) {
    while (at < s.size() && (s[at] == ' ' || s[at] == ',' || s[at] == '.' || s[at] == '#')) ++at;
    if (s.substr(std::min(at, s.size())).starts_with("and ")) {
      at += 4;
      continue;
    }
    if (!is_mark(s, at)) return;
    const auto mark = static_cast<std::size_t>(s[at] - '0');
    out.mark[mark] = true;
    if (mark != 2) out.unresolved_e = false;
    ++at;
  }
}

}  // namespace

std::vector<std::string> entity_list_footnotes(std::string_view requirement) {
  const std::string text = plain(requirement);
  const std::string_view s = text;
  found out;
  constexpr auto none = std::string_view::npos;
  for (std::size_t at = s.find("734.9"); at != none; at = s.find("734.9", at + 1)) {
    read_paragraph(s, at + 5, out);
  }
  // Where the rule of footnote 1 stood until 3 Feb 2022 (87 FR 6022); older entries still say so.
  if (s.find("736.2(b)(3)(vi)") != none) out.mark[1] = true;
  for (std::size_t at = s.find("ear"); at != none; at = s.find("ear", at + 1)) {
    if (at == 0 || !ascii::is_alpha(s[at - 1])) read_closing_mark(s, at + 3, out);
  }
  for (std::size_t at = s.find("footnote"); at != none; at = s.find("footnote", at + 1)) {
    const std::size_t end = at + 8;
    read_words(s, end < s.size() && s[end] == 's' ? end + 1 : end, out);
  }
  std::vector<std::string> marks;
  for (std::size_t i = 1; i <= 5; ++i) {
    if (out.mark[i]) marks.push_back(std::to_string(i));
  }
  if (out.unresolved_e) marks.emplace_back("unknown");
  return marks;
}

}  // namespace tradewarden::lists
