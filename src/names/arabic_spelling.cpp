// Names in Arabic letters: words of organisations translated, known names as they are usually
// written, and vowels put where most words have them: the letters alone do not tell.
#include <algorithm>
#include <string>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"
#include "names/unicode.hpp"

namespace tradewarden::names {
namespace {

using std::string_view_literals::operator""sv;

#include "names/arabic_names.inc"
#include "names/arabic_words.inc"

constexpr std::size_t k_most_words = 5;

/// What the presentation forms U+FE70 to U+FEF4 stand for; 0: a vowel mark or nothing.
constexpr std::u32string_view k_presented =
    U"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    U"\u0621\u0622\u0622\u0623\u0623\u0624\u0624\u0625\u0625\u0626\u0626\u0626\u0626\u0627\u0627\u0628"
    U"\u0628\u0628\u0628\u0629\u0629\u062A\u062A\u062A\u062A\u062B\u062B\u062B\u062B\u062C\u062C\u062C"
    U"\u062C\u062D\u062D\u062D\u062D\u062E\u062E\u062E\u062E\u062F\u062F\u0630\u0630\u0631\u0631\u0632"
    U"\u0632\u0633\u0633\u0633\u0633\u0634\u0634\u0634\u0634\u0635\u0635\u0635\u0635\u0636\u0636\u0636"
    U"\u0636\u0637\u0637\u0637\u0637\u0638\u0638\u0638\u0638\u0639\u0639\u0639\u0639\u063A\u063A\u063A"
    U"\u063A\u0641\u0641\u0641\u0641\u0642\u0642\u0642\u0642\u0643\u0643\u0643\u0643\u0644\u0644\u0644"
    U"\u0644\u0645\u0645\u0645\u0645\u0646\u0646\u0646\u0646\u0647\u0647\u0647\u0647\u0648\u0648\u0649"
    U"\u0649\u064A\u064A\u064A\u064A"sv;
static_assert(k_presented.size() == 0xFEF4 - 0xFE70 + 1);

/// Presentation forms of the letters that Persian and Urdu add.
char32_t persian_letter(char32_t c) {
  struct forms {
    char32_t first, last, letter;
  };
  static constexpr forms k_forms[] = {
      {0xFB56, 0xFB59, 0x67E}, {0xFB66, 0xFB69, 0x679}, {0xFB7A, 0xFB7D, 0x686}, {0xFB88, 0xFB89, 0x688},
      {0xFB8A, 0xFB8B, 0x698}, {0xFB8C, 0xFB8D, 0x691}, {0xFB8E, 0xFB91, 0x6A9}, {0xFB92, 0xFB95, 0x6AF},
      {0xFB9E, 0xFB9F, 0x6BA}, {0xFBA4, 0xFBA5, 0x6C0}, {0xFBA6, 0xFBA9, 0x6C1}, {0xFBAA, 0xFBAD, 0x6BE},
      {0xFBAE, 0xFBAF, 0x6D2}, {0xFBE4, 0xFBE7, 0x6D0}, {0xFBFC, 0xFBFF, 0x6CC},
  };
  for (const forms& f : k_forms) {
    if (c >= f.first && c <= f.last) return f.letter;
  }
  return c;
}

/// One form for the letters that people write for each other; marks dropped.
std::u32string normal_arabic(std::u32string_view text) {
  std::u32string out;
  for (char32_t c : text) {
    // Presentation forms: a ligature of lam and alef is two letters.
    if (c >= 0xFEF5 && c <= 0xFEFC) {
      out += U"\u0644\u0627";
      continue;
    }
    if (c >= 0xFE70 && c <= 0xFEF4) c = k_presented[c - 0xFE70];
    if (c >= 0xFB50 && c <= 0xFBFF) c = persian_letter(c);
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

constexpr std::u32string_view k_god = U"\u0627\u0644\u0644\u0647";
constexpr std::u32string_view k_faith = U"\u0627\u0644\u062F\u064A\u0646";

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
    } else if (c == k_yeh && !first && !after_vowel && i + 2 == w.size() && w[i + 1] == k_yeh) {
      vowel("ei");  // a hamza on yeh before the last one: "Khamenei", "Qomei"
      ++i;
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

/// Endings of Persian surnames behind a name: Fazel-ian, Mohammad-nejad.
constexpr std::string_view k_persian_endings = R"(
یان=ian
زاده=zadeh
نژاد=nejad
پور=pour
فر=far
فرد=fard
وند=vand
نیا=nia
آبادی=abadi
آباد=abad
دوست=doust
خواه=khah
پرست=parast
تبار=tabar
مند=mand
منش=manesh
چی=chi
لو=lou
پناه=panah
راد=rad
مهر=mehr
ی=i
)";
const script_words& persian_endings() {
  static const script_words k_table(k_persian_endings, &normal_arabic);
  return k_table;
}

/// A word that no table knows, in two parts that one does: a name and an ending, or two names written
/// without a blank.
struct word_parts {
  std::string spelled, persian;  ///< Empty: it has no such parts.
};
word_parts parts_of(std::u32string_view w, bool persian_name) {
  constexpr std::size_t k_least_name = 3;
  constexpr std::size_t k_least_two_names = 6;
  word_parts out;
  for (std::size_t cut = w.size() - 1; w.size() > k_least_name && cut >= k_least_name; --cut) {
    const script_word* first = spellings().find(w.substr(0, cut));
    if (first == nullptr) continue;
    const std::string first_persian(first->other.empty() ? first->text : first->other);
    std::u32string_view rest = w.substr(cut);
    // "Servant of God": one name.
    if (rest == k_god) return {std::string(first->text) + "allah", first_persian + "ullah"};
    if (const script_word* e = persian_name ? persian_endings().find(rest) : nullptr) {
      return {first_persian + std::string(e->text), first_persian + std::string(e->text)};
    }
    if (w.size() < k_least_two_names) continue;
    const bool article = rest.size() >= k_least_name + 2 && rest[0] == k_alef && rest[1] == k_lam;
    if (article) rest.remove_prefix(2);
    const script_word* second = rest.size() >= k_least_name ? spellings().find(rest) : nullptr;
    if (second == nullptr) continue;
    const std::string gap = article ? " al " : " ";
    out.spelled = std::string(first->text) + gap + std::string(second->text);
    out.persian = first_persian + gap + std::string(second->other.empty() ? second->text : second->other);
    return out;
  }
  return out;
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
    if (const word_parts parts = parts_of(w, persian_name); !parts.spelled.empty()) {
      add(translated, parts.spelled);
      add(spelled, parts.spelled);
      add(persian, parts.persian);
      return;
    }
    add(translated, spell_word(w, persian_name));
    add(spelled, spell_word(w, persian_name));
    add(persian, spell_word(w, true));
  }

  void add_compound(std::u32string_view w, bool god) {
    const script_word* known = spellings().find(w);
    const std::string arabic(known->text);
    const std::string iran(known->other.empty() ? known->text : known->other);
    add(translated, arabic + (god ? " allah" : " al din"));
    add(spelled, arabic + (god ? "allah" : " al din"));
    add(persian, iran + (god ? "ullah" : "uddin"));
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

/// As the Maghreb and Lebanon write: ch, dj, ou.
std::string french_spelling(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char next = i + 1 < s.size() ? s[i + 1] : '\0';
    if (s[i] == 's' && next == 'h') {
      out += "ch";
      ++i;
    } else if (s[i] == 'j') {
      out += "dj";
    } else if (s[i] == 'u') {
      out += "ou";
    } else if (s[i] == 'w' && next != '\0') {
      out += "ou";
    } else {
      out += s[i];
    }
  }
  return out;
}

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
    // "Servant of God", "light of the faith": one name, written together in Iran and beyond.
    if (i + 1 < normal.size() && (normal[i + 1] == k_god || normal[i + 1] == k_faith) &&
        !look_up(normal[i] + U' ' + normal[i + 1], known) && spellings().find(normal[i]) != nullptr) {
      out.add_compound(normal[i], normal[i + 1] == k_god);
      i += 2;
      continue;
    }
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
  std::string french = french_spelling(out.spelled);
  return {std::move(out.translated), std::move(out.spelled), std::move(out.persian), std::move(french)};
}

std::string arabic_tables_text() {
  return std::string(k_arabic_words).append(k_arabic_names).append(k_persian_endings);
}

}  // namespace tradewarden::names
