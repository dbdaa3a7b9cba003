// The canonical JSON of an answer, with what others add to it.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_ANSWER_JSON_HPP
#define TRADEWARDEN_AUDIT_ANSWER_JSON_HPP

#include <string>
#include <string_view>

#include "audit/json_parts.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::audit {

/// Closed by its "answer_id". `ownership` stands under its name unless it is null; `ownership_not_checked`
/// takes the place of the sentence on ownership unless it is empty.
[[nodiscard]] std::string answer_json(const screening_answer& answer, const party_index& idx, const json& ownership,
                                      std::string_view ownership_not_checked);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_ANSWER_JSON_HPP
