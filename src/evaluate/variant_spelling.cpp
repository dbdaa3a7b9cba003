#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "evaluate/letters.hpp"
#include "evaluate/variant_makers.hpp"

namespace tradewarden::evaluating {
namespace {

using word_list = std::vector<std::string>;

/// A habit of writing a sound: any of `ways` may stand for each of the first `replaced` of them.
struct habit {
  std::vector<std::string_view> ways;  // "^" in front: at the beginning; "$" behind: at the end
  std::size_t replaced = k_all;
  static constexpr std::size_t k_all = 100;
};

// Russian, Ukrainian and Belarusian names as passports and newspapers write them: BGN/PCGN, ISO 9,
// passports of before and after 2010, French and German habits.
const std::vector<habit>& russian_habits() {
  static const std::vector<habit> k = {
      {{"ya$", "ia$", "ja$"}},
      {{"yu", "iu", "ju"}},
      {{"iy$", "y$", "ii$", "ij$"}},
      {{"ey$", "ei$", "ej$"}},
      {{"ay$", "ai$", "aj$"}},
      {{"^ye", "^e"}},
      {{"kh", "h"}, 1},
      {{"shch", "sch"}},
      {{"zh", "j"}, 1},
      {{"ts", "c", "tz"}, 1},
      {{"ov$", "off$", "ow$"}},
      {{"ev$", "eff$", "yev$"}},
      {{"ova$", "owa$"}},
      {{"aleks", "alex"}},
      {{"ks", "x"}},
      {{"^v", "^w"}},
      {{"sky$", "skiy$", "ski$", "skii$"}},
      {{"yevich$", "evich$"}},
      {{"ovich$", "ovitch$", "ovic$"}},
      {{"ch", "tch"}, 1},
      {{"yo", "io", "e"}, 1},
      {{"gey$", "gei$", "guei$"}},
  };
  return k;
}

// Arabic and Persian names: vowels that are not written, letters without a Latin one, the article.
const std::vector<habit>& arabic_habits() {
  static const std::vector<habit> k = {
      {{"^al-", "^el-", "^al"}, 2},
      {{"oo", "u", "ou"}},
      {{"ee", "i"}},
      {{"q", "k", "g"}, 1},
      {{"dh", "d", "z"}, 1},
      {{"kh", "k"}, 1},
      {{"gh", "g"}, 1},
      {{"aa", "a"}, 1},
      {{"ah$", "a$", "eh$"}},
      {{"ai", "ay", "ei", "ey"}},
      {{"aw", "au", "ow"}},
      {{"mohammad", "muhammad", "mohammed", "mohamed", "muhammed", "mohamad"}},
      {{"ahmad", "ahmed"}},
      {{"hussein", "husayn", "hossein", "husain", "hussain"}},
      {{"yusuf", "yousef", "yusef", "youssef"}},
      {{"omar", "umar"}},
      {{"osama", "usama"}},
      {{"^abdel", "^abdul", "^abdal"}},
      {{"ss", "s"}, 1},
      {{"dd", "d"}, 1},
      {{"ll", "l"}, 1},
      {{"iyy", "iy", "y"}, 2},
      {{"th", "s"}, 1},
      {{"j", "dj", "g"}, 1},
      {{"sh", "ch"}, 1},
      {{"id$", "eed$", "ed$"}, 2},
  };
  return k;
}

struct pattern {
  std::string_view text;
  bool at_begin = false;
  bool at_end = false;
};
pattern read(std::string_view way) {
  pattern p{way};
  if (p.text.starts_with('^')) {
    p.at_begin = true;
    p.text.remove_prefix(1);
  }
  if (p.text.ends_with('$')) {
    p.at_end = true;
    p.text.remove_suffix(1);
  }
  return p;
}

std::size_t find(std::string_view word, const pattern& p) {
  if (p.at_end && !word.ends_with(p.text)) return std::string_view::npos;
  if (p.at_begin) return word.starts_with(p.text) ? 0 : std::string_view::npos;
  if (p.at_end) return word.size() - p.text.size();
  return word.find(p.text);
}

/// Every other way to write the word by one habit, in the order of the table.
word_list other_ways(const std::string& lower, const std::vector<habit>& habits) {
  word_list out;
  for (const habit& h : habits) {
    // The longest way that is there stands for the sound.
    std::size_t best = h.ways.size();
    std::size_t place = 0;
    for (std::size_t w = 0; w < h.ways.size() && w < h.replaced; ++w) {
      const pattern p = read(h.ways[w]);
      const std::size_t at = find(lower, p);
      if (at == std::string_view::npos) continue;
      if (best != h.ways.size() && p.text.size() <= read(h.ways[best]).text.size()) continue;
      best = w;
      place = at;
    }
    if (best == h.ways.size()) continue;
    for (std::size_t w = 0; w < h.ways.size(); ++w) {
      if (w == best) continue;
      std::string other = lower;
      other.replace(place, read(h.ways[best]).text.size(), read(h.ways[w]).text);
      if (other != lower && other.size() >= 3) out.push_back(std::move(other));
    }
  }
  return out;
}

bool is_spelt(std::string_view w) {
  return w.size() >= 4 && std::all_of(w.begin(), w.end(), [](char c) {
           return ascii::is_alpha(c) || c == '-';
         });
}

/// One habit changed in up to two words.
variant_text respelt(const listed_name& n, const std::vector<habit>& habits, split_mix& random) {
  word_list words = n.words;
  std::vector<std::size_t> where;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_spelt(words[i]) && !other_ways(ascii::lower(words[i]), habits).empty()) where.push_back(i);
  }
  if (where.empty()) return std::nullopt;
  const std::size_t changes = std::min<std::size_t>(where.size(), 1 + random.below(2));
  for (std::size_t k = 0; k < changes; ++k) {
    const std::size_t pick = k + random.below(where.size() - k);
    std::swap(where[k], where[pick]);
    std::string& w = words[where[k]];
    const word_list ways = other_ways(ascii::lower(w), habits);
    w = in_case_of(ways[random.below(ways.size())], w);
  }
  return join_words(words);
}

