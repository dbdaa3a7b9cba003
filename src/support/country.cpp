#include "tradewarden/country.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "support/ascii.hpp"

namespace tradewarden {
namespace {

struct country_row {
  std::string_view alpha2;
  std::string_view alpha3;
  std::string_view name;
};

constexpr country_row k_countries[] = {
#include "support/country_names.inc"
};

struct spelling_row {
  std::string_view alpha2;
  std::string_view text;
};

constexpr spelling_row k_spellings[] = {
#include "support/country_spellings.inc"
};

/// A spelling reduced to what tells countries apart: lower-case words without accents,
/// apostrophes, "the", "of" and "and", in alphabetical order, each followed by one blank.
/// "Korea, Democratic People's Republic of" and the same turned round become one key.
class country_key {
 public:
  /// False if the text is longer than any country's name.
  bool assign(std::string_view text) noexcept {
    size_ = 0;
    std::array<char, k_capacity> letters{};
    std::size_t used = 0;
    std::array<std::string_view, k_max_words> words{};
    std::size_t count = 0;
    std::size_t start = 0;
    const auto end_word = [&]() noexcept {
      const std::string_view word(letters.data() + start, used - start);
      start = used;
      if (word.empty() || word == "the" || word == "of" || word == "and") return true;
      if (count == words.size()) return false;
      words[count++] = word;
      return true;
    };
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t at = i;
      const char c = next_letter(text, i);
      if (c == k_skip) continue;
      if (c == k_break) {
        if (!end_word()) return false;
        continue;
      }
      const std::size_t bytes = c == k_keep ? i - at : 1;
      if (used + bytes > letters.size()) return false;
      if (c == k_keep) {
        std::copy_n(text.data() + at, bytes, letters.data() + used);
      } else {
        letters[used] = c;
      }
      used += bytes;
    }
    if (!end_word()) return false;
    std::sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
    for (std::size_t w = 0; w < count; ++w) append(words[w]);
    return true;
  }

