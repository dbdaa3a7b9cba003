// A name in any script, spelled in Latin letters: what folding works on.
//
// A script leaves readings open: the words of an organisation are translated or spelled, ideographs
// read in Mandarin, Cantonese, Japanese or Korean. Each reading is a spelling of the whole name.
//
//   "ОАО Московский завод"  ->  "oao moscow plant", "oao moskovskiy zavod"
//   "王君正"                ->  "wang junzheng", "wong kwan ching", ...
//
// Example:
//   for (const std::string& s : latin_spellings("중앙은행")) use(s);
//
// Threads: pure functions over constant tables, built on first use.
#ifndef TRADEWARDEN_NAMES_LATIN_SPELLING_HPP
#define TRADEWARDEN_NAMES_LATIN_SPELLING_HPP

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tradewarden::names {

/// Most readings of a name.
inline constexpr std::size_t k_max_readings = 6;

/// False: the name has no letter of a script that is read here; it is its own only spelling.
[[nodiscard]] bool needs_spelling(std::string_view name) noexcept;

/// All spellings, distinct, the likeliest first; never empty. What is in other scripts stays.
[[nodiscard]] std::vector<std::string> latin_spellings(std::string_view name);

/// All tables that the readings come from, as text: what their digest is made of.
[[nodiscard]] std::string spelling_tables_text();

/// What the whole name tells of the language its words are in.
struct script_hints {
  bool ukrainian = false;
  bool belarusian = false;
  bool serbian = false;
  bool macedonian = false;
  bool persian = false;
  bool kana = false;
  bool foreign = false;  ///< A middle dot: a foreign name, transcribed.
};

using script_run = std::span<const std::u32string>;  ///< Words with blanks or hyphens between.

// By script: the spellings of a run, by reading. The same count for every run of a name.
[[nodiscard]] std::vector<std::string> spell_cyrillic(script_run words, const script_hints& hints);
[[nodiscard]] std::vector<std::string> spell_greek(script_run words);
[[nodiscard]] std::vector<std::string> spell_arabic(script_run words, const script_hints& hints);
[[nodiscard]] std::vector<std::string> spell_hebrew(script_run words);
[[nodiscard]] std::vector<std::string> spell_han(script_run words, const script_hints& hints);
[[nodiscard]] std::vector<std::string> spell_hangul(script_run words);
[[nodiscard]] std::vector<std::string> spell_devanagari(script_run words);
[[nodiscard]] std::vector<std::string> spell_thai(script_run words);

// The tables of each.
[[nodiscard]] std::string cyrillic_tables_text();
[[nodiscard]] std::string greek_tables_text();
[[nodiscard]] std::string arabic_tables_text();
[[nodiscard]] std::string hebrew_tables_text();
[[nodiscard]] std::string han_tables_text();
[[nodiscard]] std::string hangul_tables_text();
[[nodiscard]] std::string thai_tables_text();

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_LATIN_SPELLING_HPP
