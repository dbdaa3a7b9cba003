// What a query's other facts say of an entry: confirm, contradict, or absent.
//
// Example:
//   std::vector<evidence> e = gather_evidence(read_facts(query, notes), party);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_MATCH_EVIDENCE_HPP
#define TRADEWARDEN_MATCH_EVIDENCE_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/screening.hpp"

namespace tradewarden::matching {

/// The facts of a query, understood.
struct query_facts {
  tradewarden::schema schema = tradewarden::schema::unknown;
  std::string country;     ///< alpha-2, or empty
  std::optional<partial_date> birth_date;
  std::string identifier;  ///< normalised, or empty
};

/// What cannot be understood is said in `notes`.
[[nodiscard]] query_facts read_facts(const screening_query& query, std::vector<std::string>& notes);

/// Letters and digits only, ASCII in upper case; a leading "IMO" before digits is left out.
[[nodiscard]] std::string normalise_identifier(std::string_view text);

/// One entry per kind, in the order birth_date, country, schema, identifier. A fact that either
/// side lacks is absent; a differing identifier is absent too, for a party may have several.
[[nodiscard]] std::vector<evidence> gather_evidence(const query_facts& facts,
                                                    const listed_party& party);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_EVIDENCE_HPP
