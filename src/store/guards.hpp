// Whether a new snapshot may serve, seen beside the one before it.
//
// Example:
//   std::string why = store::suspicion(publication, previous, options.guards);
//   if (!why.empty()) keep_in_quarantine(why);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_STORE_GUARDS_HPP
#define TRADEWARDEN_STORE_GUARDS_HPP

#include <optional>
#include <string>

#include "tradewarden/store.hpp"

namespace tradewarden::store {

/// Why the publication is not to be believed, in one sentence; empty if it is. `before` is the newest
/// good snapshot of an earlier day.
[[nodiscard]] std::string suspicion(const publication& read, const std::optional<snapshot_info>& before,
                                    const import_guards& guards);

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_GUARDS_HPP
