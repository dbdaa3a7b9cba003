// The tests of a rule with their working, as an answer shows them.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_WORKING_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_WORKING_HPP

#include <cstdint>
#include <vector>

#include "rules_of_origin/model_builder.hpp"
#include "rules_of_origin/origin_evaluator.hpp"
#include "tradewarden/roo_answer.hpp"

namespace tradewarden::detail {

/// The ways in which the good may originate: wholly obtained, of originating materials, by each rule that
/// may be its. `where`: as in the evaluator.
[[nodiscard]] roo_test ways_of(const built_model& b, const origin_evaluator& e, std::uint32_t good,
                               origin_evaluator::place where);

/// Materials of the product as the count took them, and what is designated on the way.
struct counted_materials {
  std::vector<roo_material> materials;
  std::vector<roo_designation> designations;
};
[[nodiscard]] counted_materials count_materials(const built_model& b, const origin_evaluator& e, const bill& parts);

/// "met", "not met", "not known".
[[nodiscard]] const char* met_words(truth t) noexcept;

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_WORKING_HPP
