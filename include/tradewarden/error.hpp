// What went wrong, as a value: a code, one sentence, and where in which file.
//
// Example:
//   tradewarden::error e{tradewarden::errc::bad_value, "not a date: '31.02.2018'"};
//   e.file = "dpl.txt"; e.line = 12; e.field = "Effective_Date";
//   std::cerr << e.to_string() << '\n';   // dpl.txt:12: Effective_Date: not a date: '31.02.2018'
//
// Threads: a plain value.
#ifndef TRADEWARDEN_ERROR_HPP
#define TRADEWARDEN_ERROR_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace tradewarden {

/// Why a call failed. The numbers are pinned: they are the codes of the C interface too.
enum class errc : std::int32_t {
  usage = 1,            ///< The call's own arguments contradict each other or are missing.
  not_found = 2,        ///< A file or folder does not exist or cannot be opened.
  io = 3,               ///< Reading or writing failed half way.
  empty_input = 4,      ///< A list without entries: refused, never "nobody is denied".
  truncated = 5,        ///< The input ends in the middle of a record, or lacks its closing.
  not_text = 6,         ///< Binary data where text belongs.
  unknown_format = 7,   ///< No reader recognises the input.
  bad_syntax = 8,       ///< The input breaks the grammar of its format.
  bad_value = 9,        ///< A field holds a value outside its domain.
  missing_field = 10,   ///< A required column or key is absent.
  conflict = 11,        ///< Two inputs contradict each other (two dates of one publication).
  limit_exceeded = 12,  ///< A documented limit on size, depth or count was passed.
  bad_index = 13,       ///< An index file is damaged: a checksum or an offset is wrong.
  old_version = 14,     ///< An index file of a version that this engine does not read.
  internal = 99,        ///< A defect of this library; please report it.
};

/// The code's name as printed and as used in JSON, for instance "bad_value".
[[nodiscard]] std::string_view to_string(errc code) noexcept;

struct error {
  errc code = errc::internal;
  std::string message;     ///< One sentence: what is wrong and what to do next.
  std::string file;        ///< File name, or empty.
  std::uint64_t line = 0;  ///< 1-based line in the file, 0 if not applicable.
  std::string field;       ///< Column or key, or empty.

  /// "file:line: field: message", leaving out what is not known.
  [[nodiscard]] std::string to_string() const;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_ERROR_HPP
