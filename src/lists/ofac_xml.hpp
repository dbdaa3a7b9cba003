// OFAC's lists as XML (sdnList/sdnEntry): SDN.XML and CONSOLIDATED.XML, which differ in their entries
// alone.
//
// What the CSV files lack and these have: whether an alias is weak, first and last names, and
// identifiers, dates and places of birth as elements of their own. The head element is spelled
// "publshInformation", its namespace has changed over the years, and it says how many entries follow: a
// file that holds fewer was cut and is refused. Ids are those of the CSV files, so both merge.
//
// Example:
//   auto pub = lists::read_ofac_xml(source_spec::parse("sdn.xml").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_OFAC_XML_HPP
#define TRADEWARDEN_LISTS_OFAC_XML_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_ofac_xml(const source_spec& source,
                                                const read_limits& limits);
[[nodiscard]] result<publication> read_ofac_xml(const input_file& file, const source_spec& source,
                                                const read_limits& limits);
[[nodiscard]] result<publication> read_ofac_cons_xml(const source_spec& source,
                                                     const read_limits& limits);
[[nodiscard]] result<publication> read_ofac_cons_xml(const input_file& file,
                                                     const source_spec& source,
                                                     const read_limits& limits);

/// Which of the two it is the file's name or a programme of its first entries tells.
[[nodiscard]] bool looks_like_ofac_xml(std::string_view file_name, std::string_view first_bytes);
[[nodiscard]] bool looks_like_ofac_cons_xml(std::string_view file_name,
                                            std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OFAC_XML_HPP
