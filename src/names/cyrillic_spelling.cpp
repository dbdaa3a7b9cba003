// Names in Cyrillic letters: words of organisations translated, the rest letter by letter, as the
// language of the name has it.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "names/latin_spelling.hpp"
#include "names/script_words.hpp"
#include "names/unicode.hpp"

namespace tradewarden::names {
namespace {

#include "names/cyrillic_words.inc"

/// Most letters of an ending: the longest are those of adjectives ("ического", "остями").
constexpr std::size_t k_most_ending = 5;
constexpr std::size_t k_most_words = 5;

// Belarusian given names and their Russian forms.
constexpr std::string_view k_belarusian_names = R"(
алег=олег
алена=елена
алёна=алена
ганна=анна
андрэй=андрей
рыгор=григорий
дзмітрый=дмитрий
зміцер=дмитрий
ягор=егор
яўген=евгений
яўгенія=евгения
уладзімір=владимир
уладзіслаў=владислав
мікалай=николай
мікіта=никита
міхаіл=михаил
міхась=михаил
аляксей=алексей
аляксандр=александр
аляксандра=александра
пятро=петр
ігар=игорь
святлана=светлана
наталля=наталья
вольга=ольга
кацярына=екатерина
юрый=юрий
віталь=виталий
віктар=виктор
валянціна=валентина
валянцін=валентин
генадзь=геннадий
анатоль=анатолий
васіль=василий
арцём=артем
раман=роман
дзяніс=денис
фёдар=федор
сцяпан=степан
кірыл=кирилл
вячаслаў=вячеслав
станіслаў=станислав
валерый=валерий
сяргей=сергей
іван=иван
антон=антон
павел=павел
мікалаевіч=николаевич
мікалаеўна=николаевна
уладзіміравіч=владимирович
уладзіміраўна=владимировна
віктаравіч=викторович
віктараўна=викторовна
рыгоравіч=григорьевич
алегавіч=олегович
алегаўна=олеговна
ігаравіч=игоревич
ігараўна=игоревна
фёдаравіч=федорович
яўгенавіч=евгеньевич
яўгенаўна=евгеньевна
юр'евіч=юрьевич
юр'еўна=юрьевна
анатолевіч=анатольевич
анатольеўна=анатольевна
васілевіч=васильевич
васільеўна=васильевна
генадзевіч=геннадьевич
раманавіч=романович
аляксандравіч=александрович
аляксандраўна=александровна
міхайлавіч=михайлович
міхайлаўна=михайловна
)";

constexpr char32_t lower(char32_t c) {
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x460 && c <= 0x52F && c != 0x4C0 && !(c >= 0x4C1 && c <= 0x4CF)) return c | 1U;
  if (c >= 0x4C1 && c <= 0x4CE && (c & 1U) != 0) return c + 1;
  return c == 0x4C0 ? char32_t{0x4CF} : c;
}

/// Lower case, letters with their marks in one, other marks and apostrophes dropped.
std::u32string plain_cyrillic(std::u32string_view text) {
  std::u32string out;
  for (const char32_t c : text) {
    const bool breve = c == 0x306;
    const bool dots = c == 0x308;
    if (!out.empty() && breve && out.back() == U'и') {
      out.back() = U'й';
    } else if (!out.empty() && breve && out.back() == U'у') {
      out.back() = U'ў';
    } else if (!out.empty() && dots && out.back() == U'е') {
      out.back() = U'ё';
    } else if (!out.empty() && dots && out.back() == U'і') {
      out.back() = U'ї';
    } else if ((c >= 0x400 && c <= 0x52F) || c == ' ') {
      out += lower(c);
    }
  }
  return out;
}

/// The same with e for yo, as it is mostly written.
std::u32string normal_cyrillic(std::u32string_view text) {
  std::u32string out = plain_cyrillic(text);
  std::replace(out.begin(), out.end(), U'ё', U'е');
  return out;
}

