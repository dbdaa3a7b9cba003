// The Consolidated Screening List (trade.gov) as JSON: an array of entries, or the bulk form
// {"results": [entries]}. Read with simdjson On-Demand, entry by entry, without a tree.
//
// An entry has the CSV file's columns as keys, `id` or `_id`, arrays where there are several
// values, and objects for addresses and ids:
//   {"source": "...", "id": "...", "name": "...", "alt_names": ["..."],
//    "addresses": [{"address", "city", "state", "postal_code", "country"}],
//    "ids": [{"type", "number", "country", "issue_date", "expiration_date"}], ...}
//
// Example:
//   auto pub = lists::read_csl_json(source_spec::parse("consolidated.json").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_CSL_JSON_HPP
#define TRADEWARDEN_LISTS_CSL_JSON_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

/// An answer of the search interface that holds a part of the list ("total" above the number of
/// entries) is refused as truncated.
[[nodiscard]] result<publication> read_csl_json(const source_spec& source,
                                                const read_limits& limits);
[[nodiscard]] result<publication> read_csl_json(const input_file& file, const source_spec& source,
                                                const read_limits& limits);

/// True if the text begins as JSON and has one of the list's own keys, or "results".
[[nodiscard]] bool looks_like_csl_json(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CSL_JSON_HPP
