// One party as the jurisdictions have it: a line for each with its status on the day.
//
// Example:
//   for (const std::string& line : jurisdiction_lines(answer, idx.info(), out)) ...
//   //   ZTE Corporation, by jurisdiction on 2018-05-01:
//   //     US          denied since 2018-04-15 (US-DPL, #1); listed since 2016-03-08 (US-EL, #2)
//   //     UK          no entry linked to it (UK-SL)
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_JURISDICTION_VIEW_HPP
#define TRADEWARDEN_CLI_JURISDICTION_VIEW_HPP

#include <string>
#include <string_view>

#include "cli/labelled.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::cli {

/// "US-SDN" is of "US"; a list of the user's own is one by itself.
[[nodiscard]] std::string_view jurisdiction_of(std::string_view list);

/// For the party of the first hit, and for others that several lists have, up to three: nothing if
/// there is no hit.
[[nodiscard]] text_lines jurisdiction_lines(const screening_answer& answer, const index_info& info,
                                            const terminal& out);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_JURISDICTION_VIEW_HPP
