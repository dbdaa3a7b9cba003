// Scores one query against listed names, token by token, from their texts: the plain way.
//
// Example:
//   auto q = names::prepare("ZTE Kangxun", schema::unknown);
//   scoring::name_scorer scorer(q);
//   int units = scorer.score(scoring::views_of(listed));
//
// Threads: a scorer belongs to one thread. The prepared query and the parameters outlive it.
#ifndef TRADEWARDEN_SCORE_NAME_SCORER_HPP
#define TRADEWARDEN_SCORE_NAME_SCORER_HPP

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "names/prepared_name.hpp"
#include "score/alignment.hpp"
#include "score/token_similarity.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

[[nodiscard]] std::vector<token_view> views_of(const names::prepared_name& name);

class name_scorer {
 public:
  explicit name_scorer(const names::prepared_name& query,
                       const score_parameters& parameters = k_current_parameters);

  /// Score in 1/10,000.
  [[nodiscard]] std::int32_t score(std::span<const token_view> listed);
  /// The same score with its working.
  [[nodiscard]] comparison explain(std::span<const token_view> listed);

 private:
  void fill(std::span<const token_view> listed);

  const score_parameters* parameters_;
  std::vector<token_view> query_;
  alignment alignment_;
};

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_NAME_SCORER_HPP
