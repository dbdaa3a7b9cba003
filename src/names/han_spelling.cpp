// Names in ideographs and kana: words of organisations translated, the rest read in the languages
// that the ideographs may stand for.
#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"
#include "names/transcription_spelling.hpp"
#include "names/unicode.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden::names {
namespace {

struct code_point_pair {
  char32_t from;
  char32_t to;
};

#include "names/han_readings_gen.inc"
#include "names/han_words.inc"
#include "names/japanese_words.inc"

constexpr char32_t k_first_han = 0x4E00;
constexpr char32_t k_repeat = 0x3005;
constexpr char32_t k_long = 0x30FC;

bool is_kana(char32_t c) noexcept { return c >= 0x3041 && c <= 0x30FE && c != 0x30FB; }
bool is_table_han(char32_t c) noexcept {
  return c >= k_first_han && c < k_first_han + std::size(k_han_on);
}

char32_t simplified(char32_t c) {
  const auto* it = std::lower_bound(
      std::begin(k_simplified), std::end(k_simplified), c,
      [](const code_point_pair& p, char32_t value) { return p.from < value; });
  return it != std::end(k_simplified) && it->from == c ? it->to : c;
}

/// The simplified form, the repetition mark written out, half-width kana as full ones.
std::u32string normal_han(std::u32string_view text) {
  std::u32string out;
  // Half-width kana, U+FF66 to U+FF9D, as full ones; their voicing marks are characters apart.
  static constexpr std::u32string_view k_full =
      U"ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
  for (char32_t c : text) {
    if (c >= 0xFF66 && c <= 0xFF9D) c = k_full[c - 0xFF66];
    if ((c == 0xFF9E || c == 0x3099) && !out.empty() && is_kana(out.back())) {
      out.back() += out.back() == U'ウ' ? 78 : 1;  // voiced: the next code point; vu
      continue;
    }
    if ((c == 0xFF9F || c == 0x309A) && !out.empty() && is_kana(out.back())) {
      out.back() += 2;
      continue;
    }
    if (c == k_repeat && !out.empty()) c = out.back();
    c = simplified(c);
    out += c;
  }
  return out;
}

const script_words& chinese_words() {
  static const script_words k_table(k_chinese_words, &normal_han);
  return k_table;
}
const script_words& chinese_firms() {
  static const script_words k_table(k_chinese_firms, &normal_han);
  return k_table;
}
const script_words& cantonese_surnames() {
  static const script_words k_table(k_cantonese_surnames, &normal_han);
  return k_table;
}
const script_words& chinese_places() {
  static const script_words k_table(k_chinese_places, &normal_han);
  return k_table;
}
const script_words& chinese_surnames() {
  static const script_words k_table(k_chinese_surnames, &normal_han);
  return k_table;
}
const script_words& japanese_words() {
  static const script_words k_table(k_japanese_words, &normal_han);
  return k_table;
}
const script_words& japanese_surnames() {
  static const script_words k_table(k_japanese_surnames, &normal_han);
  return k_table;
}
const script_words& japanese_given() {
  static const script_words k_table(k_japanese_given_names, &normal_han);
  return k_table;
}
const script_words& japanese_surname_parts() {
  static const script_words k_table(k_japanese_surname_parts, &normal_han);
  return k_table;
}
const script_words& japanese_names() {
  static const script_words k_table(k_japanese_name_readings, &normal_han);
  return k_table;
}

/// Surnames that Koreans bear, in ideographs, and their Hangul.
char32_t korean_surname(char32_t c) {
  static constexpr std::u32string_view k_han = U"金李朴崔鄭郑姜趙赵尹張张林吳吴韓韩申徐權权黃黄安宋柳洪全高文孫孙裵裴白許许劉刘南沈盧卢河郭成車车朱禹具田閔闵陳陈羅罗池嚴严元千方康玄咸廉呂吕秋都石薛馬马吉魏表明奇潘王琴玉";
  static constexpr std::u32string_view k_hangul = U"김이박최정정강조조윤장장임오오한한신서권권황황안송유홍전고문손손배배백허허유유남심노노하곽성차차주우구전민민진진나나지엄엄원천방강현함염여여추도석설마마길위표명기반왕금옥";
  static_assert(k_han.size() == k_hangul.size());
  const std::size_t at = k_han.find(c);
  return at == std::u32string_view::npos ? U'\0' : k_hangul[at];
}

char32_t korean(char32_t c) { return is_table_han(c) ? k_han_korean[c - k_first_han] : U'\0'; }

std::string mandarin(char32_t c) {
  std::string out;
  append_folded(c, out);
  return out;
}
std::string cantonese(char32_t c) {
  if (!is_table_han(c)) return mandarin(c);
  return k_cantonese_syllables[k_han_cantonese[c - k_first_han]];
}

/// Wade and Giles without its marks, as names of Taiwan are written.
std::string taiwanese(char32_t c) {
  std::string s = mandarin(c);
  struct rule {
    std::string_view from;
    std::string_view to;
  };
  static constexpr rule k_whole[] = {
      {"zhi", "chih"}, {"chi", "chih"}, {"shi", "shih"}, {"ri", "jih"},  {"zi", "tzu"},  {"ci", "tzu"},
      {"si", "szu"},   {"you", "yu"},   {"yan", "yen"},  {"he", "ho"},   {"ke", "ko"},   {"ge", "ko"},
      {"e", "o"},      {"er", "erh"},     {"zhe", "che"},   {"jiong", "chiung"}, {"xiong", "hsiung"}, {"yi", "yi"}, {"ye", "yeh"},
      {"gui", "kuei"}, {"kui", "kuei"},
  };
  for (const rule& r : k_whole) {
    if (s == r.from) return std::string(r.to);
  }
  static constexpr rule k_initials[] = {
      {"zh", "ch"}, {"ch", "ch"}, {"sh", "sh"}, {"j", "ch"}, {"q", "ch"}, {"x", "hs"}, {"z", "ts"},
      {"c", "ts"},  {"b", "p"},   {"d", "t"},   {"g", "k"},  {"r", "j"},
  };
  std::string initial;
  std::string final = s;
  for (const rule& r : k_initials) {
    if (s.starts_with(r.from)) {
      initial = r.to;
      final = s.substr(r.from.size());
      break;
    }
  }
  const bool front = !s.empty() && (s[0] == 'j' || s[0] == 'q' || s[0] == 'x');
  if (final == "ian" || final.ends_with("ian")) final.replace(final.size() - 2, 2, "en");
  if (final.ends_with("ong")) final.replace(final.size() - 3, 3, "ung");
  if (final == "ie" || final == "ue" || (front && final == "ue")) final += "h";
  if (final == "uo" && initial != "k" && initial != "h" && !initial.starts_with("sh")) final = "o";
  if (!initial.empty() || !s.empty()) {
    if (final.size() >= 2 && final.starts_with("l") && final.ends_with("uo")) final = "lo";
  }
  return initial + final;
}

std::string on_reading(char32_t c) {
  if (!is_table_han(c)) return mandarin(c);
  const char* const s = k_on_syllables[k_han_on[c - k_first_han]];
  return s[0] != '\0' ? s : mandarin(c);
}

/// Hepburn, long vowels short. Digraphs: "kyo", "sha", "fa", "ti".
std::string kana_reading(std::u32string_view kana) {
  std::string out;
  bool doubled = false;
  for (std::size_t i = 0; i < kana.size(); ++i) {
    char32_t c = kana[i];
    if (c >= 0x3041 && c <= 0x3096) c += 0x60;  // one row of kana
    if (c == k_long || c == 0x30FD || c == 0x30FE) continue;
    if (c == 0x30C3) {  // small tsu
      doubled = true;
      continue;
    }
    std::string text;
    append_folded(c, text);
    const bool small_y = c == 0x30E3 || c == 0x30E5 || c == 0x30E7;
    const bool small_vowel = c == 0x30A1 || c == 0x30A3 || c == 0x30A5 || c == 0x30A7 || c == 0x30A9;
    if (small_y && out.ends_with('i')) {
      out.pop_back();
      const bool soft = out.ends_with("sh") || out.ends_with("ch") || out.ends_with('j');
      out += soft ? text.substr(1) : text;
    } else if (small_vowel && !out.empty()) {
      const bool after_u = i > 0 && (kana[i - 1] == 0x30A6 || kana[i - 1] == 0x3046);
      out.pop_back();  // fa, ti, she
      out += after_u ? "w" + text : text;
    } else {
      if (doubled && !text.empty()) out += text[0] == 'c' ? 't' : text[0];
      // Long vowels: ou, oo, uu.
      const bool lengthens = !out.empty() && ((text == "u" && (out.back() == 'o' || out.back() == 'u')) ||
                                              (text == "o" && out.back() == 'o'));
      if (!lengthens) out += text;
    }
    doubled = false;
  }
  return out;
}

void add(std::string& to, std::string_view word) {
  if (word.empty()) return;
  if (!to.empty()) to += ' ';
  to += word;
}

enum class tongue { mandarin, cantonese, japanese, korean };

/// Ideographs that no table knows: as words of two or three syllables.
std::string unknown_part(std::u32string_view part, tongue t) {
  std::string out;
  if (t == tongue::japanese) {
    for (std::size_t i = 0; i < part.size();) {
      if (is_kana(part[i])) {
        std::size_t end = i;
        while (end < part.size() && is_kana(part[end])) ++end;
        add(out, kana_reading(part.substr(i, end - i)));
        i = end;
        continue;
      }
      const script_word* found = nullptr;
      std::size_t taken = std::min<std::size_t>(3, part.size() - i);
      for (; taken >= 2; --taken) {
        found = japanese_surnames().find(part.substr(i, taken));
        if (found == nullptr) found = japanese_given().find(part.substr(i, taken));
        if (found != nullptr) break;
      }
      if (found != nullptr) {
        add(out, found->text);
        i += taken;
        continue;
      }
      std::string word;
      while (i < part.size() && !is_kana(part[i])) word += on_reading(part[i++]);
      add(out, word);
    }
    return out;
  }
  if (t == tongue::korean) {
    std::u32string hangul;
    for (const char32_t c : part) {
      if (const char32_t k = korean(c)) hangul += k;
    }
    return spell_hangul(std::span<const std::u32string>(&hangul, 1))[0];
  }
  for (std::size_t i = 0; i < part.size();) {
    const std::size_t left = part.size() - i;
    const std::size_t n = left == 3 ? 3 : std::min<std::size_t>(2, left);
    std::string word;
    for (std::size_t k = 0; k < n; ++k) {
      if (t == tongue::cantonese) {
        add(word, cantonese(part[i + k]));
      } else {
        word += mandarin(part[i + k]);
      }
    }
    add(out, word);
    i += n;
  }
  return out;
}

/// "第十" -> 10, written as digits.
std::size_t ordinal_at(std::u32string_view run, std::string& digits) {
  static constexpr std::u32string_view k_digits = U"〇一二三四五六七八九";
  if (run.empty() || run[0] != U'第') return 0;
  int value = 0;
  int current = 0;
  std::size_t i = 1;
  for (; i < run.size(); ++i) {
    const std::size_t d = k_digits.find(run[i]);
    if (d != std::u32string_view::npos) {
      current = current * 10 + static_cast<int>(d);
    } else if (run[i] == U'零') {
      current *= 10;
    } else if (run[i] == U'十') {
      value += (current == 0 ? 1 : current) * 10;
      current = 0;
    } else if (run[i] == U'百') {
      value += (current == 0 ? 1 : current) * 100;
      current = 0;
    } else {
      break;
    }
    if (i > 6) return 0;
  }
  if (i == 1) return 0;
  digits = std::to_string(value + current);
  return i;
}

struct segment {
  std::u32string_view unknown;  ///< What no table knows; otherwise the words.
  std::string text, other, third;
  bool place = false;
};

/// Most ideographs of a firm's name that may as well be ordinary words.
constexpr std::size_t k_most_plain = 5;

/// Longest match over the words of organisations.
std::vector<segment> segments_of(std::u32string_view run, bool japanese) {
  std::vector<segment> out;
  std::size_t unknown_from = 0;
  const auto flush = [&](std::size_t to) {
    if (to > unknown_from) out.push_back({run.substr(unknown_from, to - unknown_from), {}, {}, {}, false});
  };
  for (std::size_t i = 0; i < run.size();) {
    std::string digits;
    if (const std::size_t n = ordinal_at(run.substr(i), digits); n > 0) {
      flush(i);
      out.push_back({{}, digits, digits, {}, false});
      i += n;
      unknown_from = i;
      continue;
    }
    const script_word* found = nullptr;
    bool place = false;
    bool firm = false;
    std::size_t taken = std::min<std::size_t>(16, run.size() - i);
    for (; taken >= 1; --taken) {
      // A word of one ideograph only where the name ends, or between words.
      if (taken == 1 && i == 0) continue;
      if (taken == 1 && i + 1 != run.size() &&
          (unknown_from != i || std::u32string_view(U"及与和").find(run[i]) == std::u32string_view::npos)) {
        continue;
      }
      const std::u32string_view key = run.substr(i, taken);
      if (japanese) found = japanese_words().find(key);
      if (found == nullptr) found = chinese_words().find(key);
      if (found == nullptr && (found = chinese_firms().find(key)) != nullptr) firm = true;
      if (found == nullptr && (found = chinese_places().find(key)) != nullptr) place = true;
      if (found != nullptr) break;
    }
    if (found == nullptr) {
      ++i;
      continue;
    }
    flush(i);
    out.push_back({{}, std::string(found->text), std::string(found->other), std::string(found->third), place});
    if (firm && found->other.empty() && taken <= k_most_plain) {
      out.back().other = unknown_part(run.substr(i, taken), tongue::mandarin);
    }
    i += taken;
    // "Province", "city" behind a place are left out, as lists do.
    if (place && i < run.size() && std::u32string_view(U"省市县").find(run[i]) != std::u32string_view::npos) ++i;
    unknown_from = i;
  }
  flush(run.size());
  return out;
}

/// Which of its readings each word gives; the first where it has no such one.
enum class choice { first, other, third };

std::string organisation(const std::vector<segment>& parts, tongue t, choice by) {
  std::string out;
  for (const segment& s : parts) {
    if (!s.unknown.empty()) {
      add(out, unknown_part(s.unknown, t));
    } else if (by == choice::third && !s.third.empty()) {
      add(out, s.third);
    } else {
      add(out, by == choice::other && !s.other.empty() ? s.other : s.text);
    }
  }
  return out;
}

struct person_parts {
  std::u32string surname, given;
};

/// Where the surname ends: before a blank, or by the tables.
person_parts cut_person(script_run words, std::u32string_view all, const script_words& long_surnames,
                        bool japanese) {
  if (words.size() == 2) return {normal_han(words[0]), normal_han(words[1])};
  std::size_t cut = 1;
  for (std::size_t n = std::min<std::size_t>(3, all.size() - 1); n >= 2; --n) {
    if (long_surnames.find(all.substr(0, n)) != nullptr) {
      cut = n;
      break;
    }
  }
  if (cut == 1 && japanese && all.size() >= 3 && long_surnames.find(all.substr(0, 1)) == nullptr) cut = 2;
  if (cut == 1 && !japanese && all.size() >= 4) cut = 2;
  return {std::u32string(all.substr(0, cut)), std::u32string(all.substr(cut))};
}

std::string chinese_surname(std::u32string_view s) {
  if (const script_word* w = chinese_surnames().find(s)) return std::string(w->text);
  std::string out;
  for (const char32_t c : s) out += mandarin(c);
  return out;
}

/// A surname of two or three ideographs by what each is read in surnames: "uchi" and "hori". Empty if one
/// of them is not known for that.
std::string composed_surname(std::u32string_view s) {
  std::string out;
  if (s.size() < 2 || s.size() > 3) return out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const script_word* part = japanese_surname_parts().find(s.substr(i, 1));
    if (part == nullptr || (i > 0 && part->other.empty())) return {};
    out += i == 0 ? part->text : part->other;
  }
  return out;
}

