// Lines of CSV and TSV output.
//
// CSV is what people open in a spreadsheet, which runs a cell that begins with = + - @ as a
// formula: such a cell (also one that begins with a tab or a line end) gets an apostrophe in
// front. TSV is what programs read: cells are as they are, but for tabs and line ends, which
// become blanks; nothing is quoted.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_ROW_WRITER_HPP
#define TRADEWARDEN_CLI_ROW_WRITER_HPP

#include <span>
#include <string>
#include <string_view>

#include "cli/row_reader.hpp"

namespace tradewarden::cli {

[[nodiscard]] std::string csv_cell(std::string_view text);
[[nodiscard]] std::string tsv_cell(std::string_view text);

/// One line with its end. `format` is csv or tsv.
[[nodiscard]] std::string delimited_line(std::span<const std::string> cells, row_format format);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_ROW_WRITER_HPP
