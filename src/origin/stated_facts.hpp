// Facts that no bill holds: which there are, which are stated, and how to answer what is asked.
//
// Example:
//   how_to_answer({"price", "L1", "What is its price?"}, "P")  == "fmv of L1"
//   how_to_answer({"military_commodity", "", "..."}, "P")      == "--fact military_commodity=yes|no"
//
// Threads: pure functions.
#ifndef TRADEWARDEN_ORIGIN_STATED_FACTS_HPP
#define TRADEWARDEN_ORIGIN_STATED_FACTS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"
#include "tradewarden/origin_answer.hpp"
#include "tradewarden/origin_options.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden::detail {

/// "counts:L1": that the content of a part counts, where no table can tell.
inline constexpr std::string_view k_counts_fact = "counts:";

/// Fact ids of the cases of 734.4(a), whatever the day, sorted.
[[nodiscard]] std::vector<std::string> case_fact_ids(const rule_book& rules, day on);
/// Every fact id that a test of these rules asks for, whatever the day, sorted; without "counts:".
[[nodiscard]] std::vector<std::string> fact_ids(const rule_book& rules, day on);

/// The column of the bill, or the option, that answers a question; for the product itself also the
/// option for a flat bill, which has no row for it.
[[nodiscard]] std::string how_to_answer(const question& q, std::string_view product);

/// "; stated: a = yes, b = no" for those of the ids that are stated; else empty.
[[nodiscard]] std::string stated_words(const std::vector<stated_fact>& facts,
                                       const std::vector<std::string>& ids);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_STATED_FACTS_HPP
