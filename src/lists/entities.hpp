// Character entities that publishers leave in plain text: "A&amp;B" is the name A&B.
//
// Example:
//   assert(lists::decode_entities("A&amp;B &#39;C&#x27;") == "A&B 'C'");
//   assert(lists::decode_entities("CHIP&DIP; X") == "CHIP&DIP; X");
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_ENTITIES_HPP
#define TRADEWARDEN_LISTS_ENTITIES_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace tradewarden::lists {

/// Bytes of the entity at the front of `s`, its semicolon included; 0 if there is none. Known are
/// XML's five, &nbsp;, and numbers of characters that a text may hold.
[[nodiscard]] std::size_t entity_length(std::string_view s) noexcept;

/// True if the semicolon at `i` closes an entity.
[[nodiscard]] bool closes_entity(std::string_view s, std::size_t i) noexcept;

/// Each entity as its character (&nbsp; as a blank), once: "&amp;lt;" becomes "&lt;".
[[nodiscard]] std::string decode_entities(std::string_view s);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_ENTITIES_HPP
