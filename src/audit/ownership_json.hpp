// An answer about ownership as JSON (docs/ownership.schema.json).
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_OWNERSHIP_JSON_HPP
#define TRADEWARDEN_AUDIT_OWNERSHIP_JSON_HPP

#include <string>
#include <vector>

#include "tradewarden/ownership.hpp"
#include "tradewarden/ownership_change.hpp"

namespace tradewarden::audit {

/// Edges that were changed, and which verdicts that moves, by answer.
struct ownership_changes {
  std::vector<ownership_change> made;
  std::vector<std::vector<ownership_move>> moved;
};

/// One line, closed by "answer_id". Several answers: of several regimes, each after the changes.
[[nodiscard]] std::string ownership_json(const ownership_graph& graph, const std::vector<ownership_answer>& answers,
                                         const std::vector<ownership_file>& files, const rule_book& rules,
                                         const ownership_changes& changes = {});

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_OWNERSHIP_JSON_HPP
