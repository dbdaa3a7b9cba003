#include "reference/brute_force.hpp"

#include <algorithm>

namespace tradewarden::reference {
namespace {

bool shown(party_status s, bool include_ended) {
  if (s == party_status::not_yet) return false;
  return include_ended || (s != party_status::lifted && s != party_status::expired);
}

/// Country is the only evidence that the twin's queries carry.
bool country_confirms(const listed_party& p, const std::string& country) {
  if (country.empty()) return false;
  const auto has = [&](const std::vector<std::string>& v) {
    return std::find(v.begin(), v.end(), country) != v.end();
  };
  bool found = has(p.countries) || has(p.nationalities) || has(p.citizenships);
  for (const party_address& a : p.addresses) found = found || a.country == country;
  for (const party_identifier& i : p.identifiers) found = found || i.country == country;
  return found;
}

bool weak_counts(const listed_party& p, std::int32_t units, std::size_t tokens,
                 const screening_query& q, weak_policy policy) {
  if (policy == weak_policy::full) return true;
  if (policy == weak_policy::ignore) return false;
  return (units == 10'000 && tokens >= 2) || country_confirms(p, q.country);
}

}  // namespace

brute_force::brute_force(const party_set& set) : set_(set) {
  for (const listed_party& p : set.parties) {
    std::vector<std::vector<names::prepared_name>>& out = names_.emplace_back();
    for (const party_name& n : p.names) {
      out.push_back(names::prepare_readings(n.text, schema::unknown));
    }
  }
}

std::vector<std::vector<name_result>> brute_force::score_all(const screening_query& query) const {
  std::vector<std::vector<name_result>> out;
  out.reserve(names_.size());
  for (const auto& party : names_) out.emplace_back(party.size());
  for (const names::prepared_name& q : names::prepare_readings(query.name, query.schema)) {
    scoring::name_scorer scorer(q);
    for (std::size_t p = 0; p < names_.size(); ++p) {
      for (std::size_t n = 0; n < names_[p].size(); ++n) {
        name_result& best = out[p][n];
        for (const names::prepared_name& reading : names_[p][n]) {
          const name_result r{scorer.score(scoring::views_of(reading)), reading.tokens.size()};
          if (r.units > best.units || (r.units == best.units && r.tokens > best.tokens)) best = r;
        }
      }
    }
  }
  return out;
}

std::vector<found_party> brute_force::cut(const std::vector<std::vector<name_result>>& scores,
                                          const screening_query& query,
                                          const screening_options& options) const {
  std::vector<found_party> out;
  for (std::size_t p = 0; p < scores.size(); ++p) {
    const listed_party& party = set_.parties[p];
    found_party best{p, -1, 0};
    for (std::size_t n = 0; n < scores[p].size(); ++n) {
      const std::int32_t units = scores[p][n].units;
      if (units < options.threshold.units() || units <= best.units) continue;
      if (party.names[n].strength == name_strength::weak &&
          !weak_counts(party, units, scores[p][n].tokens, query, options.weak)) {
        continue;
      }
      best = {p, units, n};
    }
    if (best.units < 0) continue;
    std::optional<day> published;
    if (!party.sources.empty()) published = set_.publications[party.sources[0].publication].date;
    if (!shown(party_status_on(party, *options.as_of, published).status, options.include_ended)) continue;
    out.push_back(best);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const found_party& a, const found_party& b) { return a.units > b.units; });
  return out;
}

}  // namespace tradewarden::reference
