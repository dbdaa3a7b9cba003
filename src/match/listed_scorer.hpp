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

 private:
  struct letter {
    std::size_t query;
    std::uint8_t byte;
  };

  [[nodiscard]] scoring::token_mark mark_of(std::uint32_t token, token_role role) const;
  void find_joins(const detail::name_view& name);

  const detail::index_view& index_;
  const scoring::score_parameters& parameters_;
  const names::role_weights& weights_;
  const names::prepared_name& query_;
  const match_table& table_;
  std::vector<letter> letters_;
  std::array<std::uint32_t, std::size(scoring::k_marked_tokens)> marked_{};  // tokens, in that order
  std::vector<std::uint32_t> directions_;  // tokens; empty if the query has none
  scoring::alignment alignment_;
};

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_LISTED_SCORER_HPP
