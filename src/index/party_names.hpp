// The names under which a party is found, whichever of its states is asked for.
//
//   states          now: A, B        before: B, C (weak)
//   in the index    0 A   1 B   2 C (weak)
//
// Example:
//   for (const party_name* n : indexing::names_of_all_states(party)) add(n->text);
//   auto place = indexing::positions_in(party, state_on(party, day))[position_in_index];
//
// Threads: pure functions.
#ifndef TRADEWARDEN_INDEX_PARTY_NAMES_HPP
#define TRADEWARDEN_INDEX_PARTY_NAMES_HPP

#include <cstdint>
#include <optional>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/listed_party.hpp"

namespace tradewarden::indexing {

/// The party's own in their order, then those of its earlier states that differ in text or strength from
/// all before them. A position of the index file counts these.
[[nodiscard]] std::vector<const party_name*> names_of_all_states(const listed_party& party);

/// By position among them: that in the names of `state`, the first if it has the name twice.
[[nodiscard]] std::vector<std::optional<std::uint32_t>> positions_in(const listed_party& party,
                                                                     const listed_party& state);

/// The state of the day alone, with what was seen of the entry in all its states.
[[nodiscard]] listed_party one_state(listed_party&& party, day on);

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_PARTY_NAMES_HPP
