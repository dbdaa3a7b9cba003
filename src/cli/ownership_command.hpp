// `tradewarden ownership`.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_OWNERSHIP_COMMAND_HPP
#define TRADEWARDEN_CLI_OWNERSHIP_COMMAND_HPP

#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "tradewarden/ownership_change.hpp"

namespace tradewarden::cli {

struct ownership_request {
  ownership_sources sources;
  std::string index;  ///< Parties are screened against it, in the place of seeds.
  std::string rules;
  std::string threshold;
  std::vector<std::string> regimes;
  std::vector<std::string> entities;
  std::vector<ownership_change> changes;
  std::optional<day> date;
  std::uint32_t limit = 1000;
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

/// Returns an exit_code.
[[nodiscard]] int run_ownership(const ownership_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_OWNERSHIP_COMMAND_HPP
