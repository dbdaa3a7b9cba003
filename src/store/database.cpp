#include "store/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>

namespace tradewarden::store {
namespace {

constexpr int k_patience_ms = 30'000;
constexpr int k_pages_a_step = 4096;

error failure(sqlite3* db, int code, const std::string& path) {
  const int primary = code & 0xFF;
  if (primary == SQLITE_NOTADB) {
    return error{errc::unknown_format, "this file is no store of lists", path, 0, {}};
  }
  std::string what = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  if (primary == SQLITE_CORRUPT) {
    return error{errc::bad_index, "the store is damaged (" + what + "); restore a backup", path, 0, {}};
  }
  if (primary == SQLITE_BUSY) what = "another process has been writing for too long; try again";
  if (primary == SQLITE_FULL) what = "no room left on the disk: nothing was changed";
  return error{errc::io, std::move(what), path, 0, {}};
}

}  // namespace

void statement::finalizer::operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }

statement::statement(sqlite3* db, sqlite3_stmt* made, std::string path)
    : db_(db), made_(made), path_(std::move(path)) {}

void statement::note(int code) {
  if (code != SQLITE_OK && !failed_) failed_ = failure(db_, code, path_);
}

statement& statement::bind(int at, std::int64_t value) {
  note(sqlite3_bind_int64(made_.get(), at, value));
  return *this;
}

statement& statement::bind(int at, std::string_view text) {
  note(sqlite3_bind_text64(made_.get(), at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

statement& statement::bind(int at, const digest& bytes) {
  return bind_blob(at, {reinterpret_cast<const char*>(bytes.bytes.data()), bytes.bytes.size()});
}

statement& statement::bind_blob(int at, std::string_view bytes) {
  // An empty view has no address, which SQLite would take for NULL.
  note(bytes.empty() ? sqlite3_bind_zeroblob(made_.get(), at, 0)
                     : sqlite3_bind_blob64(made_.get(), at, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

statement& statement::bind_null(int at) {
  note(sqlite3_bind_null(made_.get(), at));
  return *this;
}

bool statement::step() {
  if (failed_) return false;
  const int code = sqlite3_step(made_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) note(code);
  return false;
}

result<void> statement::run() {
  (void)step();
  const std::optional<error> problem = failed_;
  reset();
  if (problem) return *problem;
  return {};
}

void statement::reset() {
  sqlite3_reset(made_.get());
  sqlite3_clear_bindings(made_.get());
  failed_.reset();
}

std::optional<error> statement::failed() const { return failed_; }

std::int64_t statement::number(int column) const { return sqlite3_column_int64(made_.get(), column); }

std::string statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(made_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(made_.get(), column))};
}

std::string statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(made_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(made_.get(), column))};
}

digest statement::sha256(int column) const {
  digest out;
  const std::string bytes = blob(column);
  for (std::size_t i = 0; i < std::min(bytes.size(), out.bytes.size()); ++i) {
    out.bytes[i] = static_cast<std::uint8_t>(bytes[i]);
  }
  return out;
}

bool statement::is_null(int column) const {
  return sqlite3_column_type(made_.get(), column) == SQLITE_NULL;
}

void database::closer::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

result<database> database::open(const std::string& path, open_mode mode) {
  std::error_code none;
  const auto status = std::filesystem::status(path, none);
  if (path.empty()) return error{errc::usage, "the path of the store is empty", {}, 0, {}};
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    return error{errc::unknown_format, "a folder or a device, not a store of lists", path, 0, {}};
  }
  if (mode != open_mode::create && !std::filesystem::exists(status)) {
    return error{errc::not_found, "there is no store here; `lists import` makes one", path, 0, {}};
  }
  int flags = SQLITE_OPEN_FULLMUTEX;
  flags |= mode == open_mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (mode == open_mode::create) flags |= SQLITE_OPEN_CREATE;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  database out(raw, path);
  if (code != SQLITE_OK) {
    error e = failure(raw, code, path);
    if (code == SQLITE_CANTOPEN) e.code = errc::not_found;
    return e;
  }
  sqlite3_busy_timeout(raw, k_patience_ms);
  // A file that anybody may have written: no functions of its schema run with our rights.
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (auto done = out.execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY"); !done) return done.error();
  if (mode != open_mode::read) {
    // FULL: a committed import survives a loss of power, not only the end of the process.
    if (auto done = out.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL"); !done) {
      return done.error();
    }
  } else if (auto first = out.number("SELECT count(*) FROM sqlite_schema"); !first) {
    return first.error();
  }
  return out;
}

result<statement> database::prepare(std::string_view sql) const {
  sqlite3_stmt* made = nullptr;
  const int code = sqlite3_prepare_v2(db_.get(), sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  if (code != SQLITE_OK) return failure(db_.get(), code, path_);
  return statement(db_.get(), made, path_);
}

result<void> database::execute(const char* sql) const {
  const int code = sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure(db_.get(), code, path_);
  return {};
}

result<std::int64_t> database::number(std::string_view sql) const {
  auto rows = prepare(sql);
  if (!rows) return rows.error();
  if (!rows->step()) {
    return rows->failed().value_or(error{errc::io, "the store gave no answer", path_, 0, {}});
  }
  return rows->number(0);
}

std::int64_t database::last_id() const { return sqlite3_last_insert_rowid(db_.get()); }

result<void> database::copy_to(const std::string& to) const {
  const std::string beside = to + ".part-" + std::to_string(::getpid());
  const auto drop = [&] {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) std::remove((beside + end).c_str());
  };
  drop();
  {
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(beside.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, closer> copy(raw);
    if (opened != SQLITE_OK) {
      return error{errc::not_found, "cannot be written: " + std::string(sqlite3_errstr(opened)), to, 0, {}};
    }
    sqlite3_backup* backup = sqlite3_backup_init(raw, "main", db_.get(), "main");
    if (backup == nullptr) {
      error e = failure(raw, sqlite3_errcode(raw), to);
      drop();
      return e;
    }
    int code = SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
      code = sqlite3_backup_step(backup, k_pages_a_step);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(50);
    }
    sqlite3_backup_finish(backup);
    // The copy is one file: it needs no write-ahead log beside it to be read.
    if (code == SQLITE_DONE) code = sqlite3_exec(raw, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_DONE) {
      error e = failure(raw, code, to);
      drop();
      return e;
    }
  }
  const int file = ::open(beside.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!synced || std::rename(beside.c_str(), to.c_str()) != 0) {
    drop();
    return error{errc::io, "the backup could not be written", to, 0, {}};
  }
  return {};
}

result<transaction> transaction::begin(const database& db) {
  if (auto begun = db.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
  return transaction(&db);
}

transaction::~transaction() {
  if (db_ != nullptr) (void)db_->execute("ROLLBACK");
}

result<void> transaction::commit() {
  auto done = db_->execute("COMMIT");
  if (done) db_ = nullptr;
  return done;
}

}  // namespace tradewarden::store
