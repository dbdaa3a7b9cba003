#include "names/slavic_latin.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace tradewarden::names {
namespace {

enum class habit : std::uint8_t { none, plain, nordic, dutch, german, caron, polish, hungarian, french };

struct respelling {
  std::string_view from;
  std::string_view to;
};

// The longest first. Behind these j is y.
constexpr respelling k_nordic[] = {{"sjtj", "shch"}, {"tatj", "taty"}, {"tsj", "ch"}, {"tj", "ch"},
                                   {"sj", "sh"},     {"zj", "zh"},     {"ch", "kh"}};
constexpr respelling k_dutch[] = {{"sjtsj", "shch"}, {"stsj", "shch"}, {"tsj", "ch"}, {"sj", "sh"},
                                  {"zj", "zh"},      {"ch", "kh"},     {"oe", "u"}};
constexpr respelling k_german[] = {{"schtsch", "shch"}, {"tsch", "ch"}, {"dsch", "dzh"}, {"sch", "sh"},
                                   {"ch", "kh"},        {"ss", "s"},    {"w", "v"}};
// c, s and z with caron stand as C, S and Z.
constexpr respelling k_caron[] = {{"SC", "shch"}, {"ch", "kh"}, {"C", "ch"}, {"S", "sh"}, {"Z", "zh"}};
constexpr respelling k_polish[] = {{"szcz", "shch"}, {"cz", "ch"}, {"sz", "sh"}, {"ch", "kh"}, {"w", "v"}};
constexpr respelling k_hungarian[] = {{"scs", "shch"}, {"dzs", "dzh"}, {"cs", "ch"}, {"zs", "zh"},
                                      {"sz", "s"},     {"s", "sh"}};
constexpr respelling k_french[] = {{"chtch", "shch"}, {"tch", "ch"}, {"dj", "dzh"}, {"ch", "sh"},
                                   {"j", "zh"},       {"ou", "u"},   {"gue", "ge"}, {"gui", "gi"}};
constexpr respelling k_plain[] = {{"sj", "sh"}, {"zj", "zh"}};

std::span<const respelling> respellings(habit h) {
  switch (h) {
    case habit::nordic: return k_nordic;
    case habit::dutch: return k_dutch;
    case habit::german: return k_german;
    case habit::caron: return k_caron;
    case habit::polish: return k_polish;
    case habit::hungarian: return k_hungarian;
    case habit::french: return k_french;
    case habit::plain: return k_plain;
    case habit::none: break;
  }
  return {};
}

/// Whether the bytes give reason to look at the name at all: most names have none.
bool may_be(std::string_view name) noexcept {
  // j; the bytes of Latin Extended-A, where the carons are.
  for (const char c : {'j', 'J', '\xC4', '\xC5'}) {
    if (name.find(c) != std::string_view::npos) return true;
  }
  // "sch" and "tch", "vics", "icz".
  for (const char c : {'c', 'C'}) {
    for (std::size_t at = name.find(c, 2); at != std::string_view::npos; at = name.find(c, at + 1)) {
      const auto low = [&](std::size_t i) {
        return i < name.size() ? static_cast<char>(name[i] | 0x20) : '\0';
      };
      const char before = low(at - 1);
      const char next = low(at + 1);
      if (next == 'h' && (before == 's' || before == 't')) return true;
      if (before == 'i' && (next == 'z' || (next == 's' && low(at - 2) == 'v'))) return true;
    }
  }
  return false;
}

/// Lower case; a caron on c, s or z makes a capital of it.
std::string lowered(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const char next = i + 1 < name.size() ? name[i + 1] : '\0';
    if (c == '\xC4' && (next == '\x8C' || next == '\x8D')) {
      out += 'C';
      ++i;
    } else if (c == '\xC5' && (next == '\xA0' || next == '\xA1')) {
      out += 'S';
      ++i;
    } else if (c == '\xC5' && (next == '\xBD' || next == '\xBE')) {
      out += 'Z';
      ++i;
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return out;
}

bool is_letter(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || c == 'C' || c == 'S' || c == 'Z' || byte >= 0x80;
}

bool ends_in(std::string_view word, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

/// What a word tells of the language; plain: a Slavic name with j, of any.
habit habit_of(std::string_view word) {
  constexpr std::string_view k_nordic_endings[] = {"itj", "ytj", "vetj"};
  constexpr std::string_view k_dutch_endings[] = {"vitsj", "vytsj"};
  constexpr std::string_view k_caron_endings[] = {"iC", "yC"};
  constexpr std::string_view k_polish_endings[] = {"owicz", "ewicz", "jicz"};
  constexpr std::string_view k_hungarian_endings[] = {"ovics", "evics", "avics"};
  constexpr std::string_view k_plain_endings[] = {"ij",   "yj",   "ej",   "kolaj", "jev",  "jeva",
                                                  "jevna", "jivna", "jovna", "jew",  "jewa"};
  constexpr std::size_t k_least_letters = 4;
  if (word.size() < k_least_letters) return habit::none;
  if (ends_in(word, k_nordic_endings)) return habit::nordic;
  if (ends_in(word, k_dutch_endings)) return habit::dutch;
  if (word.find("tsch") != std::string_view::npos && word.find("tsche") != 0) return habit::german;
  if (ends_in(word, k_caron_endings)) return habit::caron;
  if (ends_in(word, k_polish_endings)) return habit::polish;
  if (ends_in(word, k_hungarian_endings)) return habit::hungarian;
  if (word.ends_with("vitch")) return habit::french;
  if (word.find("vjatsj") == 0) return habit::dutch;
  if (word.find("vjatj") == 0) return habit::nordic;
  return ends_in(word, k_plain_endings) ? habit::plain : habit::none;
}

}  // namespace

std::string english_slavic(std::string_view name) {
  if (!may_be(name)) return {};
  const std::string text = lowered(name);
  habit found = habit::none;
  bool carons = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    const habit h = habit_of(std::string_view(text).substr(i, end - i));
    if (h > habit::plain && found <= habit::plain) found = h;
    if (h == habit::plain && found == habit::none) found = h;
    i = end + 1;
  }
  carons = text.find_first_of("CSZ") != std::string::npos;
  if (found == habit::none) return {};
  if (carons) found = habit::caron;
  std::string out;
  out.reserve(text.size() + 8);
  const std::span<const respelling> rules = respellings(found);
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = std::string_view(text).substr(i);
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const respelling& r) { return rest.starts_with(r.from); });
    if (rule != rules.end()) {
      out += rule->to;
      i += rule->from.size();
    } else if (text[i] == 'j') {
      // "Andrej", "Jurij", "Jevgenij": the glide that English writes y.
      out += 'y';
      ++i;
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::string slavic_latin_tables_text() {
  std::string out;
  for (auto h = habit::plain; h <= habit::french; h = static_cast<habit>(static_cast<int>(h) + 1)) {
    for (const respelling& r : respellings(h)) out.append(r.from).append("=").append(r.to).append("\n");
  }
  return out;
}

}  // namespace tradewarden::names
