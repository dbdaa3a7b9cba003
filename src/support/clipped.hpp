// A text cut for a message: what a hostile file quotes may be a megabyte long.
//
// Example:
//   clipped("abcdefgh", 3)                // "abc... (8 bytes)"
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SUPPORT_CLIPPED_HPP
#define TRADEWARDEN_SUPPORT_CLIPPED_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace tradewarden::support {

/// The text, or its first `most` bytes (never half a UTF-8 sequence) and how long it is.
[[nodiscard]] inline std::string clipped(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "... (" + std::to_string(text.size()) + " bytes)";
}

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_CLIPPED_HPP
