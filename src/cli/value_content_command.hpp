// `tradewarden rvc` and `tradewarden allocate`.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_VALUE_CONTENT_COMMAND_HPP
#define TRADEWARDEN_CLI_VALUE_CONTENT_COMMAND_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "tradewarden/allocation.hpp"
#include "tradewarden/regional_value_content.hpp"

namespace tradewarden::cli {

struct rvc_request {
  rvc_question question;
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

struct allocate_request {
  decimal amount;
  std::vector<decimal> by;
  std::optional<std::int32_t> ratio_decimals;
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

/// Return an exit_code.
[[nodiscard]] int run_rvc(const rvc_request& request);
[[nodiscard]] int run_allocate(const allocate_request& request);

/// The formula, each step, and whether the limit is met.
[[nodiscard]] std::vector<std::string> rvc_view(const rvc_answer& a, const terminal& out);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_VALUE_CONTENT_COMMAND_HPP
