// Names in Arabic letters: words of organisations translated, known names as they are usually
// written, and vowels put where most words have them: the letters alone do not tell.
#include <algorithm>
#include <string>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"
#include "names/unicode.hpp"

namespace tradewarden::names {
namespace {

#include "names/arabic_names.inc"
#include "names/arabic_words.inc"

constexpr std::size_t k_most_words = 5;

/// One form for the letters that people write for each other; marks dropped.
std::u32string normal_arabic(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) {
    switch (c) {
      case 0x622: case 0x623: case 0x625: case 0x671: out += char32_t{0x627}; break;  // alef
      case 0x624: out += char32_t{0x648}; break;                                      // waw
      case 0x626: case 0x649: case 0x6CC: case 0x6D2: case 0x6D0: out += char32_t{0x64A}; break;  // yeh
      case 0x629: case 0x6C0: case 0x6C1: case 0x6C2: case 0x6C3: case 0x6BE: case 0x6D5:
        out += char32_t{0x647}; break;  // heh
      case 0x6A9: case 0x6AA: out += char32_t{0x643}; break;  // kaf
      case 0x621: break;                                      // a hamza alone
      case ' ': out += c; break;
      default:
        if (c >= 0x620 && c <= 0x6FC && !(c >= 0x64B && c <= 0x65F) && c != 0x640 && c != 0x670 &&
            !(c >= 0x6D6 && c <= 0x6ED)) {
          out += c;
        } else if (c >= 0xFB50) {
          out += c;
        }
    }
  }
  return out;
}

const script_words& translations() {
  static const script_words k_table(k_arabic_words, &normal_arabic);
  return k_table;
}
const script_words& spellings() {
  static const script_words k_table(k_arabic_names, &normal_arabic);
  return k_table;
}

constexpr char32_t k_alef = 0x627, k_waw = 0x648, k_yeh = 0x64A, k_heh = 0x647, k_ain = 0x639,
                   k_lam = 0x644, k_meem = 0x645;

/// A consonant, or a vowel that was written.
struct sound {
  std::string text;
  bool vowel = false;
};

std::vector<sound> sounds_of(std::u32string_view w, bool persian) {
  std::vector<sound> out;
  const auto weak = [&](std::size_t i) {
    return i < w.size() && (w[i] == k_alef || w[i] == k_waw || w[i] == k_yeh);
  };
  for (std::size_t i = 0; i < w.size(); ++i) {
    const char32_t c = w[i];
    const bool first = i == 0;
    const bool last = i + 1 == w.size();
    const bool after_vowel = !out.empty() && out.back().vowel;
    const auto vowel = [&](const char* text) {
      out.push_back({text, true});
    };
    const auto consonant = [&](const char* text) { out.push_back({text, false}); };
    if (c == k_alef) {
      if (first && i + 1 < w.size() && w[1] == k_yeh && w.size() > 2) {  // "Iyad", "Iran"
        vowel("i");
        ++i;
        if (weak(2)) consonant("y");
      } else if (first && i + 1 < w.size() && w[1] == k_waw && w.size() > 2 && !weak(2)) {
        vowel("u");
        ++i;
      } else {
        vowel("a");
      }
    } else if (c == k_waw) {
      if (first || (after_vowel && !last) || (weak(i + 1) && w[i + 1] != k_waw)) {
        consonant(persian ? "v" : "w");
      } else if (after_vowel) {
        consonant("w");
      } else {
        vowel("u");
      }
    } else if (c == k_yeh) {
      if (first || (after_vowel && !last && out.back().text != "i") || (weak(i + 1) && w[i + 1] == k_alef)) {
        consonant("y");
      } else {
        vowel(after_vowel && out.back().text == "i" ? "" : "i");
      }
    } else if (c == k_heh && last && !first && !after_vowel) {
      vowel(persian ? "eh" : "a");
    } else if (c == k_ain) {
      consonant("");
    } else {
      std::string text;
      append_folded(c, text);
      if (!text.empty()) out.push_back({std::move(text), false});
    }
  }
  return out;
}

/// Short vowels between the consonants: hasan, salam, salman, salih.
std::string with_vowels(std::u32string_view w, bool persian) {
  const std::vector<sound> sounds = sounds_of(w, persian);
  std::string out;
  for (std::size_t i = 0; i < sounds.size();) {
    if (sounds[i].vowel) {
      out += sounds[i++].text;
      continue;
    }
    std::size_t end = i;
    while (end < sounds.size() && !sounds[end].vowel) ++end;
    const std::size_t count = end - i;
    const bool starts = i == 0;
    const bool ends = end == sounds.size();
    const bool after_a = !starts && sounds[i - 1].text == "a" && i >= 2;
    const char* const short_i = persian ? "e" : "i";
    for (std::size_t k = 0; k < count; ++k) {
      out += sounds[i + k].text;
      if (k + 1 == count) break;
      bool gap = false;
      const char* vowel = "a";
      if (starts) {
        // C C V, C C C V, C C C end, C C C C end: a vowel behind the first; one before the last.
        gap = k == 0 || (ends && k + 2 == count);
        if (!ends && count >= 4) gap = k == 0 || k == 2;
        // A participle: mujahid, mumin; in a longer word mu- is the likelier beginning.
        if (k == 0 && w.front() == k_meem && !ends && end + 1 < sounds.size() && count == 2 &&
            sounds[end].text == "a") {
          vowel = persian ? "o" : "u";
        }
      } else if (ends) {
        gap = k + 2 == count;
        if (count == 2 && after_a) vowel = short_i;
      } else {
        gap = count >= 3 && k + 2 == count;
      }
      if (gap) out += vowel;
    }
    i = end;
  }
  return out;
}

/// What a table knows of a word, perhaps behind its article or "and".
struct known_word {
  std::string translated, spelled, persian;
};

bool look_up(std::u32string_view key, known_word& out) {
  if (const script_word* t = translations().find(key)) {
    out.translated = t->text;
    out.spelled = t->other;
    out.persian = t->other;
    return true;
  }
  if (const script_word* n = spellings().find(key)) {
    out.translated = n->text;
    out.spelled = n->text;
    out.persian = n->other.empty() ? n->text : n->other;
    return true;
  }
  return false;
}

std::string spell_word(std::u32string_view w, bool persian) {
  if (w.size() >= 4 && w[0] == k_alef && w[1] == k_lam) {
    const std::u32string_view rest = w.substr(2);
    const script_word* n = spellings().find(rest);
    return "al " + (n != nullptr ? std::string(n->text) : with_vowels(rest, persian));
  }
  return with_vowels(w, persian);
}

void add(std::string& to, std::string_view word) {
  if (word.empty()) return;
  if (!to.empty()) to += ' ';
  to += word;
}

struct arabic_readings {
  std::string translated, spelled, persian;