bool looks_russian(const listed_name& n) {
  constexpr std::array<std::string_view, 14> k_endings = {"ov",   "ova",  "yev",  "yeva", "ev",    "eva",  "enko",
                                                          "sky",  "skiy", "skaya", "vich", "vna", "uk", "chik"};
  if (!n.is_person() || n.words.size() < 2) return false;
  std::size_t ends = 0;
  for (const std::string& word : n.words) {
    const std::string w = bare(word);
    ends += w.size() >= 5 && std::any_of(k_endings.begin(), k_endings.end(),
                                         [&](std::string_view e) { return w.ends_with(e); })
                ? 1
                : 0;
  }
  // One such ending may be chance: the list's country speaks for it, or a second one.
  return ends > 1 || (ends == 1 && n.writes_cyrillic);
}

bool looks_arabic(const listed_name& n) {
  constexpr std::array<std::string_view, 24> k_words = {
      "al",    "el",    "bin",     "ibn",    "abu",     "abd",   "abdul",  "abdel",
      "ahmad", "ahmed", "hassan",  "hasan",  "hussein", "husayn", "ali",   "mohammad",
      "muhammad", "mohammed", "mohamed", "khalid", "ibrahim", "mahmud", "mustafa", "said"};
  if (!n.is_person() || n.words.size() < 2) return false;
  return std::any_of(n.words.begin(), n.words.end(), [&](const std::string& word) {
    const std::string w = ascii::lower(word);
    if (w.starts_with("al-") || w.starts_with("el-") || w.starts_with("abd")) return true;
    const std::string b = bare(word);
    return std::find(k_words.begin(), k_words.end(), b) != k_words.end();
  });
}

