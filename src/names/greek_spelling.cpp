// Names in Greek letters: words of organisations translated, the rest as it sounds.
#include <algorithm>
#include <string>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"
#include "names/unicode.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden::names {
namespace {

#include "names/greek_words.inc"

constexpr std::size_t k_most_ending = 5;
constexpr std::size_t k_most_words = 6;

/// The letter without its accent, in lower case: what Unicode's table gives, back in Greek.
char32_t plain_letter(char32_t c) {
  static constexpr std::u32string_view k_from = U"άέήίόύώϊϋΐΰς";
  static constexpr std::u32string_view k_to = U"αεηιουωιυιυσ";
  if (c == 0xB5) return U'μ';
  if (c == 0x2206) return U'δ';
  if (c == 0x2126) return U'ω';
  if (c >= 0x391 && c <= 0x3A9) c += 0x20;
  switch (c) {
    case 0x386: return U'α';
    case 0x388: return U'ε';
    case 0x389: return U'η';
    case 0x38A: case 0x3AA: return U'ι';
    case 0x38C: return U'ο';
    case 0x38E: case 0x3AB: return U'υ';
    case 0x38F: return U'ω';
    default: break;
  }
  const std::size_t at = k_from.find(c);
  if (at != std::u32string_view::npos) return k_to[at];
  if (c < 0x1F00) return c;
  // Polytonic: by blocks of eight and sixteen.
  if (c <= 0x1F0F || c == 0x1F70 || c == 0x1F71 || (c >= 0x1F80 && c <= 0x1F8F) || (c >= 0x1FB0 && c <= 0x1FBC)) return U'α';
  if (c <= 0x1F1F || c == 0x1F72 || c == 0x1F73) return U'ε';
  if (c <= 0x1F2F || c == 0x1F74 || c == 0x1F75 || (c >= 0x1F90 && c <= 0x1F9F) || (c >= 0x1FC0 && c <= 0x1FCC)) return U'η';
  if (c <= 0x1F3F || c == 0x1F76 || c == 0x1F77 || (c >= 0x1FD0 && c <= 0x1FDF)) return U'ι';
  if (c <= 0x1F4F || c == 0x1F78 || c == 0x1F79) return U'ο';
  if (c <= 0x1F5F || c == 0x1F7A || c == 0x1F7B) return U'υ';
  if (c <= 0x1F6F || c == 0x1F7C || c == 0x1F7D || (c >= 0x1FA0 && c <= 0x1FAF) || c >= 0x1FF2) return U'ω';
  return c == 0x1FE4 || c == 0x1FE5 || c == 0x1FEC ? U'ρ' : U'υ';
}

std::u32string normal_greek(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (c >= 0x300 && c <= 0x36F) continue;
    out += c == ' ' ? c : plain_letter(c);
  }
  return out;
}

const script_words& table() {
  static const script_words k_table(k_greek_words, &normal_greek);
  return k_table;
}

std::string letters(std::u32string_view w) {
  struct sound {
    std::u32string_view from;
    const char* first;
    const char* inside;
  };
  static constexpr sound k_pairs[] = {
      {U"ου", "ou", "ou"}, {U"μπ", "b", "b"},   {U"ντ", "d", "nt"},  {U"γκ", "g", "g"},
      {U"γγ", "ng", "ng"}, {U"γξ", "nx", "nx"}, {U"γχ", "nch", "nch"}, {U"τσ", "ts", "ts"},
      {U"τζ", "j", "tz"},  {U"αυ", "av", "av"}, {U"ευ", "ev", "ev"}, {U"ηυ", "iv", "iv"},
  };
  std::string out;
  for (std::size_t i = 0; i < w.size();) {
    const sound* found = nullptr;
    for (const sound& s : k_pairs) {
      if (w.substr(i).starts_with(s.from)) found = &s;
    }
    if (found != nullptr) {
      out += i == 0 ? found->first : found->inside;
      i += found->from.size();
    } else {
      append_folded(w[i++], out);
    }
  }
  return out;
}

void add(std::string& to, std::string_view word) {
  if (word.empty()) return;
  if (!to.empty()) to += ' ';
  to += word;
}

}  // namespace

std::vector<std::string> spell_greek(script_run words) {
  std::vector<std::u32string> normal;
  for (const std::u32string& w : words) normal.push_back(normal_greek(w));
  std::string translated;
  std::string spelled;
  for (std::size_t i = 0; i < normal.size();) {
    const script_word* found = nullptr;
    std::size_t taken = 1;
    for (std::size_t n = std::min(k_most_words, normal.size() - i); n > 0 && found == nullptr; --n) {
      std::u32string phrase = normal[i];
      for (std::size_t k = 1; k < n; ++k) (phrase += U' ') += normal[i + k];
      found = table().find(phrase);
      taken = n;
    }
    if (found != nullptr && taken == 1 && normal[i].size() == 1 && normal.size() == 1) found = nullptr;
    if (found == nullptr) {
      taken = 1;
      found = table().find_stem(normal[i], k_most_ending);
    }
    for (std::size_t k = 0; k < taken; ++k) {
      const std::string spelling = letters(normal[i + k]);
      add(spelled, spelling);
      if (found == nullptr) add(translated, spelling);
    }
    if (found != nullptr) add(translated, found->text);
    i += taken;
  }
  return {std::move(translated), std::move(spelled)};
}

std::string greek_tables_text() { return std::string(k_greek_words); }

}  // namespace tradewarden::names
