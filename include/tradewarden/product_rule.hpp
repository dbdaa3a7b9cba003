// A rule of origin for goods of some HS codes, as a rule file has it.
//
// Example:
//   for (const product_rule& r : product_rules(rule_book::built_in(), "usmca", "847130", on))
//     std::cout << r.goods << ": " << r.rule << '\n';      // 8471.30: CTSH except 8471.41-8471.50
//
// Threads: plain values and pure functions. The views of the basis belong to the rule_book that answered.
#ifndef TRADEWARDEN_PRODUCT_RULE_HPP
#define TRADEWARDEN_PRODUCT_RULE_HPP

#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/rule_basis.hpp"
#include "tradewarden/rule_book.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden {

struct product_rule {
  std::string goods;       ///< HS codes: "8402.11-8402.20".
  std::string rule;        ///< In the rule language (docs/rules-of-origin.md).
  std::vector<std::string> conditions;  ///< Facts of the good that must hold, or "not NAME".
  std::string hs_edition;  ///< In which the codes are written.
  std::string note;
  truth covers = truth::yes;  ///< unknown: the good's code has too few digits to tell.
  rule_basis basis;
};

/// The rules for a good of this code (digits without points): the narrowest that covers it, with all of
/// the same codes; if the code has too few digits, also those that cover some of its goods. A user's
/// own rules take the place of built-in ones. None: no rule is known.
[[nodiscard]] std::vector<product_rule> product_rules(const rule_book& rules, std::string_view agreement,
                                                      std::string_view hs, day on);

}  // namespace tradewarden

#endif  // TRADEWARDEN_PRODUCT_RULE_HPP
