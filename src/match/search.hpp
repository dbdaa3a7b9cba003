// Every name of an index that reaches a threshold, without scoring every name.
//
// Let t be the least share of alike weight that gives the threshold (parameters.hpp). A name
// reaches it if  sum(similarity x weight) >= t x (weights of the pairs + what is missing).
// With  g(i, x) = (similarity - t) x (w_i + w_x) + t x missing_i  for a query token i paired with
// a listed token x, a name can reach t only if the g of its pairs sum to  t x sum(missing_i).
// Let G_i be the largest g of token i over the vocabulary. Query tokens whose G together stay
// below that sum need not propose candidates; the rest (the essential ones) propose all names in
// their postings, and each of these is scored in full.
//
// Example:
//   for (const name_score& n : search(view, query, score::from_units(8000))) use(n.name, n.units);
//
// Threads: pure functions over an immutable view.
#ifndef TRADEWARDEN_MATCH_SEARCH_HPP
#define TRADEWARDEN_MATCH_SEARCH_HPP

#include <cstdint>
#include <vector>

#include "index/index_view.hpp"
#include "match/expansion.hpp"
#include "names/prepared_name.hpp"
#include "score/token_similarity.hpp"
#include "tradewarden/score.hpp"

namespace tradewarden::matching {

struct name_score {
  std::uint32_t name = 0;
  std::int32_t units = 0;
};

/// Names that score `threshold` or more, by their number.
[[nodiscard]] std::vector<name_score> search(const detail::index_view& index,
                                             const names::prepared_name& query, score threshold,
                                             const enumerators& on = {});

/// The tokens of a name as the score sees them. `out` is overwritten.
void load_name(const detail::index_view& index, std::uint32_t name,
               std::vector<scoring::token_view>& out);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_SEARCH_HPP
