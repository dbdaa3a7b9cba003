// What OFAC writes into the Remarks column: clauses parted by "; ", each a fact of its own.
//
//   DOB 07 Oct 1954; POB Aleppo, Syria; Passport 123456 (Syria) expires 01 Jan 2020;
//   a.k.a. 'THE DOCTOR'; Linked To: EXAMPLE TRADING COMPANY.
//
// Weak aliases stand nowhere else in the CSV files. A clause that is not understood stays in the
// remarks, which keep the whole text in any case.
//
// Example:
//   listed_party p;
//   ofac_remark_counts counts;
//   read_ofac_remarks("DOB 1962; Gender Male.", {}, p, &counts);
//
// Threads: pure functions over constant tables.
#ifndef TRADEWARDEN_LISTS_OFAC_REMARKS_HPP
#define TRADEWARDEN_LISTS_OFAC_REMARKS_HPP

#include <cstdint>
#include <string_view>
#include <vector>

#include "tradewarden/listed_party.hpp"

namespace tradewarden::lists {

/// Where the text stood: its beginning in one place, the rest (from byte `continued_at` on) in the
/// comments file.
struct ofac_remark_places {
  source_position main;
  source_position continued;
  std::size_t continued_at = std::string_view::npos;
};

/// What became of the clauses: clauses = facts + notes + titles + other.
struct ofac_remark_counts {
  std::uint64_t clauses = 0;
  std::uint64_t facts = 0;   ///< Became a field of the party.
  std::uint64_t notes = 0;   ///< Of a known kind, but only text ("Secondary sanctions risk: ...").
  std::uint64_t titles = 0;  ///< An office or rank.
  std::uint64_t other = 0;   ///< Not understood.
};

/// Adds the facts of `remarks` to `party`, whose schema must be set; party.remarks is not touched.
/// `counts`, if given, is added to.
void read_ofac_remarks(std::string_view remarks, const ofac_remark_places& places,
                       listed_party& party, ofac_remark_counts* counts = nullptr);

/// The clauses, trimmed, without empty ones; a ';' inside the quotes of an alias parts nothing.
[[nodiscard]] std::vector<std::string_view> split_ofac_remarks(std::string_view remarks);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OFAC_REMARKS_HPP
