// The best alignment of a query's tokens with a listed name's, and the score that follows.
//
// It knows likenesses, roles and weights, not texts: name_scorer fills it from two texts, the
// search from the tables of an index. Both get the same score for the same likenesses.
//
// Example:
//   alignment a(query_tokens);
//   a.begin(3);                                   // a listed name of three tokens
//   a.listed(0) = {token_role::name, 100};
//   a.set(0, 0, {10'000, match_reason::equal, 0});
//   int units = a.score();
//
// Threads: an alignment belongs to one thread; it keeps its memory between names.
#ifndef TRADEWARDEN_SCORE_ALIGNMENT_HPP
#define TRADEWARDEN_SCORE_ALIGNMENT_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "names/fold.hpp"
#include "score/assignment.hpp"
#include "score/parameters.hpp"
#include "score/token_marks.hpp"
#include "score/token_similarity.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::scoring {

/// A token as the alignment sees it.
struct aligned_token {
  token_role role = token_role::name;
  std::uint8_t weight = 0;
  bool repaired = false;
  token_mark mark = token_mark::none;
  std::uint8_t length = 0;  ///< Letters.
};

/// One or two neighbouring tokens of one side taken with one or two of the other.
struct pairing {
  std::uint8_t query = 0;
  std::uint8_t query_count = 1;
  std::uint8_t listed = 0;
  std::uint8_t listed_count = 1;
  similarity alike;
};

/// The least share (1/10,000) of a name whose words that identify it are all equal to the query's, and
/// of any other.
struct needed_share {
  std::int64_t perfect = 0;
  std::int64_t other = 0;
};

/// A rule that lowered the score.
struct lowering {
  const char* rule;
  std::int32_t factor;  ///< 1/10,000.
};

class alignment {
 public:
  /// Most joins that are tried in all combinations; further ones (in reading order) are not tried.
  static constexpr std::size_t k_max_joins = 4;

  /// The parameters outlive the alignment.
  explicit alignment(std::span<const aligned_token> query,
                     const score_parameters& parameters = k_current_parameters);

  /// Starts a listed name of `tokens` tokens, of which nothing is alike yet.
  void begin(std::size_t tokens);
  [[nodiscard]] aligned_token& listed(std::size_t j) { return listed_[j]; }
  /// Two tokens are alike; each cell is set once at most.
  void set(std::size_t query, std::size_t listed, similarity s) {
    matrix_[query * listed_count_ + listed] = s;
    rows_[query] |= std::uint64_t{1} << listed;
  }
  /// Adds a join; false if there are k_max_joins already.
  bool add_join(std::size_t query, std::size_t query_count, std::size_t listed,
                std::size_t listed_count);
  [[nodiscard]] bool has_joins() const noexcept { return !joins_.empty(); }

  /// Score in 1/10,000.
  [[nodiscard]] std::int32_t score();
  /// False: without joins no alignment has this share of alike weight, whatever takes whatever. Much
  /// quicker than the score.
  [[nodiscard]] bool may_reach(const needed_share& needs) const;

  /// Of the last score: the pairs by query token, the tokens left over, the rules that lowered it.
  [[nodiscard]] std::span<const pairing> pairs() const { return pairs_; }
  [[nodiscard]] std::uint64_t query_seen() const { return query_seen_; }
  [[nodiscard]] std::uint64_t listed_seen() const { return listed_seen_; }
  [[nodiscard]] std::span<const lowering> lowerings() const { return lowerings_; }
  [[nodiscard]] std::int32_t weight_of(const pairing& p) const;

 private:
  using pairings = std::vector<pairing>;

  void align();
  std::int64_t assign(std::span<const pairing> fixed, pairings& out);
  struct part;  // query tokens that compete for the same listed tokens
  void assign_part(const part& p, pairings& out);
  [[nodiscard]] std::int64_t gain_of(std::size_t i, std::size_t j) const {
    return std::int64_t{matrix_[i * listed_count_ + j].value} * pair_weight(i, j);
  }
  [[nodiscard]] std::int32_t pair_weight(std::size_t i, std::size_t j) const {
    return score_parameters::pair_weight(weighs_as_it_stands(matrix_[i * listed_count_ + j]),
                                         query_[i].weight, listed_[j].weight);
  }
  /// Orders gains; equal ones by how near the pair stands to its place, by less than one unit.
  [[nodiscard]] std::int64_t rank_of(std::size_t i, std::size_t j) const {
    const std::size_t apart = i > j ? i - j : j - i;
    return gain_of(i, j) * 4096 + 64 - static_cast<std::int64_t>(apart);
  }
  std::int32_t finish();

  const score_parameters* parameters_;
  std::vector<aligned_token> query_;
  std::array<aligned_token, names::k_max_tokens> listed_;
  std::size_t listed_count_ = 0;
  std::vector<similarity> matrix_;   // query tokens x listed tokens, valid where rows_ says so
  std::vector<std::uint64_t> rows_;  // by query token: the listed tokens alike
  assignment_solver solver_;
  pairings pairs_, joins_, trial_, fixed_;
  std::vector<lowering> lowerings_;
  std::uint64_t query_seen_ = 0;
  std::uint64_t listed_seen_ = 0;
};

}  // namespace tradewarden::scoring

#endif  // TRADEWARDEN_SCORE_ALIGNMENT_HPP
