// How well a score tells pairs of names of one party from pairs of two: AUC, F1 and recall at few false
// matches, by stratum.
//
// Example:
//   auto set = tradewarden::read_labelled_pairs("pairs.jsonl").value();
//   auto e = tradewarden::evaluate_pairs(set, [](auto l, auto r, auto s) {
//     return tradewarden::score_names(l, r, s);
//   }).value();
//   for (const auto& s : e.strata) std::cout << s.name << ' ' << s.auc.to_string() << '\n';
//
// Rows are JSON objects, one a line, with the keys id, left, right, expected (match or no_match), and
// optionally schema, group, script. In the place of expected, or beside it, may stand ofac_score: what
// the search page of the US Treasury gives the pair, 0 to 100, or -1 if it does not show it. docs/evaluate.md has the definition of every figure.
//
// Threads: evaluate_pairs() calls the scorer on the calling thread.
#ifndef TRADEWARDEN_EVALUATE_PAIRS_HPP
#define TRADEWARDEN_EVALUATE_PAIRS_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/comparison.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/proportion.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/schema.hpp"
#include "tradewarden/score.hpp"
#include "tradewarden/score_rules.hpp"

namespace tradewarden {

struct labelled_pair {
  std::string id;
  std::string left;
  std::string right;
  tradewarden::schema schema = tradewarden::schema::unknown;
  bool match = false;
  std::string group;
  std::string script;
  bool labelled = true;  ///< There is an `expected`; else `match` means nothing.
  std::optional<std::int32_t> ofac_score{};  ///< -1: not shown, below the page's minimum.
};

struct labelled_pairs {
  std::vector<labelled_pair> pairs;
  /// Rows that cannot be read, 1,000 at most: pairs with any are not evaluated.
  std::vector<error> problems;
  std::uint64_t problem_count = 0;
  std::string file;
  digest sha256;
};

/// Errors: what makes the file unreadable as a whole.
[[nodiscard]] result<labelled_pairs> read_labelled_pairs(const std::string& path);

/// The score of two names; the schema is that of the left one. Nothing if a side holds nothing that
/// the scorer reads: such a pair is counted and left out.
/// A view of whatever can be called so; it must outlive the evaluation.
class pair_scorer {
 public:
  template <class F>
  pair_scorer(const F& f)  // NOLINT(google-explicit-constructor): a lambda is one
      : object_(&f),
        call_([](const void* object, std::string_view left, std::string_view right, schema s) {
          return std::optional<score>((*static_cast<const F*>(object))(left, right, s));
        }) {}
  [[nodiscard]] std::optional<score> operator()(std::string_view left, std::string_view right,
                                                schema s) const {
    return call_(object_, left, right, s);
  }

 private:
  const void* object_;
  std::optional<score> (*call_)(const void*, std::string_view, std::string_view, schema);
};

struct pair_options {
  score threshold = score::from_units(8000);  ///< The declared one.
  std::string scorer = "own";                 ///< Its name, for the record.
  score_rules rules;                          ///< By which it scores, for the record.
};

/// Least score that the Treasury's page shows.
inline constexpr std::int32_t k_ofac_least_points = 80;

/// The scorer beside the scores of the Treasury's page, in whole points of 0 to 100.
struct points_agreement {
  proportion equal;      ///< Of the pairs that the page shows.
  proportion within_2;
  proportion within_5;
  proportion below;      ///< Of those that it does not show: below its minimum here too.
};

struct pair_stratum {
  /// "all"; "hand-written" and "synthetic" where groups named synth_... occur; "person", "company or
  /// organisation"; "group NAME"; "SCRIPT SCHEMA" where the pairs have scripts.
  std::string name;
  std::uint64_t matches = 0;
  std::uint64_t mismatches = 0;
  /// Of all pairs of a match and a mismatch, those where the match scores higher; a tie is half.
  proportion auc;
  proportion best_f1;    ///< Over all thresholds, and the highest that reaches it:
  score best_threshold;
  proportion precision;  ///< At the declared threshold.
  proportion recall;
  proportion f1;
  score one_percent;     ///< The lowest score that at most 1 % of the mismatches reach.
  proportion recall_at_one_percent;
  proportion false_matches;  ///< Mismatches at the declared threshold or above.
};

struct pair_evaluation {
  pair_options options;
  std::vector<pair_stratum> strata;
  points_agreement ofac;               ///< Of the pairs that have an ofac_score.
  std::uint64_t not_compared = 0;      ///< Pairs of which the scorer reads a side not: left out.
  std::string first_not_compared;      ///< Its id.
  std::uint64_t exact_mismatches = 0;  ///< Mismatches with the score of equal names.
  std::string file;
  digest sha256;
};

/// Errors: empty_input (no pair, or none that can be compared), the first of set.problems if there is any.
[[nodiscard]] result<pair_evaluation> evaluate_pairs(const labelled_pairs& set,
                                                     const pair_scorer& scorer,
                                                     const pair_options& options = {});

/// As JSON (docs/evaluate.schema.json), one line.
[[nodiscard]] std::string to_json(const pair_evaluation& e);

}  // namespace tradewarden

#endif  // TRADEWARDEN_EVALUATE_PAIRS_HPP
