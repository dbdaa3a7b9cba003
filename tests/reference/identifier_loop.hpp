// The plain twin of the search for numbers: compares the query's with every number of every party.
#ifndef TRADEWARDEN_TESTS_REFERENCE_IDENTIFIER_LOOP_HPP
#define TRADEWARDEN_TESTS_REFERENCE_IDENTIFIER_LOOP_HPP

#include <algorithm>
#include <vector>

#include "match/identifier_search.hpp"
#include "tradewarden/party_set.hpp"

namespace tradewarden::reference {

inline std::vector<matching::bearer> bearers(const party_set& set, const screening_query& query) {
  std::vector<identifier> asked = read_identifier(query.identifier, query.identifier_type);
  std::erase_if(asked, [](const identifier& a) { return normalise_identifier(a).size() < 4; });
  if (!asked.empty() && asked.front().type == identifier_type::imo) {
    asked.push_back({identifier_type::imo, normalise_identifier(asked.front())});
  }
  std::vector<matching::bearer> out;
  for (std::uint32_t p = 0; p < set.parties.size(); ++p) {
    const listed_party& party = set.parties[p];
    identifier_grade best = identifier_grade::none;
    const auto compare = [&](const identifier& listed) {
      for (const identifier& a : asked) best = std::max(best, compare_identifiers(a, listed).grade);
    };
    for (const party_identifier& i : party.identifiers) {
      if (names_one_party(i.type)) compare({identifier_type_of(i.type, i.value), i.value});
    }
    if (!party.imo.empty()) compare({identifier_type::imo, party.imo});
    if (!party.call_sign.empty()) compare({identifier_type::call_sign, party.call_sign});
    if (best != identifier_grade::none) out.push_back({p, best});
  }
  return out;
}

}  // namespace tradewarden::reference

#endif  // TRADEWARDEN_TESTS_REFERENCE_IDENTIFIER_LOOP_HPP
