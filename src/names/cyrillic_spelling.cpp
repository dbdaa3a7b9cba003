// Names in Cyrillic letters: words of organisations translated, the rest letter by letter, as the
// language of the name has it.
#include <string>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"
#include "names/unicode.hpp"

namespace tradewarden::names {
namespace {

#include "names/cyrillic_words.inc"

/// Most letters of an ending: the longest are those of adjectives ("ического", "остями").
constexpr std::size_t k_most_ending = 5;
constexpr std::size_t k_most_words = 4;

constexpr char32_t lower(char32_t c) {
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x460 && c <= 0x52F && c != 0x4C0 && !(c >= 0x4C1 && c <= 0x4CF)) return c | 1U;
  if (c >= 0x4C1 && c <= 0x4CE && (c & 1U) != 0) return c + 1;
  return c == 0x4C0 ? char32_t{0x4CF} : c;
}

/// Lower case, letters with their marks in one, other marks and apostrophes dropped.
std::u32string normal_cyrillic(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) {
    const bool breve = c == 0x306;
    const bool dots = c == 0x308;
    if (!out.empty() && breve && out.back() == U'и') {
      out.back() = U'й';
    } else if (!out.empty() && breve && out.back() == U'у') {
      out.back() = U'ў';
    } else if (!out.empty() && dots && out.back() == U'і') {
      out.back() = U'ї';
    } else if ((c >= 0x400 && c <= 0x52F) || c == ' ') {
      out += c == 0x401 || c == 0x451 ? U'е' : lower(c);
    }
  }
  return out;
}

const script_words& table() {
  static const script_words k_table(k_cyrillic_words, &normal_cyrillic);
  return k_table;
}

bool is_vowel(char32_t c) { return std::u32string_view(U"аеёиоуыэюяіїєўѐѝ").find(c) != std::u32string_view::npos; }

std::string letters(std::u32string_view w, const script_hints& hints) {
  std::string out;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const char32_t c = w[i];
    const char32_t before = i > 0 ? w[i - 1] : U'\0';
    const char* special = nullptr;
    if (hints.serbian) {
      switch (c) {
        case U'х': special = "h"; break;
        case U'ц': special = "c"; break;
        case U'ж': special = "z"; break;
        case U'ч': special = "c"; break;
        case U'ш': special = "s"; break;
        case U'ђ': special = "dj"; break;
        default: break;
      }
    } else if (hints.ukrainian || hints.belarusian) {
      switch (c) {
        case U'г': special = "h"; break;
        case U'и': special = hints.ukrainian ? "y" : nullptr; break;
        case U'й': special = i + 1 == w.size() && before == U'и' ? "" : nullptr; break;
        case U'є': special = i == 0 || is_vowel(before) ? "ye" : "ie"; break;
        case U'ю': special = i == 0 || is_vowel(before) ? "yu" : "iu"; break;
        case U'я': special = i == 0 || is_vowel(before) ? "ya" : "ia"; break;
        default: break;
      }
      if (hints.belarusian) special = c == U'г' ? "h" : nullptr;
    } else if (c == U'ъ' && i > 0 && i + 1 < w.size() && !is_vowel(w[i + 1])) {
      special = "a";  // Bulgarian; the Russian hard sign stands before a vowel
    }
    if (special != nullptr) {
      out += special;
    } else {
      append_folded(c, out);
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

std::vector<std::string> spell_cyrillic(script_run words, const script_hints& hints) {
  std::vector<std::u32string> normal;
  for (const std::u32string& w : words) normal.push_back(normal_cyrillic(w));
  std::string translated;
  std::string spelled;
  for (std::size_t i = 0; i < normal.size();) {
    const script_word* found = nullptr;
    std::size_t taken = 1;
    std::u32string phrase;
    for (std::size_t n = std::min(k_most_words, normal.size() - i); n > 0 && found == nullptr; --n) {
      phrase = normal[i];
      for (std::size_t k = 1; k < n; ++k) (phrase += U' ') += normal[i + k];
      found = table().find(phrase);
      taken = n;
    }
    // A word of one letter is an initial but between words.
    const bool inside = i > 0 && i + 1 < normal.size();
    if (found != nullptr && taken == 1 && normal[i].size() == 1 && !inside) found = nullptr;
    if (found == nullptr && normal[i].size() >= 4) found = table().find_stem(normal[i], k_most_ending);
    if (found == nullptr) taken = 1;
    for (std::size_t k = 0; k < taken; ++k) {
      const std::string spelling = letters(normal[i + k], hints);
      add(spelled, spelling);
      if (found == nullptr) add(translated, spelling);
    }
    if (found != nullptr) add(translated, found->text);
    i += taken;
  }
  return {std::move(translated), std::move(spelled)};
}

std::string cyrillic_tables_text() { return std::string(k_cyrillic_words); }

}  // namespace tradewarden::names
