// The rule language of product-specific rules of origin: what must have happened to a good.
//
// Example:
//   origin_rule r = origin_rule::parse("CTH except 8473 or (CTH and RVC 40)").value();
//   assert(r.kind == origin_rule_kind::any_of && r.parts.size() == 2);
//
//   rule  = both { "or" both }          both = test { "and" test }       test = "(" rule ")" | one of
//     CC | CTH | CTSH | any  [except CODES] [also CODES]    every non-originating material shifts
//     RVC P | transaction-value P | net-cost P | build-up P | build-down P | focused P   at least P %
//     max-nom P                                                                          at most P %
//         each with [of CODES] [by weight]
//     nom-at-most-om                      non-originating materials are worth no more than the others
//     WO [of CODES]                       wholly obtained: the good, or its materials of these codes
//     originating [of CODES]              all materials (of these codes) are originating
//     fact NAME                           a process that the user states
//
// docs/rules-of-origin.md says what each means.
//
// Threads: a plain value.
#ifndef TRADEWARDEN_RULES_ORIGIN_RULE_HPP
#define TRADEWARDEN_RULES_ORIGIN_RULE_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/hs_code.hpp"
#include "tradewarden/decimal.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::rules {

enum class origin_rule_kind : std::uint8_t {
  any_of, all_of, shift, value, nom_at_most_om, wholly_obtained, originating, fact
};

/// The numbers are not pinned: rvc is whatever the agreement calls so.
enum class value_method : std::uint8_t {
  rvc, transaction_value, net_cost, build_up, build_down, focused, max_nom
};
[[nodiscard]] std::string_view to_string(value_method m) noexcept;
[[nodiscard]] std::optional<value_method> parse_value_method(std::string_view text) noexcept;

struct origin_rule {
  origin_rule_kind kind = origin_rule_kind::any_of;
  std::vector<origin_rule> parts{};        ///< Of any_of and all_of.
  hs_level level = hs_level::any;          ///< Of shift.
  hs_set except{};                         ///< Of shift: these do not count as a change.
  hs_set also{};                           ///< Of shift: these do, beside what the level says.
  value_method method = value_method::rvc; ///< Of value.
  decimal percent{};
  bool by_weight = false;
  hs_set of{};                             ///< Of value, wholly_obtained and originating; none: all.
  std::string fact{};
  std::string text{};                      ///< As written, with single blanks.

  /// Errors bad_value (with the place), limit_exceeded (4,000 bytes, 200 tests, 20 brackets deep).
  [[nodiscard]] static result<origin_rule> parse(std::string_view text);
  /// Does it ask for a share of value anywhere?
  [[nodiscard]] bool has_value() const noexcept;
};

/// Small letters, digits, '_' and '-', beginning with a letter: "chemical_reaction".
[[nodiscard]] bool is_fact_name(std::string_view text) noexcept;

}  // namespace tradewarden::rules

#endif  // TRADEWARDEN_RULES_ORIGIN_RULE_HPP
