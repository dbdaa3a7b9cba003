// The smallest set of open facts that can settle a verdict which depends.
//
// A set can settle the verdict if there are answers to its facts with which the verdict no longer
// depends, whatever the other facts are. The more facts are settled towards one verdict the nearer it
// is (every test is monotone in every fact), so a set is tried at its best: all of it towards
// "triggers", or all of it away from it.
//
//   facts without which nothing settles it     taken first
//   values that merely add up                  largest first: exact
//   anything else                              sets by size, up to a budget; then a set in which
//                                              no fact can be left out
//
// Threads: as regime_judge.
#ifndef TRADEWARDEN_ORIGIN_DECIDING_HPP
#define TRADEWARDEN_ORIGIN_DECIDING_HPP

#include <cstdint>
#include <vector>

#include "origin/judge.hpp"

namespace tradewarden::detail {

struct deciding_set {
  std::vector<open_fact> facts;
  tradewarden::verdict to = tradewarden::verdict::depends;
  bool both = false;  ///< Other answers to the same facts settle it to the other verdict.
  bool smallest = true;
};

/// Open facts about the parts of the question: values, discrete, positions, the product's price.
[[nodiscard]] std::vector<open_fact> open_facts(const regime_judge& j);

[[nodiscard]] deciding_set find_deciding(regime_judge& j);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_DECIDING_HPP
