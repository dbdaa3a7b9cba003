// Rows of parties to be asked for: their columns, and the query of a row.
//
// Example:
//   auto streams = batch_streams::open(request, k_query_keys);
//   while (auto row = (*streams)->rows().next()) auto q = query_of(*row, (*streams)->input_name());
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_QUERY_ROWS_HPP
#define TRADEWARDEN_CLI_QUERY_ROWS_HPP

#include <cstddef>
#include <string>

#include "cli/row_reader.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::cli {

/// Positions in k_query_keys.
enum query_key : std::size_t {
  k_id, k_name, k_schema, k_country, k_birth_date, k_identifier, k_identifier_type, k_nationality,
  k_gender, k_imo
};
inline constexpr row_key k_query_keys[] = {{"id", true},          {"name", true, "identifier imo"},
                                           {"schema", false},     {"country", false},
                                           {"birth_date", false}, {"identifier", false},
                                           {"identifier_type", false}, {"nationality", false},
                                           {"gender", false},     {"imo", false}};

/// The query of a row, or why there is none.
[[nodiscard]] result<screening_query> query_of(const input_row& row, const std::string& file);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_QUERY_ROWS_HPP
