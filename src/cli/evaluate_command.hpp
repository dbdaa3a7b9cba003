// `tradewarden evaluate`: the figures of a labelled set, of queries against an index or of pairs.
//
// Threads: one command at a time; it runs its own threads.
#ifndef TRADEWARDEN_CLI_EVALUATE_COMMAND_HPP
#define TRADEWARDEN_CLI_EVALUATE_COMMAND_HPP

#include <string>

#include "cli/score_choice.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/evaluate.hpp"

namespace tradewarden::cli {

struct evaluate_request {
  std::string index_path;  ///< Empty: the built-in sample list.
  score_choice score;
  std::string queries;
  std::string truth;
  std::string hits;     ///< Instead of an index: hits of another system.
  std::string against;  ///< Hits of another system to compare with.
  std::string failures; ///< What went wrong, row by row, goes here.
  std::string pairs;  ///< Instead of queries and truth.
  evaluation_options options;
  bool ofac_like = false;  ///< Pairs by that scorer, not by the own one.
  bool json = false;
  std::string html;  ///< Also the page, here; "-": instead.
  colour_mode colour = colour_mode::automatic;
};

/// Returns an exit_code.
[[nodiscard]] int run_evaluate(const evaluate_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_EVALUATE_COMMAND_HPP
