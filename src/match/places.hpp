// What a query's country and nationality say of an entry (docs/evidence.md has the table).
//
// Threads: pure functions.
#ifndef TRADEWARDEN_MATCH_PLACES_HPP
#define TRADEWARDEN_MATCH_PLACES_HPP

#include <string>

#include "tradewarden/evidence.hpp"
#include "tradewarden/listed_party.hpp"

namespace tradewarden::matching {

/// A country that the party has to do with, nobody says how: an address, the flag, the entry's
/// country, a nationality, or where its numbers were given confirm; the place of birth does in part.
[[nodiscard]] evidence country_evidence(const std::string& asked, const listed_party& party);

/// Nationalities and citizenships confirm; who gave a passport, an address and the place of birth
/// do in part. Another nationality contradicts, another address does not.
[[nodiscard]] evidence nationality_evidence(const std::string& asked, const listed_party& party);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_PLACES_HPP
