// What `tradewarden rules` prints as JSON (docs/rules.schema.json).
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_RULES_JSON_HPP
#define TRADEWARDEN_RULES_RULES_JSON_HPP

#include <string>
#include <vector>

#include "tradewarden/rule_book.hpp"

namespace tradewarden::rules {

/// Every parameter without its values.
[[nodiscard]] std::string list_json(const rule_book& book);
/// One parameter with its dated values.
[[nodiscard]] std::string rule_json(const rule_book& book, const rule_info& rule);
/// The problems of a folder; none: what was read.
[[nodiscard]] std::string check_json(const rule_book* book, const std::vector<error>& problems);

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_RULES_JSON_HPP
