// Decisions and their events as JSON: in the trail, in exports, in the record of an answer.
//
// Example:
//   json j = review::decision_json(d);
//   auto back = review::decision_from(j, "decisions.jsonl", 3);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_REVIEW_DECISION_JSON_HPP
#define TRADEWARDEN_REVIEW_DECISION_JSON_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/json_parts.hpp"
#include "tradewarden/decision.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::review {

using audit::json;

/// Errors: bad_syntax.
[[nodiscard]] result<json> parse_object(std::string_view text, const std::string& file, std::uint64_t line);
[[nodiscard]] json decision_json(const decision& d);
/// Errors: missing_field, bad_value.
[[nodiscard]] result<decision> decision_from(const json& j, const std::string& file, std::uint64_t line);
/// 64 hexadecimal digits, in lower case.
[[nodiscard]] std::optional<digest> digest_from(std::string_view hex);
/// Of what was decided: who the parties are and as they were, the reason, who, when, until when.
[[nodiscard]] std::string decision_id(const decision& d);

}  // namespace tradewarden::review

#endif  // TRADEWARDEN_REVIEW_DECISION_JSON_HPP
