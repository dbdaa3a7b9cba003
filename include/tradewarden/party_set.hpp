// Publications joined: the same entry from two publications is one party with both sources.
//
// Example:
//   std::vector<tradewarden::publication> pubs = ...;
//   auto set = tradewarden::merge_publications(std::move(pubs));
//
// Threads: a plain value.
#ifndef TRADEWARDEN_PARTY_SET_HPP
#define TRADEWARDEN_PARTY_SET_HPP

#include <cstdint>
#include <vector>

#include "tradewarden/listed_party.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden {

struct party_set {
  std::vector<publication> publications;  ///< Their `parties` moved out.
  std::vector<listed_party> parties;      ///< Sorted by list (order of all_lists()), then id.
  std::uint64_t duplicates = 0;           ///< Entries merged into a party of another publication.
};

/// Joins by party key (list + source_id); US-DPL entries also by folded name + effective date
/// with a shared (or missing) Federal Register citation. The publisher's own publication comes
/// first and its facts win; names, addresses, identifiers and citations are united.
/// Error conflict if two publications of one name carry different dates (or are the same twice).
[[nodiscard]] result<party_set> merge_publications(std::vector<publication> publications);

}  // namespace tradewarden

#endif  // TRADEWARDEN_PARTY_SET_HPP
