// An answer as a person reads it: which parties, why, what was checked and what was not.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_ANSWER_VIEW_HPP
#define TRADEWARDEN_CLI_ANSWER_VIEW_HPP

#include <string>
#include <string_view>
#include <vector>

#include "audit/hit_words.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::cli {

/// The whole answer, fitted to the terminal; ends with a line end. `owned`: what screening by ownership
/// says, without which ownership is among what was not checked.
[[nodiscard]] std::string answer_view(const screening_answer& answer, const party_index& idx,
                                      const terminal& out, const std::vector<std::string>& owned = {});

/// Two names compared, with the working and what would have changed it.
[[nodiscard]] std::string comparison_view(std::string_view left, std::string_view right,
                                          const comparison& c,
                                          const std::vector<counterfactual>& what_if,
                                          const terminal& out);

using audit::further_measures;
using audit::status_words;
/// The answer's own sentence on a query that gets no ordinary search; empty if there is no
/// problem. For answers as screen() gives them: the sentence is the first of the notes.
[[nodiscard]] std::string_view problem_note(const screening_answer& answer) noexcept;
/// Threshold with two places where these suffice: "0.80", "0.8125".
[[nodiscard]] std::string short_decimal(score s);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_ANSWER_VIEW_HPP
