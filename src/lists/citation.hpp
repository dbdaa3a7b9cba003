// Federal Register citations in the many spellings of list files, brought to one: "83 FR 17644".
//
// "83 F.R. 17644 4/23/18", "83F.R. 17644", "83.F.R 17644 (4/23/2018)", "83 FR  17644" are one
// citation; one field may hold several, with or without something between them.
//
// Example:
//   for (const auto& c : lists::parse_citations("68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06"))
//     std::cout << c.text << '\n';   // 68 FR 38290, then 71 FR 38843
//
// Threads: pure functions.
#ifndef TRADEWARDEN_LISTS_CITATION_HPP
#define TRADEWARDEN_LISTS_CITATION_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewarden/day.hpp"

namespace tradewarden::lists {

struct citation {
  std::string text;              ///< "83 FR 17644", or the field as listed if it has no page.
  std::int32_t volume = 0;       ///< 0 if `text` is as listed.
  std::int32_t page = 0;
  std::optional<day> published;  ///< The date beside it, if it lies in the volume's year.
  friend bool operator==(const citation&, const citation&) = default;
};

/// All citations of a field, in order, without repeats. A volume that was left out ("F.R. 30823
/// 7/3/2017") follows from the year beside it. A field in which no citation is recognised is
/// returned whole, as one; an empty field gives none.
[[nodiscard]] std::vector<citation> parse_citations(std::string_view field);

/// The same over a field that the user may have written freely: the text of each.
[[nodiscard]] std::vector<std::string> citation_texts(std::string_view field);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_CITATION_HPP
