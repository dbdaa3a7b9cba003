// The bill that a command is asked about: reading it, and saying what is wrong with it.
//
// Example:
//   const auto bill = load_bill(request.sources);
//   if (!bill) return k_refused;
//
// Threads: one thread.
#ifndef TRADEWARDEN_CLI_BILL_INPUT_HPP
#define TRADEWARDEN_CLI_BILL_INPUT_HPP

#include <optional>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/read_bill.hpp"

namespace tradewarden::cli {

struct loaded_bill {
  std::optional<bill> content;
  exit_code code = k_done;  ///< Why there is none.
};

/// Problems and notes go to standard error, all of them.
[[nodiscard]] loaded_bill load_bill(const bill_sources& sources);

/// Tells the problems and notes of a reading; the exit code that goes with them.
[[nodiscard]] exit_code tell(const bill_reading& read);

/// `tradewarden bill`: what the files hold; optionally the same as CycloneDX.
struct bill_request {
  bill_sources sources;
  std::string cyclonedx;  ///< Path to write, or empty.
  colour_mode colour = colour_mode::automatic;
};
[[nodiscard]] int run_bill(const bill_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_BILL_INPUT_HPP
