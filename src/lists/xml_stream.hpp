// An XML list file read record by record, by expat: what is in memory at one time is one record, however
// large the file. A document type declaration is refused, so that no entity can be declared and
// nothing outside the file is ever named; names are taken without their namespace, because publishers
// change those.
//
//   <list date="...">          the root: root(), with its attributes
//     <entry id="1">           a record, at any depth: record(), with all that is in it
//       <name>A</name>
//     </entry>
//   </list>
//
// Example:
//   xml_visitor v;
//   v.records = {"entry"};
//   v.record = [&](xml_element& e) { use(e.line, e.text_of("name")); return result<void>{}; };
//   if (auto read = stream_xml(file, limits, v); !read) return read.error();
//
// Threads: one file is read by one thread.
#ifndef TRADEWARDEN_LISTS_XML_STREAM_HPP
#define TRADEWARDEN_LISTS_XML_STREAM_HPP

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lists/input_file.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

struct xml_element {
  std::string name;  ///< Without a namespace prefix.
  std::uint64_t line = 0;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< Names without prefixes too.
  std::string text;  ///< Character data directly inside, as it stands.
  std::vector<xml_element> children;

  /// Empty if it is not there.
  [[nodiscard]] std::string_view attribute(std::string_view key) const;
  /// The first child of that name, or nullptr.
  [[nodiscard]] const xml_element* child(std::string_view key) const;
  /// The text of the first child of that name, without outer blanks; empty if there is none.
  [[nodiscard]] std::string_view text_of(std::string_view key) const;
  /// The own text without outer blanks.
  [[nodiscard]] std::string_view value() const;

  /// Calls `visit(child)` for the children of that name.
  template <class Visit>
  void each(std::string_view key, Visit visit) const {
    for (const xml_element& c : children) {
      if (c.name == key) visit(c);
    }
  }
  /// For the grandchildren: each("dateList", "date", ...).
  template <class Visit>
  void each(std::string_view list, std::string_view key, Visit visit) const {
    each(list, [&](const xml_element& l) { l.each(key, visit); });
  }
};

struct xml_visitor {
  std::vector<std::string_view> roots;    ///< Names of the root that are this format's.
  std::vector<std::string_view> records;  ///< Names of elements that are records.
  /// The root's start tag; may be empty.
  std::function<result<void>(const xml_element&)> root;
  std::function<result<void>(xml_element&)> record;
};

/// Errors: truncated (the text ends within an element), bad_syntax (not well-formed, or a document
/// type declaration), unknown_format (another root), limit_exceeded (more than 64 levels, more than
/// a hundred thousand elements in one record, or a text longer than max_field_bytes), and the visitor's own.
[[nodiscard]] result<void> stream_xml(const input_file& file, const read_limits& limits,
                                      const xml_visitor& visitor);

/// The start tag of the root, as far as `first_bytes` holds it ("export xmlns=..."); for detection.
/// Empty if this is no XML.
[[nodiscard]] std::string_view xml_root_tag(std::string_view first_bytes);
/// Its name, without a prefix.
[[nodiscard]] std::string_view xml_root_name(std::string_view first_bytes);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_XML_STREAM_HPP
