// The formats that a source may be in: how each is told from its content, and its reader.
//
// A new format is one line in format_table.cpp, and a header of its own with
//   result<publication> read_xxx(const source_spec&, const read_limits&);
//   bool looks_like_xxx(std::string_view first_bytes);
//
// Threads: reads a constant table.
#ifndef TRADEWARDEN_LISTS_FORMAT_TABLE_HPP
#define TRADEWARDEN_LISTS_FORMAT_TABLE_HPP

#include <span>
#include <string_view>

#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

struct format_entry {
  std::string_view name;  ///< As in source_spec::format.
  /// Files of a folder that make it a publication of this format, in lower case, the main file
  /// first; empty if the format is one file.
  std::span<const std::string_view> folder_files;
  /// Whether a file with this name (without folder) and these first bytes is the main file.
  bool (*looks_like)(std::string_view file_name, std::string_view first_bytes);
  result<publication> (*read)(const source_spec&, const read_limits&);
};

/// In the order in which they are tried.
[[nodiscard]] std::span<const format_entry> format_table() noexcept;

/// nullptr if there is none of that name.
[[nodiscard]] const format_entry* find_format(std::string_view name) noexcept;

/// How many of a file's first bytes detection looks at.
inline constexpr std::size_t k_probe_bytes = 64 << 10;

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_FORMAT_TABLE_HPP
