// `tradewarden origin`, `share`, `cutoff`, `whatif`: questions to a bill of materials.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_ORIGIN_COMMAND_HPP
#define TRADEWARDEN_CLI_ORIGIN_COMMAND_HPP

#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "tradewarden/cutoff.hpp"
#include "tradewarden/origin_options.hpp"
#include "tradewarden/read_bill.hpp"
#include "tradewarden/share.hpp"
#include "tradewarden/whatif.hpp"

namespace tradewarden::cli {

/// What the four commands have in common.
struct bill_question {
  bill_sources sources;
  std::string rules;  ///< Folder of rules beside the built-in ones, or empty.
  std::string index;  ///< Index file, or empty.
  std::vector<std::string> end_users;  ///< Names to screen in it.
  bool json = false;
  std::string csv;    ///< Path to write, or empty.
  colour_mode colour = colour_mode::automatic;
};

struct origin_request {
  bill_question bill;
  origin_options options;
  std::string html;  ///< Path to write, or empty.
};
struct share_request {
  bill_question bill;
  share_options options;
};
struct cutoff_request {
  bill_question bill;
  cutoff_options options;
};
struct whatif_request {
  bill_question bill;
  whatif_options options;
};

/// Each returns an exit_code.
[[nodiscard]] int run_origin(const origin_request& request);
[[nodiscard]] int run_share(const share_request& request);
[[nodiscard]] int run_cutoff(const cutoff_request& request);
[[nodiscard]] int run_whatif(const whatif_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_ORIGIN_COMMAND_HPP
