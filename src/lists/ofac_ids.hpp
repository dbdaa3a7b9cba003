// What OFAC and the Consolidated Screening List keep among the identifiers of an entry: numbers, and
// facts that identify nobody ("Gender", "Secondary sanctions risk:", "Listing Date (CMIC)").
//
// Example:
//   add_ofac_id({"Passport", "A123", "RU", "", "", ""}, at, party);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_OFAC_IDS_HPP
#define TRADEWARDEN_LISTS_OFAC_IDS_HPP

#include <string>

#include "tradewarden/listed_party.hpp"

namespace tradewarden::lists {

struct ofac_id {
  std::string type;
  std::string number;
  std::string country;
  std::string issued;   ///< As listed.
  std::string expires;  ///< As listed.
  std::string date;     ///< A date of which the list does not say whether it is either.
};

/// Adds a number as an identifier, a gender as that, and anything else to the remarks.
void add_ofac_id(ofac_id id, source_position at, listed_party& party);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OFAC_IDS_HPP
