// Every name of an index that reaches a threshold, without scoring every name.
//
// Let t be the least share of alike weight that gives the threshold (parameters.hpp). A name
// reaches it if  sum(similarity x weight) >= t x (weights of the pairs + cost of what is missing +
// what the pairs are unlike by + doubt); what lowers a score afterwards is left out of account, but for
// little evidence: no name has more alike weight than the sum of the largest of each query token, and t
// is that which the threshold asks for with the factor of so much.
// Let  g(i, x) = (similarity - t) x w + t x (cost_i + cost_x - unlike)  for a query token i
// paired with a listed token x, where w is the weight of the pair
// (score_parameters::pair_weight) and cost is what the token costs when it is missing. Then a name can
// reach t only if the g of its pairs sum to  t x (cost of all query tokens + doubt + mass of the name),
// the mass being the cost of all its tokens.
//
// A name whose identifying words are all equal to the query's raises no doubt and loses nothing for
// little evidence: a smaller t' is enough. Its equal pairs get back what that could fall short of: each
// identifying query token its part of t x doubt, and each pair  (t - t') x weight / t', which together
// are no less than (t - t') x all weights and costs, as its share is t' or more. One whose words are equal
// or other spellings of the same names raises the smaller doubt: its pairs get the difference back.
//
// Where it is known which query tokens are not matched, the alike weight is less and t therefore more; doubt
// is certain if one of them identifies, and nothing is paid back; and where none of the others is a name, the
// rule of common words lowers the score for sure. A name without joins has such bounds of its own.
//
// From this follow, without loss:
//
//   who proposes   query tokens whose largest g, without cost_x, together stay below
//                  t x (cost of all query tokens + doubt) need not propose candidates (t that of names in
//                  which only they are matched)
//   how far        postings rise by mass: those of x end where the largest g of the others no
//                  longer make up for it; tokens that proposed before count as not matched
//   who is scored  a candidate whose listed tokens' largest g do not sum up is left out
//
// The threshold may rise during the search (the k best found so far): the bounds rise with it.
//
// Example:
//   search_scratch scratch;
//   search(view, query, score::from_units(8000), {}, scratch, [&](name_score n) {
//     found.push_back(n); return 8000; });
//
// Threads: the index is only read; a scratch belongs to one search at a time.
#ifndef TRADEWARDEN_MATCH_SEARCH_HPP
#define TRADEWARDEN_MATCH_SEARCH_HPP

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "index/index_view.hpp"
#include "match/expansion.hpp"
#include "match/match_table.hpp"
#include "names/prepared_name.hpp"
#include "score/token_similarity.hpp"
#include "tradewarden/score.hpp"

namespace tradewarden::matching {

struct name_score {
  std::uint32_t name = 0;  ///< Handle.
  std::int32_t units = 0;
};

/// A name that the bound did not rule out.
struct candidate {
  std::uint32_t name = 0;
  std::int64_t slack = 0;  ///< How far its bound lies above the threshold.
};

/// What a search did, for benchmarks and tests.
struct search_counts {
  std::uint64_t alike = 0;      ///< Pairs of a query token and a listed token.
  std::uint64_t postings = 0;   ///< Names proposed.
  std::uint64_t candidates = 0; ///< Names that the bound left.
  std::uint64_t scored = 0;
};

/// Memory of a search, kept between searches.
struct search_scratch {
  match_table table;
  edit_scratch edits;
  std::optional<expansion_cache> cache;  ///< For batches over one index; off unless set.
  std::vector<std::uint32_t> proposed;
  std::vector<candidate> candidates;
  search_counts counts;  ///< Of the last search.
};

/// Gets each name that reaches the threshold, in no particular order, perhaps more than once;
/// returns the threshold from then on in units (the same or a higher one).
using name_sink = std::function<std::int32_t(name_score)>;

void search(const detail::index_view& index, const names::prepared_name& query, score threshold,
            const enumerators& on, search_scratch& scratch, const name_sink& sink);

/// The other way round: every name of an index of names to be asked for that gets the threshold against a
/// listed name. The index is built by scoring::reversed() rules, so that all of the above holds with the
/// sides exchanged: likeness, pairs, doubt and evidence know no sides, and what a missing token costs has
/// changed them. What is left is scored forwards, by the parameters of the score.
void search_asking(const detail::index_view& index, const names::prepared_name& listed, score threshold,
                   const scoring::score_parameters& parameters, search_scratch& scratch, const name_sink& sink);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_SEARCH_HPP
