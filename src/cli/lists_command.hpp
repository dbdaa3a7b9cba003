// `tradewarden lists`: what a store of list snapshots holds, and what goes into it.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_LISTS_COMMAND_HPP
#define TRADEWARDEN_CLI_LISTS_COMMAND_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "tradewarden/store.hpp"

namespace tradewarden::cli {

struct lists_request {
  std::string store;
  std::vector<source_spec> sources;  ///< Of `import`.
  import_options import;
  std::vector<std::string> names;    ///< Snapshots, or what else a command takes.
  std::string reason;
  std::string who;
  std::string extract;               ///< Folder, of `show`.
  std::optional<day> as_of;          ///< Of `status`: default today.
  std::optional<std::uint32_t> max_age;
  std::size_t most_dates = 10;
  bool all_diagnostics = false;
  bool json = false;
  bool csv = false;
  colour_mode colour = colour_mode::automatic;
};

/// Return an exit_code.
[[nodiscard]] int run_lists_import(const lists_request& request);
[[nodiscard]] int run_lists_status(const lists_request& request);
[[nodiscard]] int run_lists_list(const lists_request& request);
[[nodiscard]] int run_lists_show(const lists_request& request);
[[nodiscard]] int run_lists_release(const lists_request& request);
[[nodiscard]] int run_lists_quarantine(const lists_request& request);
[[nodiscard]] int run_lists_verify(const lists_request& request);
[[nodiscard]] int run_lists_backup(const lists_request& request);

/// Says what became of one import; returns its exit_code.
[[nodiscard]] int tell_import(const import_outcome& outcome, bool all_diagnostics);
/// Prints what was imported, as a table or as JSON.
[[nodiscard]] int tell_imports(const std::vector<import_outcome>& all, const lists_request& request);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_LISTS_COMMAND_HPP