const script_words& table() {
  static const script_words k_table(k_cyrillic_words, &normal_cyrillic);
  return k_table;
}

bool is_vowel(char32_t c) {
  return std::u32string_view(U"аеиоуыэюяіїєўѐѝ").find(c) != std::u32string_view::npos;
}

/// By whose habit a name is written in Latin letters.
enum class habit : std::uint8_t { english, swedish, czech, german, polish };

/// What the habits do not have in common; the first is what unicode.hpp has.
struct letter_by_habit {
  char32_t letter;
  std::array<const char*, 5> text;
};
constexpr letter_by_habit k_by_habit[] = {
    {U'ж', {"zh", "zj", "z", "sch", "z"}},        {U'ч', {"ch", "tj", "c", "tsch", "cz"}},
    {U'ш', {"sh", "sj", "s", "sch", "sz"}},       {U'щ', {"shch", "sjtj", "sc", "schtsch", "szcz"}},
    {U'х', {"kh", "ch", "ch", "ch", "ch"}},       {U'ц', {"ts", "ts", "c", "z", "c"}},
    {U'в', {"v", "v", "v", "w", "w"}},            {U'з', {"z", "z", "z", "s", "z"}},
    {U'й', {"y", "j", "j", "j", "j"}},            {U'я', {"ya", "ja", "ja", "ja", "ja"}},
    {U'ю', {"yu", "ju", "ju", "ju", "ju"}},       {U'є', {"ye", "je", "je", "je", "je"}},
    {U'ё', {"yo", "jo", "jo", "jo", "jo"}},
    {U'ї', {"yi", "ji", "ji", "ji", "ji"}},       {U'ў', {"u", "u", "u", "u", "u"}},
};

/// What only one language reads so; null: as the others.
const char* special_letter(std::u32string_view w, std::size_t i, const script_hints& hints, habit h) {
  const char32_t c = w[i];
  const char32_t before = i > 0 ? w[i - 1] : U'\0';
  if (hints.serbian) {
    switch (c) {
      case U'х': return "h";
      case U'ц': return "c";
      case U'ж': return "z";
      case U'ч': return "c";
      case U'ш': return "s";
      case U'ђ': return "dj";
      default: return nullptr;
    }
  }
  if (hints.ukrainian || hints.belarusian) {
    if (c == U'г') return "h";
    if (c == U'и' && hints.ukrainian) return "y";
    if (h == habit::english) {
      const bool opens = i == 0 || is_vowel(before);
      if (hints.ukrainian && c == U'й' && i + 1 == w.size() && before == U'и') return "";
      if (c == U'є') return opens ? "ye" : "ie";
      if (c == U'ю') return opens ? "yu" : "iu";
      if (c == U'я') return opens ? "ya" : "ia";
    }
    return nullptr;
  }
  if (c == U'я' && before == U'и' && i + 1 == w.size() && h == habit::english) return "a";  // Maria
  // Bulgarian; the Russian hard sign stands before a vowel.
  if (c == U'ъ' && i > 0 && i + 1 < w.size() && !is_vowel(w[i + 1])) return "a";
  if (c == U'е' && h != habit::english) {
    if (i == 0 || is_vowel(before) || before == U'ь') return "je";
    return h == habit::polish ? "ie" : "e";
  }
  return nullptr;
}

std::string letters(std::u32string_view w, const script_hints& hints, habit h) {
  std::string out;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const char* text = special_letter(w, i, hints, h);
    if (text == nullptr && (h != habit::english || w[i] == U'ё')) {
      for (const letter_by_habit& l : k_by_habit) {
        if (l.letter == w[i]) text = l.text[static_cast<std::size_t>(h)];
      }
    }
    if (text != nullptr) {
      out += text;
    } else {
      append_folded(w[i], out);
    }
  }
  return out;
}

