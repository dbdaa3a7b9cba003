// What an evaluation has to say in words, the same on the screen and on a page.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_EVALUATE_WORDS_HPP
#define TRADEWARDEN_EVALUATE_WORDS_HPP

#include <string>
#include <vector>

#include "tradewarden/evaluate.hpp"

namespace tradewarden::evaluating {

/// Three decimals, rounded half up: "0.960"; "-" where there is nothing to count.
[[nodiscard]] std::string three_places(const proportion& p);
/// "0.1 %" of 1 in 1,000.
[[nodiscard]] std::string percent_of(std::int32_t rate);
/// What was counted but not measured, and what makes a figure weak; one sentence each.
[[nodiscard]] std::vector<std::string> notes_of(const evaluation& e);

}  // namespace tradewarden::evaluating

#endif  // TRADEWARDEN_EVALUATE_WORDS_HPP
