// `tradewarden lists diff`: what changed between two snapshots, or two files.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_LISTS_DIFF_HPP
#define TRADEWARDEN_CLI_LISTS_DIFF_HPP

#include <string>
#include <vector>

#include "cli/lists_command.hpp"
#include "tradewarden/list_diff.hpp"

namespace tradewarden::cli {

/// Of request.names, the two to be compared: snapshots of the store if there is one that is called so,
/// files otherwise. Returns an exit_code.
[[nodiscard]] int run_lists_diff(const lists_request& request);

[[nodiscard]] std::vector<std::string> diff_view(const list_diff& diff, const terminal& out);
/// change, list, id, name, field, removed, added; the first line says so.
[[nodiscard]] std::string diff_csv(const list_diff& diff);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_LISTS_DIFF_HPP
