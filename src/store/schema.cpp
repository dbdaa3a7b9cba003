#include "store/schema.hpp"

#include <array>
#include <string>

namespace tradewarden::store {
namespace {

// Rows are added, never changed or taken away: triggers hold what the code promises. What becomes of
// a snapshot is told by its events, of which the last counts.
constexpr const char* k_first = R"sql(
CREATE TABLE file (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
  bytes INTEGER NOT NULL,
  stored BLOB NOT NULL
);
CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  publication TEXT NOT NULL,
  format TEXT NOT NULL,
  published INTEGER NOT NULL,
  imported TEXT NOT NULL,
  source TEXT NOT NULL,
  is_folder INTEGER NOT NULL,
  reader TEXT NOT NULL,
  rows INTEGER NOT NULL, distinct_ids INTEGER NOT NULL, parties INTEGER NOT NULL,
  names INTEGER NOT NULL, weak_names INTEGER NOT NULL, aliases INTEGER NOT NULL,
  addresses INTEGER NOT NULL, joined INTEGER NOT NULL, rejected INTEGER NOT NULL,
  side_rejected INTEGER NOT NULL, warnings INTEGER NOT NULL
);
CREATE INDEX snapshot_by_publication ON snapshot (publication, published, id);
CREATE TABLE snapshot_file (
  snapshot INTEGER NOT NULL REFERENCES snapshot (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  digest BLOB NOT NULL REFERENCES file (digest),
  PRIMARY KEY (snapshot, position)
) WITHOUT ROWID;
CREATE TABLE snapshot_list (
  snapshot INTEGER NOT NULL REFERENCES snapshot (id),
  list TEXT NOT NULL,
  parties INTEGER NOT NULL,
  PRIMARY KEY (snapshot, list)
) WITHOUT ROWID;
CREATE TABLE snapshot_date (
  snapshot INTEGER NOT NULL REFERENCES snapshot (id),
  day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  list TEXT NOT NULL,
  party TEXT NOT NULL,
  name TEXT NOT NULL
);
CREATE INDEX snapshot_date_by_day ON snapshot_date (snapshot, day);
CREATE TABLE snapshot_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  snapshot INTEGER NOT NULL REFERENCES snapshot (id),
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('good', 'quarantined')),
  reason TEXT NOT NULL,
  who TEXT NOT NULL
);
CREATE INDEX snapshot_event_by_snapshot ON snapshot_event (snapshot, id);
CREATE TABLE download (
  url TEXT PRIMARY KEY,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  snapshot INTEGER REFERENCES snapshot (id),
  at TEXT NOT NULL
);
)sql";

// What was answered and decided, as a chain of digests.
constexpr const char* k_trail = R"sql(
CREATE TABLE trail (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  digest BLOB NOT NULL CHECK (length(digest) = 32)
);
CREATE INDEX trail_by_subject ON trail (kind, subject, id);
CREATE TRIGGER trail_no_UPDATE BEFORE UPDATE ON trail
  BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
CREATE TRIGGER trail_no_DELETE BEFORE DELETE ON trail
  BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
)sql";

// What is remembered of a portfolio between two runs of rescreening. It is worked out, and may change.
constexpr const char* k_portfolios = R"sql(
CREATE TABLE portfolio (
  name TEXT PRIMARY KEY,
  run INTEGER NOT NULL,
  settings TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE TABLE portfolio_customer (
  portfolio TEXT NOT NULL,
  customer TEXT NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (portfolio, customer)
) WITHOUT ROWID;
CREATE TABLE portfolio_entry (
  portfolio TEXT NOT NULL,
  list TEXT NOT NULL,
  source_id TEXT NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (portfolio, list, source_id)
) WITHOUT ROWID;
CREATE TABLE portfolio_alert (
  portfolio TEXT NOT NULL,
  customer TEXT NOT NULL,
  list TEXT NOT NULL,
  source_id TEXT NOT NULL,
  customer_digest BLOB NOT NULL,
  entry_digest BLOB NOT NULL,
  customer_name TEXT NOT NULL,
  entry_name TEXT NOT NULL,
  matched_name TEXT NOT NULL,
  score TEXT NOT NULL,
  status TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  opened TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (portfolio, customer, list, source_id)
) WITHOUT ROWID;
)sql";

