// `tradewarden audit`: what was answered, whether the trail is whole, and an old answer again.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_AUDIT_COMMAND_HPP
#define TRADEWARDEN_CLI_AUDIT_COMMAND_HPP

#include <optional>
#include <string>

#include "cli/score_choice.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/digest.hpp"

namespace tradewarden::cli {

struct audit_request {
  std::string store;
  std::string answer;          ///< Of `replay`.
  std::string index_path;      ///< Of `replay`; empty: the sample, or built again from the store.
  score_choice score;
  std::optional<digest> head;  ///< Of `verify`: the chain must hold it.
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

/// Return an exit_code.
[[nodiscard]] int run_audit_list(const audit_request& request);
[[nodiscard]] int run_audit_verify(const audit_request& request);
[[nodiscard]] int run_audit_replay(const audit_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_AUDIT_COMMAND_HPP
