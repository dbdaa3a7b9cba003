#include "match/identifier_search.hpp"

#include <algorithm>

#include "tradewarden/party_status.hpp"

namespace tradewarden::matching {

std::vector<identifier> numbers_of(const query_facts& facts) {
  std::vector<identifier> out = facts.identifiers;
  if (!facts.imo.empty()) out.push_back({identifier_type::imo, facts.imo});
  return out;
}

namespace {

identifier_grade best_grade(const std::vector<identifier>& asked, const listed_party& party) {
  identifier_grade best = identifier_grade::none;
  for (const indexing::borne_identifier& b : indexing::identifiers_of(party)) {
    for (const identifier& a : asked) best = std::max(best, compare_identifiers(a, b.id).grade);
  }
  return best;
}

}  // namespace

identifier_grade number_grade(const query_facts& facts, const listed_party& party) {
  return best_grade(numbers_of(facts), party);
}

result<std::vector<bearer>> find_bearers(const detail::index_view& index, const query_facts& facts,
                                         day on) {
  const std::vector<identifier> asked = numbers_of(facts);
  std::vector<std::uint32_t> parties;
  for (const identifier& a : asked) {
    for (const indexing::identifier_record& r : index.parties_bearing(identifier_key(a))) {
      parties.push_back(r.party);
    }
  }
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  std::vector<bearer> out;
  for (const std::uint32_t p : parties) {
    const result<listed_party> party = index.party(p);
    if (!party) return party.error();
    const identifier_grade grade = best_grade(asked, state_on(*party, on));
    if (grade != identifier_grade::none) out.push_back({p, grade});
  }
  return out;
}

}  // namespace tradewarden::matching
