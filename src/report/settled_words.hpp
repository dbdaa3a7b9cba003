// What the smallest set of facts does for a verdict that depends, as a sentence.
//
// Example:
//   settled_words(r)  // "Answers to these can settle it to: triggers; with other answers it stays open."
//
// Threads: a pure function.
#ifndef TRADEWARDEN_REPORT_SETTLED_WORDS_HPP
#define TRADEWARDEN_REPORT_SETTLED_WORDS_HPP

#include <string>

#include "tradewarden/origin_answer.hpp"

namespace tradewarden::report {

[[nodiscard]] inline std::string settled_words(const origin_result& r) {
  const auto words = [](bool triggers) { return triggers ? "triggers" : "does not trigger"; };
  const bool to = r.deciding_verdict == verdict::triggers;
  return std::string("Answers to these can settle it to: ") + words(to) +
         (r.deciding_both ? std::string(", other answers to: ") + words(!to) + "."
                          : "; with other answers it stays open.");
}

}  // namespace tradewarden::report

#endif  // TRADEWARDEN_REPORT_SETTLED_WORDS_HPP
