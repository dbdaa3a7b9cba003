// `tradewarden roo`.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_ROO_COMMAND_HPP
#define TRADEWARDEN_CLI_ROO_COMMAND_HPP

#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "tradewarden/read_bill.hpp"
#include "tradewarden/rules_of_origin.hpp"

namespace tradewarden::cli {

struct roo_request {
  bill_sources sources;
  roo_question question;  ///< Its facts are read from `facts`.
  std::string facts;
  std::string rules;
  std::string svg;
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

/// Returns an exit_code.
[[nodiscard]] int run_roo(const roo_request& request);

/// The verdict, the tests with their working, designations, materials, and what is open.
[[nodiscard]] std::vector<std::string> roo_view(const roo_answer& a, const terminal& out);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_ROO_COMMAND_HPP
