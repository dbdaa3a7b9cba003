#include "match/reading_scorer.hpp"

namespace tradewarden::matching {

reading_scorer::reading_scorer(const std::vector<names::prepared_name>& query,
                               const scoring::rules_state& rules)
    : query_(&query), rules_(&rules) {
  for (const names::prepared_name& q : query) scorers_.emplace_back(q, rules.parameters);
}

std::vector<names::prepared_name> reading_scorer::readings_of(std::string_view listed) const {
  return names::prepare_readings(listed, schema::unknown, *rules_->tables);
}

best_reading reading_scorer::best(const std::vector<names::prepared_name>& listed) {
  best_reading out;
  out.units = -1;
  for (std::size_t q = 0; q < scorers_.size(); ++q) {
    for (std::size_t l = 0; l < listed.size(); ++l) {
      const std::int32_t units = scorers_[q].score(scoring::views_of(listed[l]));
      const std::size_t tokens = listed[l].tokens.size();
      if (units > out.units) out = {units, q, l, tokens};
      if (units == out.units && tokens > out.tokens) out.tokens = tokens;
    }
  }
  if (out.units < 0) out.units = 0;
  return out;
}

comparison reading_scorer::explain(const best_reading& which,
                                   const std::vector<names::prepared_name>& listed) {
  return scorers_[which.query].explain(scoring::views_of(listed[which.listed]));
}

}  // namespace tradewarden::matching
