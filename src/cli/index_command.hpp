// `tradewarden index build` and `tradewarden index info`.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_INDEX_COMMAND_HPP
#define TRADEWARDEN_CLI_INDEX_COMMAND_HPP

#include <string>
#include <vector>

#include "cli/score_choice.hpp"
#include "cli/terminal.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden::cli {

struct index_build_request {
  std::string out;
  std::vector<source_spec> sources;
  std::string store;     ///< Instead of sources: a store of snapshots.
  bool history = false;  ///< Of a store: all snapshots, not only the newest.
  bool all_diagnostics = false;
  score_choice score;
  colour_mode colour = colour_mode::automatic;
};

struct index_info_request {
  std::string path;
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

/// Return an exit_code.
[[nodiscard]] int run_index_build(const index_build_request& request);
[[nodiscard]] int run_index_info(const index_info_request& request);

/// The counts of every publication beside each other, and whether they add up.
[[nodiscard]] std::string reconciliation_view(const index_info& info, const terminal& out);

/// The first complaints, rejected records before warnings, and how many were left out.
[[nodiscard]] std::vector<std::string> diagnostic_lines(const std::vector<publication>& all,
                                                        std::size_t most);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_INDEX_COMMAND_HPP
