#include "review/portfolio_state.hpp"

#include <algorithm>
#include <iterator>

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

}  // namespace

result<portfolio_state> load_portfolio(const store::database& db, std::string_view name) {
  portfolio_state out;
  auto head = db.prepare("SELECT run, settings FROM portfolio WHERE name = ?");
  if (!head) return head.error();
  head->bind(1, name);
  if (head->step()) {
    out.run = head->number(0);
    out.settings = head->text(1);
  }
  if (const auto e = head->failed()) return *e;
  auto customers = db.prepare("SELECT customer, digest FROM portfolio_customer WHERE portfolio = ?");
  if (!customers) return customers.error();
  customers->bind(1, name);
  while (customers->step()) out.customers.emplace(customers->text(0), customers->sha256(1));
  if (const auto e = customers->failed()) return *e;
  auto entries = db.prepare("SELECT list, source_id, digest FROM portfolio_entry WHERE portfolio = ?");
  if (!entries) return entries.error();
  entries->bind(1, name);
  while (entries->step()) out.entries.emplace(entry_key(entries->text(0), entries->text(1)), entries->sha256(2));
  if (const auto e = entries->failed()) return *e;
  auto alerts = db.prepare("SELECT customer, list, source_id, customer_digest, entry_digest, customer_name, entry_name, "
                           "matched_name, score, status, since, until, opened, id FROM portfolio_alert WHERE portfolio = ?");
  if (!alerts) return alerts.error();
  alerts->bind(1, name);
  while (alerts->step()) {
    alert a;
    a.customer = alerts->text(0);
    a.list = alerts->text(1);
    a.source_id = alerts->text(2);
    a.customer_digest = alerts->sha256(3);
    a.entry_digest = alerts->sha256(4);
    int column = 5;
    for (const auto text : k_texts) a.*text = alerts->text(column++);
    alert_key key{a.customer, {a.list, a.source_id}};
    out.alerts.emplace(std::move(key), std::move(a));
  }
  if (const auto e = alerts->failed()) return *e;
  return out;
}

result<void> save_portfolio(const store::database& db, std::string_view name, const portfolio_state& before,
                            const portfolio_state& state) {
  auto writing = store::transaction::begin(db);
  if (!writing) return writing.error();
  const auto now = last_run(db, name);
  if (!now) return now.error();
  if (*now != before.run) {
    return error{errc::conflict, "another run of portfolio '" + std::string(name) + "' has finished meanwhile: run again", db.path(), 0, {}};
  }
  auto head = db.prepare("INSERT INTO portfolio (name, run, settings, at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
                         "run = excluded.run, settings = excluded.settings, at = excluded.at");
  if (!head) return head.error();
  head->bind(1, name).bind(2, before.run + 1).bind(3, state.settings).bind(4, store::utc_now());
  if (auto done = head->run(); !done) return done.error();
  if (auto done = save_customers(db, name, before, state); !done) return done.error();
  if (auto done = save_entries(db, name, before, state); !done) return done.error();
  if (auto done = save_alerts(db, name, before, state); !done) return done.error();
  return writing->commit();
}

}  // namespace tradewarden::review
