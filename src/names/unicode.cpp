#include "names/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "support/utf8_text.hpp"
#include "tradewarden/party_name.hpp"

namespace tradewarden::names {
namespace {

struct char_entry {
  char32_t code_point;
  const char* text;
};
struct code_point_range {
  char32_t first;
  char32_t last;
};
struct code_point_pair {
  char32_t from;
  char32_t to;
};

#include "names/char_table_gen.inc"
#include "names/han_table_gen.inc"

constexpr char32_t k_first_han = 0x4E00;
constexpr char32_t k_first_hangul = 0xAC00;
constexpr char32_t k_last_hangul = 0xD7A3;

// Revised Romanisation (2000) of the parts of a Hangul syllable, without liaison.
constexpr std::array<const char*, 19> k_hangul_initials = {
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"};
constexpr std::array<const char*, 21> k_hangul_vowels = {
    "a", "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
    "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"};
constexpr std::array<const char*, 28> k_hangul_finals = {
    "",  "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l",
    "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};

const char* find_text(char32_t c) {
  const auto* it = std::lower_bound(
      std::begin(k_char_entries), std::end(k_char_entries), c,
      [](const char_entry& e, char32_t value) { return e.code_point < value; });
  return it != std::end(k_char_entries) && it->code_point == c ? it->text : nullptr;
}

bool is_kept_letter(char32_t c) {
  const auto* it = std::upper_bound(
      std::begin(k_kept_letters), std::end(k_kept_letters), c,
      [](char32_t value, const code_point_range& r) { return value < r.first; });
  return it != std::begin(k_kept_letters) && c <= std::prev(it)->last;
}

char32_t resolve_compatibility(char32_t c) {
  const auto* it = std::lower_bound(
      std::begin(k_compatibility_ideographs), std::end(k_compatibility_ideographs), c,
      [](const code_point_pair& p, char32_t value) { return p.from < value; });
  return it != std::end(k_compatibility_ideographs) && it->from == c ? it->to : c;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const utf8::decoded d = utf8::decode_front(text.substr(at));
  at += d.valid ? d.bytes : 1;
  return d.code;
}

char_class append_folded(char32_t c, std::string& out) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += static_cast<char>(c);
      return char_class::text;
    }
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
      return char_class::text;
    }
    return c == '\'' || c == '`' ? char_class::text : char_class::separator;
  }
  c = resolve_compatibility(c);
  if (c >= k_first_han && c < k_first_han + std::size(k_han_syllable)) {
    const std::uint16_t syllable = k_han_syllable[c - k_first_han];
    if (syllable == 0) {
      utf8::append(out, c);
    } else {
      out += k_syllables[syllable];
    }
    return char_class::ideograph;
  }
  if (c >= k_first_hangul && c <= k_last_hangul) {
    const std::uint32_t s = c - k_first_hangul;
    out += k_hangul_initials[s / (21 * 28)];
    out += k_hangul_vowels[s / 28 % 21];
    out += k_hangul_finals[s % 28];
    return char_class::hangul;
  }
  if (const char* text = find_text(c)) {
    out += text;
    return char_class::text;
  }
  if (is_kept_letter(c) || (c >= 0x3400 && c < 0x4E00) || (c >= 0x20000 && c < 0x32000)) {
    utf8::append(out, c);
    return c >= 0x3400 && !is_kept_letter(c) ? char_class::ideograph : char_class::text;
  }
  return char_class::separator;
}

}  // namespace tradewarden::names

namespace tradewarden {

script script_of(std::string_view utf8) noexcept {
  struct block {
    char32_t first;
    char32_t last;
    script value;
  };
  static constexpr block k_blocks[] = {
      {0x41, 0x5A, script::latin},        {0x61, 0x7A, script::latin},
      {0xC0, 0x24F, script::latin},       {0x370, 0x3FF, script::greek},
      {0x400, 0x52F, script::cyrillic},   {0x530, 0x58F, script::armenian},
      {0x590, 0x5FF, script::hebrew},     {0x600, 0x6FF, script::arabic},
      {0x750, 0x77F, script::arabic},     {0x900, 0x97F, script::devanagari},
      {0xE00, 0xE7F, script::thai},       {0x10A0, 0x10FF, script::georgian},
      {0x1100, 0x11FF, script::hangul},   {0x1E00, 0x1EFF, script::latin},
      {0x1F00, 0x1FFF, script::greek},    {0x3040, 0x30FF, script::kana},
      {0x3400, 0x9FFF, script::han},      {0xAC00, 0xD7A3, script::hangul},
      {0xF900, 0xFAFF, script::han},      {0xFB1D, 0xFB4F, script::hebrew},
      {0xFB50, 0xFDFF, script::arabic},   {0xFE70, 0xFEFF, script::arabic},
      {0xFF21, 0xFF5A, script::latin},    {0xFF66, 0xFF9F, script::kana},
      {0x20000, 0x31FFF, script::han},
  };
  bool other = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = names::next_code_point(utf8, at);
    for (const block& b : k_blocks) {
      if (c >= b.first && c <= b.last) return b.value;
    }
    std::string folded;
    other = other || (c >= 0x80 && c != 0xFFFD &&
                      names::append_folded(c, folded) == names::char_class::text && !folded.empty());
  }
  return other ? script::other : script::unknown;
}

}  // namespace tradewarden
