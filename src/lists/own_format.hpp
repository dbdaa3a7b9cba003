// The project's own list format: JSON Lines, described in docs/list-format.md.
//
//   {"tradewarden_list":1,"name":"House list","publisher":"Us","date":"2026-07-31","entries":2}
//   {"list":"X-house","id":"1","schema":"company","names":["Example Trading"],"countries":["CN"]}
//   {"list":"X-house","id":"2","names":["Jan Jansen"],"birth_dates":["circa 1954"]}
//
// The embedded sample list is written in it. The reader is strict, because people write it: a
// key it does not know, or a date it cannot read, rejects the entry and says what to do.
//
// Example:
//   auto pub = lists::read_own_format(source_spec::parse("house.jsonl").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_OWN_FORMAT_HPP
#define TRADEWARDEN_LISTS_OWN_FORMAT_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

/// Errors besides those of a file: bad_syntax for the header line, truncated if the number of
/// entries is not the header's, conflict if header and source name different dates.
[[nodiscard]] result<publication> read_own_format(const source_spec& source,
                                                  const read_limits& limits);
[[nodiscard]] result<publication> read_own_format(const input_file& file,
                                                  const source_spec& source,
                                                  const read_limits& limits);

/// True if the first line is a JSON object with the key "tradewarden_list".
[[nodiscard]] bool looks_like_own_format(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OWN_FORMAT_HPP
