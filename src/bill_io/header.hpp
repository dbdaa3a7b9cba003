// Column names: how they are compared, and what is said of those that nobody knows.
//
// Example:
//   header_fields(record.fields) == {"part_id", "kind", ...}
//
// Threads: pure functions.
#ifndef TRADEWARDEN_BILL_IO_HEADER_HPP
#define TRADEWARDEN_BILL_IO_HEADER_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bill_io/table_sink.hpp"

namespace tradewarden::bill_io {

/// Lower case, without blanks at the ends, blanks inside as '_'.
[[nodiscard]] std::string column_name(std::string_view title);

/// Of the names in a file, which position each known column has (or npos); problems for columns
/// that are missing, stand twice or are misspelt, one note for those not used.
[[nodiscard]] std::vector<std::size_t> match_columns(std::span<const std::string> names,
                                                     std::span<const std::string_view> known,
                                                     std::span<const bool> required,
                                                     std::uint64_t line, table_sink& out);

inline constexpr std::size_t k_no_column = static_cast<std::size_t>(-1);

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_HEADER_HPP
