// A connection to SQLite and its statements: closed by themselves, errors as values.
//
// Example:
//   auto db = store::database::open("lists.db", store::open_mode::read);
//   auto rows = db->prepare("SELECT id FROM snapshot WHERE format = ?");
//   rows->bind(1, "bis-dpl");
//   while (rows->step()) use(rows->number(0));
//   if (!rows->failed()) ...
//
// Threads: a connection and its statements belong to one thread at a time.
#ifndef TRADEWARDEN_STORE_DATABASE_HPP
#define TRADEWARDEN_STORE_DATABASE_HPP

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tradewarden/digest.hpp"
#include "tradewarden/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace tradewarden::store {

enum class open_mode : std::uint8_t { read, write, create };

/// A statement with its parameters (counted from 1) and the columns of its row (from 0).
class statement {
 public:
  statement(sqlite3* db, sqlite3_stmt* made, std::string path);

  statement& bind(int at, std::int64_t value);
  statement& bind(int at, std::string_view text);
  statement& bind(int at, const digest& bytes);
  statement& bind_blob(int at, std::string_view bytes);
  statement& bind_null(int at);

  /// True if there is a row; false at the end, or after a failure.
  bool step();
  /// Runs a statement that gives no rows, and makes it ready to run again.
  [[nodiscard]] result<void> run();
  void reset();
  /// What failed since the last reset, if something did.
  [[nodiscard]] std::optional<error> failed() const;

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string blob(int column) const;
  [[nodiscard]] digest sha256(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  struct finalizer {
    void operator()(sqlite3_stmt* s) const;
  };
  void note(int code);

  sqlite3* db_;
  std::unique_ptr<sqlite3_stmt, finalizer> made_;
  std::string path_;
  std::optional<error> failed_;
};

class database {
 public:
  /// A store's file: its write-ahead log on, foreign keys held, waiting for other writers. Errors:
  /// not_found, io, unknown_format (a file that is no SQLite database).
  [[nodiscard]] static result<database> open(const std::string& path, open_mode mode);

  [[nodiscard]] result<statement> prepare(std::string_view sql) const;
  /// Statements without rows or parameters.
  [[nodiscard]] result<void> execute(const char* sql) const;
  /// One number of one row.
  [[nodiscard]] result<std::int64_t> number(std::string_view sql) const;
  [[nodiscard]] std::int64_t last_id() const;
  /// A consistent copy as of now, made whole beside `to` and renamed. Errors: not_found, io.
  [[nodiscard]] result<void> copy_to(const std::string& to) const;

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  struct closer {
    void operator()(sqlite3* db) const;
  };
  database(sqlite3* db, std::string path) : db_(db), path_(std::move(path)) {}

  std::unique_ptr<sqlite3, closer> db_;
  std::string path_;
};

/// Begins a transaction that writes, and rolls it back unless commit() was called.
class transaction {
 public:
  [[nodiscard]] static result<transaction> begin(const database& db);
  transaction(transaction&& other) noexcept : db_(other.db_) { other.db_ = nullptr; }
  transaction& operator=(transaction&&) = delete;
  ~transaction();
  [[nodiscard]] result<void> commit();

 private:
  explicit transaction(const database* db) : db_(db) {}
  const database* db_;
};

}  // namespace tradewarden::store

#endif  // TRADEWARDEN_STORE_DATABASE_HPP
