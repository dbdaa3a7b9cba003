// A party as one list describes it: every fact, and where it stood.
//
// Example:
//   tradewarden::listed_party p;
//   p.list = "US-DPL"; p.source_id = "zte kangxun|2018-04-15";
//   p.names.push_back({"ZTE Kangxun Telecommunications Ltd."});
//
// Threads: a plain value.
#ifndef TRADEWARDEN_LISTED_PARTY_HPP
#define TRADEWARDEN_LISTED_PARTY_HPP

#include <cstdint>
#include <string>
#include <vector>

#include "tradewarden/measure.hpp"
#include "tradewarden/partial_date.hpp"
#include "tradewarden/party_name.hpp"
#include "tradewarden/schema.hpp"
#include "tradewarden/sighting.hpp"
#include "tradewarden/source_position.hpp"

namespace tradewarden {

struct party_address {
  std::string street;
  std::string city;
  std::string state;
  std::string postal_code;
  std::string country;  ///< ISO 3166-1 alpha-2, or empty if not given or not recognised.
  std::string text;     ///< The whole as listed, where the parts cannot be told.
  source_position at;
  friend bool operator==(const party_address&, const party_address&) = default;
};

struct party_birth_date {
  partial_date date;
  source_position at;
  friend bool operator==(const party_birth_date&, const party_birth_date&) = default;
};

/// A number that an authority gave: passport, tax number, registration, IMO, digital currency
/// address, e-mail, website ...
struct party_identifier {
  std::string type;     ///< As listed: "Passport", "Tax ID No.", "IMO".
  std::string value;    ///< As listed.
  std::string country;  ///< ISO 3166-1 alpha-2, or empty.
  std::string issued;   ///< ISO date, or empty.
  std::string expires;  ///< ISO date, or empty.
  source_position at;
  friend bool operator==(const party_identifier&, const party_identifier&) = default;
};

/// A party that the entry names as linked ("Linked To: ...").
struct linked_party {
  std::string relation;
  std::string name;
  friend bool operator==(const linked_party&, const linked_party&) = default;
};

/// One entry of one publication that describes this party.
struct party_source {
  std::uint32_t publication = 0;  ///< Position in party_set::publications.
  std::string list_name;          ///< The list's name as that publication writes it.
  std::string id;                 ///< The id under which that publication has it.
  std::string url;                ///< Or empty.
  source_position at;
  friend bool operator==(const party_source&, const party_source&) = default;
};

struct listed_party {
  std::string list;       ///< A code of list_info.hpp.
  std::string source_id;  ///< The list's own id; with `list` it is the party key.
  tradewarden::schema schema = tradewarden::schema::unknown;
  std::vector<party_name> names;  ///< The primary name first. At least one.
  std::vector<party_address> addresses;
  std::vector<std::string> countries;      ///< alpha-2, sorted, of addresses, flags and the entry.
  std::vector<party_birth_date> birth_dates;
  std::vector<std::string> birth_places;
  std::vector<std::string> nationalities;  ///< alpha-2, sorted.
  std::vector<std::string> citizenships;   ///< alpha-2, sorted.
  std::string gender;                      ///< "male", "female" or empty.
  std::vector<party_identifier> identifiers;
  std::string title;
  std::string call_sign;
  std::string imo;  ///< Seven digits, or empty.
  std::string vessel_type;
  std::string vessel_flag;  ///< As listed.
  std::string vessel_owner;
  std::string tonnage;
  std::string gross_registered_tonnage;
  std::vector<std::string> programmes;
  std::vector<std::string> sublists;  ///< "SSI", "CMIC" ... where one list holds several.
  std::string licence_requirement;
  std::string licence_policy;
  std::vector<std::string> footnotes;  ///< Entity List footnotes "1" to "5", or "unknown".
  std::vector<std::string> citations;
  std::vector<measure> measures;  ///< By `from`; at least one.
  std::vector<overlay> overlays;
  std::vector<linked_party> linked;
  std::string remarks;
  std::vector<party_source> sources;  ///< The publisher's own first.
  /// Of a history of snapshots: when this state of the entry was seen, in order. Else empty.
  std::vector<sighting> seen;
  /// Of a history: the entry's other states, in the order in which they were first seen. They have no
  /// others of their own.
  std::vector<listed_party> earlier;
  friend bool operator==(const listed_party&, const listed_party&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_LISTED_PARTY_HPP
