// Bytes of a file, made smaller and back.
//
// Example:
//   std::string kept = store::pack(bytes);
//   auto back = store::unpack(kept, bytes.size());   // nothing if `kept` was damaged
//
// Threads: pure functions.
#ifndef TRADEWARDEN_STORE_PACKED_BYTES_HPP
#define TRADEWARDEN_STORE_PACKED_BYTES_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tradewarden::store {

/// In the zlib format.
[[nodiscard]] std::string pack(std::string_view bytes);
/// Nothing unless it is the packed form of exactly so many bytes.
[[nodiscard]] std::optional<std::string> unpack(std::string_view packed, std::uint64_t size);

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_PACKED_BYTES_HPP
