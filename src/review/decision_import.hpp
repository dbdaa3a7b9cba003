// Decisions as people ask for them: on the first hit of an answer, or as lines of another store.
//
// Example:
//   auto d = review::decide_on(answer, "1");   // or "US-SDN:12345"
//   auto counts = review::import_decisions(session, lines, "decisions.jsonl", [](const error& e) { say(e); });
//
// Threads: as the session.
#ifndef TRADEWARDEN_REVIEW_DECISION_IMPORT_HPP
#define TRADEWARDEN_REVIEW_DECISION_IMPORT_HPP

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "review/review_session.hpp"

namespace tradewarden::review {

/// The hit by its rank in the answer, or by LIST:SOURCE_ID. Errors: those of decision_on().
[[nodiscard]] result<decision> decide_on(const recorded_answer& answer, std::string_view hit);

/// Without the customer and the entry at hand: as if both were as they were.
[[nodiscard]] decision_state standing(const decision& d, day on);

struct import_counts {
  std::uint64_t read = 0;
  std::uint64_t added = 0;
  std::uint64_t failed = 0;
};

/// Keeps what is here, adds what is new, takes over approvals and withdrawals. A line that cannot be read
/// is told, with its line, and the rest goes on. Error io: the trail could not be written, or reading
/// broke off.
[[nodiscard]] result<import_counts> import_decisions(review_session& session, std::istream& lines,
                                                     const std::string& name,
                                                     const std::function<void(const error&)>& told);

}  // namespace tradewarden::review

#endif  // TRADEWARDEN_REVIEW_DECISION_IMPORT_HPP
