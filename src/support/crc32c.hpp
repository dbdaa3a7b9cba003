// CRC32C (Castagnoli, polynomial 0x1EDC6F41): the checksum of the index file.
//
// Example:
//   assert(tradewarden::support::crc32c("123456789") == 0xE3069283);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_SUPPORT_CRC32C_HPP
#define TRADEWARDEN_SUPPORT_CRC32C_HPP

#include <cstdint>
#include <string_view>

namespace tradewarden::support {

/// By the processor's own instruction where it has one (x86-64 with SSE 4.2), else by tables.
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes) noexcept;

/// By tables, on any processor.
[[nodiscard]] std::uint32_t crc32c_by_tables(std::string_view bytes) noexcept;

/// Whether crc32c() uses the processor's instruction here.
[[nodiscard]] bool has_crc32c_instruction() noexcept;

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_CRC32C_HPP
