// A hit in words that a reviewer reads: what matched and why, what speaks against it.
//
// Example:
//   for (const std::string& s : against_sentences(hit)) std::cout << s << '\n';
//
// Threads: pure functions.
#ifndef TRADEWARDEN_AUDIT_REVIEW_WORDS_HPP
#define TRADEWARDEN_AUDIT_REVIEW_WORDS_HPP

#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/comparison.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::audit {

/// "not_a_word" as "not a word".
[[nodiscard]] std::string spaced(std::string_view code);

/// "kangxum ~ kangxun (1 edit)"
[[nodiscard]] std::string pair_words(const token_pair& pair);
/// The same with what it counts for: "..., 0.8571 of 190".
[[nodiscard]] std::string weighed_pair(const token_pair& pair);
/// "the words stand in another order" for "order"; a rule without words of its own is spaced().
[[nodiscard]] std::string rule_words(std::string_view rule);

/// "birth date confirms: the year (asked 1954, listed 1954-10-07)"; empty where nothing was asked.
[[nodiscard]] std::string evidence_words(const evidence& e);
/// All that were asked for.
[[nodiscard]] std::vector<std::string> evidence_sentences(const std::vector<evidence>& all);

/// Which name of which entry, how strong, and what let a weak one through.
[[nodiscard]] std::string matched_sentence(const screening_hit& hit);
/// What let a weak alias through, or null; also null for "whole_name".
[[nodiscard]] const evidence* weak_evidence(const screening_hit& hit);
/// Words that one side lacks, rules that lowered the score.
[[nodiscard]] std::vector<std::string> against_sentences(const comparison& c);
/// The same, and the facts that contradict.
[[nodiscard]] std::vector<std::string> against_sentences(const screening_hit& hit);

}  // namespace tradewarden::audit

#endif  // TRADEWARDEN_AUDIT_REVIEW_WORDS_HPP
