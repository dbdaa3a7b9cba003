// One reason for control of a Commerce Control List entry, asked for one item and destination.
//
// Example:
//   for (const auto& r : book.licence_reasons(classification::parse("2B116").value(), "DE", on))
//     if (r.required == truth::yes) std::cout << r.reason << ' ' << r.control;   // MT MT 1
//
// Threads: a plain value. The views belong to the rule_book that answered.
#ifndef TRADEWARDEN_LICENCE_REASON_HPP
#define TRADEWARDEN_LICENCE_REASON_HPP

#include <cstdint>
#include <string>
#include <string_view>

#include "tradewarden/rule_basis.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden {

/// How the entry names the destinations of a reason.
enum class control_kind : std::uint8_t {
  chart,      ///< A column of the Commerce Country Chart: "NS 2".
  predicate,  ///< Named destinations: "macau-or-d5", "worldwide"; see `rules show`.
  elsewhere,  ///< Another part of the regulations; never read as "no licence".
};

struct licence_reason {
  std::string_view reason;   ///< "NS", "MT", "RS" ...
  control_kind kind = control_kind::chart;
  std::string_view control;  ///< The column, or the predicate's name.
  truth applies = truth::unknown;   ///< The row covers the item's paragraph.
  truth reaches = truth::unknown;   ///< The column is marked, or the predicate true, there.
  truth required = truth::unknown;  ///< Both: a licence is required there for this reason.
  rule_basis basis;                 ///< Of the entry's row.
  rule_basis destination_basis;     ///< Of the chart or the predicate.
  std::string asks;                 ///< What would decide an unknown, or empty.
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_LICENCE_REASON_HPP
