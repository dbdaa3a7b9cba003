// What would have changed a hit; see tradewarden/counterfactual.hpp.
//
// Example:
//   hit.what_if = what_if_names(query, listed, hit.explanation, threshold, rules);
//   add_what_if_facts(options, threshold, &scorer, facts, hit, hit.what_if);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_MATCH_COUNTERFACTUALS_HPP
#define TRADEWARDEN_MATCH_COUNTERFACTUALS_HPP

#include <vector>

#include "match/evidence.hpp"
#include "match/reading_scorer.hpp"
#include "names/prepared_name.hpp"
#include "score/score_version.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::matching {

/// `found` is the comparison of the two readings as they are.
[[nodiscard]] std::vector<counterfactual> what_if_names(const names::prepared_name& query,
                                                        const names::prepared_name& listed,
                                                        const comparison& found, score threshold,
                                                        const scoring::rules_state& rules);

/// What another name of the party, another fact, policy or day would have changed. The hit is
/// complete but for what_if; `threshold` is the one used, `scorer` that of the name, if one was asked for.
void add_what_if_facts(const screening_options& options, score threshold, reading_scorer* scorer,
                       const query_facts& facts, const screening_hit& hit,
                       std::vector<counterfactual>& to);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_COUNTERFACTUALS_HPP
