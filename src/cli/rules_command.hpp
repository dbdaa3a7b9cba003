// `tradewarden rules list`, `rules show` and `rules check`.
//
// Threads: one command at a time.
#ifndef TRADEWARDEN_CLI_RULES_COMMAND_HPP
#define TRADEWARDEN_CLI_RULES_COMMAND_HPP

#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden::cli {

struct rules_request {
  std::string folder;  ///< The user's rules over the built-in ones; empty: the built-in ones alone.
  std::string id;      ///< For show.
  bool export_file = false;  ///< Of `show`: print it as a rule file.
  bool json = false;
  colour_mode colour = colour_mode::automatic;
};

/// Return an exit_code.
[[nodiscard]] int run_rules_list(const rules_request& request);
[[nodiscard]] int run_rules_show(const rules_request& request);
[[nodiscard]] int run_rules_check(const rules_request& request);

/// One line per parameter, and what names them all.
[[nodiscard]] std::vector<std::string> rule_list_view(const rule_book& book, const terminal& out);
/// One parameter: each dated value with its source, and the value below it.
[[nodiscard]] std::vector<std::string> rule_view(const rule_info& rule, const terminal& out);

/// "X replaces the built-in one; 2 of its 3 values are gone", one for each override.
[[nodiscard]] std::vector<std::string> override_words(const rule_book& book);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_RULES_COMMAND_HPP
