// The EU's financial sanctions list as XML 1.1 (export/sanctionEntity).
//
// What the CSV file lacks and this one has: whether a name is strong, and the Latin form of a number.
// Not yet tried on a real file; the layout is that of the published schema.
//
// Example:
//   auto pub = lists::read_eu_xml(source_spec::parse("xmlFullSanctionsList_1_1.xml").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_EU_XML_HPP
#define TRADEWARDEN_LISTS_EU_XML_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_eu_xml(const source_spec& source, const read_limits& limits);
[[nodiscard]] result<publication> read_eu_xml(const input_file& file, const source_spec& source,
                                              const read_limits& limits);

/// True if the root is the list's.
[[nodiscard]] bool looks_like_eu_xml(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_EU_XML_HPP
