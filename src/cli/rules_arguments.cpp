#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/rules_command.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_rules_examples = R"(Examples:
  tradewarden rules list
      every parameter of the dated rules, with the digest that names them all
  tradewarden rules show us-ear.734.4.threshold
      its values by date, each with its source and whether it is verified
  tradewarden rules show policy.count-spp-content --export > my-rules/spp.json
      a file to be changed: it takes the place of the built-in parameter, whole
  tradewarden rules check --rules my-rules
      all problems of a folder of rules that override or add to the built-in ones (exit code 4)

How a rule file looks: docs/rules-as-data.md)";

struct rules_group final : command_group {
  CLI::App* rules = nullptr;
  CLI::App* list = nullptr;
  CLI::App* show = nullptr;
  CLI::App* check = nullptr;
  rules_request asked;

  explicit rules_group(CLI::App& root) {
    rules = root.add_subcommand("rules", "Show or check the dated rules");
    rules->require_subcommand(1);
    rules->footer(k_rules_examples);
    list = rules->add_subcommand("list", "Every parameter");
    show = rules->add_subcommand("show", "The dated values of one parameter");
    show->add_option("ID", asked.id, "Its id")->required()->option_text(" ");
    show->add_flag("--export", asked.export_file,
                          "As a rule file, to be changed and given with --rules");
    check = rules->add_subcommand("check", "Check the rules, and name every problem");
    for (CLI::App* command : {list, show, check}) {
      command->footer(k_rules_examples);
      command
          ->add_option("--rules", asked.folder,
                       "A folder of rule files over the built-in ones")
          ->option_text("FOLDER");
      command->add_flag("--json", asked.json, "As JSON (docs/rules.schema.json)");
      add_colour(*command, asked.colour);
    }
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override { return {list, show, check}; }

  [[nodiscard]] int start() override {
    if (*list) return run_rules_list(asked);
    return *show ? run_rules_show(asked) : run_rules_check(asked);
  }
};

}  // namespace

std::unique_ptr<command_group> rules_commands(CLI::App& root) {
  return std::make_unique<rules_group>(root);
}

}  // namespace tradewarden::cli
