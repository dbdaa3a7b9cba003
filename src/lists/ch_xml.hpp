// Switzerland's sanctions list (SECO) as XML (swiss-sanctions-list).
//
// Names come in typed parts, each with spellings in other languages and scripts. Places stand apart and are
// referred to by number. An entry that was de-listed stays in the file, with the day. Not yet tried on
// a real file.
//
// Example:
//   auto pub = lists::read_ch_xml(source_spec::parse("consolidated-list.xml").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_CH_XML_HPP
#define TRADEWARDEN_LISTS_CH_XML_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_ch_xml(const source_spec& source, const read_limits& limits);
[[nodiscard]] result<publication> read_ch_xml(const input_file& file, const source_spec& source,
                                              const read_limits& limits);

/// True if the root is the list's.
[[nodiscard]] bool looks_like_ch_xml(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CH_XML_HPP
