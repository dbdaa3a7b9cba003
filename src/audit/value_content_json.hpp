// Regional value content and allocation as JSON (docs/rvc.schema.json).
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_VALUE_CONTENT_JSON_HPP
#define TRADEWARDEN_AUDIT_VALUE_CONTENT_JSON_HPP

#include <string>

#include "audit/json_parts.hpp"
#include "tradewarden/allocation.hpp"
#include "tradewarden/regional_value_content.hpp"

namespace tradewarden::audit {

/// One line, closed by "answer_id": the SHA-256 of the rest.
[[nodiscard]] std::string rvc_json(const rvc_answer& a);
/// The same as a piece of another answer: method, formula, steps, share, threshold, verdict.
[[nodiscard]] json working_json(const rvc_answer& a);
/// {"low", "high"} as exact texts, or null.
[[nodiscard]] json bounds_json(const rvc_bounds& b);
[[nodiscard]] std::string allocation_json(const decimal& amount, const allocation& a,
                                          std::optional<std::int32_t> ratio_decimals);

/// What a share of value does not answer, in the order told.
[[nodiscard]] std::vector<std::string> not_told_by_rvc();

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_VALUE_CONTENT_JSON_HPP
