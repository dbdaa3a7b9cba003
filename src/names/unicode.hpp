// UTF-8 and the folding of single characters.
//
// Example:
//   std::size_t at = 0;
//   char32_t c = tradewarden::names::next_code_point("Жан", at);
//   std::string s; tradewarden::names::append_folded(c, s);   // "zh"
//
// Threads: reads constant tables.
#ifndef TRADEWARDEN_NAMES_UNICODE_HPP
#define TRADEWARDEN_NAMES_UNICODE_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tradewarden::names {

/// The code point at `at`, which moves behind it. A malformed sequence gives U+FFFD and moves by
/// one byte. `at` must be below text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

/// How a character takes part in a folded name.
enum class char_class : std::uint8_t {
  separator,    ///< Ends a token.
  text,         ///< Adds to the token (perhaps nothing: an accent, an apostrophe).
  ideograph,    ///< A Han character with a Mandarin reading: a syllable of its own.
  hangul,       ///< A Hangul syllable.
};

/// Appends what the character folds to (lower-case ASCII, or the letter itself where no
/// romanisation is known) and says how it takes part.
char_class append_folded(char32_t c, std::string& out);

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_UNICODE_HPP
