// An answer about ownership as JSON (docs/ownership.schema.json).
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_OWNERSHIP_JSON_HPP
#define TRADEWARDEN_AUDIT_OWNERSHIP_JSON_HPP

#include <string>
#include <vector>

#include "tradewarden/ownership.hpp"

namespace tradewarden::audit {

/// One line, closed by "answer_id". Several answers: of several regimes.
[[nodiscard]] std::string ownership_json(const ownership_graph& graph, const std::vector<ownership_answer>& answers,
                                         const std::vector<ownership_file>& files, const rule_book& rules);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_OWNERSHIP_JSON_HPP
