#include <CLI/CLI.hpp>
#include <string>

#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/exit_code.hpp"
#include "cli/option_checks.hpp"
#include "cli/ownership_command.hpp"
#include "tradewarden/score.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_examples = R"(Examples:
  tradewarden ownership --edges edges.csv --seeds seeds.csv --regime us-ofac
      every party that listed owners restrict, with the proof
  tradewarden ownership --edges edges.csv --parties parties.csv --index lists.twi --regime eu \
      --date 2024-07-02 --entity E-17
      owners are screened by name; one party, on one day
  tradewarden ownership --edges edges.csv --seeds seeds.csv --regime us-bis-affiliates --json
  tradewarden ownership --edges edges.csv --seeds seeds.csv --regime eu --change "H,PORT,49.9"
      which verdicts move if that share were another

edges.csv: owner_id, owned_id, share (percent, LOW..HIGH or ?), kind (capital, votes, control,
board), from, until (first day no longer), source. parties.csv: party_id, name, schema, country.
seeds.csv: party_id, list, requirement, footnotes, citation. Regimes: `tradewarden rules list`,
ownership.*. A share of a restricted owner counts in full, another's not at all (docs/ownership.md).)";

struct ownership_group final : command_group {
  CLI::App* ownership = nullptr;
  ownership_request asked;
  std::string date;
  std::vector<std::string> changes;

  explicit ownership_group(CLI::App& root) {
    ownership = root.add_subcommand("ownership", "Who is restricted because listed parties own it");
    CLI::App& c = *ownership;
    c.footer(k_examples);
    c.add_option("--edges", asked.sources.edges, "Who owns how much of whom: CSV, or FollowTheMoney JSON Lines")
        ->required()
        ->option_text("FILE");
    c.add_option("--parties", asked.sources.parties, "Names and countries of the parties: CSV")->option_text("FILE");
    c.add_option("--seeds", asked.sources.seeds, "Which parties are listed: CSV")->option_text("FILE");
    c.add_option("--index", asked.index, "Index file: parties that may be listed are found by name")
        ->option_text("FILE");
    c.add_option("--threshold", asked.threshold, "With --index: least score of a hit; default 0.80")
        ->option_text("0..1")
        ->check(checked_by([](const std::string& t) { return score::parse(t); }));
    c.add_option("--regime", asked.regimes, "By whose rule; may be repeated")
        ->required()
        ->option_text("us-ofac|us-bis-affiliates|eu|uk|ca ...");
    c.add_option("--date,--as-of", date, "The day to answer for; default: today in UTC")
        ->option_text("YYYY-MM-DD")
        ->check(checked_by([](const std::string& t) { return day::parse(t); }));
    c.add_option("--entity", asked.entities, "Party id; default: all that are restricted or depend")
        ->option_text("ID ...");
    c.add_option("--change", changes, "Try out another share, 0: sold; what moves; may be repeated")
        ->option_text("OWNER,OWNED,SHARE[,KIND]")
        ->check(checked_by([](const std::string& t) { return ownership_change::parse(t); }));
    c.add_option("--rules", asked.rules, "Folder of rules that replace or add to the built-in ones")
        ->option_text("FOLDER");
    c.add_option("--limit", asked.limit, "Most parties told without --entity; default 1000")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(1, 100000000));
    c.add_flag("--json", asked.json, "As JSON (docs/ownership.schema.json)");
    add_colour(c, asked.colour);
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override { return {ownership}; }

  [[nodiscard]] int start() override {
    if (asked.sources.seeds.empty() && asked.index.empty()) {
      return usage_error(*ownership, "--seeds FILE or --index FILE is required: without listed parties nobody is restricted");
    }
    if (!asked.threshold.empty() && asked.index.empty()) return usage_error(*ownership, "--threshold needs --index");
    for (const std::string& c : changes) asked.changes.push_back(ownership_change::parse(c).value());
    if (!date.empty()) asked.date = day::parse(date).value();
    return run_ownership(asked);
  }
};

}  // namespace

std::unique_ptr<command_group> ownership_commands(CLI::App& root) {
  return std::make_unique<ownership_group>(root);
}

}  // namespace tradewarden::cli
