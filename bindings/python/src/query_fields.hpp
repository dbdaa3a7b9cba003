// The fields of a query that a column of a table may give, by the keywords of Index.screen_table.
//
// Example:
//   query_fields fields(pairs);                       // [("name", "customer"), ...]
//   if (auto problem = fields.fill(q, *rows)) ...     // the row cannot be asked
//
// Threads: made with the GIL held; fill() needs none.
#ifndef TRADEWARDEN_PYTHON_QUERY_FIELDS_HPP
#define TRADEWARDEN_PYTHON_QUERY_FIELDS_HPP

#include <nanobind/nanobind.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table_rows.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::python {

enum class query_field : std::uint8_t {
  name, id, schema, country, birth_date, identifier, identifier_type, nationality, gender, imo,
};

class query_fields {
 public:
  /// `pairs`: of a keyword and a column. Raises a usage error for another keyword.
  explicit query_fields(const nb::list& pairs);

  [[nodiscard]] bool has(query_field f) const;
  /// `source`: what __arrow_c_stream__ or __arrow_c_array__ returns, or a list of lists.
  [[nodiscard]] std::unique_ptr<table_rows> rows_of(nb::object source) const;
  /// Why the row at hand cannot be asked, if so.
  [[nodiscard]] std::optional<error> fill(screening_query& q, table_rows& rows) const;

 private:
  std::vector<query_field> fields_;
  std::vector<std::string> columns_;
};

}  // namespace tradewarden::python

#endif  // TRADEWARDEN_PYTHON_QUERY_FIELDS_HPP
