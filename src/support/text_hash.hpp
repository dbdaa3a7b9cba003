// A hash of short texts, eight bytes at a time; the same on every machine, and part of the index
// file (token_slots): a change of it is a new format version.
//
// Example:
//   std::uint64_t h = tradewarden::support::text_hash("kangxun");
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SUPPORT_TEXT_HASH_HPP
#define TRADEWARDEN_SUPPORT_TEXT_HASH_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tradewarden::support {

[[nodiscard]] inline std::uint64_t text_hash(std::string_view text) noexcept {
  std::uint64_t h = 0xCBF29CE484222325ULL ^ text.size();
  const auto mix = [&](std::size_t bytes) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, text.data(), bytes);
    h = (h ^ chunk) * 0x9E3779B97F4A7C15ULL;
    h ^= h >> 29U;
    text.remove_prefix(bytes);
  };
  while (text.size() >= 8) mix(8);
  if (!text.empty()) mix(text.size());
  return h;
}

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_TEXT_HASH_HPP
