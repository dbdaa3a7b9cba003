#include "names/latin_spelling.hpp"

#include <algorithm>
#include <cstdint>

#include "names/script_words.hpp"
#include "names/slavic_latin.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden::names {
namespace {

enum class spelled_script : std::uint8_t { none, cyrillic, greek, arabic, hebrew, han, hangul, devanagari, thai };

spelled_script script_at(char32_t c) noexcept {
  struct block {
    char32_t first;
    char32_t last;
    spelled_script value;
  };
  static constexpr block k_blocks[] = {
      {0x370, 0x3FF, spelled_script::greek},    {0x400, 0x52F, spelled_script::cyrillic},
      {0x5D0, 0x5EA, spelled_script::hebrew},   {0x620, 0x64A, spelled_script::arabic},
      {0x66E, 0x6D3, spelled_script::arabic},   {0x6D5, 0x6D5, spelled_script::arabic},
      {0x6FA, 0x6FC, spelled_script::arabic},   {0x750, 0x77F, spelled_script::arabic},
      {0x900, 0x963, spelled_script::devanagari}, {0xE01, 0xE4E, spelled_script::thai}, {0x1F00, 0x1FFF, spelled_script::greek},
      {0x3005, 0x3007, spelled_script::han},    {0x3041, 0x3096, spelled_script::han},
      {0x30A1, 0x30FA, spelled_script::han},    {0x30FC, 0x30FE, spelled_script::han},
      {0x3400, 0x9FFF, spelled_script::han},    {0xAC00, 0xD7A3, spelled_script::hangul},
      {0xF900, 0xFAFF, spelled_script::han},    {0xFB50, 0xFBFF, spelled_script::arabic},
      {0xFE70, 0xFEFC, spelled_script::arabic}, {0xFF66, 0xFF9F, spelled_script::han},
      {0x20000, 0x31FFF, spelled_script::han},
  };
  // Ohm and angstrom aside, letterlike Greek: the sign of the micro is often typed for mu.
  if (c == 0xB5 || c == 0x2206 || c == 0x2126) return spelled_script::greek;
  for (const block& b : k_blocks) {
    if (c <= b.last) return c >= b.first ? b.value : spelled_script::none;
  }
  return spelled_script::none;
}

/// Marks that belong to the letter before: accents, vowel signs, joiners, the Arabic stretch.
bool is_mark(char32_t c) noexcept {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || c == 0x640 ||
         (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x610 && c <= 0x61A) ||
         (c >= 0x6D6 && c <= 0x6ED) || c == 0x3099 || c == 0x309A || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xAD;
}

bool is_apostrophe(char32_t c) noexcept {
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2018 || c == '`' || c == 0xB4;
}

bool is_gap(char32_t c) noexcept {
  return c == ' ' || c == 0xA0 || c == '\t' || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) ||
         c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2D || c == 0x5BE;
}

bool is_latin_or_digit(char32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c >= 0xC0 && c < 0x250);
}

script_hints hints_of(std::u32string_view name) {
  script_hints out;
  const auto has = [&](std::u32string_view any) {
    return name.find_first_of(any) != std::u32string_view::npos;
  };
  out.belarusian = has(U"\u040E\u045E") ||
                   (has(U"\u0406\u0456") && has(U"\u042B\u044B\u042D\u044D"));
  out.ukrainian = !out.belarusian && has(U"\u0404\u0454\u0407\u0457\u0490\u0491\u0406\u0456");
  out.macedonian = has(U"\u0403\u0453\u040C\u045C\u0405\u0455");
  out.serbian = out.macedonian || has(U"\u0408\u0458\u0409\u0459\u040A\u045A\u040B\u045B\u0402\u0452\u040F\u045F");
  out.persian = has(U"\u067E\u0686\u0698\u06AF\u06A9\u06CC\u06BE\u06BA\u0679\u0688\u0691\u06C1\u06D2");
  out.foreign = has(U"\u00B7\u30FB\u2022\u2027\uFF65\u2219");
  out.kana = std::any_of(name.begin(), name.end(), [](char32_t c) {
    return (c >= 0x3041 && c <= 0x30FA) || (c >= 0xFF66 && c <= 0xFF9F);
  });
  return out;
}

std::vector<std::string> spell_run(spelled_script script, script_run words,
                                   const script_hints& hints) {
  switch (script) {
    case spelled_script::cyrillic: return spell_cyrillic(words, hints);
    case spelled_script::greek: return spell_greek(words);
    case spelled_script::arabic: return spell_arabic(words, hints);
    case spelled_script::hebrew: return spell_hebrew(words);
    case spelled_script::han: return spell_han(words, hints);
    case spelled_script::hangul: return spell_hangul(words);
    case spelled_script::devanagari: return spell_devanagari(words);
    case spelled_script::thai: return spell_thai(words);
    case spelled_script::none: break;
  }
  return {};
}

}  // namespace

