// An evaluation as a person reads it: tables that fit 80 columns.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_EVALUATION_VIEW_HPP
#define TRADEWARDEN_CLI_EVALUATION_VIEW_HPP

#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "tradewarden/compare_evaluations.hpp"
#include "tradewarden/evaluate.hpp"
#include "tradewarden/evaluate_pairs.hpp"

namespace tradewarden::cli {

/// Ends with a line end.
[[nodiscard]] std::string evaluation_view(const evaluation& e, const terminal& out);
/// What stands below it where hits of another system were given.
[[nodiscard]] std::string difference_view(const evaluation& theirs,
                                          const std::vector<system_difference>& differences,
                                          const terminal& out);
[[nodiscard]] std::string pair_evaluation_view(const pair_evaluation& e, const terminal& out);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_EVALUATION_VIEW_HPP
