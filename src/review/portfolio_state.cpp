#include "review/portfolio_state.hpp"

#include <algorithm>
#include <iterator>

#include "store/trail_writer.hpp"
#include "store/utc_now.hpp"

namespace tradewarden::review {
namespace {

result<std::int64_t> last_run(const store::database& db, std::string_view name) {
  auto row = db.prepare("SELECT run FROM portfolio WHERE name = ?");
  if (!row) return row.error();
  row->bind(1, name);
  if (row->step()) return row->number(0);
  if (const auto e = row->failed()) return *e;
  return std::int64_t{0};
}

constexpr std::string alert::*k_texts[] = {&alert::customer_name, &alert::entry_name, &alert::matched_name,
                                           &alert::score, &alert::status, &alert::from, &alert::until,
                                           &alert::opened, &alert::id};

// Only what differs is written: of a day's change little does.

result<void> save_customers(const store::database& db, std::string_view name, const portfolio_state& before,
                            const portfolio_state& state) {
  auto gone = db.prepare("DELETE FROM portfolio_customer WHERE portfolio = ? AND customer = ?");
  if (!gone) return gone.error();
  for (const auto& [id, sha] : before.customers) {
    if (state.customers.contains(id)) continue;
    if (auto done = gone->bind(1, name).bind(2, id).run(); !done) return done.error();
  }
  auto row = db.prepare("INSERT INTO portfolio_customer (portfolio, customer, digest) VALUES (?, ?, ?) "
                        "ON CONFLICT (portfolio, customer) DO UPDATE SET digest = excluded.digest");
  if (!row) return row.error();
  for (const auto& [id, sha] : state.customers) {
    const auto known = before.customers.find(id);
    if (known != before.customers.end() && known->second == sha) continue;
    if (auto done = row->bind(1, name).bind(2, id).bind(3, sha).run(); !done) return done.error();
  }
  return {};
}

result<void> save_entries(const store::database& db, std::string_view name, const portfolio_state& before,
                          const portfolio_state& state) {
  auto gone = db.prepare("DELETE FROM portfolio_entry WHERE portfolio = ? AND list = ? AND source_id = ?");
  if (!gone) return gone.error();
  for (const auto& [key, sha] : before.entries) {
    if (state.entries.contains(key)) continue;
    if (auto done = gone->bind(1, name).bind(2, key.first).bind(3, key.second).run(); !done) return done.error();
  }
  auto row = db.prepare("INSERT INTO portfolio_entry (portfolio, list, source_id, digest) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (portfolio, list, source_id) DO UPDATE SET digest = excluded.digest");
  if (!row) return row.error();
  for (const auto& [key, sha] : state.entries) {
    const auto known = before.entries.find(key);
    if (known != before.entries.end() && known->second == sha) continue;
    if (auto done = row->bind(1, name).bind(2, key.first).bind(3, key.second).bind(4, sha).run(); !done) return done.error();
  }
  return {};
}

bool is_same_row(const alert& a, const alert& b) {
  return a.customer_digest == b.customer_digest && a.entry_digest == b.entry_digest &&
         std::all_of(std::begin(k_texts), std::end(k_texts), [&](const auto text) { return a.*text == b.*text; });
}

result<void> save_alerts(const store::database& db, std::string_view name, const portfolio_state& before,
                         const portfolio_state& state) {
  auto gone = db.prepare("DELETE FROM portfolio_alert WHERE portfolio = ? AND customer = ? AND list = ? AND source_id = ?");
  if (!gone) return gone.error();
  for (const auto& [key, a] : before.alerts) {
    if (state.alerts.contains(key)) continue;
    gone->bind(1, name).bind(2, key.customer).bind(3, key.entry.first).bind(4, key.entry.second);
    if (auto done = gone->run(); !done) return done.error();
  }
  auto row = db.prepare("INSERT OR REPLACE INTO portfolio_alert (portfolio, customer, list, source_id, customer_digest, "
                        "entry_digest, customer_name, entry_name, matched_name, score, status, since, until, opened, id) "
                        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  if (!row) return row.error();
  for (const auto& [key, a] : state.alerts) {
    const auto known = before.alerts.find(key);
    if (known != before.alerts.end() && is_same_row(known->second, a)) continue;
    row->bind(1, name).bind(2, a.customer).bind(3, a.list).bind(4, a.source_id).bind(5, a.customer_digest).bind(6, a.entry_digest);
    int column = 7;
    for (const auto text : k_texts) row->bind(column++, a.*text);
    if (auto done = row->run(); !done) return done.error();
  }
  return {};
}

constexpr std::string_view k_alert_columns =
    "SELECT customer, list, source_id, customer_digest, entry_digest, customer_name, entry_name, "
    "matched_name, score, status, since, until, opened, id FROM portfolio_alert WHERE portfolio = ?";

alert alert_of(const store::statement& row) {
  alert a;
  a.customer = row.text(0);
  a.list = row.text(1);
  a.source_id = row.text(2);
  a.customer_digest = row.sha256(3);
  a.entry_digest = row.sha256(4);
  int column = 5;
  for (const auto text : k_texts) a.*text = row.text(column++);
  return a;
}

result<void> take_alerts(store::statement& rows, portfolio_state& to) {
  while (rows.step()) {
    alert a = alert_of(rows);
    alert_key key{a.customer, {a.list, a.source_id}};
    to.alerts.emplace(std::move(key), std::move(a));
  }
  if (const auto e = rows.failed()) return *e;
  return {};
}

}  // namespace

result<portfolio_state> load_head(const store::database& db, std::string_view name) {
  portfolio_state out;
  auto head = db.prepare("SELECT run, settings, customers, customers_sha256, remarks FROM portfolio WHERE name = ?");
  if (!head) return head.error();
  head->bind(1, name);
  if (head->step()) {
    out.run = head->number(0);
    out.settings = head->text(1);
    out.customer_count = static_cast<std::uint64_t>(head->number(2));
    if (!head->blob(3).empty()) out.customers_sha256 = head->sha256(3);
    out.remarks = head->text(4);
  }
  if (const auto e = head->failed()) return *e;
  return out;
}

result<void> load_customers(const store::database& db, std::string_view name, portfolio_state& to) {
  auto customers = db.prepare("SELECT customer, digest FROM portfolio_customer WHERE portfolio = ?");
  if (!customers) return customers.error();
  customers->bind(1, name);
  while (customers->step()) to.customers.emplace(customers->text(0), customers->sha256(1));
  if (const auto e = customers->failed()) return *e;
  return {};
}

result<void> load_entries(const store::database& db, std::string_view name, portfolio_state& to) {
  auto entries = db.prepare("SELECT list, source_id, digest FROM portfolio_entry WHERE portfolio = ? ORDER BY list, source_id");
  if (!entries) return entries.error();
  entries->bind(1, name);
  while (entries->step()) {
    to.entries.emplace_hint(to.entries.end(), entry_key(entries->text(0), entries->text(1)), entries->sha256(2));
  }
  if (const auto e = entries->failed()) return *e;
  return {};
}

result<void> load_alerts(const store::database& db, std::string_view name, portfolio_state& to) {
  auto alerts = db.prepare(k_alert_columns);
  if (!alerts) return alerts.error();
  alerts->bind(1, name);
  return take_alerts(*alerts, to);
}

result<void> load_alerts_of(const store::database& db, std::string_view name, const entry_key& entry, portfolio_state& to) {
  // The primary key has the portfolio too, and is what SQLite would take.
  std::string by_entry(k_alert_columns);
  by_entry.replace(by_entry.find(" WHERE"), 6, " INDEXED BY portfolio_alert_by_entry WHERE");
  auto alerts = db.prepare(by_entry + " AND list = ? AND source_id = ?");
  if (!alerts) return alerts.error();
  alerts->bind(1, name).bind(2, entry.first).bind(3, entry.second);
  return take_alerts(*alerts, to);
}

result<std::optional<alert>> load_alert(const store::database& db, std::string_view name, const alert_key& key) {
  auto row = db.prepare(std::string(k_alert_columns) + " AND customer = ? AND list = ? AND source_id = ?");
  if (!row) return row.error();
  row->bind(1, name).bind(2, key.customer).bind(3, key.entry.first).bind(4, key.entry.second);
  std::optional<alert> out;
  if (row->step()) out = alert_of(*row);
  if (const auto e = row->failed()) return *e;
  return out;
}

result<std::uint64_t> count_alerts(const store::database& db, std::string_view name) {
  auto row = db.prepare("SELECT count(*) FROM portfolio_alert WHERE portfolio = ?");
  if (!row) return row.error();
  row->bind(1, name);
  std::uint64_t out = 0;
  if (row->step()) out = static_cast<std::uint64_t>(row->number(0));
  if (const auto e = row->failed()) return *e;
  return out;
}

result<portfolio_state> load_portfolio(const store::database& db, std::string_view name) {
  auto out = load_head(db, name);
  if (!out) return out;
  for (const auto load : {load_customers, load_entries, load_alerts}) {
    if (auto done = load(db, name, *out); !done) return done.error();
  }
  return out;
}

result<void> save_portfolio(const store::database& db, std::string_view name, const portfolio_state& before,
                            const portfolio_state& state, std::span<const trail_entry> records) {
  auto writing = store::transaction::begin(db);
  if (!writing) return writing.error();
  const auto now = last_run(db, name);
  if (!now) return now.error();
  if (*now != before.run) {
    return error{errc::conflict, "another run of portfolio '" + std::string(name) + "' has finished meanwhile: run again", db.path(), 0, {}};
  }
  auto head = db.prepare("INSERT INTO portfolio (name, run, settings, at, customers, customers_sha256, remarks) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET run = excluded.run, "
                         "settings = excluded.settings, at = excluded.at, customers = excluded.customers, "
                         "customers_sha256 = excluded.customers_sha256, remarks = excluded.remarks");
  if (!head) return head.error();
  head->bind(1, name).bind(2, before.run + 1).bind(3, state.settings).bind(4, store::utc_now())
      .bind(5, static_cast<std::int64_t>(state.customer_count)).bind(7, state.remarks);
  if (state.customers_sha256) {
    head->bind(6, *state.customers_sha256);
  } else {
    head->bind_blob(6, "");
  }
  if (auto done = head->run(); !done) return done.error();
  if (auto done = save_customers(db, name, before, state); !done) return done.error();
  if (auto done = save_entries(db, name, before, state); !done) return done.error();
  if (auto done = save_alerts(db, name, before, state); !done) return done.error();
  if (auto kept = store::append_to_trail(db, records); !kept) return kept.error();
  return writing->commit();
}

}  // namespace tradewarden::review
