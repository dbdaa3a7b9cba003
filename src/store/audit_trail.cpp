#include "tradewarden/audit_trail.hpp"

#include <utility>

#include "store/database.hpp"
#include "store/schema.hpp"
#include "store/trail_writer.hpp"
#include "store/utc_now.hpp"

namespace tradewarden {

using store::database;
using store::statement;

struct audit_trail::state {
  database db;
};

namespace {

constexpr std::string_view k_columns = "SELECT id, at, kind, subject, body, previous, digest FROM trail ";

digest digest_of(const trail_record& r) {
  std::string text(reinterpret_cast<const char*>(r.previous.bytes.data()), r.previous.bytes.size());
  text += std::to_string(r.number) + '\n' + r.at + '\n' + r.kind + '\n' + r.subject + '\n' + r.body;
  return sha256(text);
}

trail_record load(const statement& row) {
  trail_record out;
  out.number = static_cast<std::uint64_t>(row.number(0));
  out.at = row.text(1);
  out.kind = row.text(2);
  out.subject = row.text(3);
  out.body = row.text(4);
  out.previous = row.sha256(5);
  out.sha256 = row.sha256(6);
  return out;
}

result<trail_record> last_of(const database& db) {
  auto row = db.prepare(std::string(k_columns) + "ORDER BY id DESC LIMIT 1");
  if (!row) return row.error();
  if (row->step()) return load(*row);
  if (const auto e = row->failed()) return *e;
  return trail_record();
}

}  // namespace

audit_trail::audit_trail(std::unique_ptr<state> s) : state_(std::move(s)) {}
audit_trail::~audit_trail() = default;
audit_trail::audit_trail(audit_trail&&) noexcept = default;
audit_trail& audit_trail::operator=(audit_trail&&) noexcept = default;

const std::string& audit_trail::path() const& noexcept { return state_->db.path(); }

result<audit_trail> audit_trail::open(const std::string& path, store_access access) {
  auto db = store::open_database(path, access);
  if (!db) return db.error();
  return audit_trail(std::make_unique<state>(state{std::move(*db)}));
}

result<digest> store::append_to_trail(const database& db, std::span<const trail_entry> entries) {
  auto last = last_of(db);
  if (!last) return last.error();
  auto row = db.prepare("INSERT INTO trail (id, at, kind, subject, body, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?)");
  if (!row) return row.error();
  const std::string at = store::utc_now();
  trail_record r = std::move(*last);
  for (const trail_entry& e : entries) {
    r = {r.number + 1, at, e.kind, e.subject, e.body, r.sha256, {}};
    r.sha256 = digest_of(r);
    row->bind(1, static_cast<std::int64_t>(r.number)).bind(2, r.at).bind(3, r.kind).bind(4, r.subject)
        .bind(5, r.body).bind(6, r.previous).bind(7, r.sha256);
    if (auto done = row->run(); !done) return done.error();
  }
  return r.sha256;
}

result<digest> audit_trail::append(std::span<const trail_entry> entries) {
  // Writers wait for each other here, so that each record follows the last one there is.
  auto writing = store::transaction::begin(state_->db);
  if (!writing) return writing.error();
  auto head = store::append_to_trail(state_->db, entries);
  if (!head) return head.error();
  if (auto done = writing->commit(); !done) return done.error();
  return head;
}

result<digest> audit_trail::append(std::string kind, std::string subject, std::string body) {
  const trail_entry one[] = {{std::move(kind), std::move(subject), std::move(body)}};
  return append(one);
}

result<std::vector<trail_record>> audit_trail::records(std::string_view kind, std::string_view subject) const {
  auto rows = state_->db.prepare(std::string(k_columns) +
                                 (subject.empty() ? "WHERE kind = ? ORDER BY id" : "WHERE kind = ? AND subject = ? ORDER BY id"));
  if (!rows) return rows.error();
  rows->bind(1, kind);
  if (!subject.empty()) rows->bind(2, subject);
  std::vector<trail_record> out;
  while (rows->step()) out.push_back(load(*rows));
  if (const auto e = rows->failed()) return *e;
  return out;
}

result<trail_check> audit_trail::verify(const std::optional<digest>& head) const {
  auto rows = state_->db.prepare(std::string(k_columns) + "ORDER BY id");
  if (!rows) return rows.error();
  trail_check out;
  bool met = !head || *head == digest();
  while (rows->step()) {
    const trail_record r = load(*rows);
    const std::uint64_t expected = out.records + 1;
    if (r.number != expected) {
      out.broken = {expected, "is missing: the next one there is has number " + std::to_string(r.number)};
    } else if (r.previous != out.head) {
      out.broken = {expected, "does not follow the record before it"};
    } else if (digest_of(r) != r.sha256) {
      out.broken = {expected, "was changed: its content is not that of its digest"};
    }
    if (out.broken) return out;
    out.records = expected;
    out.head = r.sha256;
    met = met || out.head == *head;
  }
  if (const auto e = rows->failed()) return *e;
  if (!met) out.broken = {out.records + 1, "is missing: no record has the digest " + head->to_string()};
  return out;
}

}  // namespace tradewarden
