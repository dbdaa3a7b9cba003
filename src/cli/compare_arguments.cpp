#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/batch_options.hpp"
#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/compare_command.hpp"
#include "cli/ofac_like_command.hpp"
#include "cli/option_checks.hpp"
#include "cli/report.hpp"
#include "lists/input_file.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_compare_examples = R"(Examples:
  tradewarden compare "ZTE Kangxun" "ZTE Kangxun Telecommunications Ltd."
  tradewarden compare "PUTIN, Vladimir" "Vladimir Putin" --schema person --json
  tradewarden compare --input pairs.jsonl --output scores.tsv
  tradewarden compare --scorer ofac-like "Ivan Petrov" "PETROV, Ivan Ivanovich"
      a second score, like that of Treasury's search page; not Treasury's tool (docs/ofac-like.md)

Rows have the columns or keys id, left, right and optionally schema. Output: id, score.)";

struct compare_group final : command_group {
  CLI::App* compare = nullptr;
  std::string scorer, schema;
  batch_options batch;
  compare_request asked;

  explicit compare_group(CLI::App& root) {
    compare = root.add_subcommand("compare", "Score two names, or every pair of a file");
    compare->footer(k_compare_examples);
    compare
        ->add_option("--scorer", scorer,
                     "own (default): that of screening; ofac-like: docs/ofac-like.md")
        ->check(CLI::IsMember({"own", "ofac-like"}))
        ->option_text("own|ofac-like");
    compare->add_option("LEFT", asked.left, "A name, as a query")->option_text(" ");
    compare->add_option("RIGHT", asked.right, "A name, as listed")->option_text(" ");
    add_schema(*compare, schema, "Kind of the party that LEFT names");
    compare->add_flag("--json", asked.json, "As JSON (docs/compare.schema.json)");
    add_score_choice(*compare, asked.score);
    batch.add(*compare);
    add_colour(*compare, asked.colour);
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override { return {compare}; }

  [[nodiscard]] int start() override {
    compare_request& r = asked;
    bool decoded = false;
    r.left = lists::to_utf8(r.left, &decoded);
    r.right = lists::to_utf8(r.right, &decoded);
    if (decoded) say("note: bytes that are not UTF-8 were read as Windows-1252");
    r.batch = compare->count("--input") != 0;
    const std::string conflict =
        batch_options::conflict(*compare, {"LEFT", "RIGHT", "--schema", "--json"}, r.batch);
    if (!conflict.empty()) return usage_error(*compare, conflict);
    if (!r.batch && compare->count("RIGHT") == 0) {
      return usage_error(*compare, "LEFT and RIGHT, or --input FILE, are required");
    }
    if (!schema.empty()) r.schema = parse_schema(schema).value();
    r.streams = batch.streams();
    return scorer == "ofac-like" ? run_compare_ofac_like(r) : run_compare(r);
  }
};

}  // namespace

std::unique_ptr<command_group> compare_commands(CLI::App& root) {
  return std::make_unique<compare_group>(root);
}

}  // namespace tradewarden::cli
