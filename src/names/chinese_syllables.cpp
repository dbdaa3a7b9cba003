#include "names/chinese_syllables.hpp"

#include <algorithm>
#include <array>

namespace tradewarden::names {
namespace {

constexpr std::size_t k_longest_syllable = 6;  // zhuang

constexpr std::string_view k_initials = "bpmfdtnlgkhjqxrzcsyw";

constexpr std::array<std::string_view, 33> k_finals = {
    "a",  "ai",  "an",   "ang",  "ao", "e",   "ei",  "en",   "eng", "er", "i",
    "ia", "ian", "iang", "iao",  "ie", "in",  "ing", "iong", "iu",  "o",  "ong",
    "ou", "u",   "ua",   "uai",  "uan", "uang", "ue", "ui",  "un",  "uo", "v"};

bool is_syllable(std::string_view t) {
  if (t.empty() || k_initials.find(t[0]) == std::string_view::npos) return false;
  const bool two = (t[0] == 'z' || t[0] == 'c' || t[0] == 's') && t.size() > 1 && t[1] == 'h';
  return std::binary_search(k_finals.begin(), k_finals.end(), t.substr(two ? 2 : 1));
}

}  // namespace

bool is_two_chinese_syllables(std::string_view token) noexcept {
  if (token.size() < 4 || token.size() > 2 * k_longest_syllable) return false;
  for (std::size_t cut = 2; cut + 2 <= token.size() && cut <= k_longest_syllable; ++cut) {
    if (is_syllable(token.substr(0, cut)) && is_syllable(token.substr(cut))) return true;
  }
  return false;
}

}  // namespace tradewarden::names