  void add_word(std::u32string_view w, bool persian_name) {
    known_word known;
    if (look_up(w, known)) return take(w, known);
    // "and", "for the", "the"
    if (w.size() >= 4 && w[0] == k_waw) {
      const std::u32string_view rest = w.substr(1);
      const bool article = rest[0] == k_alef && rest[1] == k_lam;
      if (look_up(rest, known) || article) {
        add(translated, "and");
        add(spelled, "wa");
        add(persian, "va");
        return add_word(rest, persian_name);
      }
    }
    if (w.size() >= 5 && w[0] == k_lam && w[1] == k_lam) {
      const std::u32string_view rest = w.substr(2);
      add(spelled, "lil");
      add(persian, "lil");
      add(translated, "for");
      return add_word(rest, persian_name);
    }
    if (w.size() >= 4 && w[0] == k_alef && w[1] == k_lam) {
      const std::u32string_view rest = w.substr(2);
      if (const script_word* t = translations().find(rest)) {
        add(translated, t->text);
        const std::string s = t->other.empty() ? with_vowels(rest, persian_name) : std::string(t->other);
        add(spelled, "al " + s);
        add(persian, "al " + s);
        return;
      }
    }
    add(translated, spell_word(w, persian_name));
    add(spelled, spell_word(w, persian_name));
    add(persian, spell_word(w, true));
  }

  void take(std::u32string_view w, const known_word& k) {
    add(translated, k.translated);
    add(spelled, k.spelled.empty() ? spell_phrase(w, false) : k.spelled);
    add(persian, k.persian.empty() ? spell_phrase(w, true) : k.persian);
  }

  static std::string spell_phrase(std::u32string_view phrase, bool persian) {
    std::string out;
    while (!phrase.empty()) {
      const std::size_t end = std::min(phrase.find(U' '), phrase.size());
      add(out, spell_word(phrase.substr(0, end), persian));
      phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return out;
  }
};

}  // namespace

std::vector<std::string> spell_arabic(script_run words, const script_hints& hints) {
  std::vector<std::u32string> normal;
  for (const std::u32string& w : words) {
    if (std::u32string n = normal_arabic(w); !n.empty()) normal.push_back(std::move(n));
  }
  arabic_readings out;
  for (std::size_t i = 0; i < normal.size();) {
    known_word known;
    std::size_t taken = 0;
    std::u32string phrase;
    for (std::size_t n = std::min(k_most_words, normal.size() - i); n > 1 && taken == 0; --n) {
      phrase = normal[i];
      for (std::size_t k = 1; k < n; ++k) (phrase += U' ') += normal[i + k];
      if (look_up(phrase, known)) taken = n;
    }
    if (taken > 0) {
      out.take(phrase, known);
      i += taken;
      continue;
    }
    out.add_word(normal[i], hints.persian);
    ++i;
  }
  return {std::move(out.translated), std::move(out.spelled), std::move(out.persian)};
}

std::string arabic_tables_text() {
  return std::string(k_arabic_words).append(k_arabic_names);
}

}  // namespace tradewarden::names
