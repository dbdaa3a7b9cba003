// What a user states for rules of origin and no bill holds: which materials originate, processes,
// costs of a good.
//
// Example:
//   auto read = read_roo_facts("facts.csv");       // part_id,fact,value and perhaps agreement
//   for (const error& e : read.problems) std::cerr << e.to_string() << '\n';
//   if (read.facts) question.facts = *read.facts;
//
// Threads: plain values; reading may run on several threads at once.
#ifndef TRADEWARDEN_ROO_FACTS_HPP
#define TRADEWARDEN_ROO_FACTS_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/bill.hpp"
#include "tradewarden/error.hpp"

namespace tradewarden {

/// One row. The kinds of facts: docs/rules-of-origin.md.
struct roo_fact {
  std::string part;
  std::string fact;       ///< "originating", "value", "net_cost", "chemical_reaction" ...
  std::string value;      ///< y, n or ?; an amount; codes: as the fact has it.
  std::string agreement;  ///< For this agreement alone; empty: for all.
  std::uint64_t line = 0;
};

struct roo_facts {
  std::vector<roo_fact> all;
  bill_file file;  ///< Where they stood; no name: nowhere.
};

struct roo_facts_reading {
  std::optional<roo_facts> facts;  ///< Nothing if there is any problem.
  std::vector<error> problems;     ///< With line and field; the first 1,000.
  std::uint64_t more_problems = 0;
};

/// CSV. A value that does not fit its fact, and two different values of one, are problems.
[[nodiscard]] roo_facts_reading read_roo_facts(const std::string& path);
[[nodiscard]] roo_facts_reading read_roo_facts_text(std::string_view name, std::string_view text);

}  // namespace tradewarden

#endif  // TRADEWARDEN_ROO_FACTS_HPP
