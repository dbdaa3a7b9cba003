// The numbers that tell a listed party apart, each with its type.
//
// Example:
//   for (const borne_identifier& b : identifiers_of(party)) use(b.id.type, b.id.value);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_INDEX_PARTY_IDENTIFIERS_HPP
#define TRADEWARDEN_INDEX_PARTY_IDENTIFIERS_HPP

#include <string>
#include <vector>

#include "tradewarden/identifier.hpp"
#include "tradewarden/listed_party.hpp"

namespace tradewarden::indexing {

struct borne_identifier {
  identifier id;
  std::string listed_type;  ///< As listed: "Tax ID No.".
  std::string country;      ///< alpha-2 of who gave it, or empty.
};

/// In the order of the entry; then the IMO number and the call sign of a vessel. Codes that name
/// no one party are left out.
[[nodiscard]] std::vector<borne_identifier> identifiers_of(const listed_party& party);

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_PARTY_IDENTIFIERS_HPP
