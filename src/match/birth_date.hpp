// How two dates of birth stand to each other.
//
// Example:
//   birth_verdict v = compare_birth_dates(asked, listed);   // confirms, "year"
//
// Threads: pure functions.
#ifndef TRADEWARDEN_MATCH_BIRTH_DATE_HPP
#define TRADEWARDEN_MATCH_BIRTH_DATE_HPP

#include <string_view>

#include "tradewarden/evidence.hpp"
#include "tradewarden/partial_date.hpp"

namespace tradewarden::matching {

struct birth_verdict {
  evidence_state state = evidence_state::contradicts;  ///< Never absent.
  std::string_view how;  ///< "day", "month", "year", "about", "span", "day_and_month_swapped", "first_of_january"
};
[[nodiscard]] birth_verdict compare_birth_dates(const partial_date& asked, const partial_date& listed);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_BIRTH_DATE_HPP
