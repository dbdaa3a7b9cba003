// FollowTheMoney entities as JSON Lines, as OpenSanctions (entities.ftm.json) and others publish them.
//
//   {"id": "A", "schema": "Person", "target": true, "properties": {"name": ["..."], ...}}
//   {"id": "S", "schema": "Sanction", "properties": {"entity": ["A"], "startDate": ["2014-03-17"], ...}}
//   {"id": "O", "schema": "Ownership", "properties": {"owner": ["A"], "asset": ["B"], ...}}
//
// Persons, companies, bodies, vessels and aircraft that are targets (or of which the file does not say) become
// parties of the list X-OPENSANCTIONS. Sanctions become their measures, with dates; documents, addresses and
// wallets are added to whom they belong, in whatever order the lines come. read_ftm_ownership() gives
// the edges between owners and what they own. Not yet tried on a real file.
//
// Example:
//   auto pub = lists::read_ftm_json(source_spec::parse("entities.ftm.json").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_FOLLOWTHEMONEY_HPP
#define TRADEWARDEN_LISTS_FOLLOWTHEMONEY_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lists/input_file.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_ftm_json(const source_spec& source,
                                                const read_limits& limits);
[[nodiscard]] result<publication> read_ftm_json(const input_file& file, const source_spec& source,
                                                const read_limits& limits);

/// True if the first line is an entity: an object with an id, a schema and properties.
[[nodiscard]] bool looks_like_ftm_json(std::string_view first_bytes);

/// Who owns what: the parties by their ids in the file, listed or not.
struct ownership_edge {
  std::string owner;
  std::string owned;
  std::string percentage;  ///< As written ("50", "50%", "25-50", several parted by |); empty if the file does not say.
  std::string role;
  std::optional<day> from;
  std::optional<day> until;  ///< The last day, as listed.
  std::uint64_t line = 0;
};

/// The edges of a file in its order, one for each pair of owner and owned; where one of them is missing, empty. Lines that are broken are an error
/// (bad_syntax with the line), because half of an ownership is worse than none.
[[nodiscard]] result<std::vector<ownership_edge>> read_ftm_ownership(const input_file& file,
                                                                     const read_limits& limits);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_FOLLOWTHEMONEY_HPP
