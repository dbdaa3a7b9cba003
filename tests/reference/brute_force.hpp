// The plain twin of the search: scores every name of every party and keeps those that reach the
// threshold. It shares nothing with the search but the scorer.
#ifndef TRADEWARDEN_TESTS_REFERENCE_BRUTE_FORCE_HPP
#define TRADEWARDEN_TESTS_REFERENCE_BRUTE_FORCE_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "names/prepared_name.hpp"
#include "score/name_scorer.hpp"
#include "tradewarden/party_set.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::reference {

struct found_party {
  std::size_t party = 0;  ///< Position in party_set::parties.
  std::int32_t units = 0;
  std::size_t name = 0;  ///< Position in the party's names.
  friend bool operator==(const found_party&, const found_party&) = default;
};

/// The best score of a name's readings, and how many tokens the reading has.
struct name_result {
  std::int32_t units = 0;
  std::size_t tokens = 0;
};

/// Every name of a set, folded once. Scoring a query costs one comparison a name.
class brute_force {
 public:
  explicit brute_force(const party_set& set);

  /// Score of every name against the query, party by party.
  [[nodiscard]] std::vector<std::vector<name_result>> score_all(const screening_query& query) const;

  /// Parties whose best eligible name reaches the threshold, best first, ties by position.
  [[nodiscard]] std::vector<found_party> cut(const std::vector<std::vector<name_result>>& scores,
                                             const screening_query& query,
                                             const screening_options& options) const;

 private:
  const party_set& set_;
  std::vector<std::vector<std::vector<names::prepared_name>>> names_;  // party, name, reading
};

}  // namespace tradewarden::reference

#endif  // TRADEWARDEN_TESTS_REFERENCE_BRUTE_FORCE_HPP
