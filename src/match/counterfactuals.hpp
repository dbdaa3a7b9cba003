// What would have changed a hit; see tradewarden/counterfactual.hpp.
//
// Example:
//   hit.what_if = what_if_names(query, listed, hit.explanation, threshold);
//   add_what_if_facts(answer, facts, hit, hit.what_if);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_MATCH_COUNTERFACTUALS_HPP
#define TRADEWARDEN_MATCH_COUNTERFACTUALS_HPP

#include <vector>

#include "match/evidence.hpp"
#include "names/prepared_name.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::matching {

/// `found` is the comparison of the two names as they are.
[[nodiscard]] std::vector<counterfactual> what_if_names(const names::prepared_name& query,
                                                        const names::prepared_name& listed,
                                                        const comparison& found, score threshold);

/// What another name of the party, another fact, policy or day would have changed. The hit is
/// complete but for what_if; `threshold` is the one used.
void add_what_if_facts(const screening_options& options, score threshold,
                       const names::prepared_name& query, const query_facts& facts,
                       const screening_hit& hit, std::vector<counterfactual>& to);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_COUNTERFACTUALS_HPP
