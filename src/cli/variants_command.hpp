// `tradewarden variants`: a labelled test set made from a list.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_VARIANTS_COMMAND_HPP
#define TRADEWARDEN_CLI_VARIANTS_COMMAND_HPP

#include <string>
#include <vector>

#include "cli/score_choice.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/publication.hpp"
#include "tradewarden/variants.hpp"

namespace tradewarden::cli {

struct variants_request {
  std::string index_path;            ///< One of these three:
  std::vector<source_spec> sources;  ///< list files,
  bool sample = false;               ///< the built-in list.
  std::string out;                   ///< Folder for queries.tsv and truth.tsv; made if absent.
  score_choice score;                ///< Of list files: what their index is made by.
  variant_options options;
  colour_mode colour = colour_mode::automatic;
};

/// Returns an exit_code.
[[nodiscard]] int run_variants(const variants_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_VARIANTS_COMMAND_HPP
