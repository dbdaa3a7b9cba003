#include "cli/ownership_arguments.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

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

edges.csv: owner_id, owned_id, share (percent, LOW..HIGH or ?), kind (capital, votes, control,
board), from, until (first day no longer), source. parties.csv: party_id, name, schema, country.
seeds.csv: party_id, list, requirement, footnotes, citation. Regimes: `tradewarden rules list`,
ownership.*. A share of a restricted owner counts in full, another's not at all (docs/ownership.md).)";

}  // namespace

struct ownership_arguments::state {
  CLI::App* ownership = nullptr;
  ownership_request asked;
  std::string date, colour = "auto";
};

ownership_arguments::ownership_arguments(CLI::App& app) : state_(std::make_unique<state>()) {
  state& s = *state_;
  s.ownership = app.add_subcommand("ownership", "Who is restricted because listed parties own it");
  CLI::App& c = *s.ownership;
  c.footer(k_examples);
  c.add_option("--edges", s.asked.sources.edges, "Who owns how much of whom: CSV, or FollowTheMoney JSON Lines")
      ->required()
      ->option_text("FILE");
  c.add_option("--parties", s.asked.sources.parties, "Names and countries of the parties: CSV")->option_text("FILE");
  c.add_option("--seeds", s.asked.sources.seeds, "Which parties are listed: CSV")->option_text("FILE");
  c.add_option("--index", s.asked.index, "Index file: parties that may be listed are found by name")
      ->option_text("FILE");
  c.add_option("--threshold", s.asked.threshold, "With --index: least score of a hit; default 0.80")
      ->option_text("0..1")
      ->check(checked_by([](const std::string& t) { return score::parse(t); }));
  c.add_option("--regime", s.asked.regimes, "By whose rule; may be repeated")
      ->required()
      ->option_text("us-ofac|us-bis-affiliates|eu|uk|ca ...");
  c.add_option("--date,--as-of", s.date, "The day to answer for; default: today in UTC")
      ->option_text("YYYY-MM-DD")
      ->check(checked_by([](const std::string& t) { return day::parse(t); }));
  c.add_option("--entity", s.asked.entities, "Party id; default: all that are restricted or depend")
      ->option_text("ID ...");
  c.add_option("--rules", s.asked.rules, "Folder of rules that replace or add to the built-in ones")
      ->option_text("FOLDER");
  c.add_option("--limit", s.asked.limit, "Most parties told without --entity; default 1000")
      ->transform(whole_number())
      ->option_text("N")
      ->check(CLI::Range(1, 100000000));
  c.add_flag("--json", s.asked.json, "As JSON (docs/ownership.schema.json)");
  c.add_option("--color,--colour", s.colour, "auto (a terminal, unless NO_COLOR), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
}

ownership_arguments::~ownership_arguments() = default;

std::vector<CLI::App*> ownership_arguments::commands() const { return {state_->ownership}; }

bool ownership_arguments::chosen() const { return static_cast<bool>(*state_->ownership); }

int ownership_arguments::start() {
  state& s = *state_;
  const auto usage = [](const char* what) {
    std::fprintf(stderr, "tradewarden ownership: %s\nRun with --help for more information.\n", what);
    return k_usage;
  };
  if (s.asked.sources.seeds.empty() && s.asked.index.empty()) {
    return usage("--seeds FILE or --index FILE is required: without listed parties nobody is restricted");
  }
  if (!s.asked.threshold.empty() && s.asked.index.empty()) return usage("--threshold needs --index");
  if (!s.date.empty()) s.asked.date = day::parse(s.date).value();
  if (s.colour == "always") s.asked.colour = colour_mode::always;
  if (s.colour == "never") s.asked.colour = colour_mode::never;
  return run_ownership(s.asked);
}

}  // namespace tradewarden::cli
