// The general rules of origin of a trade agreement on a day: who is party, how value is counted, what
// is tolerated, what accumulates. Not the rules for single products: product_rule.hpp.
//
// Example:
//   const day on = day::parse("2026-01-01").value();
//   auto a = find_agreement(rule_book::built_in(), "usmca", on);
//   if (a.value && a.value->is_party("MX", on)) std::cout << a.value->name;
//
// Threads: plain values and pure functions. Views of a basis belong to the rule_book.
#ifndef TRADEWARDEN_TRADE_AGREEMENT_HPP
#define TRADEWARDEN_TRADE_AGREEMENT_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/decimal.hpp"
#include "tradewarden/regional_value_content.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {

struct agreement_party {
  std::string country;       ///< Alpha-2.
  std::optional<day> from;   ///< First day as a party; absent: since the agreement is in force.
  std::optional<day> until;  ///< First day no longer.
};

/// How much non-originating material may miss a requirement all the same.
struct origin_tolerance {
  decimal percent;
  bool of_total_cost = false;  ///< Else of the value of the good.
  bool by_weight = false;      ///< Of the good's weight.
  bool shift = false;            ///< It covers changes of tariff classification,
  bool weight = false;           ///< limits by weight,
  bool wholly_obtained = false;  ///< materials that must be wholly obtained.
  std::string goods;           ///< HS codes of goods that it is for; empty: all.
};

struct trade_agreement {
  std::string id;                   ///< "usmca"
  std::string name;
  std::vector<agreement_party> parties;
  std::string hs_edition;           ///< "2012": codes are compared as they were in it.
  std::string value_basis;          ///< What the value of a good is: "FOB", "transaction value", "ex-works price".
  std::vector<rvc_method> rvc;      ///< Which formulas are meant by "RVC" without a word more.
  bool build_up_costs = false;      ///< Labour, overheads and profit count in build-up.
  std::vector<std::string> net_cost_excludes;
  std::vector<origin_tolerance> tolerances;  ///< Any of them suffices.
  std::string tolerance_elsewhere;  ///< HS codes of goods with a tolerance of their own, not evaluated here.
  bool full_cumulation = false;     ///< Processing of non-originating materials within counts, too.
  std::vector<std::string> diagonal;  ///< Countries whose originating materials count as well.
  bool nested_designation = true;   ///< False: inside an intermediate material that needs a regional value
                                    ///< content no other that needs one may be designated.
  bool credit = false;              ///< Originating content inside non-originating materials is taken off them.
  std::vector<std::string> not_evaluated;

  [[nodiscard]] bool is_party(std::string_view country, day on) const noexcept;
};

/// By "usmca", "rcep", "cptpp", "eu-japan" or a user's own name; no value: no such agreement, or none in
/// force on the day.
[[nodiscard]] rule_answer<std::optional<trade_agreement>> find_agreement(const rule_book& rules,
                                                                         std::string_view name, day on);
/// The agreements that the rules know, sorted.
[[nodiscard]] std::vector<std::string> agreement_names(const rule_book& rules);

}  // namespace tradewarden

#endif  // TRADEWARDEN_TRADE_AGREEMENT_HPP
