// `tradewarden decisions`: what people decided of hits.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_DECISIONS_COMMAND_HPP
#define TRADEWARDEN_CLI_DECISIONS_COMMAND_HPP

#include <optional>
#include <string>

#include "cli/terminal.hpp"
#include "tradewarden/day.hpp"

namespace tradewarden::cli {

struct decisions_request {
  std::string store;
  std::string answer;       ///< Id of the answer that has the hit.
  std::string hit;          ///< Its rank, or LIST:SOURCE_ID.
  std::string decision;     ///< Id, of `approve` and `withdraw`.
  std::string customer;     ///< Of `list`: only this one's.
  std::string reason;
  std::string who;
  std::string approved_by;
  std::optional<day> expires;
  std::optional<day> as_of;  ///< Of `list`: default today.
  std::string file;          ///< Of `export` and `import`; "-" is standard output or input.
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

/// Return an exit_code.
[[nodiscard]] int run_decisions_add(const decisions_request& request);
[[nodiscard]] int run_decisions_approve(const decisions_request& request);
[[nodiscard]] int run_decisions_withdraw(const decisions_request& request);
[[nodiscard]] int run_decisions_list(const decisions_request& request);
[[nodiscard]] int run_decisions_export(const decisions_request& request);
[[nodiscard]] int run_decisions_import(const decisions_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_DECISIONS_COMMAND_HPP
