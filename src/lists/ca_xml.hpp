// Canada's Consolidated Autonomous Sanctions List (SEMA) as XML (data-set/record).
//
// The list has no ids: country, schedule and item name an entry. The country is that of the regulations, not
// of the party. Texts may be given in both languages, as "English / French". Not yet tried on a real file.
//
// Example:
//   auto pub = lists::read_ca_xml(source_spec::parse("sema-lmes.xml").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_CA_XML_HPP
#define TRADEWARDEN_LISTS_CA_XML_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_ca_xml(const source_spec& source, const read_limits& limits);
[[nodiscard]] result<publication> read_ca_xml(const input_file& file, const source_spec& source,
                                              const read_limits& limits);

/// True if the root is the list's.
[[nodiscard]] bool looks_like_ca_xml(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CA_XML_HPP
