#include "cli/score_choice.hpp"

#include <CLI/CLI.hpp>

#include "tradewarden/comparison.hpp"

namespace tradewarden::cli {

void add_score_choice(CLI::App& command, score_choice& choice) {
  command
      .add_option("--name-pack", choice.name_pack,
                  "Names and words of your own beside the built-in ones (docs/name-pack.md)")
      ->option_text("FILE");
  command
      .add_option("--score-version", choice.version,
                  "Score as that version did; default: the newest, or the index's")
      ->option_text("N");
}

result<std::optional<score_rules>> chosen_rules(const score_choice& choice) {
  if (!choice.version && choice.name_pack.empty()) return std::optional<score_rules>();
  const std::int32_t version = choice.version.value_or(k_score_version);
  if (auto known = score_rules::of_version(version); !known) {
    error e = known.error();
    e.code = errc::usage;
    e.field.clear();
    e.message = "--score-version: " + e.message;
    return e;
  }
  auto rules = choice.name_pack.empty() ? score_rules::of_version(version)
                                        : score_rules::read_name_pack(choice.name_pack, version);
  if (!rules) return rules.error();
  return std::optional<score_rules>(std::move(*rules));
}

}  // namespace tradewarden::cli
