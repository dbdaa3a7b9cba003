// The score version and name pack that a command line asks for.
//
// Example:
//   auto rules = chosen_rules(request.score);
//   if (!rules) return report(rules.error());
//   auto idx = open_index(path, *rules);
//
// Threads: pure functions over files.
#ifndef TRADEWARDEN_CLI_SCORE_CHOICE_HPP
#define TRADEWARDEN_CLI_SCORE_CHOICE_HPP

#include <cstdint>
#include <optional>
#include <string>

#include "tradewarden/result.hpp"
#include "tradewarden/score_rules.hpp"

namespace CLI {
class App;
}

namespace tradewarden::cli {

struct score_choice {
  std::optional<std::int32_t> version;
  std::string name_pack;  ///< Path, or empty.
};

void add_score_choice(CLI::App& command, score_choice& choice);

/// Nothing if nothing was asked for: an index is then searched by what it was built by. Errors: those
/// of score_rules::read_name_pack(), and usage for an unknown version.
[[nodiscard]] result<std::optional<score_rules>> chosen_rules(const score_choice& choice);

}  // namespace tradewarden::cli

#endif  // TRADEWARDEN_CLI_SCORE_CHOICE_HPP
