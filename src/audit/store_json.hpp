// What a store holds, as JSON (docs/lists.schema.json).
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_STORE_JSON_HPP
#define TRADEWARDEN_AUDIT_STORE_JSON_HPP

#include <optional>
#include <string>
#include <vector>

#include "audit/json_parts.hpp"
#include "tradewarden/list_diff.hpp"
#include "tradewarden/store.hpp"

namespace tradewarden::audit {

/// A publication of `lists status`: what serves, how old it is, and what waits in quarantine.
struct publication_status {
  snapshot_info serving;
  std::int64_t age_days = 0;
  bool stale = false;
};

struct store_status {
  day on;
  std::optional<std::uint32_t> max_age;
  std::vector<publication_status> publications;
  std::vector<snapshot_info> quarantined;
  std::vector<dated_change> next_dates;
};

/// What was compared.
struct diff_side {
  std::string publication;
  std::optional<day> published;
  digest sha256;
  std::optional<std::uint64_t> snapshot;  ///< In the store, unless it is a file.
  std::uint64_t parties = 0;
};

/// What of a publication stands in a difference.
[[nodiscard]] diff_side side_of(const publication& p, const std::optional<std::uint64_t>& snapshot);
[[nodiscard]] json snapshot_json(const snapshot_info& s);
[[nodiscard]] std::string snapshots_json(const std::vector<snapshot_info>& all);
[[nodiscard]] std::string status_json(const store_status& status);
[[nodiscard]] std::string imports_json(const std::vector<import_outcome>& all);
[[nodiscard]] std::string diff_json(const list_diff& diff, const diff_side& before, const diff_side& after);
/// Of two snapshots, read again. Errors: those of list_store::read().
[[nodiscard]] result<std::string> diff_of(const list_store& store, const snapshot_info& before,
                                          const snapshot_info& after);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_STORE_JSON_HPP
