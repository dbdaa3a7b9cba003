// `tradewarden lists fetch`: downloads lists and imports them.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_LISTS_FETCH_HPP
#define TRADEWARDEN_CLI_LISTS_FETCH_HPP

#include <optional>
#include <string>
#include <vector>

#include "cli/download.hpp"
#include "cli/lists_command.hpp"

namespace tradewarden::cli {

struct fetch_request {
  lists_request common;            ///< `names`: the lists; none means all.
  std::vector<std::string> urls;   ///< LIST=URL, LIST/FILE=URL.
  std::string url_file;            ///< In the place of the built-in addresses.
  bool show = false;               ///< Only print the addresses.
  download_limits limits;
};

/// Returns an exit_code.
[[nodiscard]] int run_lists_fetch(const fetch_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_LISTS_FETCH_HPP
