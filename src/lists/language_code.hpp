// ISO 639-1 codes of the languages in which lists give names.
//
// Example:
//   assert(lists::language_code("Russian") == "ru" && lists::language_code("EL") == "el");
//
// Threads: reads a constant table.
#ifndef TRADEWARDEN_LISTS_LANGUAGE_CODE_HPP
#define TRADEWARDEN_LISTS_LANGUAGE_CODE_HPP

#include <string>
#include <string_view>

namespace tradewarden::lists {

/// Of an English name ("Persian/Farsi": the first that is known) or of a code of two or three letters: "rus"
/// becomes "ru", and one that is not known stays as it is, in lower case. Empty for anything else.
[[nodiscard]] std::string language_code(std::string_view listed);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_LANGUAGE_CODE_HPP
