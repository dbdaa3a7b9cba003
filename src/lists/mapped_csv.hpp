// A user's own CSV file, described by a small JSON file that is named in its place.
//
//   {"tradewarden_mapping": 1, "file": "endusers.csv", "name": "End users", "list": "X-JP-METI",
//    "entries": 3, "separator": ",", "skip_lines": 0, "date": "2025-01-31", "dates": "day_first",
//    "schema": "entity",
//    "columns": {"No.": "id", "Company": "name", "Also known as": {"to": "alias", "split": ";"},
//                "Country": "country", "Type": "programme", "Notes": "ignore"}}
//
// Each column of the file is named, if only to be ignored: one that the mapping does not name is a warning, one
// that the file does not have an error. docs/mapping.md lists the fields. Rows of one id are one party.
//
// Example:
//   auto pub = lists::read_mapped_csv(source_spec::parse("endusers.mapping.json").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_MAPPED_CSV_HPP
#define TRADEWARDEN_LISTS_MAPPED_CSV_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

/// The CSV file is looked for beside the mapping.
[[nodiscard]] result<publication> read_mapped_csv(const source_spec& source,
                                                  const read_limits& limits);
/// From files in memory.
[[nodiscard]] result<publication> read_mapped_csv(const input_file& mapping, const input_file& table,
                                                  const source_spec& source,
                                                  const read_limits& limits);

/// True if this is a mapping.
[[nodiscard]] bool looks_like_mapping(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_MAPPED_CSV_HPP
