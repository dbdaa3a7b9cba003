// `tradewarden rescreen`: a portfolio of customers, as far as something has changed.
//
// Threads: one command at a time; it runs threads of its own.
#ifndef TRADEWARDEN_CLI_RESCREEN_COMMAND_HPP
#define TRADEWARDEN_CLI_RESCREEN_COMMAND_HPP

#include <string>

#include "cli/batch_streams.hpp"
#include "cli/score_choice.hpp"
#include "tradewarden/rescreening.hpp"

namespace tradewarden::cli {

struct rescreen_request {
  std::string store;
  std::string portfolio = "default";
  std::string index_path;
  score_choice score;
  rescreen_settings settings;
  batch_request streams;
  bool fail_on_hit = false;
};

/// Returns an exit_code.
[[nodiscard]] int run_rescreen(rescreen_request request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_RESCREEN_COMMAND_HPP
