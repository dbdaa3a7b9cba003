// The first sheet of a spreadsheet (Office Open XML, .xlsx) as the CSV that one would save of it: dates as
// DD/MM/YYYY, numbers as they stand, line ends inside a cell as blanks, so that line n is row n.
//
// Example:
//   auto file = load_input_file("list.xlsx", limits, content_kind::archive);
//   auto csv = xlsx_as_csv(*file, limits);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_XLSX_HPP
#define TRADEWARDEN_LISTS_XLSX_HPP

#include <string>
#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

/// Errors: those of zip_archive and stream_xml, with the member in the message; bad_value (a cell beyond
/// column 16,384 or row 1,048,576, a shared text that is not there); limit_exceeded.
[[nodiscard]] result<std::string> xlsx_as_csv(const input_file& file, const read_limits& limits);

/// A ZIP archive whose first files are those of a spreadsheet.
[[nodiscard]] bool looks_like_xlsx(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_XLSX_HPP
