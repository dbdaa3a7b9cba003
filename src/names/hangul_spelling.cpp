// Names in Hangul: words of organisations translated, the rest by the habits of the North (as its
// lists have it), by the Revised Romanisation, and by what people in the South write.
#include <algorithm>
#include <string>
#include <array>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"

namespace tradewarden::names {
namespace {

#include "names/hangul_words.inc"

constexpr char32_t k_first = 0xAC00;

// Of a name of the North: McCune-Reischauer without its marks, j for ch, no voicing.
constexpr std::array<const char*, 19> k_north_initials = {
    "k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"};
constexpr std::array<const char*, 21> k_north_vowels = {
    "a", "ae", "ya", "yae", "o",  "e",  "yo", "ye", "o",  "wa", "wae",
    "oe", "yo", "u",  "wo",  "we", "wi", "yu", "u", "ui", "i"};
// Revised Romanisation (2000).
constexpr std::array<const char*, 19> k_revised_initials = {
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"};
constexpr std::array<const char*, 21> k_revised_vowels = {
    "a", "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
    "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"};
// What people of the South write of themselves: Jung, Young, Eun, Woo.
constexpr std::array<const char*, 19> k_south_initials = {
    "k", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"};
constexpr std::array<const char*, 21> k_south_vowels = {
    "a", "ae", "ya", "yae", "u",  "e",  "you", "ye", "o",  "wa", "wae",
    "oe", "yo", "oo", "wo",  "we", "wi", "yu",  "eu", "ui", "i"};
constexpr std::array<const char*, 28> k_finals = {
    "",  "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l",
    "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};

enum class habit { north, revised, south };

std::string syllable(char32_t c, habit h) {
  const auto s = static_cast<std::size_t>(c - k_first);
  const std::size_t initial = s / (21 * 28);
  const std::size_t vowel = s / 28 % 21;
  const std::size_t final = s % 28;
  const auto& initials = h == habit::north ? k_north_initials
                         : h == habit::south ? k_south_initials : k_revised_initials;
  const auto& vowels = h == habit::north ? k_north_vowels
                       : h == habit::south ? k_south_vowels : k_revised_vowels;
  std::string out = std::string(initials[initial]) + vowels[vowel] + k_finals[final];
  // Jung, Hyun, Young: "oo" only where the syllable is open or ends in n.
  if (h == habit::south && vowel == 13 && final != 0 && final != 4) {
    out = std::string(initials[initial]) + "u" + k_finals[final];
  }
  if (h == habit::south && vowel == 13 && initials[initial][0] == '\0' && final == 0) return "woo";
  if (h == habit::south && vowel == 6) {  // Kyung, Hyun, but Young, Yeon
    const bool open = initials[initial][0] == '\0';
    out = std::string(initials[initial]) + (open && final == 21 ? "you" : "yu") + k_finals[final];
    if (open && final == 4) out = "yeon";
  }
  return out;
}

/// Surnames as they are nearly always written.
constexpr std::string_view k_surnames = R"(
김=kim
이=lee
리=ri
박=pak=park
최=choe=choi
정=jong=jung
강=kang
조=jo=cho
윤=yun=yoon
장=jang
임=im=lim
림=rim
오=o=oh
한=han
신=sin=shin
서=so=seo
권=kwon
황=hwang
안=an=ahn
송=song
류=ryu
유=yu=yoo
홍=hong
전=jon=jeon
고=ko
문=mun=moon
손=son
양=yang
량=ryang
배=pae=bae
백=paek=baek
허=ho=huh
남=nam
심=sim=shim
노=no=noh
로=ro
하=ha
곽=kwak
성=song=sung
차=cha
주=ju=joo
우=u=woo
구=ku=koo
민=min
진=jin
나=na
라=ra
지=ji
엄=om=um
변=pyon=byun
원=won
천=chon=chun
방=pang=bang
공=kong
현=hyon=hyun
함=ham
염=yom=yeom
렴=ryom
여=yo=yeo
려=ryo
추=chu=choo
도=to=do
석=sok=seok
선=son=sun
설=sol=seol
마=ma
길=kil=gil
위=wi
표=phyo=pyo
명=myong=myung
기=ki
반=pan=ban
왕=wang
금=kum=keum
옥=ok
육=yuk
인=in
맹=maeng
제=je
모=mo
탁=thak=tak
국=kuk=kook
어=o=eo
은=un=eun
편=phyon=pyun
용=yong
남궁=namgung
황보=hwangbo
제갈=jegal
사공=sagong
선우=sonu=sunwoo
독고=tokko=dokgo
)";

std::u32string as_is(std::u32string_view text) { return std::u32string(text); }

const script_words& table() {
  static const script_words k_table(k_hangul_words, &as_is);
  return k_table;
}
const script_words& surnames() {
  static const script_words k_table(k_surnames, &as_is);
  return k_table;
}

struct readings {
  std::string north, revised, south;
  void add(std::string_view n, std::string_view r, std::string_view s) {
    append(north, n);
    append(revised, r);
    append(south, s);
  }
  static void append(std::string& to, std::string_view word) {
    if (word.empty()) return;
    if (!to.empty()) to += ' ';
    to += word;
  }
};

/// Surname, and the syllables of the given name apart (North, South) or together (revised).
void add_person(std::u32string_view surname, std::u32string_view given, readings& out) {
  if (const script_word* s = surnames().find(surname)) {
    out.add(s->text, s->other.empty() ? s->text : s->other, s->other.empty() ? s->text : s->other);
  } else {
    std::string n, r;
    for (const char32_t c : surname) {
      n += syllable(c, habit::north);
      r += syllable(c, habit::revised);
    }
    out.add(n, r, r);
  }
  std::string joined;
  for (const char32_t c : given) {
    readings::append(out.north, syllable(c, habit::north));
    joined += syllable(c, habit::revised);
    readings::append(out.south, syllable(c, habit::south));
  }
  readings::append(out.revised, joined);
}

void add_words(std::u32string_view run, readings& out) {
  std::u32string unknown;
  const auto flush = [&] {
    std::string n, r, s;
    for (const char32_t c : unknown) {
      n += syllable(c, habit::north);
      r += syllable(c, habit::revised);
      s += syllable(c, habit::south);
    }
    out.add(n, r, s);
    unknown.clear();
  };
  for (std::size_t i = 0; i < run.size();) {
    const script_word* found = nullptr;
    std::size_t taken = std::min(table().longest(), run.size() - i);
    for (; taken >= 2; --taken) {
      found = table().find(run.substr(i, taken));
      if (found != nullptr) break;
    }
    if (found == nullptr) {
      unknown += run[i++];
      continue;
    }
    flush();
    out.add(found->text, found->other.empty() ? found->text : found->other, found->text);
    i += taken;
  }
  flush();
}

/// A foreign name as Korea transcribes it, written back: the vowel that only carries a consonant is left
/// out, and r, b and p may be l, v and f.
std::string transcribed(std::u32string_view word, bool other_letters) {
  static constexpr std::array<const char*, 19> k_initials = {
      "g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "j", "ch", "k", "t", "p", "h"};
  static constexpr std::array<const char*, 19> k_other_initials = {
      "g", "k", "n", "d", "t", "l", "m", "v", "p", "s", "s", "", "z", "j", "ch", "k", "t", "f", "h"};
  static constexpr std::array<const char*, 21> k_vowels = {"a",  "a", "ya", "ya", "e",  "e",  "yo",
                                                           "ye", "o", "wa", "we", "oe", "yo", "u",
                                                           "wo", "we", "wi", "yu", "",   "ui", "i"};
  constexpr std::size_t k_r = 5;
  constexpr std::size_t k_s = 9;
  constexpr std::size_t k_j = 12;
  constexpr std::size_t k_ch = 14;
  constexpr std::size_t k_final_l = 8;
  std::string out;
  // "Al" of Arabic names: al-Assad, al-Qaida.
  if (word.size() >= 3 && word[0] == U'\uC54C') {
    out = "al ";
    word.remove_prefix(1);
  }
  bool after_l = false;
  for (const char32_t c : word) {
    const auto s = static_cast<std::size_t>(c - k_first);
    const std::size_t initial = s / (21 * 28);
    const std::string_view vowel = k_vowels[s / 28 % 21];
    const std::size_t final = s % 28;
    if (!after_l || initial != k_r) {
      const bool soft = initial == k_s && vowel.size() == 2 && vowel[0] == 'y';
      out += soft ? "sh" : (other_letters ? k_other_initials : k_initials)[initial];
    }
    const bool glide = vowel.size() == 2 && vowel[0] == 'y' &&
                       (initial == k_s || initial == k_j || initial == k_ch);
    out += glide ? vowel.substr(1) : vowel;
    out += k_finals[final];
    after_l = final == k_final_l;
  }
  return out;
}

const script_words& foreign_names() {
  static const script_words k_table(k_hangul_foreign_names, &as_is);
  return k_table;
}

bool has_word(std::u32string_view run) {
  for (std::size_t i = 0; i < run.size(); ++i) {
    for (std::size_t n = 2; n <= run.size() - i; ++n) {
      if (table().find(run.substr(i, n)) != nullptr) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> spell_hangul(script_run words) {
  readings out;
  std::u32string all;
  std::vector<std::u32string> plain;
  for (const std::u32string& w : words) {
    std::u32string letters;
    for (const char32_t c : w) {
      if (c >= k_first && c <= 0xD7A3) letters += c;
    }
    all += letters;
    plain.push_back(std::move(letters));
  }
  const bool short_name = all.size() >= 2 && all.size() <= 4 && words.size() <= 4;
  const bool person = short_name && (plain[0].size() < all.size() ? plain[0].size() <= 2
                                                                  : !has_word(all) || all.size() == 3);
  if (person && (surnames().find(plain[0]) != nullptr || surnames().find(all.substr(0, 1)) != nullptr ||
                 surnames().find(all.substr(0, 2)) != nullptr) && !(has_word(all) && words.size() == 1)) {
    std::size_t cut = plain[0].size() < all.size() && plain[0].size() <= 2 ? plain[0].size() : 1;
    if (words.size() == 1 && all.size() == 4 && surnames().find(all.substr(0, 2)) != nullptr) cut = 2;
    add_person(std::u32string_view(all).substr(0, cut), std::u32string_view(all).substr(cut), out);
  } else {
    for (const std::u32string& w : plain) add_words(w, out);
    constexpr std::size_t k_least_foreign = 4;
    if (all.size() >= k_least_foreign && !has_word(all)) {
      std::string plain_letters, other_letters;
      for (const std::u32string& w : plain) {
        const script_word* known = foreign_names().find(w);
        readings::append(plain_letters, known != nullptr ? std::string(known->text) : transcribed(w, false));
        readings::append(other_letters, known != nullptr ? std::string(known->text) : transcribed(w, true));
      }
      return {std::move(out.north), std::move(out.revised), std::move(out.south),
              std::move(plain_letters), std::move(other_letters)};
    }
  }
  return {std::move(out.north), std::move(out.revised), std::move(out.south)};
}

std::string hangul_tables_text() {
  return std::string(k_hangul_words).append(k_surnames).append(k_hangul_foreign_names);
}

}  // namespace tradewarden::names
