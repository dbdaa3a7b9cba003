// UTF-8 as text that may be broken: decoding that never fails, and repair.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SUPPORT_UTF8_TEXT_HPP
#define TRADEWARDEN_SUPPORT_UTF8_TEXT_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace tradewarden::utf8 {

inline constexpr char32_t k_replacement = 0xFFFD;

struct decoded {
  char32_t code = 0;
  std::size_t bytes = 0;  ///< Consumed; at least 1.
  bool valid = false;     ///< False: `code` is U+FFFD for the bytes consumed.
};

/// The code point at the front of `text`, which must not be empty. A broken sequence consumes its
/// longest valid beginning, as the Unicode Standard recommends ("maximal subpart", section 3.9).
[[nodiscard]] decoded decode_front(std::string_view text) noexcept;

[[nodiscard]] bool is_valid(std::string_view text) noexcept;

/// `text` with every broken sequence replaced by U+FFFD.
[[nodiscard]] std::string repaired(std::string_view text);

void append(std::string& out, char32_t code);

}  // namespace tradewarden::utf8

#endif  // TRADEWARDEN_SUPPORT_UTF8_TEXT_HPP
