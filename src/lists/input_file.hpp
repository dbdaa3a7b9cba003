// A list file in memory, checked to be text.
//
// Example:
//   auto file = lists::load_input_file("lists/dpl.txt", limits);
//   if (!file) return file.error();
//   csv_reader in{file->bytes, {.separator = '\t'}};
//
// Threads: plain values and pure functions.
#ifndef TRADEWARDEN_LISTS_INPUT_FILE_HPP
#define TRADEWARDEN_LISTS_INPUT_FILE_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tradewarden/digest.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

struct input_file {
  std::string name;   ///< File name without its folder.
  std::string bytes;  ///< Without byte order mark and without the closing 0x1A of DOS files.
  digest sha256;      ///< Of the file as it stands on disk.
  std::uint64_t size = 0;   ///< Bytes on disk.
  bool valid_utf8 = false;  ///< The whole file is; to_utf8() would change no field.
  bool dos_end = false;     ///< The file was closed with 0x1A.
  std::string path;         ///< As the user gave it; empty for bytes in memory.
  /// What complaints call the file: two files of one name lie in different folders.
  [[nodiscard]] const std::string& label() const noexcept { return path.empty() ? name : path; }
};

/// What a file is taken for, in the words of complaints.
enum class content_kind : std::uint8_t {
  list,
  other,
  archive,  ///< A ZIP archive, and no text: its bytes stay as they are. Error not_text if it is none.
};

/// A device is refused (not_text), a pipe read up to 2 GiB.
/// Errors: not_found, io, limit_exceeded, and those of make_input_file(). `error.file` is the
/// path as given.
[[nodiscard]] result<input_file> load_input_file(const std::string& path,
                                                 const read_limits& limits,
                                                 content_kind what = content_kind::list);

/// The same over bytes already read. UTF-16 with a byte order mark becomes UTF-8; anything else
/// stays as it is, because one file may hold fields of several encodings (see to_utf8).
/// Errors: empty_input (no byte, or only blanks), not_text (a NUL, many control bytes, or the
/// signature of a PDF, ZIP, gzip ...), unknown_format (an HTML page), limit_exceeded.
[[nodiscard]] result<input_file> make_input_file(std::string name, std::string bytes,
                                                 const read_limits& limits,
                                                 content_kind what = content_kind::list);

/// Valid UTF-8 unchanged. Otherwise each byte that is no part of valid UTF-8 is taken as
/// Windows-1252 (an undefined one becomes U+FFFD) and *repaired is set; it is never cleared.
[[nodiscard]] std::string to_utf8(std::string_view field, bool* repaired);

/// How this file stands in publication::files.
[[nodiscard]] publication_file describe(const input_file& file);

/// One file: its digest. Several: the SHA-256 over the files' digests (32 bytes each) in order.
[[nodiscard]] digest publication_digest(std::span<const publication_file> files);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_INPUT_FILE_HPP
