// Whether a person's name tells a man's from a woman's: by a title, a patronymic or feminine ending,
// a word for son or daughter, or a given name that is borne by one sex alone. Most names tell
// nothing, and signs that disagree tell nothing.
//
// Example:
//   auto g = tradewarden::names::gender_told_by("PETROVA, Anna");   // female, "given name anna"
//
// Threads: pure functions; constant tables.
#ifndef TRADEWARDEN_NAMES_GENDER_HPP
#define TRADEWARDEN_NAMES_GENDER_HPP

#include <string>
#include <string_view>

#include "names/name_tables.hpp"

namespace tradewarden::names {

struct told_gender {
  std::string gender;  ///< "male", "female", or empty.
  std::string by;      ///< What tells it, in words.
};

/// For the name of a person; one of an organisation is not asked for. By the words and the folding of
/// `tables`: those of an index tell the same of its names for ever.
[[nodiscard]] told_gender gender_told_by(std::string_view name,
                                         const name_tables& tables = current_tables());

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_GENDER_HPP
