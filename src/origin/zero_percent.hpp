// Content without a de minimis level: the cases of 15 CFR 734.4(a), and the review of 734.4(b).
//
// Threads: as legal_context.
#ifndef TRADEWARDEN_ORIGIN_ZERO_PERCENT_HPP
#define TRADEWARDEN_ORIGIN_ZERO_PERCENT_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "origin/legal_context.hpp"

namespace tradewarden::detail {

/// A case that may reach the product and destination. What is left are facts, and the content.
struct open_case {
  zero_percent_case rule;
  truth destination = truth::unknown;
  truth product = truth::unknown;      ///< Its classification and class.
  std::vector<std::string> unknown_facts;    ///< Not stated: the case waits for "yes" to these,
  std::vector<std::string> unknown_unless;   ///< and for "no" to these.
  std::vector<std::uint32_t> rules;
};

/// The cases of 734.4(a) that are not denied by destination, product or a stated fact.
[[nodiscard]] std::vector<open_case> open_cases(const legal_context& ctx, const signature& product);

/// Content of the case, by its classification.
[[nodiscard]] truth is_case_content(const legal_context& ctx, const open_case& c,
                                    const signature& content);

/// 734.4(b): encryption content that keeps the item subject until it was reviewed.
[[nodiscard]] truth needs_review(const legal_context& ctx, const signature& content,
                                 std::vector<std::uint32_t>& rules);

inline constexpr std::string_view k_reviewed = "encryption_reviewed";

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_ZERO_PERCENT_HPP
