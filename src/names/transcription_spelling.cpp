// Foreign names that were transcribed into kana or ideographs, written back as they may have been.
#include "names/transcription_spelling.hpp"

#include "names/script_words.hpp"

namespace tradewarden::names {
namespace {

#include "names/transcription_words.inc"

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

const script_word* foreign_name(std::u32string_view word, std::u32string (*normal)(std::u32string_view)) {
  static const script_words k_table(k_foreign_names, normal);
  return k_table.find(word);
}

std::string transcribed_ideographs(std::u32string_view word,
                                   std::u32string (*normal)(std::u32string_view)) {
  static const script_words k_table(k_transcription_sounds, normal);
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const script_word* sound = k_table.find(word.substr(i, 1));
    if (sound == nullptr) return {};
    out += sound->text;
  }
  return out;
}

std::string transcribed_kana(std::string_view romaji, bool with_l) {
  std::string out;
  for (std::size_t i = 0; i < romaji.size(); ++i) {
    const char c = romaji[i];
    const char next = i + 1 < romaji.size() ? romaji[i + 1] : '\0';
    const char before = out.empty() ? '\0' : out.back();
    const bool closes = next == '\0' || !is_vowel(next);
    // A vowel that only carries its consonant: u, and o behind t and d.
    if (c == 'u' && closes && !out.empty() && !is_vowel(before) && i > 1) continue;
    if (c == 'o' && closes && (before == 't' || before == 'd') && i > 1) continue;
    if (c == next && !is_vowel(c) && c != 'n' && c != 's') continue;  // a doubled consonant
    out += c == 'r' && with_l ? 'l' : c;
  }
  return out;
}

std::string transcription_tables_text() {
  return std::string(k_foreign_names).append(k_transcription_sounds);
}

}  // namespace tradewarden::names
