// What is remembered of a portfolio between two runs: its customers and the entries by their digests, and
// the alerts that stood.
//
// Example:
//   auto state = review::load_portfolio(db, "retail");
//   ... state->alerts ...
//   review::save_portfolio(db, "retail", *state, after);
//
// Threads: plain values; a database belongs to one thread.
#ifndef TRADEWARDEN_REVIEW_PORTFOLIO_STATE_HPP
#define TRADEWARDEN_REVIEW_PORTFOLIO_STATE_HPP

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "store/database.hpp"
#include "tradewarden/audit_trail.hpp"
#include "tradewarden/rescreening.hpp"

namespace tradewarden::review {

/// List and source id.
using entry_key = std::pair<std::string, std::string>;

struct alert_key {
  std::string customer;
  entry_key entry;
  friend auto operator<=>(const alert_key&, const alert_key&) = default;
};

struct portfolio_state {
  std::int64_t run = 0;  ///< 0: there was none.
  std::string settings;
  std::uint64_t customer_count = 0;
  std::optional<digest> customers_sha256;  ///< Of the file that they were read from, if that is known.
  std::string remarks;                     ///< What its reader had to say of it.
  std::unordered_map<std::string, digest> customers;
  std::map<entry_key, digest> entries;  ///< As they stood on the day of the run.
  std::map<alert_key, alert> alerts;
};

// Part by part: of a portfolio of which little has changed not all need be read.

/// All but customers, entries and alerts.
[[nodiscard]] result<portfolio_state> load_head(const store::database& db, std::string_view name);
[[nodiscard]] result<void> load_customers(const store::database& db, std::string_view name, portfolio_state& to);
[[nodiscard]] result<void> load_entries(const store::database& db, std::string_view name, portfolio_state& to);
[[nodiscard]] result<void> load_alerts(const store::database& db, std::string_view name, portfolio_state& to);
[[nodiscard]] result<void> load_alerts_of(const store::database& db, std::string_view name, const entry_key& entry,
                                          portfolio_state& to);
[[nodiscard]] result<std::optional<alert>> load_alert(const store::database& db, std::string_view name, const alert_key& key);
[[nodiscard]] result<std::uint64_t> count_alerts(const store::database& db, std::string_view name);
[[nodiscard]] result<portfolio_state> load_portfolio(const store::database& db, std::string_view name);

/// In the place of `before`, all or nothing; what neither of the two holds stays as it is. With a record in
/// the audit trail. Error conflict if the last run is another one.
[[nodiscard]] result<void> save_portfolio(const store::database& db, std::string_view name, const portfolio_state& before,
                                          const portfolio_state& state, std::span<const trail_entry> records = {});

}  // namespace tradewarden::review

#endif  // TRADEWARDEN_REVIEW_PORTFOLIO_STATE_HPP
