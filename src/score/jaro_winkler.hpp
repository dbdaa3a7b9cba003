// Jaro-Winkler similarity and Soundex, in integers. For the OFAC-like scorer alone: the own score
// counts edits, which can be enumerated.
//
// Example:
//   assert(jaro_winkler("MARTHA", "MARHTA", 4) == 9611);
//   assert(soundex("ROBERT") == "R163");
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SCORE_JARO_WINKLER_HPP
#define TRADEWARDEN_SCORE_JARO_WINKLER_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tradewarden::scoring {

/// Texts are at most this long, or the fraction would not fit its integer.
inline constexpr std::size_t k_most_jaro_bytes = 4096;

/// In 1/10,000, rounded half up; 0 if a text is empty or too long. Jaro's measure j, and a tenth of
/// 1 - j for each of the first letters that agree, `prefix` (0 to 9) at most (Winkler, 1990).
[[nodiscard]] std::int32_t jaro_winkler(std::string_view a, std::string_view b,
                                        std::size_t prefix);

/// American Soundex (the National Archives' rules: H and W do not separate) of upper-case letters;
/// empty for a text without a letter.
[[nodiscard]] std::string soundex(std::string_view upper);

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_JARO_WINKLER_HPP
