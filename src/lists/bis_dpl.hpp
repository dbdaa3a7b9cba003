// The Denied Persons List as BIS publishes it, in both its forms -> list US-DPL.
//
//   dpl.txt   12 tab-separated columns, one row per name and address
//   CSV       5 columns (name_and_address, type_of_denial, appropriate_federal_register_citations,
//             effective_date or beginning_date, expiration_date or ending_date)
//
// The list has no ids. Rows of one folded name and one effective date are one party, whose id is
// "folded name|YYYY-MM-DD" ("|undated" without a date). The expiration date is the last day of
// the denial, so it is over on the day after. A blank one means that no end is set.
//
// Example:
//   auto pub = lists::read_bis_dpl(source_spec::parse("dpl.txt@2022-09-12").value(), {});
//
// Threads: pure functions; may run on several threads at once.
#ifndef TRADEWARDEN_LISTS_BIS_DPL_HPP
#define TRADEWARDEN_LISTS_BIS_DPL_HPP

#include <string>
#include <string_view>

#include "lists/input_file.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::lists {

[[nodiscard]] result<publication> read_bis_dpl(const source_spec& source,
                                               const read_limits& limits);
[[nodiscard]] result<publication> read_bis_dpl(const input_file& file, const source_spec& source,
                                               const read_limits& limits);

/// True if the first line names the columns of either form.
[[nodiscard]] bool looks_like_bis_dpl(std::string_view first_bytes);

/// "X, INC., 5 MAIN STREET, CITY" -> {"X, INC.", "5 MAIN STREET, CITY"}: the name ends at the
/// first comma that no legal form ("INC.", "CO.", "LTD", "JR.") follows.
struct name_and_address {
  std::string name;
  std::string address;
};
[[nodiscard]] name_and_address split_name_and_address(std::string_view field);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_BIS_DPL_HPP
