// A query in all its readings against the readings of one listed name: what compare_names() does,
// with the query prepared once.
//
// Example:
//   reading_scorer scorer(query_readings, rules);
//   const best_reading best = scorer.best(scorer.readings_of("PUTIN, Vladimir"));
//
// Threads: belongs to one thread. The readings of the query outlive it.
#ifndef TRADEWARDEN_MATCH_READING_SCORER_HPP
#define TRADEWARDEN_MATCH_READING_SCORER_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "names/prepared_name.hpp"
#include "score/name_scorer.hpp"
#include "score/score_version.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::matching {

/// Of equal scores the first reading of the query, then of the listed name, counts.
struct best_reading {
  std::int32_t units = 0;
  std::size_t query = 0;   ///< Position among the query's readings.
  std::size_t listed = 0;
  std::size_t tokens = 0;  ///< The most that a listed reading of this score has.
};

class reading_scorer {
 public:
  reading_scorer(const std::vector<names::prepared_name>& query, const scoring::rules_state& rules);

  [[nodiscard]] std::vector<names::prepared_name> readings_of(std::string_view listed) const;
  [[nodiscard]] best_reading best(const std::vector<names::prepared_name>& listed);
  [[nodiscard]] comparison explain(const best_reading& which,
                                   const std::vector<names::prepared_name>& listed);
  [[nodiscard]] const names::prepared_name& query_reading(const best_reading& which) const {
    return (*query_)[which.query];
  }

 private:
  const std::vector<names::prepared_name>* query_;
  const scoring::rules_state* rules_;
  std::vector<scoring::name_scorer> scorers_;  // by reading of the query
};

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_READING_SCORER_HPP
