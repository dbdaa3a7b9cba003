// The working of a regional value content over amounts of any exactness: regional_value_content() for
// amounts as they are written, the rules of origin for sums over a bill.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_VALUE_SHARE_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_VALUE_SHARE_HPP

#include <string>
#include <vector>

#include "rules_of_origin/interval.hpp"
#include "tradewarden/regional_value_content.hpp"

namespace tradewarden::detail {

/// An amount, and how the working shows it.
struct share_term {
  interval amount;
  std::string text;
};

/// As rvc_question, which see.
struct share_terms {
  rvc_method method = rvc_method::transaction_value;
  std::vector<share_term> value{}, international_shipping{}, total_cost{}, costs{}, excluded{}, vnm{}, vom{};
  std::optional<rvc_limit> limit{};
};

[[nodiscard]] result<rvc_answer> work_out(const share_terms& q);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_VALUE_SHARE_HPP