/// A Belarusian name in its Russian form, by which most lists know its bearer: Belarusian writes the
/// unstressed vowels as they sound, and d and t before a soft vowel as dz and ts.
std::u32string russian_form(std::u32string_view w) {
  static const script_words k_names(k_belarusian_names, &normal_cyrillic);
  if (const script_word* known = k_names.find(w)) return decode_text(known->text);
  constexpr std::u32string_view k_soft = U"іеяюь";
  std::u32string out;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const char32_t next = i + 1 < w.size() ? w[i + 1] : U'\0';
    const bool soft = k_soft.find(next) != std::u32string_view::npos && next != U'\0';
    switch (w[i]) {
      case U'ў': out += U'в'; break;
      case U'і': out += U'и'; break;
      case U'э': out += i == 0 ? U'э' : U'е'; break;
      case U'ц': out += soft ? U'т' : U'ц'; break;
      case U'д':
        out += U'д';
        if (next == U'з' && i + 2 < w.size() && k_soft.find(w[i + 2]) != std::u32string_view::npos) ++i;
        break;
      // After a consonant an unstressed ya, mostly.
      case U'я': out += i > 0 && i + 1 < w.size() && !is_vowel(w[i - 1]) ? U'е' : U'я'; break;
      default: out += w[i];
    }
  }
  const auto replace_end = [&](std::u32string_view from, std::u32string_view to) {
    if (out.ends_with(from)) out.replace(out.size() - from.size(), from.size(), to);
  };
  replace_end(U"авич", U"ович");
  replace_end(U"авна", U"овна");
  replace_end(U"овски", U"овский");
  replace_end(U"ски", U"ский");
  replace_end(U"цки", U"цкий");
  replace_end(U"ав", U"ов");
  replace_end(U"ава", U"ова");
  return out;
}

/// The abbreviation of a legal form that is written out at `at`, and its words; null and 1 if none is.
std::pair<const script_word*, std::size_t> spelled_form(const std::vector<std::u32string>& words,
                                                       std::size_t at) {
  for (std::size_t n = std::min(k_most_words, words.size() - at); n >= 2; --n) {
    std::u32string phrase = words[at];
    for (std::size_t k = 1; k < n; ++k) (phrase += U' ') += words[at + k];
    const script_word* found = table().find(phrase);
    if (found != nullptr && found->text.size() <= 5 && found->text.find(' ') == std::string_view::npos) {
      return {found, n};
    }
  }
  return {nullptr, 1};
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
  script_hints spoken = hints;
  std::vector<std::u32string> forms;  // by what the other readings go
  for (const std::u32string& w : words) {
    forms.push_back(hints.belarusian ? russian_form(normal_cyrillic(w)) : plain_cyrillic(w));
  }
  spoken.belarusian = false;
  std::string translated;
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
    add(translated, found != nullptr ? std::string(found->text) : letters(normal[i], hints, habit::english));
    i += taken;
  }
  std::vector<std::string> out(1, std::move(translated));
  const auto spell = [&](const std::vector<std::u32string>& from, const script_hints& h, habit by) {
    std::string spelled;
    for (std::size_t i = 0; i < from.size();) {
      // A legal form is no name by any habit: four words of it would be four names that agree.
      const auto [form, words_of_form] = spelled_form(normal, i);
      add(spelled, form != nullptr ? std::string(form->text) : letters(from[i], h, by));
      i += words_of_form;
    }
    out.push_back(std::move(spelled));
  };
  std::vector<std::u32string> plain;
  for (const std::u32string& w : words) plain.push_back(plain_cyrillic(w));
  spell(plain, hints, habit::english);
  if (hints.serbian) return out;
  if (hints.belarusian) spell(forms, spoken, habit::english);
  for (const habit h : {habit::swedish, habit::czech, habit::german, habit::polish}) {
    if (out.size() < k_max_readings) spell(forms, spoken, h);
  }
  return out;
}

std::string cyrillic_tables_text() {
  return std::string(k_cyrillic_words).append(k_belarusian_names);
}

}  // namespace tradewarden::names
