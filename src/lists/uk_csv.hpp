// The two CSV files of the United Kingdom -> list UK-SL:
//
//   ConList.csv             OFSI's consolidated list of asset freeze targets, 36 columns, frozen since
//                           28 January 2026; history needs it
//   UK-Sanctions-List.csv   the UK Sanctions List, 58 columns; not yet tried on a real file
//
// In both the first line says when the file was made, and the second names the columns; a file without
// the first is read too. Columns are found by name. Dates are written day first.
//
// Example:
//   auto pub = lists::read_uk_conlist(source_spec::parse("ConList.csv").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_UK_CSV_HPP
#define TRADEWARDEN_LISTS_UK_CSV_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_uk_conlist(const source_spec& source,
                                                  const read_limits& limits);
[[nodiscard]] result<publication> read_uk_conlist(const input_file& file,
                                                  const source_spec& source,
                                                  const read_limits& limits);
[[nodiscard]] result<publication> read_uk_sanctions_list(const source_spec& source,
                                                         const read_limits& limits);
[[nodiscard]] result<publication> read_uk_sanctions_list(const input_file& file,
                                                         const source_spec& source,
                                                         const read_limits& limits);

/// True if the first or the second line names the columns of that file.
[[nodiscard]] bool looks_like_uk_conlist(std::string_view first_bytes);
[[nodiscard]] bool looks_like_uk_sanctions_list(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_UK_CSV_HPP
