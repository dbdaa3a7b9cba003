// The files of an ownership graph, as a command reads them: what is wrong with them is said.
//
// Threads: one thread.
#ifndef TRADEWARDEN_CLI_OWNERSHIP_INPUT_HPP
#define TRADEWARDEN_CLI_OWNERSHIP_INPUT_HPP

#include <optional>

#include "tradewarden/ownership_graph.hpp"

namespace tradewarden::cli {

/// Nothing, after saying why, if there is any problem: exit_code k_refused.
[[nodiscard]] std::optional<ownership_graph> read_owners(const ownership_sources& sources);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OWNERSHIP_INPUT_HPP
