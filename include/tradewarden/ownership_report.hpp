// Several regimes asked about one graph, perhaps with changes tried out: what a program prints or keeps.
//
// Example:
//   ownership_questions q;
//   q.regimes = {"us-ofac", "eu"};
//   auto r = ask_ownership(graph, q).value();
//   std::cout << to_json(r) << '\n';
//
// Threads: pure functions.
#ifndef TRADEWARDEN_OWNERSHIP_REPORT_HPP
#define TRADEWARDEN_OWNERSHIP_REPORT_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/ownership.hpp"
#include "tradewarden/ownership_change.hpp"
#include "tradewarden/ownership_graph.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {

struct ownership_questions {
  std::vector<std::string> regimes{};
  std::optional<day> date{};                 ///< Default: today in UTC.
  std::vector<std::string> entities{};       ///< Party ids; none: all that are restricted or depend.
  std::vector<ownership_change> changes{};   ///< Tried out; with them and without entities, what moves.
  std::uint32_t limit = 1000;                ///< Most results of a regime where no entity is named.
};

struct ownership_report {
  ownership_graph graph;
  rule_book rules;  ///< Keeps the texts of the answers.
  std::vector<ownership_change> changes;
  std::vector<ownership_answer> answers;            ///< By regime, after the changes.
  std::vector<std::vector<ownership_move>> moved;   ///< By regime; empty without changes.
};

/// Errors: usage (no such regime), not_found (an entity, or a party of a change), bad_value.
[[nodiscard]] result<ownership_report> ask_ownership(const ownership_graph& graph, const ownership_questions& q,
                                                     const rule_book& rules = rule_book::built_in());

/// One line of canonical JSON, closed by "answer_id" (docs/ownership.schema.json).
[[nodiscard]] std::string to_json(const ownership_report& report);

}  // namespace tradewarden

#endif  // TRADEWARDEN_OWNERSHIP_REPORT_HPP
