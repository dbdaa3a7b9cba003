#include "bill_io/table_csv.hpp"

#include "bill_io/table_csv_impl.hpp"

namespace tradewarden::bill_io {

template <class Row>
void read_table_csv(const lists::input_file& file, sink& out) {
  read_rows_csv<Row>(file, out);
}

template void read_table_csv<part_row>(const lists::input_file&, sink&);
template void read_table_csv<line_row>(const lists::input_file&, sink&);
template void read_table_csv<offer_row>(const lists::input_file&, sink&);
template void read_table_csv<rate_row>(const lists::input_file&, sink&);
template void read_table_csv<production_row>(const lists::input_file&, sink&);

}  // namespace tradewarden::bill_io
