// A bill, an agreement and a user's facts as one model.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_MODEL_BUILDER_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_MODEL_BUILDER_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "origin/engine.hpp"
#include "rules/agreements.hpp"
#include "rules_of_origin/origin_model.hpp"
#include "tradewarden/rules_of_origin.hpp"

namespace tradewarden::detail {

struct built_model {
  origin_model model;
  std::vector<std::uint32_t> bill_part;  ///< By part of the model.
  std::string currency;                  ///< Of the product.
  std::string hs_edition;                ///< In which codes are compared.
  std::vector<std::string> assumptions;  ///< What the model takes for granted.
  std::vector<std::string> not_heeded;   ///< Facts that change nothing, and why.
};

/// `product` is of the bill of the engine; the model refers to `agreement`, which outlives it.
/// Errors: not_found for a fact about a part that the bill does not have, for an agreement that the rules
/// do not have, or of a name that neither docs/rules-of-origin.md nor a rule of the agreement knows.
[[nodiscard]] result<built_model> build_model(const origin_engine& engine, std::uint32_t product,
                                              const rules::agreement_rules& agreement, const roo_question& q, day on);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_MODEL_BUILDER_HPP
