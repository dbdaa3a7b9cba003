// The lists that the library knows, by a short code.
//
// Example:
//   const tradewarden::list_info* l = tradewarden::find_list("US-DPL");
//   std::cout << l->name;   // Denied Persons List
//
// Threads: reads constant tables.
#ifndef TRADEWARDEN_LIST_INFO_HPP
#define TRADEWARDEN_LIST_INFO_HPP

#include <span>
#include <string_view>

namespace tradewarden {

/// One list of a jurisdiction. Codes are `JURISDICTION-LIST`; OFAC's six non-SDN lists share
/// US-CONS, because OFAC publishes them as one list with one numbering (a party's `sublists`
/// name the ones it is on). Own lists of a user carry codes that begin with "X-".
struct list_info {
  std::string_view code;       ///< "US-SDN"
  std::string_view name;       ///< "Specially Designated Nationals and Blocked Persons List"
  std::string_view authority;  ///< "OFAC, US Department of the Treasury"
  std::string_view effect;     ///< What being on it means, in one sentence.
  std::string_view citation;   ///< "31 CFR chapter V"
  std::string_view as_of;      ///< Edition against which `effect` was checked, an ISO date; empty
                               ///< if it was checked against none.
  bool verified = false;       ///< True if `effect` was read in the official text of that day.
};

/// All lists, in the order in which ties between hits are broken.
[[nodiscard]] std::span<const list_info> all_lists() noexcept;

/// nullptr if the code is not in the table.
[[nodiscard]] const list_info* find_list(std::string_view code) noexcept;

}  // namespace tradewarden

#endif  // TRADEWARDEN_LIST_INFO_HPP