struct letters {
  std::string_view latin;
  std::string_view cyrillic;
};
// Back from the romanisation of BGN/PCGN; the longest first. Soft signs are lost.
constexpr letters k_to_cyrillic[] = {
    {"shch", "щ"}, {"iy$", "ий"}, {"zh", "ж"}, {"kh", "х"}, {"ts", "ц"}, {"ch", "ч"},
    {"sh", "ш"},   {"ya", "я"},  {"ia", "ия"}, {"yu", "ю"},  {"yo", "ё"}, {"ye", "е"},
    {"ay$", "ай"}, {"ey$", "ей"}, {"oy$", "ой"}, {"ai$", "ай"},
    {"ei$", "ей"}, {"oi$", "ой"}, {"ii$", "ий"}, {"y$", "ий"}, {"x", "кс"},
    {"a", "а"},    {"b", "б"},   {"v", "в"},   {"w", "в"},   {"g", "г"},  {"d", "д"},
    {"e", "е"},    {"z", "з"},   {"i", "и"},   {"j", "й"},   {"k", "к"},  {"l", "л"},
    {"m", "м"},    {"n", "н"},   {"o", "о"},   {"p", "п"},   {"r", "р"},  {"s", "с"},
    {"t", "т"},    {"u", "у"},   {"f", "ф"},   {"h", "х"},   {"c", "к"},  {"q", "к"},
    {"y", "ы"}};

std::string cyrillic_of(std::string_view lower) {
  std::string out;
  while (!lower.empty()) {
    const auto* found = std::find_if(std::begin(k_to_cyrillic), std::end(k_to_cyrillic),
                                     [&](const letters& l) {
                                       const bool end = l.latin.ends_with('$');
                                       const std::string_view t =
                                           end ? l.latin.substr(0, l.latin.size() - 1) : l.latin;
                                       return end ? lower == t : lower.starts_with(t);
                                     });
    if (found == std::end(k_to_cyrillic)) return {};
    out += found->cyrillic;
    lower.remove_prefix(found->latin.ends_with('$') ? found->latin.size() - 1 : found->latin.size());
  }
  return out;
}

/// First letter of a word in Cyrillic small letters made a capital: D0 B0 to D0 BF and D1 80 to D1 8F.
std::string capital(std::string word) {
  if (word.size() < 2) return word;
  const auto lead = static_cast<unsigned char>(word[0]);
  const auto next = static_cast<unsigned char>(word[1]);
  if (lead == 0xD0 && next >= 0xB0) {
    word[1] = static_cast<char>(next - 0x20);
  } else if (lead == 0xD1 && next < 0x90) {
    word[0] = static_cast<char>(0xD0);
    word[1] = static_cast<char>(next + 0x20);
  } else if (lead == 0xD1 && next == 0x91) {  // yo
    word[0] = static_cast<char>(0xD0);
    word[1] = static_cast<char>(0x81);
  }
  return word;
}

// Family names that some nine in ten of the bearers of a Chinese name have, in pinyin.
constexpr std::string_view k_chinese_families[] = {
    "wang", "li",   "zhang", "liu",  "chen", "yang", "huang", "zhao", "wu",   "zhou", "xu",   "sun",
    "ma",   "zhu",  "hu",    "guo",  "he",   "lin",  "gao",   "luo",  "zheng", "liang", "xie", "tang",
    "song", "deng", "han",   "feng", "cao",  "peng", "zeng",  "xiao", "tian", "dong", "pan",  "yuan",
    "cai",  "jiang", "yu",   "du",   "ye",   "cheng", "wei",  "su",   "lu",   "ding", "ren",  "yao",
    "shen", "zhong", "cui",  "tan",  "fan",  "jin",  "shi",   "liao", "jia",  "xia",  "fu",   "fang",
    "bai",  "zou",  "meng",  "xiong", "qin", "qiu",  "hou",   "jia",  "lei",  "long", "shao", "tao"};
constexpr std::string_view k_initials[] = {"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
                                          "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", ""};
constexpr std::string_view k_finals[] = {
    "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ai", "ei", "ao", "ou",
    "an",   "en",   "in",   "un",  "ia",  "ie",  "iu",  "ua",  "uo",  "ui",  "ue",  "er", "a",  "o",  "e",
    "i",    "u"};

