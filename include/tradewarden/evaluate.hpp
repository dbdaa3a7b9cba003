// How well a screening finds what it should, and how often it finds what it should not: recall, false
// positives and thresholds on a labelled set of one's own.
//
// Example:
//   auto set = tradewarden::read_labelled_set("queries.tsv", "truth.tsv").value();
//   auto e = tradewarden::evaluate_screening(idx, set).value();
//   std::cout << e.all.found.to_string() << " at " << e.rates[1].threshold.to_string() << '\n';
//
// A negative is a query with no expected party. Natural negatives set the thresholds; kinds named
// neg_hard..., and those named in the options, are built to be difficult: they are reported apart.
// docs/evaluate.md has the definition of every figure.
//
// Threads: evaluate_screening() runs its own threads, and calls `progress` on the calling one.
#ifndef TRADEWARDEN_EVALUATE_HPP
#define TRADEWARDEN_EVALUATE_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tradewarden/batch_screening.hpp"
#include "tradewarden/labelled_set.hpp"
#include "tradewarden/proportion.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/score.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

/// The rates of false positives for which thresholds are told, in 1/1,000 of the natural negatives.
inline constexpr std::array<std::int32_t, 3> k_false_positive_rates = {1, 10, 50};
/// Scores are counted in bins of this many 1/10,000.
inline constexpr std::int32_t k_distribution_step = 500;
inline constexpr std::size_t k_distribution_bins = 21;  ///< The last one holds 1.0000 alone.

struct evaluation_options {
  /// `threshold` is the declared one; `limit` is the N of recall@N (5); `count_all` is not used.
  screening_options screening;
  /// Scores below it are not looked at: the lowest that the curve and the thresholds can show. The
  /// declared threshold takes its place if that is lower.
  score floor = score::from_units(6000);
  std::vector<std::string> apart;  ///< Further kinds of negatives to be reported apart.
  std::uint64_t seed = 1;          ///< Of the bootstrap.
  /// Of the bootstrap; at most 100,000. Fewer are drawn, and told, where the set is so large that they
  /// would take minutes.
  std::uint32_t resamples = 1000;
  batch_options batch;

  evaluation_options() { screening.limit = 5; }
};

/// What a query got.
struct query_outcome {
  std::int32_t best = -1;   ///< Score of the best hit in 1/10,000; -1: there is none.
  std::int32_t right = -1;  ///< Of the best hit that is expected.
  std::uint32_t best_party = UINT32_MAX;  ///< In the index.
  [[nodiscard]] constexpr bool is_first() const noexcept { return right >= 0 && right == best; }
};

/// An interval that holds the figure in 95 of 100 resamples.
struct bootstrap_interval {
  score low;
  score high;
  friend bool operator==(const bootstrap_interval&, const bootstrap_interval&) = default;
};

/// Queries of one kind that expect a party.
struct positive_figures {
  std::string kind;
  proportion first;     ///< An expected party is first, or ties with the first (recall@1).
  proportion found;     ///< One is among the first N at all (recall@N).
  proportion declared;  ///< One is among the first N, at the declared threshold or above.
  std::array<proportion, 3> at_rate;  ///< The same at the thresholds of k_false_positive_rates.
  std::array<bootstrap_interval, 3> at_rate_interval;
  std::vector<std::uint64_t> curve;  ///< Found at or above evaluation::curve[i].
};

/// Queries of one kind that expect none.
struct negative_figures {
  std::string kind;
  bool apart = false;    ///< Sets no threshold.
  proportion saturated;  ///< Best hit has the highest score that occurs in the whole run.
  proportion exact;      ///< Best hit has the score of an equal name.
  proportion declared;   ///< A hit at the declared threshold or above: a false positive.
  std::array<proportion, 3> at_rate;
  std::vector<std::uint64_t> curve;
};

struct rate_threshold {
  std::int32_t rate = 0;  ///< 1/1,000
  /// The lowest score that counts so that no more of the natural negatives reach it: 1.0001 if
  /// equal names alone are more.
  score threshold;
  bool at_floor = false;  ///< Even at the floor fewer reach it: the true threshold is lower.
  bootstrap_interval interval;
};

struct evaluation {
  evaluation_options options;  ///< As used.
  std::vector<query_outcome> outcomes;  ///< In the order of the set's queries.
  std::vector<positive_figures> positives;  ///< By kind.
  positive_figures all;
  std::vector<negative_figures> negatives;  ///< By kind.
  negative_figures natural;                 ///< All natural ones.
  negative_figures apart;                   ///< All others.
  std::array<rate_threshold, 3> rates;
  std::uint32_t resamples = 0;              ///< As drawn.
  score highest;                            ///< The highest score that occurs.
  std::vector<score> curve;                 ///< Thresholds, from the floor to 1 by 0.01.
  /// Scores of the best right hit of positives, and of the best hit of negatives, in bins.
  std::array<std::uint64_t, k_distribution_bins> right_scores{};
  std::array<std::uint64_t, k_distribution_bins> natural_scores{};
  std::array<std::uint64_t, k_distribution_bins> apart_scores{};
  std::uint64_t no_right_hit = 0;    ///< Positives without a right hit at the floor or above.
  std::uint64_t no_natural_hit = 0;  ///< Natural negatives without a hit.
  std::uint64_t no_apart_hit = 0;
  std::uint64_t hits_declared = 0;   ///< Hits at the declared threshold or above, N a query at most.
  std::uint64_t not_screened = 0;    ///< Queries without a letter or digit; they count as without hits.
  std::string first_not_screened;    ///< Its id.
  std::uint64_t unknown_expected = 0;  ///< Expected ids that the index does not have.
  std::string first_unknown_expected;
  std::uint64_t unreachable = 0;       ///< Positives none of whose expected ids the index has.
  // From the set:
  std::uint64_t queries_without_truth = 0;
  std::uint64_t truth_without_query = 0;
  std::string first_query_without_truth;
  std::string first_truth_without_query;
  std::string queries_file;
  std::string truth_file;
  digest queries_sha256;
  digest truth_sha256;
  digest index_content;        ///< Zeroes if no index was asked.
  std::string hits_file;       ///< Or empty; see compare_evaluations.hpp.
  digest hits_sha256;
  std::uint64_t hits_of_other_queries = 0;  ///< Rows of it that were left out.
};

/// Told how far an evaluation is.
class evaluation_progress {
 public:
  virtual void show(std::uint64_t queries_done) = 0;

 protected:
  ~evaluation_progress() = default;
};

/// `progress` may be null. Errors: usage (options out of
/// their range), empty_input (no query with a truth), the first of set.problems if there is any,
/// bad_index.
[[nodiscard]] result<evaluation> evaluate_screening(
    const party_index& idx, const labelled_set& set, const evaluation_options& options = {},
    evaluation_progress* progress = nullptr);

/// As JSON (docs/evaluate.schema.json), one line: keys in a fixed order, no floating point.
/// `idx` is null where no index was asked.
[[nodiscard]] std::string to_json(const evaluation& e, const party_index* idx);

}  // namespace tradewarden

#endif  // TRADEWARDEN_EVALUATE_HPP
