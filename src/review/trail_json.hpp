// What the audit trail holds, as JSON.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REVIEW_TRAIL_JSON_HPP
#define TRADEWARDEN_REVIEW_TRAIL_JSON_HPP

#include <string>

#include "tradewarden/audit_trail.hpp"

namespace tradewarden::review {

/// {"records", "head", "broken"}, one line: what `audit verify --json` prints.
[[nodiscard]] std::string check_json(const trail_check& check);
/// {"record", "at", "answer_id", "body"}, one line: what `audit list --json` prints of an answer.
[[nodiscard]] std::string answer_json(const trail_record& record);

}  // namespace tradewarden::review

#endif  // TRADEWARDEN_REVIEW_TRAIL_JSON_HPP
