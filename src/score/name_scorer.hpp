// Scores one query against listed names, token by token.
//
// Example:
//   auto q = names::prepare("ZTE Kangxun", schema::unknown);
//   scoring::name_scorer scorer(q);
//   int units = scorer.score(scoring::views_of(listed));
//
// Threads: a scorer belongs to one thread. The prepared query outlives it.
#ifndef TRADEWARDEN_SCORE_NAME_SCORER_HPP
#define TRADEWARDEN_SCORE_NAME_SCORER_HPP

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "names/prepared_name.hpp"
#include "score/assignment.hpp"
#include "score/token_similarity.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

[[nodiscard]] std::vector<token_view> views_of(const names::prepared_name& name);

class name_scorer {
 public:
  explicit name_scorer(const names::prepared_name& query);

  /// Score in 1/10,000.
  [[nodiscard]] std::int32_t score(std::span<const token_view> listed);
  /// The same score with its working.
  [[nodiscard]] comparison explain(std::span<const token_view> listed);

 private:
  /// One or two neighbouring tokens of one side taken as one.
  struct pairing {
    std::size_t query = 0;
    std::size_t query_count = 1;
    std::size_t listed = 0;
    std::size_t listed_count = 1;
    similarity alike;
  };

  void align(std::span<const token_view> listed);
  void find_joins(std::span<const token_view> listed, std::vector<pairing>& joins) const;
  std::int64_t assign(std::span<const token_view> listed, std::span<const pairing> fixed,
                      std::vector<pairing>& out);
  std::int32_t finish(std::span<const token_view> listed, comparison* explanation) const;
  [[nodiscard]] std::int64_t weight_of(const pairing& p, std::span<const token_view> listed) const;

  std::vector<token_view> query_;
  std::vector<pairing> pairs_;       // the winning alignment, by query token
  std::vector<similarity> matrix_;   // query tokens x listed tokens
  assignment_solver solver_;
  std::vector<pairing> joins_, trial_, fixed_;
  std::vector<char> query_taken_, listed_taken_, used_columns_;
};

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_NAME_SCORER_HPP
