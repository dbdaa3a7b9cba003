// Federal Register citations in running text, whatever their spelling.
//
// Example:
//   federal_register_citations("68 F.R. 38290 6/27/03, 71 FR 38843")   // {68,38290} {71,38843}
//
// Threads: a pure function.
#ifndef TRADEWARDEN_LISTS_FR_CITATION_HPP
#define TRADEWARDEN_LISTS_FR_CITATION_HPP

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tradewarden::lists {

struct fr_citation {
  std::uint32_t volume = 0;
  std::uint32_t page = 0;
  friend auto operator<=>(const fr_citation&, const fr_citation&) = default;
};

/// Every "VOLUME FR PAGE" in the order of the text; "F.R.", "Fed. Reg." and pages with a comma
/// for the thousands are read too.
[[nodiscard]] std::vector<fr_citation> federal_register_citations(std::string_view text);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_FR_CITATION_HPP
