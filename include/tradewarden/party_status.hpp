// What a list says of a party on a day: listed, denied, suspended, ended, or unknown.
//
//   until is the first day no longer in force:   [from, until)
//
// Example:
//   auto s = tradewarden::party_status_on(party, tradewarden::day::parse("2018-05-01").value(), {});
//   if (s.status == tradewarden::party_status::denied) stop();
//
// Threads: a pure function.
#ifndef TRADEWARDEN_PARTY_STATUS_HPP
#define TRADEWARDEN_PARTY_STATUS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/listed_party.hpp"

namespace tradewarden {

/// What the list says of a party on a day.
enum class party_status : std::uint8_t {
  listed = 0,
  denied = 1,
  suspended_order = 2,   ///< A denial order that is suspended: not a denial.
  lifted = 3,
  expired = 4,
  unknown_on_date = 5,   ///< No date of listing, and no snapshot says for the day.
  not_yet = 6,           ///< Begins after the day: never a hit.
};
[[nodiscard]] std::string_view to_string(party_status s) noexcept;

/// The state of an entry that holds on a day: itself, unless a history of snapshots has others.
[[nodiscard]] const listed_party& state_on(const listed_party& party, day on) noexcept;
const listed_party& state_on(listed_party&& party, day on) = delete;  // would dangle

/// The status of a party on a day. `publication_date` is that of the party's first source.
///
/// With a history the state of the day decides, by the list's own dates where it has them, and by the
/// snapshots otherwise: seen before and after the day, it is listed; seen neither before nor after, it
/// is not; seen on one side of it alone, or before the first snapshot, it is unknown on that day. An
/// entry that is in the last snapshot is still listed. One that is gone was lifted.
struct status_on_day {
  party_status status = party_status::listed;
  std::optional<day> from;
  std::optional<day> until;
  /// Positions in the measures of state_on(party, on) of all in force, those that give the status first; for lifted and
  /// expired the last one.
  std::vector<std::size_t> measures;
  std::vector<std::size_t> overlays;  ///< Positions in its overlays in force on the day.
};
[[nodiscard]] status_on_day party_status_on(const listed_party& party, day on,
                                            std::optional<day> publication_date);

}  // namespace tradewarden

#endif  // TRADEWARDEN_PARTY_STATUS_HPP
