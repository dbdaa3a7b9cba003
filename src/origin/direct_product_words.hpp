// What is told of a foreign direct product rule: its prongs, its reason, its rules, and what is asked.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_ORIGIN_DIRECT_PRODUCT_WORDS_HPP
#define TRADEWARDEN_ORIGIN_DIRECT_PRODUCT_WORDS_HPP

#include <string>
#include <vector>

#include "origin/answer_key.hpp"
#include "origin/judge.hpp"
#include "origin/result_parts.hpp"
#include "tradewarden/origin_answer.hpp"

namespace tradewarden::detail {

/// Is it a test of 734.9? Then its case.
[[nodiscard]] const direct_product_case* find_case(const ear_judge& j, std::string_view test);

/// Fills why, prongs, questions and rules of a test whose verdict is set.
void explain_direct_product(const direct_product_case& c, const ear_judge& j, used_rules& rules,
                            test_result& t);

/// Which of the rules were not evaluated because nobody has said how the product is made or who gets
/// it; empty if all were.
[[nodiscard]] std::string not_evaluated_words(const ear_judge& j);

/// What is assumed of parties, dates of compliance and contradicting rows.
void assume_direct_products(const ear_judge& j, const judgement& now, bool contradicts,
                            std::vector<std::string>& assumptions);

/// All that reaches an answer of the cases.
void add_cases(answer_key& key, const std::vector<direct_product_case>& cases);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_DIRECT_PRODUCT_WORDS_HPP
