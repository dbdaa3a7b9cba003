// From what each query got to the figures of an evaluation.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_EVALUATE_FIGURES_HPP
#define TRADEWARDEN_EVALUATE_FIGURES_HPP

#include "tradewarden/evaluate.hpp"
#include "tradewarden/labelled_set.hpp"

namespace tradewarden::evaluating {

/// Errors usage for options out of their range, empty_input for a set without queries, and the first
/// problem of the set.
[[nodiscard]] result<void> check(const labelled_set& set, const evaluation_options& o);

/// Fills in, from options and the set, all that does not depend on hits: the floor as used, the day, the
/// kinds told apart, what has no partner.
void begin(const labelled_set& set, const evaluation_options& o, evaluation& out);

/// Fills in everything that follows from out.outcomes, one for each query of the set.
void make_figures(const labelled_set& set, evaluation& out);

/// Whether the negatives of a kind are told apart.
[[nodiscard]] bool is_apart(const evaluation_options& o, std::string_view kind);

}  // namespace tradewarden::evaluating

#endif  // TRADEWARDEN_EVALUATE_FIGURES_HPP