// What a run need not read again if nothing has changed: the customers are those of a file already screened.
constexpr const char* k_kept_customers = R"sql(
ALTER TABLE portfolio ADD COLUMN customers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE portfolio ADD COLUMN customers_sha256 BLOB NOT NULL DEFAULT x'';
ALTER TABLE portfolio ADD COLUMN remarks TEXT NOT NULL DEFAULT '';
CREATE INDEX portfolio_alert_by_entry ON portfolio_alert (portfolio, list, source_id);
)sql";

constexpr std::array k_kept_tables = {"file", "snapshot", "snapshot_file", "snapshot_list", "snapshot_date", "snapshot_event"};

/// Entry n makes version n + 1 of version n. A step that has been released is never changed: what
/// comes later is a step of its own, and may only add tables, columns with a default, and indexes.
constexpr std::array<const char*, k_schema_version> k_steps = {k_first, k_trail, k_portfolios, k_kept_customers};

result<void> take_steps(const database& db, std::int64_t from) {
  for (auto step = static_cast<std::size_t>(from); step < k_steps.size(); ++step) {
    if (auto done = db.execute(k_steps[step]); !done) return done.error();
  }
  if (from == 0) {
    for (const char* table : k_kept_tables) {
      for (const char* verb : {"UPDATE", "DELETE"}) {
        const std::string sql = std::string("CREATE TRIGGER ") + table + "_no_" + verb + " BEFORE " + verb + " ON " + table +
                                " BEGIN SELECT RAISE(ABORT, 'the history of a store is never changed'); END";
        if (auto done = db.execute(sql.c_str()); !done) return done.error();
      }
    }
    const std::string id = "PRAGMA application_id = " + std::to_string(k_application_id);
    if (auto done = db.execute(id.c_str()); !done) return done.error();
  }
  return db.execute(("PRAGMA user_version = " + std::to_string(k_schema_version)).c_str());
}

error not_a_store(const database& db) {
  return error{errc::unknown_format, "this database is no store of lists", db.path(), 0, {}};
}

error newer(const database& db, std::int64_t version) {
  return error{errc::old_version, "the store has version " + std::to_string(version) + "; this engine knows versions up to " +
                   std::to_string(k_schema_version) + ": use the engine that wrote it", db.path(), 0, {}};
}

error older(const database& db) {
  return error{errc::old_version, "the store is of an older engine, and cannot be written here to bring it up to date: "
                                  "copy it to where it can, or use the engine that wrote it", db.path(), 0, {}};
}

}  // namespace

result<void> bring_up_to_date(const database& db) {
  auto writing = transaction::begin(db);
  if (!writing) return writing.error();
  const auto id = db.number("PRAGMA application_id");
  if (!id) return id.error();
  const auto tables = db.number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tables.error();
  const auto version = db.number("PRAGMA user_version");
  if (!version) return version.error();
  const bool empty = *tables == 0 && *id == 0;
  if (!empty && *id != k_application_id) return not_a_store(db);
  if (*version > k_schema_version) return newer(db, *version);
  if (*version < k_schema_version) {
    if (auto done = take_steps(db, *version); !done) return done.error();
  }
  return writing->commit();
}

result<void> check_version(const database& db) {
  const auto id = db.number("PRAGMA application_id");
  if (!id) return id.error();
  const auto version = db.number("PRAGMA user_version");
  if (!version) return version.error();
  if (*id != k_application_id) return not_a_store(db);
  if (*version > k_schema_version) return newer(db, *version);
  if (*version < k_schema_version) return older(db);
  return {};
}

result<database> open_database(const std::string& path, store_access access) {
  const auto mode = access == store_access::read    ? open_mode::read
                    : access == store_access::write ? open_mode::write
                                                    : open_mode::create;
  auto db = database::open(path, mode);
  if (!db) return db.error();
  if (access != store_access::read) {
    if (auto ready = bring_up_to_date(*db); !ready) return ready.error();
    return db;
  }
  auto ready = check_version(*db);
  if (ready) return db;
  if (ready.error().code != errc::old_version) return ready.error();
  // One of an older engine takes its steps first, where it may be written.
  auto writable = database::open(path, open_mode::write);
  if (!writable || !bring_up_to_date(*writable)) return ready.error();
  return db;
}

}  // namespace tradewarden::store
