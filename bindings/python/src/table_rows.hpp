// Rows of a table of Python, as queries: from an Arrow stream without a copy, or from lists of str.
//
// Example:
//   auto rows = rows_of_stream(capsule, columns);
//   while (rows->next()) query.name = rows->text(0).value_or("");
//
// Threads: made with the GIL held; next() and text() need none, and belong to one thread.
#ifndef TRADEWARDEN_PYTHON_TABLE_ROWS_HPP
#define TRADEWARDEN_PYTHON_TABLE_ROWS_HPP

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tradewarden::python {

namespace nb = nanobind;

class table_rows {
 public:
  virtual ~table_rows() = default;
  /// The next row; false at the end.
  virtual bool next() = 0;
  /// The cell of a column, by its position in `columns`; nothing for null. Valid until the next call.
  [[nodiscard]] virtual std::optional<std::string_view> text(std::size_t column) = 0;
};

/// `capsule`: what __arrow_c_stream__() returns. Columns are found by name. Raises a usage error for
/// a column that is not there or holds neither texts, whole numbers nor dates.
[[nodiscard]] std::unique_ptr<table_rows> rows_of_stream(nb::object capsule,
                                                         std::vector<std::string> columns);
/// `capsules`: what __arrow_c_array__() returns.
[[nodiscard]] std::unique_ptr<table_rows> rows_of_array(nb::tuple capsules,
                                                        std::vector<std::string> columns);
/// One list for each column, all of one length, of str, int, date or None.
[[nodiscard]] std::unique_ptr<table_rows> rows_of_lists(nb::list lists,
                                                        std::vector<std::string> columns);

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_TABLE_ROWS_HPP
