// Answers about ownership as a person reads them.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_OWNERSHIP_VIEW_HPP
#define TRADEWARDEN_CLI_OWNERSHIP_VIEW_HPP

#include <string>
#include <vector>

#include "cli/labelled.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/ownership_change.hpp"

namespace tradewarden::cli {

/// A table of verdicts, then each with its proof.
[[nodiscard]] std::vector<std::string> ownership_view(const ownership_graph& graph, const ownership_answer& a,
                                                      const terminal& out);
/// A table of the verdicts that changes move.
[[nodiscard]] std::vector<std::string> move_lines(const ownership_graph& graph, const ownership_answer& a,
                                                  const std::vector<ownership_move>& moved, const terminal& out);

/// "ID (NAME)"
[[nodiscard]] std::string entity_words(const ownership_graph& graph, entity_id e);
[[nodiscard]] ink colour_of(ownership_verdict v);
/// Why, edge by edge, the listings behind it, and what decides.
void add_proof(text_lines& to, const ownership_graph& graph, const ownership_result& r, const terminal& out);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OWNERSHIP_VIEW_HPP
