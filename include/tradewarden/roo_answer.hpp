// Whether a product originates under an agreement, with every test and its working.
//
// Example:
//   for (const roo_test& way : answer.rule.parts)
//     std::cout << way.text << ": " << to_string(way.met) << ' ' << way.why << '\n';
//
// Threads: plain values; nothing points into the bill or the rules.
#ifndef TRADEWARDEN_ROO_ANSWER_HPP
#define TRADEWARDEN_ROO_ANSWER_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/bill.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/exact_share.hpp"
#include "tradewarden/origin_answer.hpp"
#include "tradewarden/regional_value_content.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden {

enum class roo_verdict : std::uint8_t {
  non_originating = 0,
  depends = 1,          ///< Facts are missing: deciding_unknowns has them.
  originating = 2,      ///< By these facts; a claim needs its proof.
  requires_ruling = 3,  ///< No rule is known for the good, or none can be worked out.
};
[[nodiscard]] std::string_view to_string(roo_verdict v) noexcept;

/// What was tolerated, or was not.
struct roo_tolerance {
  amount_range missed;   ///< Value (or weight) of the materials that miss the test.
  amount_range limit;
  std::string of;        ///< "10 % of the value"; empty: the agreement has no tolerance for this test.
  truth met = truth::no;
};

/// A test of a rule, or several joined by `or` (any_of) and `and` (all_of).
struct roo_test {
  std::string kind;   ///< "any_of", "all_of", "shift", "value", "originating", "wholly_obtained", "fact" ...
  std::string text;   ///< In the rule language: "CTH except 8473".
  truth met = truth::unknown;
  std::string why;    ///< One sentence.
  std::vector<roo_test> parts;
  /// Of a value test by one method: the formula and each step. Of several methods: one in each part.
  std::optional<rvc_answer> share;
  /// The same with no intermediate material designated, where that differs.
  std::optional<rvc_bounds> share_traced;
  std::optional<roo_tolerance> tolerance;
  std::vector<std::string> materials;  ///< Parts that miss the test, or may; the first 100.
  std::uint64_t more_materials = 0;
};

/// A material as the count found it: bought, or made elsewhere.
struct roo_material {
  std::string part;
  std::string name;
  std::string hs;          ///< Or empty: not known.
  std::string made_in;
  truth originating = truth::unknown;
  bool determined = true;  ///< False: nobody has; it counts as non-originating meanwhile.
  std::string why;         ///< Short snake_case word: "stated", "made_elsewhere", "by_its_rule" ...
  amount_range quantity;   ///< In one product; a range where it hangs below a part that may originate.
  amount_range value;      ///< Of all of it, whether it counts or not.
};

/// A self-produced material of the best designation.
struct roo_designation {
  std::string part;
  std::string name;
  truth originating = truth::yes;  ///< unknown: it is traced until that is known.
  bool by_value = false;           ///< It needs a regional value content itself.
  amount_range value;              ///< Of one unit.
};

/// A part with a rule of its own: the product, and what is made on the way to it.
struct roo_part {
  std::string part;
  std::string name;
  std::string hs;
  truth originating = truth::unknown;
  roo_test rule;                   ///< any_of: the ways in which it may originate.
  std::vector<std::uint32_t> rules;  ///< Positions in roo_answer::rules.
};

struct roo_answer {
  std::string agreement;        ///< "usmca"
  std::string agreement_name;
  std::string product;
  std::string product_name;
  std::string hs;
  std::string hs_edition;       ///< Of the rules.
  day date;
  roo_verdict verdict = roo_verdict::requires_ruling;
  /// As long as nobody determines the origin of materials: they count as non-originating.
  roo_verdict while_undetermined = roo_verdict::requires_ruling;
  std::string why;              ///< One sentence.
  std::string currency;
  amount_range value;           ///< Of the product.
  roo_test product_rule;        ///< any_of: wholly obtained; of originating materials; by its rule.
  std::vector<roo_test> conditions;  ///< Territory, operations, transport.
  std::vector<roo_designation> designations;
  std::vector<roo_material> materials;  ///< By value.
  std::uint64_t more_materials = 0;
  std::vector<roo_part> parts;  ///< Made parts, by the order of the bill; the first 200.
  std::uint64_t more_parts = 0;
  /// Facts whose answers can settle the verdict; none of them can be spared.
  std::vector<deciding_unknown> deciding_unknowns;
  roo_verdict deciding_verdict = roo_verdict::depends;  ///< What they can settle it to.
  bool deciding_reduced = true;  ///< False: too many to try; these are some of them.
  std::vector<std::string> assumptions;
  std::vector<rule_use> rules;   ///< The agreement first.
  std::vector<std::string> not_evaluated;
  std::vector<bill_file> files;
  digest rules_content;
  std::string disclaimer;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_ROO_ANSWER_HPP
