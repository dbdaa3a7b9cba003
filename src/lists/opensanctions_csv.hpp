// OpenSanctions' targets.simple.csv: one row per party, values joined with ";".
//
//   id, schema, name, aliases, birth_date, countries, addresses, identifiers, sanctions, phones,
//   emails, program_ids, dataset, first_seen, last_seen, last_change
//
// The parties stand under the list X-OPENSANCTIONS, with the data sets as sublists. The file says neither
// which alias is weak nor what kind a number is; the FollowTheMoney form (followthemoney.hpp) says both. Not
// yet tried on a real file.
//
// Example:
//   auto pub = lists::read_opensanctions_csv(source_spec::parse("targets.simple.csv").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_OPENSANCTIONS_CSV_HPP
#define TRADEWARDEN_LISTS_OPENSANCTIONS_CSV_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/schema.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_opensanctions_csv(const source_spec& source,
                                                         const read_limits& limits);
[[nodiscard]] result<publication> read_opensanctions_csv(const input_file& file,
                                                         const source_spec& source,
                                                         const read_limits& limits);

/// True if the first line names the file's columns.
[[nodiscard]] bool looks_like_opensanctions_csv(std::string_view first_bytes);

/// "Person", "Company", "LegalEntity", "PublicBody", "Airplane" ... -> what parse_schema() knows.
[[nodiscard]] schema ftm_schema(std::string_view name);

inline constexpr std::string_view k_opensanctions_list = "X-OPENSANCTIONS";

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OPENSANCTIONS_CSV_HPP
