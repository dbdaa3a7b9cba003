// Reads the general rules of a trade agreement, and its product rules, from a rule file.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_AGREEMENT_READER_HPP
#define TRADEWARDEN_RULES_AGREEMENT_READER_HPP

#include <string>

#include "rules/json_checks.hpp"
#include "rules/rule_value.hpp"

namespace tradewarden::rules {

/// Problems go to `in`. The agreement's id is set by who knows the file's.
[[nodiscard]] agreement_value read_agreement(json_checks& in, dom::element e, const std::string& field);
[[nodiscard]] product_rules_value read_product_rules(json_checks& in, dom::element e,
                                                     const std::string& field);

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_AGREEMENT_READER_HPP
