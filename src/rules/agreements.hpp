// The rules of origin of one agreement on one day, read once for a whole bill.
//
// Example:
//   auto a = load_agreement(book, "usmca", on);
//   if (a) for (const agreement_row* row : a->rows_for("847130")) use(row->rule);
//
// Threads: immutable once made. Views of a basis belong to the rule_book.
#ifndef TRADEWARDEN_RULES_AGREEMENTS_HPP
#define TRADEWARDEN_RULES_AGREEMENTS_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.hpp"
#include "tradewarden/product_rule.hpp"
#include "tradewarden/trade_agreement.hpp"

namespace tradewarden::rules {

/// A product rule that is in force, and where it stands.
struct agreement_row {
  product_rules_value::row row;
  std::string hs_edition;
  rule_basis basis;
  bool own = false;  ///< A user's: it takes the place of built-in ones.
};

struct agreement_rules {
  trade_agreement general;
  rule_basis basis;
  std::vector<agreement_row> rows;

  struct match {
    const agreement_row* row = nullptr;
    truth covers = truth::yes;
  };
  /// The narrowest that covers all goods of the code (all of the same width), then those that cover
  /// some of them only. Own ones alone, if any covers the code.
  [[nodiscard]] std::vector<match> rows_for(std::string_view hs) const;
};

/// Nothing: no such agreement, or none in force on the day; `basis` then has the rule that is not.
[[nodiscard]] std::optional<agreement_rules> load_agreement(const rule_book& book, std::string_view name, day on,
                                                            std::vector<rule_basis>* basis = nullptr);

/// Ids are roo.NAME.agreement and roo.NAME.anything; product rules are of an agreement that is there.
void check_agreement_names(const std::vector<rule_file>& files, std::vector<error>& problems);

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_AGREEMENTS_HPP
