// The tables of a bill as JSON, with the names of the CSV columns; all values are texts.
//
//   [{"part_id": "P1", "kind": "made", "fmv": "1000", ...}, ...]          one table
//   {"parts": [...], "lines": [...], "offers": [...], "fx": [...],
//    "production": [...]}                                                the whole bill
//
// Example:
//   read_table_json<line_row>(file.bytes, to);
//
// Threads: one thread per sink.
#ifndef TRADEWARDEN_BILL_IO_TABLE_JSON_HPP
#define TRADEWARDEN_BILL_IO_TABLE_JSON_HPP

#include <string_view>

#include "bill_io/sink.hpp"

namespace tradewarden::bill_io {

/// An array of objects, or an object that holds it under the table's name.
template <class Row>
void read_table_json(std::string_view text, sink& out);

extern template void read_table_json<part_row>(std::string_view, sink&);
extern template void read_table_json<line_row>(std::string_view, sink&);
extern template void read_table_json<offer_row>(std::string_view, sink&);
extern template void read_table_json<rate_row>(std::string_view, sink&);
extern template void read_table_json<production_row>(std::string_view, sink&);

/// An object of tables.
void read_bill_json(std::string_view text, sink& out);

/// True for text that begins like a JSON object or array.
[[nodiscard]] bool looks_like_json(std::string_view text);

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_TABLE_JSON_HPP
