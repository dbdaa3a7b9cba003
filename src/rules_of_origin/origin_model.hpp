// What an agreement's rules of origin see of a bill: the product, its materials, their facts.
//
//   parts   [0: the product] [1] [2] ...     each before the parts of which it is made
//
// Threads: a plain value.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_MODEL_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_MODEL_HPP

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/origin_rule.hpp"
#include "rules_of_origin/interval.hpp"
#include "tradewarden/trade_agreement.hpp"

namespace tradewarden::detail {

struct model_line {
  std::uint32_t child = 0;
  ratio quantity = 0;
};

/// A product rule that may be the good's.
struct model_rule {
  const rules::origin_rule* rule = nullptr;  // lives as long as the agreement's rules
  truth applies = truth::yes;
  std::uint32_t row = 0;  // whose, for the answer
};

struct model_part {
  std::string id;
  std::string hs;              // digits, or empty: not known
  bool self_produced = false;  // by the producer of the product, of its lines
  truth in_zone = truth::unknown;
  std::optional<truth> stated;           // originating, as the user says
  std::optional<truth> wholly_obtained;  // as the user says
  std::optional<truth> shifts;           // in the place of comparing codes: only to find what decides
  interval price = unknown_amount();     // of one unit, in the product's currency
  interval weight = unknown_amount();
  interval shipping{};                   // international, within the price
  interval total_cost = unknown_amount();
  interval net_cost = unknown_amount();
  std::optional<interval> build_up_costs;  // labour, overheads, profit and the like; nothing: not known
  bool most_build_up = false;              // then all that is left of the price: only to find what decides
  std::map<std::string, truth, std::less<>> facts;
  std::vector<model_line> lines;
  std::vector<model_rule> rules;
};

struct origin_model {
  const trade_agreement* general = nullptr;
  /// What a material is whose origin nobody has determined.
  truth undetermined = truth::no;
  std::vector<model_part> parts;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_ORIGIN_MODEL_HPP
