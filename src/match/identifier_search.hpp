// Parties that bear a number: by the hash of its key, then compared in full.
//
// Example:
//   auto found = find_bearers(view, facts);   // parties in order, each with how sure it is
//
// Threads: the index is only read.
#ifndef TRADEWARDEN_MATCH_IDENTIFIER_SEARCH_HPP
#define TRADEWARDEN_MATCH_IDENTIFIER_SEARCH_HPP

#include <cstdint>
#include <vector>

#include "index/index_view.hpp"
#include "match/evidence.hpp"
#include "tradewarden/day.hpp"

namespace tradewarden::matching {

struct bearer {
  std::uint32_t party = 0;
  identifier_grade grade = identifier_grade::possible;
  friend bool operator==(const bearer&, const bearer&) = default;
};

/// The readings of the identifier, and the IMO number.
[[nodiscard]] std::vector<identifier> numbers_of(const query_facts& facts);

/// The query's numbers against those of a party: the best grade.
[[nodiscard]] identifier_grade number_grade(const query_facts& facts, const listed_party& party);

/// Every party of the index that has a grade above none on the day. The search must be ready. Error
/// bad_index if a party cannot be read.
[[nodiscard]] result<std::vector<bearer>> find_bearers(const detail::index_view& index,
                                                       const query_facts& facts, day on);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_IDENTIFIER_SEARCH_HPP
