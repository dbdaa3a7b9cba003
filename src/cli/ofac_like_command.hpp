// `tradewarden compare --scorer ofac-like`: the second scorer, for one pair or for many.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_OFAC_LIKE_COMMAND_HPP
#define TRADEWARDEN_CLI_OFAC_LIKE_COMMAND_HPP

#include "cli/compare_command.hpp"

namespace tradewarden::cli {

/// The request's schema is not used: this scorer reads all names alike. Returns an exit_code.
[[nodiscard]] int run_compare_ofac_like(const compare_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OFAC_LIKE_COMMAND_HPP
