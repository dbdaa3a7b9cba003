// The queries of an evaluation that went wrong, as lines of TSV: what a team looks at one by one.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_FAILURE_ROWS_HPP
#define TRADEWARDEN_CLI_FAILURE_ROWS_HPP

#include <string>

#include "tradewarden/evaluate.hpp"
#include "tradewarden/labelled_set.hpp"
#include "tradewarden/party_index.hpp"

namespace tradewarden::cli {

/// query_id, kind, outcome, name, expected, right_score, best_score, best_party. The outcome is missed (no
/// expected party at all), below_threshold, outranked (by another score) or false_positive. `idx` may be
/// null: then best_party is empty.
[[nodiscard]] std::string failure_rows(const labelled_set& set, const evaluation& e,
                                       const party_index* idx);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_FAILURE_ROWS_HPP
