#include "index/party_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "tradewarden/party_status.hpp"

namespace tradewarden::indexing {
namespace {

using name_key = std::pair<std::string_view, name_strength>;

name_key key_of(const party_name& n) { return {n.text, n.strength}; }

}  // namespace

std::vector<const party_name*> names_of_all_states(const listed_party& party) {
  std::vector<const party_name*> out;
  out.reserve(party.names.size());
  for (const party_name& n : party.names) out.push_back(&n);
  if (party.earlier.empty()) return out;
  std::set<name_key> known;
  for (const party_name& n : party.names) known.insert(key_of(n));
  for (const listed_party& state : party.earlier) {
    for (const party_name& n : state.names) {
      if (known.insert(key_of(n)).second) out.push_back(&n);
    }
  }
  return out;
}

std::vector<std::optional<std::uint32_t>> positions_in(const listed_party& party, const listed_party& state) {
  std::map<name_key, std::uint32_t> places;
  for (std::size_t i = 0; i < state.names.size(); ++i) {
    places.try_emplace(key_of(state.names[i]), static_cast<std::uint32_t>(i));
  }
  std::vector<std::optional<std::uint32_t>> out;
  for (const party_name* n : names_of_all_states(party)) {
    const auto it = places.find(key_of(*n));
    out.push_back(it == places.end() ? std::nullopt : std::optional(it->second));
  }
  return out;
}

listed_party one_state(listed_party&& party, day on) {
  std::vector<sighting> seen = party.seen;
  for (const listed_party& state : party.earlier) seen.insert(seen.end(), state.seen.begin(), state.seen.end());
  std::sort(seen.begin(), seen.end(), [](const sighting& a, const sighting& b) { return a.first < b.first; });
  const listed_party& chosen = state_on(party, on);
  listed_party out = &chosen == &party ? listed_party() : chosen;
  if (&chosen == &party) out = std::move(party);
  out.earlier.clear();
  out.seen = std::move(seen);
  return out;
}

}  // namespace tradewarden::indexing
