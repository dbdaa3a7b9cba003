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

/// A final of at most four letters as one number.
constexpr std::uint32_t packed(std::string_view t) {
  std::uint32_t out = 0;
  for (const char c : t) out = out << 8U | static_cast<unsigned char>(c);
  return out;
}

constexpr auto k_packed_finals = [] {
  std::array<std::uint32_t, k_finals.size()> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = packed(k_finals[i]);
  return out;
}();

bool is_syllable(std::string_view t) {
  if (t.size() < 2 || k_initials.find(t[0]) == std::string_view::npos) return false;
  const bool two = (t[0] == 'z' || t[0] == 'c' || t[0] == 's') && t[1] == 'h';
  t.remove_prefix(two ? 2 : 1);
  if (t.empty() || t.size() > 4) return false;
  const std::uint32_t final = packed(t);
  bool found = false;
  for (const std::uint32_t f : k_packed_finals) found |= f == final;
  return found;
}

}  // namespace

bool is_two_chinese_syllables(std::string_view token) noexcept {
  if (token.size() < 4 || token.size() > 2 * k_longest_syllable) return false;
  constexpr std::string_view k_last_letters = "ainouegrv";  // that a final ends in
  if (k_last_letters.find(token.back()) == std::string_view::npos) return false;
  for (std::size_t cut = 2; cut + 2 <= token.size() && cut <= k_longest_syllable; ++cut) {
    if (is_syllable(token.substr(0, cut)) && is_syllable(token.substr(cut))) return true;
  }
  return false;
}

}  // namespace tradewarden::names