/// The word as one or two syllables of pinyin; empty if it is none of these.
word_list syllables(std::string_view lower, int most = 2) {
  if (most == 0) return {};
  for (const std::string_view initial : k_initials) {
    if (!lower.starts_with(initial)) continue;
    for (const std::string_view final : k_finals) {
      const std::string_view rest = lower.substr(initial.size());
      if (!rest.starts_with(final)) continue;
      const std::string_view behind = rest.substr(final.size());
      const std::string syllable(lower.substr(0, initial.size() + final.size()));
      if (behind.empty()) return {syllable};
      word_list more = syllables(behind, most - 1);
      if (!more.empty()) {
        more.insert(more.begin(), syllable);
        return more;
      }
    }
  }
  return {};
}

#include "evaluate/invented_names.inc"

}  // namespace

variant_text russian_spelling(const listed_name& n, split_mix& random) {
  if (!looks_russian(n)) return std::nullopt;
  return respelt(n, russian_habits(), random);
}

variant_text arabic_spelling(const listed_name& n, split_mix& random) {
  if (!looks_arabic(n) || looks_russian(n)) return std::nullopt;
  return respelt(n, arabic_habits(), random);
}

variant_text in_cyrillic(const listed_name& n, split_mix& random) {
  if (!looks_russian(n)) return std::nullopt;
  word_list words;
  for (const std::string& w : n.words) {
    std::string out = cyrillic_of(ascii::lower(w));
    if (out.empty()) return std::nullopt;
    words.push_back(capital(std::move(out)));
  }
  // As often as not the family stands first, as Russian writes it.
  const std::size_t family = n.family_words;
  if (family != 0 && family < words.size() && random.below(2) == 0) {
    std::rotate(words.begin(), words.end() - static_cast<std::ptrdiff_t>(family), words.end());
  }
  return join_words(words);
}

variant_text chinese_order(const listed_name& n, split_mix& random) {
  if (!n.is_person() || n.family_words != 1 || n.words.size() < 2 || n.words.size() > 3) {
    return std::nullopt;
  }
  const std::string& family = n.words.back();
  if (std::find(std::begin(k_chinese_families), std::end(k_chinese_families), bare(family)) ==
      std::end(k_chinese_families)) {
    return std::nullopt;
  }
  word_list given;
  for (std::size_t i = 0; i + 1 < n.words.size(); ++i) {
    std::string word = ascii::lower(n.words[i]);
    std::replace(word.begin(), word.end(), '-', ' ');
    for (const std::string_view piece : ascii::split(word, " ")) {
      const word_list cut = syllables(piece);
      if (cut.empty()) return std::nullopt;
      given.insert(given.end(), cut.begin(), cut.end());
    }
  }
  if (given.size() != 2) return std::nullopt;
  const std::string& like = n.words.front();
  const std::string one = in_case_of(given[0], like);
  const std::string two = in_case_of(given[1], like);
  const std::string ways[] = {
      family + " " + one + " " + two,
      family + " " + one + "-" + ascii::lower(two),
      family + " " + one + ascii::lower(two),
      one + " " + two + " " + family,
      one + "-" + ascii::lower(two) + " " + family,
      one + ascii::lower(two) + " " + family,
  };
  std::vector<std::string> other;
  for (const std::string& w : ways) {
    if (ascii::lower(w) != ascii::lower(n.text)) other.push_back(w);
  }
  return other[random.below(other.size())];
}

variant_text invented(std::string_view group, split_mix& random) {
  for (const invented_group& g : k_invented) {
    if (g.name != group) continue;
    std::string out(g.first[random.below(g.first.size())]);
    out += ' ';
    out += g.second[random.below(g.second.size())];
    if (!g.third.empty()) {
      out += ' ';
      out += g.third[random.below(g.third.size())];
    }
    return out;
  }
  return std::nullopt;
}

}  // namespace tradewarden::evaluating