/// A name that no Chinese bears: two ideographs of a surname and two more, or one that ends as given
/// names of Japan do.
bool may_be_japanese(std::u32string_view run) {
  if (run.size() < 3 || run.size() > 5 || composed_surname(run.substr(0, 2)).empty()) return false;
  if (run.size() >= 4) return true;
  return japanese_given().find(run.substr(2)) != nullptr;
}

/// By the first reading of each ideograph, or by the other.
std::string japanese_person(const person_parts& p, bool other_readings) {
  std::string out;
  if (const script_word* w = japanese_surnames().find(p.surname)) {
    out = w->text;
  } else if (const std::string composed = composed_surname(p.surname); !composed.empty()) {
    out = composed;
  } else {
    std::string s;
    for (std::size_t i = 0; i < p.surname.size();) {
      if (is_kana(p.surname[i])) {
        std::size_t end = i;
        while (end < p.surname.size() && is_kana(p.surname[end])) ++end;
        s += kana_reading(std::u32string_view(p.surname).substr(i, end - i));
        i = end;
      } else {
        s += on_reading(p.surname[i++]);
      }
    }
    out = s;
  }
  std::string given;
  if (const script_word* w = japanese_given().find(p.given)) {
    given = w->text;
  } else {
    for (std::size_t i = 0; i < p.given.size();) {
      if (is_kana(p.given[i])) {
        std::size_t end = i;
        while (end < p.given.size() && is_kana(p.given[end])) ++end;
        given += kana_reading(std::u32string_view(p.given).substr(i, end - i));
        i = end;
        continue;
      }
      const std::u32string_view rest = std::u32string_view(p.given).substr(i);
      const script_word* known = rest.size() >= 2 ? japanese_given().find(rest.substr(0, 2)) : nullptr;
      std::size_t taken = 2;
      if (known == nullptr) {
        known = japanese_names().find(rest.substr(0, 1));
        taken = 1;
      }
      const bool other = other_readings && known != nullptr && !known->other.empty();
      given += known == nullptr ? on_reading(rest[0]) : std::string(other ? known->other : known->text);
      i += taken;
    }
  }
  add(out, given);
  return out;
}

}  // namespace

