// The Consolidated Screening List (trade.gov) as one CSV file of 29 columns.
//
// Columns are found by name, in any order; older files lack `_id`. Values that a party has
// several of are joined with "; ", identifiers as "Type, number, CC", addresses as "street, city,
// state, postal code, CC".
//
// Example:
//   auto pub = lists::read_csl_csv(source_spec::parse("consolidated.csv").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_CSL_CSV_HPP
#define TRADEWARDEN_LISTS_CSL_CSV_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_csl_csv(const source_spec& source,
                                               const read_limits& limits);
[[nodiscard]] result<publication> read_csl_csv(const input_file& file, const source_spec& source,
                                               const read_limits& limits);

/// True if the first line names the list's columns.
[[nodiscard]] bool looks_like_csl_csv(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CSL_CSV_HPP
