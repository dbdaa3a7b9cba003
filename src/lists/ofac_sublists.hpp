// Which of OFAC's non-SDN lists an entry of the consolidated (cons_*) files is on. The files do
// not say it in a column: it follows from the programme, for menu-based entries together with the
// directive that the remarks name.
//
// Threads: pure function over a constant table.
#ifndef TRADEWARDEN_LISTS_OFAC_SUBLISTS_HPP
#define TRADEWARDEN_LISTS_OFAC_SUBLISTS_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tradewarden::lists {

/// Codes "SSI", "CMIC", "PLC", "CAPTA", "FSE", "NS-MBS" in that order; empty if nothing tells.
[[nodiscard]] std::vector<std::string> ofac_sublists(std::span<const std::string> programmes,
                                                     std::string_view remarks);

}  // namespace tradewarden::lists

#endif  // TRADEWARDEN_LISTS_OFAC_SUBLISTS_HPP
