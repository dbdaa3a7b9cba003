// Records for the audit trail inside a transaction that changes something else too.
//
// Example:
//   auto writing = store::transaction::begin(db);
//   ... rows ...
//   if (auto kept = store::append_to_trail(db, entries); !kept) return kept.error();
//   return writing->commit();
//
// Threads: as the database.
#ifndef TRADEWARDEN_STORE_TRAIL_WRITER_HPP
#define TRADEWARDEN_STORE_TRAIL_WRITER_HPP

#include <span>

#include "store/database.hpp"
#include "tradewarden/audit_trail.hpp"

namespace tradewarden::store {

/// The digest of the last. A transaction must be under way: each record follows the last one there is.
[[nodiscard]] result<digest> append_to_trail(const database& db, std::span<const trail_entry> entries);

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_TRAIL_WRITER_HPP