std::vector<std::string> spell_han(script_run words, const script_hints& hints) {
  std::u32string all;
  for (const std::u32string& w : words) all += normal_han(w);
  const bool kana_only = std::all_of(all.begin(), all.end(), is_kana);
  // Kana alone: syllables, or words that came from English.
  if (kana_only) {
    std::array<std::string, 4> by_reading;
    for (const std::u32string& w : words) {
      const std::u32string normal = normal_han(w);
      const std::string romaji = kana_reading(normal);
      const script_word* name = foreign_name(normal, &normal_han);
      add(by_reading[0], name != nullptr ? std::string(name->text)
                                         : organisation(segments_of(normal, true), tongue::japanese, choice::first));
      add(by_reading[1], romaji);
      add(by_reading[2], name != nullptr ? std::string(name->text) : transcribed_kana(romaji, false));
      add(by_reading[3], name != nullptr ? std::string(name->text) : transcribed_kana(romaji, true));
    }
    return {by_reading.begin(), by_reading.end()};
  }
  if (hints.foreign && !hints.kana) {
    std::string transcribed;
    std::string read;
    for (const std::u32string& w : words) {
      const std::u32string normal = normal_han(w);
      std::string word = transcribed_ideographs(normal, &normal_han);
      if (const script_word* name = foreign_name(normal, &normal_han)) word = name->text;
      std::string pinyin;
      for (const char32_t c : normal) pinyin += mandarin(c);
      add(transcribed, word.empty() ? pinyin : word);
      add(read, pinyin);
    }
    return {std::move(transcribed), std::move(read)};
  }
  const auto contains = [&](std::u32string_view text) { return all.find(text) != std::u32string::npos; };
  const bool japanese_form = contains(normal_han(U"株式会社")) || contains(normal_han(U"有限会社")) ||
                             contains(normal_han(U"製作所")) || hints.kana;
  const std::u32string& run = all;
  const std::vector<segment> parts = segments_of(run, japanese_form);
  const bool any_word = std::any_of(parts.begin(), parts.end(), [](const segment& s) {
    return s.unknown.empty() && !s.place;
  });
  const bool short_name = run.size() >= 2 && run.size() <= 5 && words.size() <= 2;
  const bool whole_known = parts.size() == 1 && parts[0].unknown.empty();
  bool long_surname = false;
  const bool japanese_surname = [&] {
    for (std::size_t n = std::min<std::size_t>(3, run.size()); n >= 2; --n) {
      long_surname = long_surname || japanese_surnames().find(std::u32string_view(run).substr(0, n)) != nullptr;
    }
    for (std::size_t n = 1; n <= std::min<std::size_t>(3, run.size()); ++n) {
      if (japanese_surnames().find(std::u32string_view(run).substr(0, n)) != nullptr && n + 1 <= run.size()) return true;
    }
    return may_be_japanese(run);
  }();
  const bool person = short_name && !whole_known &&
                      (!any_word || run.size() <= 3 || (long_surname && run.size() <= 4)) && parts.size() <= 3;
  std::vector<std::string> out;
  if (const script_word* name = foreign_name(run, &normal_han)) out.emplace_back(name->text);
  if (person) {
    const person_parts chinese = cut_person(words, run, chinese_surnames(), false);
    const person_parts japanese = cut_person(words, run, japanese_surnames(), true);
    std::string given;
    for (const char32_t c : chinese.given) given += mandarin(c);
    std::string m = chinese_surname(chinese.surname);
    add(m, given);
    if (hints.kana) {
      out.push_back(japanese_person(japanese, false));
      out.push_back(japanese_person(japanese, true));
    } else {
      out.push_back(std::move(m));
      const bool may_be = japanese_surname || contains(U"郎") || contains(U"子");
      if (may_be) out.push_back(japanese_person(japanese, false));
      if (chinese.surname.size() == 1 && run.size() <= 3 && korean_surname(chinese.surname[0]) != U'\0') {
        std::u32string hangul(1, korean_surname(chinese.surname[0]));
        for (const char32_t c : chinese.given) hangul += korean(c);
        if (hangul.find(U'\0') == std::u32string::npos) {
          const std::vector<std::string> k = spell_hangul(std::span<const std::u32string>(&hangul, 1));
          out.push_back(k[0]);
          out.push_back(k[2]);
        }
      }
      std::string c, t;
      if (const script_word* known = cantonese_surnames().find(chinese.surname)) {
        c = known->text;
      } else {
        for (const char32_t s : chinese.surname) c += cantonese(s);
      }
      for (const char32_t s : chinese.given) add(c, cantonese(s));
      for (const char32_t s : chinese.surname) t += taiwanese(s);
      for (const char32_t s : chinese.given) add(t, taiwanese(s));
      // Of four ideographs hardly any name is Chinese.
      if (may_be && run.size() >= 4) out.push_back(japanese_person(japanese, true));
      out.push_back(std::move(c));
      out.push_back(std::move(t));
      if (may_be && run.size() < 4) out.push_back(japanese_person(japanese, true));
    }
    if (any_word) out.push_back(organisation(parts, tongue::mandarin, choice::first));
  } else if (japanese_form) {
    out.push_back(organisation(parts, tongue::japanese, choice::first));
    out.push_back(organisation(parts, tongue::japanese, choice::other));
  } else {
    out.push_back(organisation(parts, tongue::mandarin, choice::first));
    // A country alone is not looked for by what its ideographs sound like.
    if (whole_known && parts[0].place) return out;
    out.push_back(organisation(parts, tongue::mandarin, choice::other));
    if (std::any_of(parts.begin(), parts.end(), [](const segment& p) { return !p.third.empty(); })) {
      out.push_back(organisation(parts, tongue::mandarin, choice::third));
    }
    const std::vector<segment> japanese = segments_of(run, true);
    const bool chinese_form = contains(U"公司") || contains(U"集团") || contains(U"科技");
    if (!chinese_form) {
      out.push_back(organisation(japanese, tongue::japanese, choice::first));
      out.push_back(organisation(japanese, tongue::japanese, choice::other));
    }
    if (contains(normal_han(U"朝鮮")) || contains(normal_han(U"高麗")) || contains(normal_han(U"韓國"))) {
      out.push_back(organisation(parts, tongue::korean, choice::first));
    } else if (chinese_form) {
      out.push_back(organisation(parts, tongue::cantonese, choice::first));
    }
  }
  out.resize(std::min(out.size(), k_max_readings));
  return out;
}

std::string han_tables_text() {
  std::string out;
  for (const std::string_view table :
       {k_chinese_words, k_chinese_firms, k_chinese_places, k_chinese_surnames, k_cantonese_surnames, k_japanese_words, k_japanese_surnames,
        k_japanese_given_names, k_japanese_name_readings, k_japanese_surname_parts}) {
    out += table;
  }
  out += transcription_tables_text();
  for (std::size_t i = 0; i < std::size(k_han_on); ++i) {
    out.append(k_cantonese_syllables[k_han_cantonese[i]]).append(" ");
    out.append(k_on_syllables[k_han_on[i]]).append(" ");
    out.append(std::to_string(k_han_korean[i])) += '\n';
  }
  for (const code_point_pair& p : k_simplified) {
    out.append(std::to_string(p.from)).append(" ").append(std::to_string(p.to)) += '\n';
  }
  return out;
}

}  // namespace tradewarden::names
