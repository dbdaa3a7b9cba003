// Makes the checksums of a changed index file true again, so that the checks behind them are reached.
#ifndef TRADEWARDEN_TESTS_SUPPORT_SECTION_MENDER_HPP
#define TRADEWARDEN_TESTS_SUPPORT_SECTION_MENDER_HPP

#include <cstring>
#include <string>
#include <string_view>

#include "index/file_format.hpp"
#include "tradewarden/digest.hpp"

namespace tradewarden::tests {

/// Leaves alone what lies outside the file. `digest_too`: also the SHA-256 of the content.
inline void mend_checksums(std::string& bytes, bool digest_too = true) {
  using namespace tradewarden::indexing;
  file_header h;
  if (bytes.size() < sizeof h) return;
  std::memcpy(&h, bytes.data(), sizeof h);
  h.file_bytes = bytes.size();
  const std::size_t table = std::size_t{h.section_count} * sizeof(section_entry);
  if (h.section_count > 64 || bytes.size() < sizeof h + table) return;
  for (std::size_t i = 0; i < h.section_count; ++i) {
    section_entry e;
    char* at = bytes.data() + sizeof h + i * sizeof e;
    std::memcpy(&e, at, sizeof e);
    if (e.offset <= bytes.size() && e.bytes <= bytes.size() - e.offset) {
      e.crc = crc32c(std::string_view(bytes).substr(e.offset, e.bytes));
    }
    std::memcpy(at, &e, sizeof e);
  }
  h.table_crc = crc32c(std::string_view(bytes).substr(sizeof h, table));
  if (digest_too) h.content = sha256(std::string_view(bytes).substr(sizeof h)).bytes;
  h.header_crc = 0;
  h.header_crc = crc32c({reinterpret_cast<const char*>(&h), sizeof h});
  std::memcpy(bytes.data(), &h, sizeof h);
}

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_SUPPORT_SECTION_MENDER_HPP
