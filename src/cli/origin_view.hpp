// Answers about origin as a person reads them, and as rows for a spreadsheet.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_ORIGIN_VIEW_HPP
#define TRADEWARDEN_CLI_ORIGIN_VIEW_HPP

#include <string>
#include <string_view>

#include "cli/terminal.hpp"
#include "tradewarden/cutoff.hpp"
#include "tradewarden/origin_answer.hpp"
#include "tradewarden/share.hpp"
#include "tradewarden/whatif.hpp"

namespace tradewarden::cli {

// The whole answer, fitted to the terminal: a table, the reasons below; ends with a line end.
[[nodiscard]] std::string origin_view(const origin_report& r, const terminal& out);
[[nodiscard]] std::string share_view(const share_report& r, const terminal& out);
[[nodiscard]] std::string cutoff_view(const cutoff_report& r, const terminal& out);
[[nodiscard]] std::string whatif_view(const whatif_report& r, const terminal& out);

// One line per result, slice, product or move, under a header line.
[[nodiscard]] std::string origin_rows(const origin_report& r);
[[nodiscard]] std::string share_rows(const share_report& r);
[[nodiscard]] std::string cutoff_rows(const cutoff_report& r);
[[nodiscard]] std::string whatif_rows(const whatif_report& r);

/// Stands under every answer: a result is not a clearance.
inline constexpr std::string_view k_origin_notice =
    "A calculation from the facts given, not legal advice and not a clearance: end use, end users, "
    "ownership and licence exceptions are not evaluated, foreign direct products only as far as their "
    "facts are given.";

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_ORIGIN_VIEW_HPP
