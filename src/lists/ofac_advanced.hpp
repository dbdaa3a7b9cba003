// OFAC's advanced XML (Sanctions): sdn_advanced.xml and cons_advanced.xml.
//
// The only one of OFAC's files that gives names in other scripts and says which part of a name is the last
// name. Facts refer to each other by number: reference values come first, then places and documents, then
// the parties, then the relations and the entries of lists, which say since when a party is listed.
//
//   ReferenceValueSets  AliasType, NamePartType, Script, FeatureType, List, Country ...
//   Locations           a place: parts of an address, a country
//   IDRegDocuments      a passport or registration, of an identity
//   DistinctParties     profile, identity, aliases, features
//   ProfileRelationships, SanctionsEntries
//
// Not yet tried on a real file. Ids are those of the other files, so all merge.
//
// Example:
//   auto pub = lists::read_ofac_advanced(source_spec::parse("sdn_advanced.xml").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_OFAC_ADVANCED_HPP
#define TRADEWARDEN_LISTS_OFAC_ADVANCED_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_ofac_advanced(const source_spec& source,
                                                     const read_limits& limits);
[[nodiscard]] result<publication> read_ofac_advanced(const input_file& file,
                                                     const source_spec& source,
                                                     const read_limits& limits);

/// True if the root is the list's.
[[nodiscard]] bool looks_like_ofac_advanced(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OFAC_ADVANCED_HPP
