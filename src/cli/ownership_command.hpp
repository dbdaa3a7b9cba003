// `tradewarden ownership`.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_OWNERSHIP_COMMAND_HPP
#define TRADEWARDEN_CLI_OWNERSHIP_COMMAND_HPP

#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "tradewarden/ownership.hpp"

namespace tradewarden::cli {

struct ownership_request {
  ownership_sources sources;
  std::string index;  ///< Parties are screened against it, in the place of seeds.
  std::string rules;
  std::string threshold;
  std::vector<std::string> regimes;
  std::vector<std::string> entities;
  std::optional<day> date;
  std::uint32_t limit = 1000;
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

/// Returns an exit_code.
[[nodiscard]] int run_ownership(const ownership_request& request);

/// A table of verdicts, then each with its proof.
[[nodiscard]] std::vector<std::string> ownership_view(const ownership_graph& graph, const ownership_answer& a,
                                                      const terminal& out);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OWNERSHIP_COMMAND_HPP
