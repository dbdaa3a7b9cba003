// `tradewarden screen`: one name, or a stream of them.
//
// Threads: one command at a time; a batch runs its own threads.
#ifndef TRADEWARDEN_CLI_SCREEN_COMMAND_HPP
#define TRADEWARDEN_CLI_SCREEN_COMMAND_HPP

#include <string>
#include <vector>

#include "cli/batch_streams.hpp"
#include "cli/score_choice.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/ownership_graph.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::cli {

struct screen_request {
  std::string index_path;  ///< Empty: the built-in sample list.
  std::string store;       ///< Its decisions are heeded, and every answer is kept in its audit trail.
  ownership_sources owners;           ///< Names are looked for among its parties too; no edges: not.
  std::vector<std::string> regimes;   ///< Of ownership; empty: all.
  score_choice score;
  screening_query query;
  screening_options options;
  bool json = false;
  bool fail_on_hit = false;
  bool batch = false;  ///< Rows from `streams` instead of `query`.
  batch_request streams;
  colour_mode colour = colour_mode::automatic;
};

/// Returns an exit_code.
[[nodiscard]] int run_screen(screen_request request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_SCREEN_COMMAND_HPP
