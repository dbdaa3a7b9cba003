// Every name scored, one after the other, by the plain scorer: what the index must agree with.
//
// It takes from the library what folds a name and scores two of them, and nothing of index or
// search.
//
// Example:
//   brute_force all(names);
//   std::vector<std::int32_t> units = all.score(query);   // by name
//
// Threads: score() may run on any number of threads.
#ifndef TRADEWARDEN_BENCHMARKS_BRUTE_FORCE_HPP
#define TRADEWARDEN_BENCHMARKS_BRUTE_FORCE_HPP

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "benchmarks/corpus.hpp"
#include "score/token_similarity.hpp"

namespace tradewarden::bench {

class brute_force {
 public:
  explicit brute_force(std::span<const listed_party> parties);

  /// Score in 1/10,000 of each party (that has one name), in their order.
  [[nodiscard]] std::vector<std::int32_t> score(const screening_query& query) const;

 private:
  struct token {
    std::string text;
    names::token_features features;
  };
  std::deque<token> vocabulary_;  // stays in place
  std::vector<scoring::token_view> tokens_;
  std::vector<std::size_t> starts_{0};
};

}  // namespace tradewarden::bench

#endif  // TRADEWARDEN_BENCHMARKS_BRUTE_FORCE_HPP
