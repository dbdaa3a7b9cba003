// What would have changed a possible match: the score without a word, the threshold that leaves it
// out, the fact that would contradict it. Worked out by scoring again, not estimated.
//
// Example:
//   auto c = tradewarden::what_would_change("Vladimir Putin", "PUTIN, Vladimir Vladimirovich",
//                                           tradewarden::score::from_units(8000));
//   for (const auto& w : c) std::cout << w.words << '\n';
//
// Threads: pure functions.
#ifndef TRADEWARDEN_COUNTERFACTUAL_HPP
#define TRADEWARDEN_COUNTERFACTUAL_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/schema.hpp"
#include "tradewarden/score.hpp"

namespace tradewarden {

class score_rules;

struct counterfactual {
  /// "without_listed", "without_asked", "same_spelling", "same_order", "same_number", "same_place",
  /// "threshold", "other_name", "birth_date", "contradiction", "weak", "identifier", "as_of".
  std::string kind;
  std::string subject;  ///< The words, the threshold, the date ... that would be different.
  std::optional<tradewarden::score> score;  ///< Of the name then, where it would differ.
  bool hit = true;      ///< Whether it would be a possible match then.
  std::string words;    ///< A sentence.
  friend bool operator==(const counterfactual&, const counterfactual&) = default;
};

/// Of two names alone, at most 14: words that one side lacks, spellings, order, the threshold.
[[nodiscard]] std::vector<counterfactual> what_would_change(std::string_view query,
                                                            std::string_view listed,
                                                            score threshold,
                                                            schema query_schema = schema::unknown);
/// The same by the rules of an older score version, or with a name pack.
[[nodiscard]] std::vector<counterfactual> what_would_change(std::string_view query,
                                                            std::string_view listed,
                                                            score threshold, schema query_schema,
                                                            const score_rules& rules);

}  // namespace tradewarden

#endif  // TRADEWARDEN_COUNTERFACTUAL_HPP
