// The tables of a bill as CSV: parts.csv, lines.csv, offers.csv, fx.csv, production.csv.
//
// Example:
//   read_table_csv<line_row>(file, to);   // rows to the builder, problems with their lines
//
// Threads: one thread per sink.
#ifndef TRADEWARDEN_BILL_IO_TABLE_CSV_HPP
#define TRADEWARDEN_BILL_IO_TABLE_CSV_HPP

#include "bill_io/sink.hpp"
#include "lists/input_file.hpp"

namespace tradewarden::bill_io {

/// `Row` is part_row, line_row, offer_row, rate_row or production_row.
template <class Row>
void read_table_csv(const lists::input_file& file, sink& out);

extern template void read_table_csv<part_row>(const lists::input_file&, sink&);
extern template void read_table_csv<line_row>(const lists::input_file&, sink&);
extern template void read_table_csv<offer_row>(const lists::input_file&, sink&);
extern template void read_table_csv<rate_row>(const lists::input_file&, sink&);
extern template void read_table_csv<production_row>(const lists::input_file&, sink&);

}  // namespace tradewarden::bill_io

#endif  // TRADEWARDEN_BILL_IO_TABLE_CSV_HPP
