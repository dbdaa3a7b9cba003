// Regional value content: how much of a good's value, or of its cost, comes from within an agreement.
//
// Example:
//   tradewarden::rvc_question q{tradewarden::rvc_method::net_cost};
//   q.costs = {tradewarden::parse_amount("100").value()};
//   q.excluded = {tradewarden::parse_amount("12").value()};
//   q.vnm = {tradewarden::parse_amount("40").value()};
//   auto a = regional_value_content(q).value();     // a.net_cost 88, a.share 6/11
//
// Shares are exact; a limit is compared by cross-multiplication. The percentage with one decimal,
// rounded half up, is for the eye: it is never compared.
//
// Source of the formulas: 19 USC 4531(d) (transaction value, net cost), 19 USC 4033(c) (build-up,
// build-down of the adjusted value), RCEP and CPTPP article 3.5, and the MaxNOM of the protocols on
// origin of the EU. Which of them an agreement allows for a good is not asked here.
//
// Threads: pure functions of plain values.
#ifndef TRADEWARDEN_REGIONAL_VALUE_CONTENT_HPP
#define TRADEWARDEN_REGIONAL_VALUE_CONTENT_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/bill.hpp"
#include "tradewarden/decimal.hpp"
#include "tradewarden/exact_share.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/truth.hpp"

namespace tradewarden {

/// V: value of the good (transaction, adjusted, FOB or ex-works value). NC: net cost. VNM: value of
/// non-originating materials; VOM: of originating ones. The numbers are pinned.
enum class rvc_method : std::uint8_t {
  transaction_value = 0,  ///< (V - VNM) / V
  net_cost = 1,           ///< (NC - VNM) / NC
  build_up = 2,           ///< (VOM + costs) / V
  build_down = 3,         ///< (V - VNM) / V
  focused_value = 4,      ///< (V - VNM) / V, VNM only of the materials that the rule names
  max_nom = 5,            ///< VNM / V: a highest share, where the others have a least one
};
[[nodiscard]] std::string_view to_string(rvc_method m) noexcept;  ///< "transaction-value", ...
/// "transaction-value", "net-cost", "build-up", "build-down", "focused", "max-nom".
[[nodiscard]] result<rvc_method> parse_rvc_method(std::string_view text);

/// A limit in percent. Both include equality.
struct rvc_limit {
  decimal percent;
  bool at_most = false;  ///< Else at least.
  friend bool operator==(const rvc_limit&, const rvc_limit&) = default;
};

/// An amount for a question: "40", "35..40", or "?". Errors: bad_value, limit_exceeded.
[[nodiscard]] result<price_range> parse_amount(std::string_view text);

/// All amounts are in one currency; several of one kind add up.
struct rvc_question {
  rvc_method method = rvc_method::transaction_value;
  std::vector<price_range> value{};                   ///< V; required but for net cost.
  std::vector<price_range> international_shipping{};  ///< Taken off V.
  std::vector<price_range> total_cost{};  ///< Of net cost. With `costs` given too, both must agree.
  std::vector<price_range> costs{};       ///< Of net cost: add up to the total. Of build-up: added to VOM.
  std::vector<price_range> excluded{};    ///< Of net cost: what the agreement takes off the total.
  std::vector<price_range> vnm{};         ///< Without it, net cost alone is worked out.
  std::vector<price_range> vom{};         ///< Of build-up.
  std::optional<rvc_limit> limit{};
};

/// A fraction that may be below zero: materials can cost more than the good brings in.
struct signed_fraction {
  bool negative = false;  ///< Never of zero.
  exact_fraction magnitude{};

  [[nodiscard]] std::string num() const { return (negative ? "-" : "") + magnitude.num(); }
  [[nodiscard]] const std::string& den() const& noexcept { return magnitude.den(); }
  /// As exact_fraction::to_string, with a sign.
  [[nodiscard]] std::string to_string() const { return (negative ? "-" : "") + magnitude.to_string(); }
  friend bool operator==(const signed_fraction&, const signed_fraction&) = default;
};

/// From `low` to `high`; nothing: no bound is known on that side.
struct rvc_bounds {
  std::optional<signed_fraction> low{};
  std::optional<signed_fraction> high{};

  [[nodiscard]] bool is_point() const { return low && high && *low == *high; }
  /// "88", "80..88", "?..88".
  [[nodiscard]] std::string to_string() const;
  friend bool operator==(const rvc_bounds&, const rvc_bounds&) = default;
};

/// One line of the working.
struct rvc_step {
  std::string name;     ///< "net cost"
  std::string working;  ///< "100 - 12"
  rvc_bounds result;
};

struct rvc_answer {
  rvc_method method = rvc_method::transaction_value;
  std::string formula;  ///< "(NC - VNM) / NC"
  std::vector<rvc_step> steps;
  std::optional<rvc_bounds> net_cost;  ///< Of the method net cost.
  std::optional<rvc_bounds> share;     ///< As a fraction of 1; nothing without materials.
  std::string display;                 ///< Four decimals that never cross the limit, "lo..hi" or "?".
  std::string percent;                 ///< One decimal, half up; for the eye only.
  std::optional<rvc_limit> limit;
  std::optional<truth> passes;         ///< Unknown: it depends on where the amounts lie. Nothing without limit.
};

/// Errors: usage if an amount that the method needs is missing, or one is given that it does not
/// use; bad_value if nothing is left to divide by; conflict if costs do not add up to the total.
[[nodiscard]] result<rvc_answer> regional_value_content(const rvc_question& q);

}  // namespace tradewarden

#endif  // TRADEWARDEN_REGIONAL_VALUE_CONTENT_HPP