bool needs_spelling(std::string_view name) noexcept {
  // Lead bytes of U+0340 and above; those of U+2000 to U+2FFF are punctuation.
  // Without a way out of the loop it is done sixteen bytes at a time.
  bool any = false;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    any |= byte >= 0xCD && byte != 0xE2;
  }
  return any;
}

namespace {

/// A joiner that Persian writes within a word: some write the parts together, some apart.
bool is_open_joiner(char32_t c) noexcept { return c == 0x200B || c == 0x200C; }

/// The text with a blank for each joiner between Arabic letters; empty if there is none.
std::u32string joiners_opened(std::u32string_view text) {
  std::u32string out;
  bool any = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool opens = is_open_joiner(text[i]) && i > 0 && i + 1 < text.size() &&
                       script_at(text[i - 1]) == spelled_script::arabic &&
                       script_at(text[i + 1]) == spelled_script::arabic;
    any = any || opens;
    out += opens ? U' ' : text[i];
  }
  return any ? out : std::u32string();
}

std::vector<std::string> spellings_of(std::u32string_view text, const script_hints& hints);

}  // namespace

std::vector<std::string> latin_spellings(std::string_view name) {
  if (!needs_spelling(name)) return {std::string(name)};
  const std::u32string text = decode_text(name);
  const script_hints hints = hints_of(text);
  const std::vector<std::string> together = spellings_of(text, hints);
  const std::u32string opened = joiners_opened(text);
  if (opened.empty()) return together;
  // In turns, that the likeliest of both are among those that are kept.
  const std::vector<std::string> apart = spellings_of(opened, hints);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::max(together.size(), apart.size()); ++i) {
    for (const std::vector<std::string>* from : {&apart, &together}) {
      if (i >= from->size() || out.size() == k_max_readings) continue;
      if (std::find(out.begin(), out.end(), (*from)[i]) == out.end()) out.push_back((*from)[i]);
    }
  }
  return out;
}

namespace {

std::vector<std::string> spellings_of(std::u32string_view text, const script_hints& hints) {
  std::vector<std::string> out(1);
  const auto append_all = [&](const std::vector<std::string>& by_reading) {
    while (out.size() < std::min(by_reading.size(), k_max_readings)) out.push_back(out.front());
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] += by_reading[i < by_reading.size() ? i : 0];
    }
  };
  const auto append_char = [&](char32_t c) {
    for (std::string& s : out) utf8::append(s, c);
  };
  std::vector<std::u32string> words;
  for (std::size_t at = 0; at < text.size();) {
    const spelled_script script = script_at(text[at]);
    if (script == spelled_script::none) {
      append_char(text[at++]);
      continue;
    }
    // "35-i zavod": the ending of an ordinal says nothing that the number does not.
    if (script == spelled_script::cyrillic && at >= 2 && text[at - 1] == '-' && text[at - 2] >= '0' &&
        text[at - 2] <= '9') {
      std::size_t past = at;
      while (past < text.size() && script_at(text[past]) == script) ++past;
      constexpr std::size_t k_most_ordinal_ending = 3;
      if (past - at <= k_most_ordinal_ending) {
        at = past;
        continue;
      }
    }
    const bool close = script == spelled_script::han || script == spelled_script::hangul;
    if (close && at > 0 && is_latin_or_digit(text[at - 1])) append_char(' ');
    words.assign(1, {});
    // Arabic legal forms are written with stops: they stand for blanks.
    const auto parts_words = [&](char32_t c) { return is_gap(c) || (c == '.' && script == spelled_script::arabic); };
    std::size_t end = at;  // behind the last letter
    for (std::size_t i = at; i < text.size(); ++i) {
      const char32_t c = text[i];
      if (script_at(c) == script || is_mark(c)) {
        if (end < i && parts_words(text[i - 1])) words.emplace_back();
        words.back() += c;
        end = i + 1;
      } else if (is_apostrophe(c) && i + 1 < text.size() && script_at(text[i + 1]) == script &&
                 end == i) {
        end = i + 1;
      } else if (!parts_words(c)) {
        break;
      }
    }
    append_all(spell_run(script, words, hints));
    at = end;
    if (close && at < text.size() && is_latin_or_digit(text[at])) append_char(' ');
  }
  // Distinct ones, in order.
  std::vector<std::string> distinct;
  for (std::string& s : out) {
    if (std::find(distinct.begin(), distinct.end(), s) == distinct.end()) distinct.push_back(std::move(s));
  }
  return distinct;
}

}  // namespace

std::string spelling_tables_text() {
  return cyrillic_tables_text() + greek_tables_text() + arabic_tables_text() + hebrew_tables_text() +
         han_tables_text() + hangul_tables_text() + thai_tables_text() + slavic_latin_tables_text();
}

}  // namespace tradewarden::names
