// Queries with their right answers: what a screening is measured with.
//
// Example:
//   auto set = tradewarden::read_labelled_set("queries.tsv", "truth.tsv");
//   if (!set) std::cerr << set.error().to_string();
//   else for (const auto& p : set->problems) std::cerr << p.to_string() << '\n';
//
// Queries: a TSV file with a header; columns id and name, and optionally schema, country,
// nationality, birth_date, gender, identifier, identifier_type, imo. Truth: a TSV file of qid, kind and the expected ids joined by '|', or '-' where no party
// is expected; a header line of these names ("qid", "kind", "expected") may stand in front. An id is
// the list's own, or LIST:ID where several lists use it; a bar inside an id is written %7C, a percent
// sign %25.
//
// Threads: plain values and a pure function over the file system.
#ifndef TRADEWARDEN_LABELLED_SET_HPP
#define TRADEWARDEN_LABELLED_SET_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/digest.hpp"
#include "tradewarden/error.hpp"
#include "tradewarden/result.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {

/// Most rows of a file of labels.
inline constexpr std::uint64_t k_most_labelled_rows = 2'000'000;

struct labelled_query {
  screening_query query;
  std::string kind;                   ///< What kind of variation, or of negative, it is.
  std::vector<std::string> expected;  ///< Ids; none for a negative.
};

struct labelled_set {
  std::vector<labelled_query> queries;  ///< In the order of their file; only those with a truth.
  std::uint64_t queries_without_truth = 0;
  std::uint64_t truth_without_query = 0;
  std::string first_query_without_truth;  ///< Its id; empty if there is none.
  std::string first_truth_without_query;
  std::vector<std::string> ignored_columns;  ///< Of the queries, in order of appearance.
  /// Rows that cannot be read, each with file, line and field, 1,000 at most: a set with any is not
  /// evaluated.
  std::vector<error> problems;
  std::uint64_t problem_count = 0;
  std::string queries_file;
  std::string truth_file;
  digest queries_sha256;
  digest truth_sha256;
};

/// Errors: what makes a file unreadable as a whole (not_found, empty_input, not_text, missing_field,
/// limit_exceeded).
[[nodiscard]] result<labelled_set> read_labelled_set(const std::string& queries,
                                                     const std::string& truth);

/// An id as it stands in a file of truth, and back.
[[nodiscard]] std::string write_expected_id(std::string_view id);
[[nodiscard]] std::string read_expected_id(std::string_view cell);

}  // namespace tradewarden

#endif  // TRADEWARDEN_LABELLED_SET_HPP
