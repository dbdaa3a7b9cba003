// Which dated rule gave an answer: its id, when it holds, where it is written, and what was assumed.
//
// Example:
//   auto t = book.ear_threshold("CU", day::parse("2016-03-01").value());
//   std::cout << t.basis.front().rule << ' ' << t.basis.front().citation;  // 80 FR 43314
//
// Threads: a plain value. The views belong to the rule_book that answered.
#ifndef TRADEWARDEN_RULE_BASIS_HPP
#define TRADEWARDEN_RULE_BASIS_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"

namespace tradewarden {

/// What an overlay has made of a rule; history is not rewritten by it.
enum class rule_status : std::uint8_t { in_force = 0, suspended = 1, codified_not_enforced = 2 };
[[nodiscard]] std::string_view to_string(rule_status s) noexcept;

struct rule_basis {
  std::string_view rule;         ///< Id of the parameter: "us-ear.734.4.threshold".
  std::string_view citation;     ///< Where it is written.
  std::optional<day> from;       ///< First day in force; absent: for as long as is of interest.
  std::optional<day> until;      ///< First day no longer in force.
  std::optional<day> published;  ///< Publication date where it differs; the effective date decides.
  std::optional<day> edition;    ///< The table is known as it stood on this day only.
  bool verified = true;          ///< False: not yet confirmed in the official text.
  rule_status status = rule_status::in_force;
  /// One sentence if the answer rests on one: an edition of another day, an unmarked date. Or empty.
  std::string assumption;
  bool other_edition = false;  ///< The day asked for is not the table's: `depends` if strict.
  friend bool operator==(const rule_basis&, const rule_basis&) = default;
};

/// A value, the rules that gave it (the deciding one first), and what to ask where it is unknown.
template <class T>
struct rule_answer {
  T value{};
  std::vector<rule_basis> basis;
  std::string_view why;           ///< A short snake_case word for the reason, where one is given.
  std::vector<std::string> asks;  ///< Facts that would decide an unknown: "end use of 3A001.b.2".
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_RULE_BASIS_HPP