  /// Takes one word out; false if it is not there.
  bool remove_word(std::string_view word) noexcept {
    for (std::size_t at = 0; at < size_;) {
      const std::size_t end = view().find(' ', at);
      if (view().substr(at, end - at) == word) {
        std::copy(text_.begin() + static_cast<std::ptrdiff_t>(end + 1),
                  text_.begin() + static_cast<std::ptrdiff_t>(size_),
                  text_.begin() + static_cast<std::ptrdiff_t>(at));
        size_ -= end + 1 - at;
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  [[nodiscard]] std::string_view view() const noexcept { return {text_.data(), size_}; }
  friend bool operator<(const country_key& a, const country_key& b) noexcept {
    return a.view() < b.view();
  }

 private:
  static constexpr std::size_t k_capacity = 72;
  static constexpr std::size_t k_max_words = 12;
  static constexpr char k_skip = '\x01';
  static constexpr char k_break = '\x02';
  static constexpr char k_keep = '\x03';

  void append(std::string_view word) noexcept {
    std::copy(word.begin(), word.end(), text_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += word.size();
    text_[size_++] = ' ';
  }

  /// The base letter of the character at `i`, which is moved past it; or what to do with it.
  static char next_letter(std::string_view text, std::size_t& i) noexcept {
    const auto byte = [&](std::size_t k) noexcept {
      return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u;
    };
    const unsigned first = byte(i);
    if (first < 0x80) {
      const char c = text[i++];
      if (ascii::is_alpha(c)) return ascii::lower(c);
      if (ascii::is_digit(c)) return c;
      return c == '\'' || c == '.' || c == '`' ? k_skip : k_break;
    }
    if (first == 0xE2 && byte(i + 1) == 0x80 && (byte(i + 2) == 0x98 || byte(i + 2) == 0x99)) {
      i += 3;  // curly apostrophes
      return k_skip;
    }
    if (first == 0xC3 && byte(i + 1) >= 0x80) {  // Latin-1 letters
      constexpr std::string_view k_base =
          "aaaaaaaceeeeiiiidnooooo\x02ouuuuyts"
          "aaaaaaaceeeeiiiidnooooo\x02ouuuuyty";
      const unsigned at = byte(i + 1) - 0x80u;
      i += 2;
      return at < k_base.size() ? k_base[at] : k_keep;
    }
    if (first == 0xC4 && (byte(i + 1) == 0xB0 || byte(i + 1) == 0xB1)) {
      i += 2;  // dotted capital I and dotless small i
      return 'i';
    }
    if (first == 0xCC || (first == 0xCD && byte(i + 1) < 0xB0)) {
      i += 2;  // combining marks
      return k_skip;
    }
    ++i;
    return k_keep;
  }

  // Removed words leave room for the blank that follows each kept one: a word's letters in the
  // input are followed by a separator, or by the end.
  std::array<char, k_capacity + k_max_words> text_{};
  std::size_t size_ = 0;
};

// States that became several; the first is the one that took their seat in the UN, if one did.
constexpr std::string_view k_su[] = {"RU", "AM", "AZ", "BY", "EE", "GE", "KG", "KZ",
                                     "LT", "LV", "MD", "TJ", "TM", "UA", "UZ"};
constexpr std::string_view k_yu[] = {"RS", "BA", "HR", "ME", "MK", "SI", "XK"};
constexpr std::string_view k_cs[] = {"RS", "ME", "XK"};  // 1992 to 2006
constexpr std::string_view k_tch[] = {"CZ", "SK"};
constexpr std::string_view k_an[] = {"CW", "AW", "BQ", "SX"};
constexpr std::string_view k_ic[] = {"VN", "KH", "LA"};

struct former_row {
  std::string_view text;
  std::span<const std::string_view> successors;
};
constexpr former_row k_former[] = {
    {"Soviet Union", k_su},
    {"USSR", k_su},
    {"U.S.S.R.", k_su},
    {"Union of Soviet Socialist Republics", k_su},
    {"Former Soviet Union", k_su},
    {"Former USSR", k_su},
    {"CCCP", k_su},
    {"СССР", k_su},
    {"Sovetskiy Soyuz", k_su},
    {"Советский Союз", k_su},
    {"СОВЕТСКИЙ СОЮЗ", k_su},
    {"SSSR", k_su},
    {"URSS", k_su},
    {"Yugoslavia", k_yu},
    {"Jugoslavija", k_yu},
    {"Jugoslavia", k_yu},
    {"Югославия", k_yu},
    {"ЮГОСЛАВИЯ", k_yu},
    {"Југославија", k_yu},
    {"ЈУГОСЛАВИЈА", k_yu},
    {"SFRY", k_yu},
    {"Former Yugoslavia", k_yu},
    {"Socialist Federal Republic of Yugoslavia", k_yu},
    {"Federal Republic of Yugoslavia", k_cs},
    {"FRY", k_cs},
    {"Serbia and Montenegro", k_cs},
    {"Czechoslovakia", k_tch},
    {"Ceskoslovensko", k_tch},
    {"Czechoslovak Socialist Republic", k_tch},
    {"Netherlands Antilles", k_an},
    {"Dutch Antilles", k_an},
    {"French Indochina", k_ic},
    {"Indochina", k_ic},
};

struct key_row {
  country_key key;
  std::string_view alpha2;
};

struct code_row {
  std::string_view code;
  std::string_view alpha2;
};

/// Names and spellings by key, alpha-3 codes by code; made once, without allocation.
struct tables {
  std::array<key_row, std::size(k_countries) + std::size(k_spellings)> names;
  std::array<code_row, std::size(k_countries)> alpha3;

  tables() noexcept {
    std::size_t n = 0;
    for (const country_row& c : k_countries) {
      alpha3[n] = {c.alpha3, c.alpha2};
      names[n].alpha2 = c.alpha2;
      names[n++].key.assign(c.name);
    }
    for (const spelling_row& s : k_spellings) {
      names[n].alpha2 = s.alpha2;
      names[n++].key.assign(s.text);
    }
    std::sort(names.begin(), names.end(),
              [](const key_row& a, const key_row& b) { return a.key < b.key; });
    std::sort(alpha3.begin(), alpha3.end(),
              [](const code_row& a, const code_row& b) { return a.code < b.code; });
  }
};

const tables& all_tables() noexcept {
  static const tables k_tables;
  return k_tables;
}

const country_row* find_alpha2(std::string_view code) noexcept {
  if (code.size() != 2) return nullptr;
  const char upper[2] = {ascii::upper(code[0]), ascii::upper(code[1])};
  const std::string_view wanted(upper, 2);
  const auto* at = std::lower_bound(
      std::begin(k_countries), std::end(k_countries), wanted,
      [](const country_row& row, std::string_view value) { return row.alpha2 < value; });
  return at != std::end(k_countries) && at->alpha2 == wanted ? at : nullptr;
}

std::string_view find_alpha3(std::string_view code) noexcept {
  if (code.size() != 3) return {};
  const char upper[3] = {ascii::upper(code[0]), ascii::upper(code[1]), ascii::upper(code[2])};
  const std::string_view wanted(upper, 3);
  const auto& rows = all_tables().alpha3;
  const auto at = std::lower_bound(
      rows.begin(), rows.end(), wanted,
      [](const code_row& row, std::string_view value) { return row.code < value; });
  return at != rows.end() && at->code == wanted ? at->alpha2 : std::string_view{};
}

const key_row* find_name(const country_key& key) noexcept {
  const auto& rows = all_tables().names;
  const auto at = std::lower_bound(
      rows.begin(), rows.end(), key,
      [](const key_row& row, const country_key& value) { return row.key < value; });
  return at != rows.end() && at->key.view() == key.view() ? &*at : nullptr;
}

}  // namespace

std::string_view country_code(std::string_view name_or_code) noexcept {
  std::string_view text = ascii::trim(name_or_code);
  // OFAC writes parts of countries and disputed ground as "Region: Gaza".
  if (constexpr std::string_view k_region = "region:";
      ascii::starts_with_ignoring_case(text, k_region)) {
    text = ascii::trim(text.substr(k_region.size()));
  }
  if (const country_row* row = find_alpha2(text)) return row->alpha2;
  if (const std::string_view code = find_alpha3(text); !code.empty()) return code;

  country_key key;
  if (!key.assign(text) || key.view().empty()) return {};
  if (const key_row* row = find_name(key)) return row->alpha2;
  // "U.S.", "U.S.A.": a code written with stops.
  const std::string_view word = key.view().substr(0, key.view().size() - 1);
  if (const country_row* row = find_alpha2(word)) return row->alpha2;
  if (const std::string_view code = find_alpha3(word); !code.empty()) return code;
  // "Palau, Republic of" is Palau; where the word makes a difference, a spelling says so.
  if (key.remove_word("republic") && !key.view().empty()) {
    if (const key_row* row = find_name(key)) return row->alpha2;
  }
  return {};
}

std::span<const std::string_view> country_successors(std::string_view name) noexcept {
  country_key key;
  if (!key.assign(ascii::trim(name)) || key.view().empty()) return {};
  for (const former_row& row : k_former) {
    country_key known;
    known.assign(row.text);
    if (known.view() == key.view()) return row.successors;
  }
  return {};
}

std::string_view country_name(std::string_view alpha2) noexcept {
  const country_row* row = find_alpha2(ascii::trim(alpha2));
  return row != nullptr ? row->name : std::string_view{};
}

}  // namespace tradewarden
