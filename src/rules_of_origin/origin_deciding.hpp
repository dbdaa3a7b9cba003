// Which unknown facts decide whether a product originates.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_DECIDING_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_DECIDING_HPP

#include <vector>

#include "rules_of_origin/model_builder.hpp"
#include "tradewarden/roo_answer.hpp"

namespace tradewarden::detail {

/// By materials, rules and conditions; requires_ruling: no rule is known for the product.
[[nodiscard]] roo_verdict verdict_of(const origin_model& m);

struct deciding_facts {
  std::vector<deciding_unknown> unknowns;
  roo_verdict verdict = roo_verdict::depends;  // what they can settle it to
  bool reduced = true;
};
/// Of a model that depends, with undetermined materials unknown. None of the facts can be spared.
[[nodiscard]] deciding_facts facts_that_decide(const built_model& b);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_DECIDING_HPP
