// What several list formats need of text: blanks, ends, joins.
//
// Example:
//   assert(lists::collapse_blanks("  a \xC2\xA0 b\n") == "a b");
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_LIST_TEXT_HPP
#define TRADEWARDEN_LISTS_LIST_TEXT_HPP

#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/party_name.hpp"

namespace tradewarden::lists {

/// Every run of blanks (line ends and no-break spaces too) as one blank, none at the ends.
[[nodiscard]] std::string collapse_blanks(std::string_view s);

/// Appends `value` unless it is empty or there already.
void add_once(std::vector<std::string>& to, std::string value);

/// Appends `more` to `text` with `separator` between, unless `text` holds it already.
void append_text(std::string& text, std::string_view more, std::string_view separator = "; ");

/// True for words that belong to a name although a comma stands before them: "INC.", "S.A.", "Jr".
[[nodiscard]] bool is_name_tail(std::string_view word);

/// Names that a list has strung together with commas ("ABC, A B Company, Ltd., and A B Works").
/// One name stays whole: "LAST, First", "A Company, Inc.".
[[nodiscard]] std::vector<std::string> split_at_commas(std::string_view names);

/// Other names that a listed name carries inside: "X A/K/A Y" gives X and Y as a.k.a.,
/// "X (f.k.a. Y)" X and Y as f.k.a., "X [aka Y, aka Z]" X, Y and Z, and "X; and any successor,
/// sub-unit, or subsidiary thereof" X. "X (XYZ)" gives X, which is the name itself, and XYZ, weak if
/// it has fewer than four letters (closing_bracket.hpp). Empty if the name is a plain one.
struct inner_name {
  std::string text;
  name_kind kind = name_kind::aka;
  name_strength strength = name_strength::strong;
  bool itself = false;  ///< The name as the list means it; always the first.
};
[[nodiscard]] std::vector<inner_name> inner_names(std::string_view name);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_LIST_TEXT_HPP
