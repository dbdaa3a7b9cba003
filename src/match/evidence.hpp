// What a query's other facts say of an entry: confirm, agree in part, contradict, or absent.
//
// Example:
//   std::vector<evidence> e = gather_evidence(read_facts(query, notes), party);
//
// Threads: pure functions, but for the query's gender, which is worked out once.
#ifndef TRADEWARDEN_MATCH_EVIDENCE_HPP
#define TRADEWARDEN_MATCH_EVIDENCE_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/party_identifiers.hpp"
#include "names/gender.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::matching {

/// Countries that a query names, one or several.
struct asked_places {
  std::vector<std::string> codes;  ///< alpha-2
  std::vector<std::string> successors;  ///< What a state became that is no more ("USSR").
  std::vector<std::string> shown;       ///< The codes, and such states as asked.
  bool all_known = true;           ///< False: what is not known may be what is listed.
};

/// The facts of a query, understood.
struct query_facts {
  tradewarden::schema schema = tradewarden::schema::unknown;
  std::string name;
  asked_places countries;
  asked_places nationalities;
  std::string stated_gender;  ///< "male", "female" or empty
  std::optional<partial_date> birth_date;
  std::string identifier_text;          ///< as asked
  std::vector<identifier> identifiers;  ///< its readings
  std::string imo;                      ///< seven digits, or empty
  std::optional<names::told_gender> gender;  ///< worked out when first needed

  std::vector<error> unusable;  ///< What cannot be used, and the field that it stands in.

  [[nodiscard]] bool any_number() const { return !identifiers.empty() || !imo.empty(); }
};

/// What cannot be understood is said in `notes`.
[[nodiscard]] query_facts read_facts(const screening_query& query, std::vector<std::string>& notes);

/// "RU; CY", "Russia / Cyprus": every country of a text, and the parts that name none.
[[nodiscard]] asked_places read_places(std::string_view text, std::vector<std::string>& unknown);

/// One entry per kind, in the order of evidence_kind. A fact that either side lacks is absent. The
/// gender, which costs a look at the names, is left absent: add_gender().
[[nodiscard]] std::vector<evidence> gather_evidence(const query_facts& facts,
                                                    const listed_party& party);
void add_gender(query_facts& facts, const listed_party& party, const names::name_tables& tables,
                std::vector<evidence>& to);

/// The best that any of a party's numbers has to say.
struct number_match {
  identifier_match match;
  indexing::borne_identifier borne;
};
[[nodiscard]] number_match best_number(const query_facts& facts,
                                       const std::vector<indexing::borne_identifier>& borne);

/// Whether evidence of this kind lets a weak alias through if it confirms: not what half of all
/// parties share.
[[nodiscard]] bool may_confirm_weak(std::string_view kind);

/// By how much contradicting facts lower the rank of a hit, in score units, and which they are.
struct contradiction {
  std::int32_t penalty = 0;
  evidence_kinds kinds;
};
/// Of the kinds that count; none where a number confirms.
[[nodiscard]] contradiction contradiction_in(const std::vector<evidence>& all, evidence_kinds count);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_EVIDENCE_HPP
