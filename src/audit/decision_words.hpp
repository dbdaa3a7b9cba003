// What was decided of a hit, as a person reads it.
//
// Example:
//   decided_sentence(*hit.decided)
//   // "set aside by decision 3f0c9a... of 2026-08-01 by A. Analyst, approved by B. Officer, until
//   //  2027-08-01: another birth date"
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_DECISION_WORDS_HPP
#define TRADEWARDEN_AUDIT_DECISION_WORDS_HPP

#include <string>
#include <string_view>

#include "tradewarden/decision.hpp"

namespace tradewarden::audit {

/// "set aside", "decision awaits approval", "decision ended: the entry has changed" ...
[[nodiscard]] std::string_view state_words(decision_state s);
[[nodiscard]] std::string decided_sentence(const applied_decision& d);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_DECISION_WORDS_HPP
