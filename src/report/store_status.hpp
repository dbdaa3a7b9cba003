// What a store serves, how old it is, what waits in quarantine, and the days on which lists or rules change
// by themselves.
//
// Example:
//   report::status_request wanted;
//   wanted.max_age = 30;
//   auto status = report::status_of(*store, wanted);
//   std::cout << audit::status_json(*status);
//
// Threads: as the store.
#ifndef TRADEWARDEN_REPORT_STORE_STATUS_HPP
#define TRADEWARDEN_REPORT_STORE_STATUS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>

#include "audit/store_json.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/store.hpp"

namespace tradewarden::report {

struct status_request {
  std::optional<day> as_of;             ///< Of this day and its snapshots; default today, all snapshots.
  std::optional<std::uint32_t> max_age; ///< In days; older is stale.
  std::size_t most_dates = 10;
};

/// Errors: those of the store.
[[nodiscard]] result<audit::store_status> status_of(const list_store& store, const status_request& request);

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_STORE_STATUS_HPP
