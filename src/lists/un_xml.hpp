// The United Nations Security Council Consolidated List as XML (CONSOLIDATED_LIST).
//
// Names come in up to four parts, in the order in which they are written. Empty elements are
// placeholders. An alias is weak where its quality is "Low"; "a.k.a." and "f.k.a." stand in the same
// element for entities. Several original scripts or spellings may share one element, between
// semicolons or as "A a.k.a. B". The party's id is the permanent reference number ("CDi.001").
//
// Example:
//   auto pub = lists::read_un_xml(source_spec::parse("consolidated.xml").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_UN_XML_HPP
#define TRADEWARDEN_LISTS_UN_XML_HPP

#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_un_xml(const source_spec& source, const read_limits& limits);
[[nodiscard]] result<publication> read_un_xml(const input_file& file, const source_spec& source,
                                              const read_limits& limits);

/// True if the root is the list's.
[[nodiscard]] bool looks_like_un_xml(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_UN_XML_HPP
