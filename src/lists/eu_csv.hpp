// The EU's financial sanctions list as one CSV file of 118 columns between semicolons.
//
// A party has several rows, each with one fact: a name, an address, a birth, an identification or a
// citizenship. Columns are found by name. A quote within a field that is not doubled is kept, with a warning.
//
// Example:
//   auto pub = lists::read_eu_csv(source_spec::parse("eu_csl.csv").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_EU_CSV_HPP
#define TRADEWARDEN_LISTS_EU_CSV_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_eu_csv(const source_spec& source, const read_limits& limits);
[[nodiscard]] result<publication> read_eu_csv(const input_file& file, const source_spec& source,
                                              const read_limits& limits);

/// True if the first line names the list's columns.
[[nodiscard]] bool looks_like_eu_csv(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_EU_CSV_HPP
