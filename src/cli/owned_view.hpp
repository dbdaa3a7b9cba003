// What screening by ownership found, as a person reads it.
//
// Threads: pure functions.
#ifndef TRADEWARDEN_CLI_OWNED_VIEW_HPP
#define TRADEWARDEN_CLI_OWNED_VIEW_HPP

#include <string>

#include "cli/labelled.hpp"
#include "cli/row_reader.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/ownership_screener.hpp"

namespace tradewarden::cli {

/// Which parties of the graph have the name, what their owners mean for them, and with what proof.
[[nodiscard]] text_lines owned_view(const owned_answer& a, const ownership_screener& by, const terminal& out);

/// A line of a table of hits (hit_rows.hpp) for each hit by ownership: the id of the party in
/// source_id, the regime in list, "owned" or "may_be_owned" in status, the lists of its owners in
/// programmes, and the proof in the notes.
[[nodiscard]] std::string owned_rows(const std::string& query_id, const owned_answer& a, const ownership_screener& by,
                                     row_format format);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OWNED_VIEW_HPP
