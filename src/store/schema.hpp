// The tables of a store, and how an older store becomes one of today's.
//
// Example:
//   if (auto ready = store::bring_up_to_date(db); !ready) return ready.error();
//
// Threads: as the database.
#ifndef TRADEWARDEN_STORE_SCHEMA_HPP
#define TRADEWARDEN_STORE_SCHEMA_HPP

#include <cstdint>
#include <string>

#include "store/database.hpp"
#include "tradewarden/store.hpp"

namespace tradewarden::store {

/// "TWST", in the header of the file: what tells a store from other databases.
inline constexpr std::int64_t k_application_id = 0x54575354;
/// Rises by one with each step of k_steps in schema.cpp.
inline constexpr std::int64_t k_schema_version = 4;

/// Makes the tables of an empty database, or takes the steps that an older store lacks, in one
/// transaction. Errors: unknown_format (another program's database), old_version (a store of a
/// newer engine), io.
[[nodiscard]] result<void> bring_up_to_date(const database& db);

/// For reading alone: that it is a store of this version. Errors as above; a store of an older
/// version is old_version too.
[[nodiscard]] result<void> check_version(const database& db);

/// A store for this kind of access, brought up to date where that is needed and it may be written. Errors
/// as above, and those of database::open().
[[nodiscard]] result<database> open_database(const std::string& path, store_access access);

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_SCHEMA_HPP
