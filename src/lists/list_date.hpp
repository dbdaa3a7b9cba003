// Dates as list files write them: one day, in one of several notations.
//
//   "2018-04-15"   ISO                        exact
//   "04/15/2018"   month first, US usage      exact
//   "43205"        Excel serial (1900 system) read, and worth a warning
//   "3017-08-22"   a year out of all reason   read, and worth a warning
//
// Example:
//   const lists::list_date d = lists::read_list_date("4/15/2018");
//   assert(d.found() && d.value->to_string() == "2018-04-15" && d.complaint.empty());
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_LIST_DATE_HPP
#define TRADEWARDEN_LISTS_LIST_DATE_HPP

#include <optional>
#include <string>
#include <string_view>

#include "tradewarden/day.hpp"

namespace tradewarden::lists {

struct list_date {
  std::optional<day> value;  ///< Nothing for an empty field or one that is no date.
  bool plausible = true;     ///< The year lies between 1900 and 2200.
  std::string complaint;     ///< One sentence if the field is worth a warning; else empty.
  [[nodiscard]] bool found() const noexcept { return value.has_value(); }
};

/// An empty (or blank, or "-0-") field is no date and no complaint.
[[nodiscard]] list_date read_list_date(std::string_view field);

/// Beginning and end of a measure out of two fields of a list: `first` is the effective day,
/// `last` the last day in force, which is inclusive (so `until` is the day after).
struct list_interval {
  std::optional<day> from;
  std::optional<day> until;
  std::string from_complaint;
  std::string last_complaint;
};

/// What cannot be right never lets a party off: an effective day beyond all reason is taken as
/// not given (the measure counts as in force), a last day beyond all reason or before the
/// effective one as no end.
[[nodiscard]] list_interval read_list_interval(std::string_view first, std::string_view last);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_LIST_DATE_HPP
