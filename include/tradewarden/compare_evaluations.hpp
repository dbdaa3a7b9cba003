// Two systems measured on one labelled set: the figures of another system's hits, and what the one finds
// that the other does not.
//
// Example:
//   auto ours = tradewarden::evaluate_screening(idx, set).value();
//   auto theirs = tradewarden::evaluate_hits(set, "their-hits.tsv").value();
//   for (const auto& row : tradewarden::compare_evaluations(set, ours, theirs))
//     std::cout << row.figure << ' ' << row.only_ours << ' ' << row.only_theirs << '\n';
//
// Hits: a TSV file of query id, rank (1 is the best), party id and score (0 to 1); a header line and
// further cells are passed over; a query without a line has no hit.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_COMPARE_EVALUATIONS_HPP
#define TRADEWARDEN_COMPARE_EVALUATIONS_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "tradewarden/evaluate.hpp"
#include "tradewarden/labelled_set.hpp"
#include "tradewarden/party_index.hpp"

namespace tradewarden {

/// The figures of hits that some system gave. Ranks beyond options.screening.limit and scores below
/// the floor are left out; scores are cut to four decimals. Errors: those of evaluate_screening(), and
/// for the file those of reading (a broken row with its line and field).
[[nodiscard]] result<evaluation> evaluate_hits(const labelled_set& set, const std::string& hits,
                                               const evaluation_options& options = {});

struct system_difference {
  std::string figure;  ///< "recall@1", "recall@5", "@0.1%", "@1%", "@5%"
  proportion ours;
  proportion theirs;
  std::uint64_t only_ours = 0;    ///< Queries that count for us and not for them.
  std::uint64_t only_theirs = 0;
  /// 95 % interval of ours - theirs in 1/10,000, both measured on the same resampled queries; each
  /// system has the threshold that its own scores of the resampled negatives give.
  std::int32_t low = 0;
  std::int32_t high = 0;
  bool has_interval = false;  ///< Not without natural negatives, or without resamples.
};

/// Both must be of `set`; ours.options has seed, resamples and the kinds told apart. Empty if they are not.
[[nodiscard]] std::vector<system_difference> compare_evaluations(const labelled_set& set,
                                                                 const evaluation& ours,
                                                                 const evaluation& theirs);

/// The JSON of `ours` with the key `against`: their file and these differences.
[[nodiscard]] std::string to_json(const evaluation& ours, const party_index* idx,
                                  const evaluation& theirs,
                                  const std::vector<system_difference>& differences);

}  // namespace tradewarden

#endif  // TRADEWARDEN_COMPARE_EVALUATIONS_HPP
