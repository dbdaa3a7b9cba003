// The days on which a party's measures and licences end by themselves.
//
// Example:
//   for (const dated_change& c : store::dated_changes(publication, published)) keep(c);
//
// Threads: a pure function.
#ifndef TRADEWARDEN_STORE_DATED_CHANGES_HPP
#define TRADEWARDEN_STORE_DATED_CHANGES_HPP

#include <vector>

#include "tradewarden/store.hpp"

namespace tradewarden::store {

/// Those after `published`, by day, list and id.
[[nodiscard]] std::vector<dated_change> dated_changes(const publication& read, day published);

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_DATED_CHANGES_HPP
