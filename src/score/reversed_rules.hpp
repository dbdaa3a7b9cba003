// Rules for a search from the listed side: what a missing token costs changes sides, nothing else does. A
// score worked out by them is no score; shares and bounds are those of the score, sides exchanged.
//
// Example:
//   index_builder customers(scoring::reversed(rules));
//
// Threads: a pure function.
#ifndef TRADEWARDEN_SCORE_REVERSED_RULES_HPP
#define TRADEWARDEN_SCORE_REVERSED_RULES_HPP

#include <memory>
#include <utility>

#include "score/score_version.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden::scoring {

[[nodiscard]] inline score_rules reversed(const score_rules& rules) {
  auto state = std::make_shared<rules_state>(rules.state());
  for (missing_cost& c : state->parameters.missing_costs) std::swap(c.query, c.listed);
  return score_rules(std::move(state));
}

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_REVERSED_RULES_HPP
