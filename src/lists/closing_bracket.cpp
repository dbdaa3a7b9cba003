#include "lists/closing_bracket.hpp"

#include <algorithm>
#include <array>

#include "lists/list_text.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"

namespace tradewarden::lists {
namespace {

constexpr std::size_t k_least_letters = 4;

/// Places and words of a firm's form that lists put in brackets behind a name.
bool is_no_name(std::string_view s) {
  static constexpr std::array<std::string_view, 82> k_words = {
      "hk", "uk", "us", "usa", "uae", "prc", "roc", "dprk", "rok", "eu", "s", "m", "t", "beijing",
      "shanghai", "shenzhen", "guangzhou", "tianjin", "chongqing", "chengdu", "wuhan", "nanjing",
      "hangzhou", "suzhou", "xi'an", "xian", "dalian", "qingdao", "dongguan", "liyang", "wuxi",
      "ningbo", "xiamen", "zhuhai", "changsha", "harbin", "jinan", "hefei", "shenyang", "jiangsu",
      "zhejiang", "guangdong", "sichuan", "hainan", "kowloon", "taipei", "dubai", "sharjah",
      "ajman", "fujairah", "abu dhabi", "ras al khaimah", "jebel ali", "moscow", "st. petersburg",
      "saint petersburg", "istanbul", "ankara", "tehran", "karachi", "lahore", "islamabad",
      "mumbai", "new delhi", "london", "labuan", "europe", "asia", "africa", "asia pacific",
      "far east", "middle east", "north america", "international", "group", "holdings", "holding",
      "private", "public", "cjsc", "ojsc", "pjsc"};
  const std::string lower = ascii::lower(s);
  return std::find(k_words.begin(), k_words.end(), lower) != k_words.end() ||
         // Acronyms of three letters are often a country's code by chance ("ERI").
         (s.size() != 3 && !country_code(s).empty());
}

/// Without legal forms at the end: "Beijing Co., Ltd." is "Beijing"; empty for "Pvt. Ltd.".
std::string_view without_form(std::string_view s) {
  for (;;) {
    while (s.ends_with(' ') || s.ends_with(',')) s.remove_suffix(1);
    const std::size_t blank = s.find_last_of(" ,");
    const std::string_view last = blank == std::string_view::npos ? s : s.substr(blank + 1);
    if (s.empty() || !is_name_tail(last)) return s;
    s = s.substr(0, s.size() - last.size());
  }
}

/// Letters, of any script; a sequence of UTF-8 counts once.
std::size_t letters(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) {
    return ascii::is_alpha(c) || static_cast<unsigned char>(c) >= 0xC0;
  }));
}

/// The bracket that the last character closes; npos if they do not match.
std::size_t opening(std::string_view s) {
  int depth = 0;
  for (std::size_t i = s.size(); i-- > 0;) {
    if (s[i] == ')') ++depth;
    if (s[i] == '(' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

/// A remark begins in lower case ("a subsidiary of X") or names what it is ("Parent: X").
bool is_remark(std::string_view s) {
  const bool lower = ascii::is_alpha(s.front()) && ascii::lower(s.front()) == s.front();
  // "eXample" is a name all the same; a word of lower case alone is none.
  const std::string_view word = s.substr(0, s.find(' '));
  const bool all_lower = lower && ascii::lower(word) == word;
  return all_lower || s.find(':') != std::string_view::npos;
}

}  // namespace

std::optional<bracketed_name> closing_bracket(std::string_view name) {
  const std::string whole = collapse_blanks(name);
  std::string_view s = whole;
  while (s.ends_with('.') || s.ends_with(',') || s.ends_with(' ')) s.remove_suffix(1);
  if (!s.ends_with(')')) return {};
  const std::size_t open = opening(s);
  if (open == std::string_view::npos) return {};
  const std::string_view inner = ascii::trim(s.substr(open + 1, s.size() - open - 2));
  std::string_view outer = s.substr(0, open);
  while (outer.ends_with(' ') || outer.ends_with(',')) outer.remove_suffix(1);
  if (letters(outer) < 2 || letters(inner) < 2 || is_remark(inner)) return {};
  const std::string_view bare = without_form(inner);
  if (bare.empty() || is_no_name(bare)) return {};
  return bracketed_name{std::string(outer), std::string(inner), letters(inner) < k_least_letters};
}

std::optional<affiliated_name> affiliated_entity(std::string_view name) {
  constexpr std::string_view k_words = "Affiliated Entity:";
  const std::string whole = collapse_blanks(name);
  const std::string_view s = whole;
  for (std::size_t i = 1; i + k_words.size() < s.size(); ++i) {
    if (!ascii::starts_with_ignoring_case(s.substr(i), k_words)) continue;
    std::string_view parent = ascii::trim(s.substr(0, i));
    const std::string_view own = ascii::trim(s.substr(i + k_words.size()));
    if (parent.ends_with(").")) parent.remove_suffix(1);
    if (letters(parent) < 2 || letters(own) < 2) return {};
    const auto bracket = closing_bracket(parent);
    return affiliated_name{std::string(own), bracket ? bracket->outer : std::string(parent)};
  }
  return {};
}

}  // namespace tradewarden::lists
