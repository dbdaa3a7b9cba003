// Files inside a ZIP archive in memory, one at a time: what a spreadsheet (.xlsx) is made of.
//
// Example:
//   auto zip = zip_archive::open(file.bytes, file.label());
//   auto sheet = zip->read("xl/worksheets/sheet1.xml", limits.max_file_bytes);
//
// Stored and deflated members are read, not encrypted ones, nor archives of several parts or beyond 4 GiB.
//
// Threads: immutable; the bytes outlive it.
#ifndef TRADEWARDEN_LISTS_ZIP_ARCHIVE_HPP
#define TRADEWARDEN_LISTS_ZIP_ARCHIVE_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/result.hpp"

namespace tradewarden::lists {

class zip_archive {
 public:
  /// Errors: truncated (no directory at its end), bad_syntax, limit_exceeded (more than 10,000 members).
  [[nodiscard]] static result<zip_archive> open(std::string_view bytes, std::string file);

  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  /// The member's bytes, checked against its checksum. Errors: missing_field (there is none),
  /// limit_exceeded (it is, or says to be, larger than `most`), bad_syntax, unknown_format.
  [[nodiscard]] result<std::string> read(std::string_view name, std::uint64_t most) const;

 private:
  struct member {
    std::string_view name;
    std::uint32_t offset = 0;  ///< Of the local header.
    std::uint32_t packed = 0;
    std::uint32_t size = 0;
    std::uint32_t crc = 0;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
  };
  zip_archive(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {}
  [[nodiscard]] const member* find(std::string_view name) const;
  [[nodiscard]] error fail(errc code, std::string message) const { return {code, std::move(message), file_, 0, {}}; }

  std::string_view bytes_;
  std::string file_;
  std::vector<member> members_;
};

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_ZIP_ARCHIVE_HPP
