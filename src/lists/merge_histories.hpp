// Joins what the histories of two publications say of one party.
//
//   kept     |---- A ----|---- B ----|   (gone)
//   other          |-- a --|- b -|             |-- c --
//   merged   |- A + a ---|- B + b ---|         |-- c --
//
// Facts of the other publication go to the state of the first that holds at the same time; a state of
// the other that holds when the first has none stands by itself. Licences and authorisations have days of
// their own and go to every state.
//
// Example:
//   merge_histories(kept, std::move(other), [](listed_party& to, listed_party&& from) { ... });
//
// Threads: a function of its arguments.
#ifndef TRADEWARDEN_LISTS_MERGE_HISTORIES_HPP
#define TRADEWARDEN_LISTS_MERGE_HISTORIES_HPP

#include <cstddef>
#include <functional>
#include <vector>

#include "tradewarden/listed_party.hpp"

namespace tradewarden::lists {

/// Adds the facts of the second to the first, without their histories; returns the conflicts.
using fact_merger = std::function<std::size_t(listed_party&, listed_party&&)>;

/// Both have sightings. Returns the sum of what `merge` returned.
std::size_t merge_histories(listed_party& kept, listed_party&& other, const fact_merger& merge);

/// The states of a party become one again: the last seen on top, the others in order of their first
/// sighting, and each state's sightings in order.
[[nodiscard]] listed_party from_states(std::vector<listed_party> states);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_MERGE_HISTORIES_HPP
