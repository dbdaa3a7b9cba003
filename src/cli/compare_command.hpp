// `tradewarden compare`: the score of two names, or of many pairs: the very score of screening.
//
// Threads: one command at a time; a batch runs its own threads.
#ifndef TRADEWARDEN_CLI_COMPARE_COMMAND_HPP
#define TRADEWARDEN_CLI_COMPARE_COMMAND_HPP

#include <string>

#include "cli/batch_streams.hpp"
#include "cli/score_choice.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/schema.hpp"

namespace tradewarden::cli {

struct compare_request {
  std::string left;
  std::string right;
  tradewarden::schema schema = tradewarden::schema::unknown;
  score_choice score;
  bool json = false;
  bool batch = false;
  batch_request streams;
  colour_mode colour = colour_mode::automatic;
};

/// Returns an exit_code.
[[nodiscard]] int run_compare(const compare_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_COMPARE_COMMAND_HPP
