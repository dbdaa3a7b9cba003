// The status of a hit, and what a row of a table says beside it, in words.
//
// Example:
//   std::cout << audit::status_words(hit);   // denied since 2018-04-15, until 2018-07-13
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_HIT_WORDS_HPP
#define TRADEWARDEN_AUDIT_HIT_WORDS_HPP

#include <optional>
#include <string>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::audit {

/// " since 2018-04-15, until 2018-07-13", without what is not known.
[[nodiscard]] std::string span_words(const std::optional<day>& from,
                                     const std::optional<day>& until);
/// The measure whose dates are those of the status; the first if none is. Null if there is none.
[[nodiscard]] const measure* deciding_measure(const screening_hit& hit);
/// "denied since 2018-04-15, until 2018-07-13"
[[nodiscard]] std::string status_words(const screening_hit& hit);
/// What holds on the day beside the measure that gives the status, one text each:
/// "suspended order (not a denial), since 2017-03-20: NOTE (82 FR 15187)"
[[nodiscard]] std::vector<std::string> further_measures(const screening_hit& hit);
/// The notes of a hit in a table of hits, in the order that docs/cli.md gives.
[[nodiscard]] std::vector<std::string> hit_notes(const screening_answer& answer,
                                                 const screening_hit& hit);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_HIT_WORDS_HPP
