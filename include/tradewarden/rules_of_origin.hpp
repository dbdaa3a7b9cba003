// Does a product earn a preference: the rules of origin of a trade agreement over a bill of materials.
//
// Example:
//   roo_question q{"usmca", "PUMP"};
//   q.date = day::parse("2026-01-01").value();
//   auto a = assess_rules_of_origin(b, q).value();
//   std::cout << to_string(a.verdict) << ": " << a.why << '\n';
//
// Three-valued: what is not known makes `depends`, with the facts that decide. A material whose origin
// nobody has determined counts as non-originating in the working, and as unknown in the verdict.
//
// Non-preferential origin (substantial transformation; last substantial transformation) is never
// computed: the agreement "non-preferential" gives facts and requires_ruling.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_RULES_OF_ORIGIN_HPP
#define TRADEWARDEN_RULES_OF_ORIGIN_HPP

#include <optional>
#include <string>

#include "tradewarden/bill.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/roo_answer.hpp"
#include "tradewarden/roo_facts.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {

struct roo_question {
  std::string agreement;      ///< As in agreement_names(), or "non-preferential".
  std::string product{};      ///< Part id; empty: the only product of the bill, else an error.
  std::optional<day> date{};  ///< Default: today in UTC.
  std::string hs_edition{};   ///< Of the bill's codes: "2022"; empty: taken to be the rules'.
  roo_facts facts{};
};

/// Errors: usage (no such agreement, several products and none named), not_found (a product or part of
/// the facts that the bill does not have).
[[nodiscard]] result<roo_answer> assess_rules_of_origin(const bill& b, const roo_question& q,
                                                        const rule_book& rules = rule_book::built_in());

/// Canonical JSON (docs/roo.schema.json), one line, closed by "answer_id".
[[nodiscard]] std::string to_json(const roo_answer& a);

}  // namespace tradewarden

#endif  // TRADEWARDEN_RULES_OF_ORIGIN_HPP
