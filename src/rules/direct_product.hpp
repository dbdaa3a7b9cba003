// Foreign direct product rules: how their values are read, and what in them leads nowhere.
//
// Example:
//   direct_product_value v = read_direct_product(in, element, "values[0].value");
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_DIRECT_PRODUCT_HPP
#define TRADEWARDEN_RULES_DIRECT_PRODUCT_HPP

#include <string>
#include <vector>

#include "rules/json_checks.hpp"
#include "rules/rule_value.hpp"

namespace tradewarden::rules {

class rule_tables;

[[nodiscard]] direct_product_value read_direct_product(json_checks& in, dom::element e,
                                                       const std::string& field);

/// One sentence for each name in it that no rule has.
[[nodiscard]] std::vector<std::string> dangling_names(const direct_product_rule& rule,
                                                      const rule_tables& tables);

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_DIRECT_PRODUCT_HPP
