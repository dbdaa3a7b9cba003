// One golden case of screening: a query, options, and what must and must not come back. Cases
// are lines of JSON in tests/golden/screening/*.jsonl, so that anyone may add one without C++;
// tests/golden/README.md says what the keys mean.
//
// Threads: a plain value.
#ifndef TRADEWARDEN_TESTS_SCREENING_CASE_HPP
#define TRADEWARDEN_TESTS_SCREENING_CASE_HPP

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tradewarden/screening.hpp"

namespace tradewarden::tests {

/// List and id: the party's key.
using party_key = std::pair<std::string, std::string>;

struct expected_hit {
  party_key key;
  std::optional<std::string> status;
  std::optional<std::string> from;   ///< Empty text: no date is known.
  std::optional<std::string> until;
  std::optional<std::vector<std::string>> overlays;  ///< Kinds, in any order.
  std::optional<std::string> citation;
  std::optional<score> exact_score;
  std::optional<score> min_score;
  std::optional<std::uint32_t> rank;
  std::optional<std::string> found_by{};
  std::map<std::string, std::string> evidence{};  ///< State by kind.
};

struct score_limit {
  party_key key;
  score highest;
};

struct screening_case {
  std::string name;
  std::string where;  ///< "zte.jsonl:12"
  screening_query query;
  screening_options options;
  std::vector<expected_hit> hits;
  std::vector<party_key> none_of;
  std::vector<score_limit> at_most;  ///< A hit, if at all, with no higher score.
  bool exact_set = false;            ///< `hits` are all there are.
  bool no_hits = false;
  std::string why;
};

/// All cases of one file. Throws std::runtime_error, naming file and line, for a line that is no
/// case: an unknown key in a test is a check that silently does not happen.
[[nodiscard]] std::vector<screening_case> read_screening_cases(const std::string& path);

/// The .jsonl files of tests/golden/screening, sorted.
[[nodiscard]] std::vector<std::string> screening_case_files();

/// What is wrong with the answer, one sentence each; empty if it is as expected.
[[nodiscard]] std::vector<std::string> differences(const screening_case& expected,
                                                   const screening_answer& answer);

}  // namespace tradewarden::tests

#endif  // TRADEWARDEN_TESTS_SCREENING_CASE_HPP
