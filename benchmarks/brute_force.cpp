#include "benchmarks/brute_force.hpp"

#include <string_view>
#include <unordered_map>

#include "names/prepared_name.hpp"
#include "score/name_scorer.hpp"

namespace tradewarden::bench {

brute_force::brute_force(std::span<const listed_party> parties) {
  std::unordered_map<std::string_view, const token*> known;
  for (const listed_party& party : parties) {
    for (const names::prepared_token& t :
         names::prepare(party.names.front().text, schema::unknown).tokens) {
      auto it = known.find(t.text);
      if (it == known.end()) {
        vocabulary_.push_back({t.text, t.features});
        it = known.emplace(vocabulary_.back().text, &vocabulary_.back()).first;
      }
      tokens_.push_back({it->second->text, t.role, t.weight, &it->second->features, t.repaired});
    }
    starts_.push_back(tokens_.size());
  }
}

std::vector<std::int32_t> brute_force::score(const screening_query& query) const {
  const names::prepared_name prepared = names::prepare(query.name, query.schema);
  std::vector<std::int32_t> out(starts_.size() - 1, 0);
  if (prepared.tokens.empty()) return out;
  scoring::name_scorer scorer(prepared);
  const std::span<const scoring::token_view> all(tokens_);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = scorer.score(all.subspan(starts_[i], starts_[i + 1] - starts_[i]));
  }
  return out;
}

}  // namespace tradewarden::bench
