// A name that closes with another name in brackets: "Example Rocket Institute (ERI)".
//
// What is in such a bracket may also be a place, a part of the legal form or a remark: "Example
// (Shanghai)", "Example (Private)", "Example (a subsidiary of X)". Those are no names.
//
// Example:
//   const auto b = lists::closing_bracket("Example Rocket Institute (ERI)");
//   assert(b->outer == "Example Rocket Institute" && b->inner == "ERI" && b->weak);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_CLOSING_BRACKET_HPP
#define TRADEWARDEN_LISTS_CLOSING_BRACKET_HPP

#include <optional>
#include <string>
#include <string_view>

namespace tradewarden::lists {

struct bracketed_name {
  std::string outer;
  std::string inner;
  bool weak = false;  ///< The inner name has fewer than four letters: too short to stand alone.
};

/// Nothing if the name does not close with a bracket, or the bracket holds no name.
[[nodiscard]] std::optional<bracketed_name> closing_bracket(std::string_view name);

/// "X (X short). Affiliated Entity: Y" lists Y, of X. `parent` is without its closing bracket.
struct affiliated_name {
  std::string name;
  std::string parent;
};
[[nodiscard]] std::optional<affiliated_name> affiliated_entity(std::string_view name);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CLOSING_BRACKET_HPP
