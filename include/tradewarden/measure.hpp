// A measure in force over an interval of days, and what overlays it.
//
//   from          until            [from, until): until is the first day no longer in force
//    |--------------|
//
// A party's status on a day follows from its measures: the ZTE case has a listing, a suspended
// order, a denial and again a suspended order, with a licence over part of it.
//
// Threads: plain values.
#ifndef TRADEWARDEN_MEASURE_HPP
#define TRADEWARDEN_MEASURE_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/source_position.hpp"

namespace tradewarden {

enum class measure_kind : std::uint8_t {
  listing = 0,          ///< On the list.
  denial = 1,           ///< A denial order in force (15 CFR 764.3(a)(2)).
  suspended_order = 2,  ///< A denial order whose denial is suspended: not a denial.
};

/// How a measure that is over came to its end.
enum class measure_end : std::uint8_t {
  none = 0,    ///< No end is known.
  lifted = 1,  ///< Removed, terminated or superseded by an act.
  expired = 2, ///< Ran out on its own date.
};

[[nodiscard]] std::string_view to_string(measure_kind k) noexcept;

struct measure {
  measure_kind kind = measure_kind::listing;
  std::optional<day> from;       ///< Effective date; nothing if the list gives none.
  std::optional<day> until;      ///< First day no longer in force.
  measure_end end = measure_end::none;
  std::optional<day> published;  ///< Publication date of the act (Federal Register ...).
  std::vector<std::string> citations;
  std::string note;
  source_position at;
  bool verified = true;  ///< False where the date or act was not read in its official text;
                         ///< shown in every answer that uses it.
  friend bool operator==(const measure&, const measure&) = default;
};

/// A licence, authorisation or settlement that modifies a measure without ending it.
struct overlay {
  std::string kind;  ///< "temporary_general_licence", "authorisation", "settlement", ...
  std::optional<day> from;
  std::optional<day> until;      ///< First day no longer in force.
  std::optional<day> published;
  std::vector<std::string> citations;
  std::string note;
  source_position at;
  bool verified = true;  ///< As for a measure.
  friend bool operator==(const overlay&, const overlay&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_MEASURE_HPP
