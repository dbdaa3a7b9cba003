// Puts one origin_result together from a judgement: parts with their reasons, tests, rules.
//
// Threads: one thread at a time.
#ifndef TRADEWARDEN_ORIGIN_RESULT_PARTS_HPP
#define TRADEWARDEN_ORIGIN_RESULT_PARTS_HPP

#include "origin/judge.hpp"
#include "tradewarden/origin_answer.hpp"

namespace tradewarden::detail {

/// Numbers of the run's rule log to positions in result.rules, added as they are met.
class used_rules {
 public:
  used_rules(const rule_log& log, origin_result& result) : log_(log), result_(result) {}
  [[nodiscard]] std::vector<std::uint32_t> local(const std::vector<std::uint32_t>& numbers);

 private:
  const rule_log& log_;
  origin_result& result_;
  std::vector<std::uint32_t> place_;  // by number in the log; none: 0xffffffff
};

/// Fills counted, not_counted and their remainders.
void list_parts(regime_judge& j, std::uint32_t limit, used_rules& rules, origin_result& out);
/// Fills zero_percent_content.
void list_zero_percent(ear_judge& j, used_rules& rules, origin_result& out);
/// Fills second_incorporation.
void compare_incorporation(regime_judge& j, origin_result& out);
/// The figures and verdicts of that alone.
void compare_shares(regime_judge& j, origin_result& out);

[[nodiscard]] amount_range to_range(const amount_bound& a);
[[nodiscard]] exact_share to_share(const share_bound& s, const std::optional<share_threshold>& t);

/// What to supply where a test is open because nobody has said what is in a part; or nothing.
[[nodiscard]] std::string unstated_words(const ear_judge& j);

/// Content of which the share says nothing: under the ITAR, and technology in a commodity.
void note_content(const regime_judge& j, origin_result& out);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_RESULT_PARTS_HPP
