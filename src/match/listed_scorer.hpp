// Scores names of an index by the likenesses of a match_table: no text is read.
//
// Example:
//   listed_scorer scorer(view, query, table, {});
//   int units = scorer.score(view.name(handle));   // what name_scorer gives for the texts
//
// Threads: belongs to one search.
#ifndef TRADEWARDEN_MATCH_LISTED_SCORER_HPP
#define TRADEWARDEN_MATCH_LISTED_SCORER_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/index_view.hpp"
#include "match/expansion.hpp"
#include "match/match_table.hpp"
#include "names/prepared_name.hpp"
#include "score/alignment.hpp"

namespace tradewarden::matching {

class listed_scorer {
 public:
  listed_scorer(const detail::index_view& index, const names::prepared_name& query,
                const match_table& table, const enumerators& on);

  /// Score in 1/10,000; may be 0 for a name whose share of alike weight is below what is needed.
  [[nodiscard]] std::int32_t score(const detail::name_view& name, const scoring::needed_share& needs);
  /// The other way round: `name` asks, of the names of an index by reversed rules (reversed_rules.hpp), and
  /// the query is the listed name; `parameters` are those of the score.
  [[nodiscard]] std::int32_t score_asking(const detail::name_view& name, const scoring::needed_share& needs,
                                          const scoring::score_parameters& parameters);

 private:
  struct letter {
    std::size_t query;
    std::uint8_t byte;
  };

  [[nodiscard]] scoring::token_mark mark_of(std::uint32_t token, token_role role) const;
  [[nodiscard]] scoring::aligned_token aligned(const detail::name_view& name, std::uint32_t j) const;
  /// Calls visit(query token, listed token, similarity) for all that are alike; whether there may be joins.
  template <class Visit>
  bool each_alike(const detail::name_view& name, const Visit& visit) const;
  bool fill(const detail::name_view& name);
  void find_joins(const detail::name_view& name);
  void find_joins_asking(const detail::name_view& name, scoring::alignment& to) const;
  /// Whether query token i is these two together.
  [[nodiscard]] bool is_pair(std::size_t i, std::uint32_t first, std::uint32_t second) const;

  const detail::index_view& index_;
  const scoring::score_parameters& parameters_;
  const names::role_weights& weights_;
  const names::prepared_name& query_;
  const match_table& table_;
  std::vector<letter> letters_;
  std::array<std::uint32_t, std::size(scoring::k_marked_tokens)> marked_{};  // tokens, in that order
  std::vector<std::uint32_t> directions_;  // tokens; empty if the query has none
  std::vector<scoring::aligned_token> own_;  // of the query
  scoring::alignment alignment_;
};

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_LISTED_SCORER_HPP
