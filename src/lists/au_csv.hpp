// Australia's Consolidated List (DFAT), saved as CSV from the workbook that is published.
//
// One row per name. The reference is a number with a letter for each further name (101, 101a, 101b); some
// numbers stand for a second party further down, which then gets the id "101-2". Dates are written day
// first. Not yet tried on a real file.
//
// Example:
//   auto pub = lists::read_au_csv(source_spec::parse("regulation8_consolidated.csv").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_AU_CSV_HPP
#define TRADEWARDEN_LISTS_AU_CSV_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_au_csv(const source_spec& source, const read_limits& limits);
[[nodiscard]] result<publication> read_au_csv(const input_file& file, const source_spec& source,
                                              const read_limits& limits);

/// The same list as the spreadsheet that it is published as (xlsx.hpp): `file` holds its bytes. Complaints name
/// the rows of the sheet as lines.
[[nodiscard]] result<publication> read_au_xlsx(const source_spec& source, const read_limits& limits);
[[nodiscard]] result<publication> read_au_xlsx(const input_file& file, const source_spec& source,
                                               const read_limits& limits);

/// True if the first line names the list's columns.
[[nodiscard]] bool looks_like_au_csv(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_AU_CSV_HPP
