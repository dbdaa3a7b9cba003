#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/batch_options.hpp"
#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/option_checks.hpp"
#include "cli/screen_command.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_screen_examples = R"(Examples:
  tradewarden screen "ZTE Kangxun" --as-of 2018-05-01
  tradewarden screen --index lists.twi "Ivan Petrov" --schema person --birth-date 1965-03
  tradewarden screen --index lists.twi "Acme Ltd" --json --fail-on-hit
  tradewarden screen --index lists.twi --identifier "INN 7707083893"
  tradewarden screen --index lists.twi --input customers.csv --output hits.tsv
  producer | tradewarden screen --index lists.twi --input - --format jsonl --flush

Rows have the columns (CSV, TSV: header required) or keys (JSON Lines)
  id, name, and optionally schema, country, nationality, birth_date, gender, identifier,
  identifier_type, imo.
TSV and CSV output: one line per hit. JSON Lines output: one line per row, hits inside.
A row that cannot be read is reported with its line; the rest goes on (exit code 3).
A date of birth may be partial: 1965, 1965-03, 1965-03-07, "circa 1965".
A schema never filters: it tells how to read the name, and a mismatch is shown.)";

/// Given twice, or with a ';' between: one text of both, as in a cell of a file.
CLI::Option* several(CLI::Option* o) {
  return o->delimiter(';')->multi_option_policy(CLI::MultiOptionPolicy::Join);
}

struct screen_group final : command_group {
  CLI::App* screen = nullptr;
  std::string as_of, threshold, weak, identifier_type, contradiction, contradiction_by, schema;
  batch_options batch;
  screen_request asked;

  explicit screen_group(CLI::App& root) {
    screen = root.add_subcommand("screen", "Ask for one name, or for every row of a file");
    screen->footer(k_screen_examples);
    screen_request& r = asked;
    screen->add_option("NAME", r.query.name, "The name to ask for, in quotes")->option_text(" ");
    screen
        ->add_option("--index", r.index_path,
                     "Index file to ask; without it, the built-in sample list")
        ->option_text("FILE");
    screen->add_option("--store", r.store,
                        "Heed the decisions of this store, and keep every answer in its audit trail")
        ->option_text("FILE");
    screen->add_option("--customer", r.query.id, "Your id of the party asked for; decisions go by it")
        ->option_text("ID");
    screen->add_option("--ownership", r.owners.edges,
                       "Also find it through its owners: a file of who owns whom")
        ->option_text("EDGES");
    screen->add_option("--parties", r.owners.parties, "With --ownership: names of its parties")->option_text("FILE");
    screen->add_option("--seeds", r.owners.seeds, "With --ownership: parties that are listed")
        ->option_text("FILE");
    screen->add_option("--regime", r.regimes, "With --ownership: by whose rule; default: all")
        ->option_text("us-ofac|us-bis-affiliates|eu|uk|ca ...");
    add_schema(*screen, schema, "Kind of the party asked for");
    several(screen->add_option("--country", r.query.country,
                                "Its country, by name or ISO code; several by ';'"))
        ->option_text("CC");
    screen->add_option("--birth-date", r.query.birth_date, "Date of birth, perhaps partial")
        ->option_text("DATE");
    several(screen->add_option("--identifier", r.query.identifier,
                                "Passport, tax, registration, IMO or other number; also without a NAME"))
        ->option_text("ID");
    screen->add_option("--identifier-type", identifier_type, "What kind of number it is")
        ->option_text("passport|national_id|tax|registration|...")
        ->check(checked_by([](const std::string& s) { return parse_identifier_type(s); }));
    screen->add_option("--imo", r.query.imo, "IMO number of a vessel; also without a NAME")
        ->option_text("N");
    several(screen->add_option("--nationality", r.query.nationality,
                                "By country name or ISO code; several by ';'"))
        ->option_text("CC");
    screen->add_option("--gender", r.query.gender, "Of a person; without it the name may tell")
        ->option_text("male|female");
    screen
        ->add_option("--contradiction", contradiction,
                     "Hits that a fact contradicts: only say so (default); rank lower; leave out")
        ->option_text("keep|lower|drop")
        ->check(checked_by([](const std::string& s) { return parse_contradiction_policy(s); }));
    screen
        ->add_option("--contradiction-by", contradiction_by,
                     "Facts that count for it; default birth_date,country,nationality,imo")
        ->option_text("KIND,...")
        ->check(checked_by([](const std::string& s) { return evidence_kinds::parse(s); }));
    screen->add_flag("--explain", r.options.explain,
                      "Every hit in words, and what would have changed it");
    screen->add_option("--as-of,--date", as_of, "The day to answer for; default: today in UTC")
        ->option_text("YYYY-MM-DD")
        ->check(checked_by([](const std::string& s) { return day::parse(s); }));
    screen->add_option("--threshold", threshold, "Least score of a hit; default 0.80")
        ->option_text("0..1")
        ->check(checked_by([](const std::string& s) { return score::parse(s); }));
    screen->add_option("--limit", r.options.limit, "Most parties per name; default 10")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(1, 10000));
    screen
        ->add_option("--weak", weak,
                     "Weak aliases: not at all; only whole or with evidence (default); all")
        ->option_text("ignore|confirm|full")
        ->check(checked_by([](const std::string& s) { return parse_weak_policy(s); }));
    screen->add_flag_callback("--best-only", [&r] { r.options.count_all = false; },
                               "Do not count what lies beyond --limit: the same hits, sooner");
    screen->add_flag("--include-ended", r.options.include_ended,
                      "Also entries that were lifted or have expired");
    screen->add_flag("--fail-on-hit", r.fail_on_hit, "Exit code 10 if there is a possible match");
    screen->add_flag("--json", r.json, "The whole answer as JSON (docs/answer.schema.json)");
    add_score_choice(*screen, r.score);
    batch.add(*screen);
    add_colour(*screen, r.colour);
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override { return {screen}; }

  [[nodiscard]] int start() override {
    screen_request& r = asked;
    r.batch = screen->count("--input") != 0;
    const std::string conflict = batch_options::conflict(
        *screen, {"NAME", "--schema", "--country", "--birth-date", "--identifier", "--identifier-type", "--imo",
         "--nationality", "--gender", "--json", "--customer"},
        r.batch);
    if (!conflict.empty()) return usage_error(*screen, conflict);
    if (!r.batch && screen->count("NAME") + screen->count("--identifier") + screen->count("--imo") == 0) {
      return usage_error(*screen, "a NAME, an --identifier, or --input FILE, is required");
    }
    if (const std::string idle = idle_option(r); !idle.empty()) return usage_error(*screen, idle);
    if (!schema.empty())
      r.query.schema = parse_schema(schema).value();
    if (!as_of.empty()) r.options.as_of = day::parse(as_of).value();
    if (!threshold.empty()) r.options.threshold = score::parse(threshold).value();
    if (!identifier_type.empty()) {
      r.query.identifier_type = parse_identifier_type(identifier_type).value();
    }
    if (!contradiction.empty()) {
      r.options.contradiction = parse_contradiction_policy(contradiction).value();
    }
    if (!contradiction_by.empty()) {
      r.options.contradiction_by = evidence_kinds::parse(contradiction_by).value();
    }
    if (!weak.empty()) r.options.weak = parse_weak_policy(weak).value();
    r.streams = batch.streams();
    return run_screen(r);
  }

  /// An option that another one it belongs to leaves without effect; empty if there is none.
  [[nodiscard]] std::string idle_option(const screen_request& r) const {
    if (screen->count("--contradiction-by") != 0 && (contradiction.empty() || contradiction == "keep")) {
      return "--contradiction-by goes with --contradiction lower or drop";
    }
    for (const char* of_owners : {"--parties", "--seeds", "--regime"}) {
      if (screen->count(of_owners) != 0 && r.owners.edges.empty()) return std::string(of_owners) + " goes with --ownership";
    }
    if (!r.owners.edges.empty() && !r.store.empty()) {
      return "--ownership does not go with --store: an answer that rests on a file of edges cannot be replayed from the store";
    }
    if (screen->count("--identifier-type") != 0 && screen->count("--identifier") == 0) {
      return "--identifier-type goes with --identifier";
    }
    if (r.options.explain && r.batch) {
      const std::string& out = batch.output;
      const auto of_output = out.empty() || out == "-" ? std::nullopt : format_of_path(out);
      const auto named = of_output ? of_output : parse_row_format(batch.format);
      const auto said = named ? named : format_of_path(batch.input);
      if (said && *said != row_format::jsonl) return "--explain needs JSON Lines output (--output X.jsonl)";
    }
    return {};
  }
};

}  // namespace

std::unique_ptr<command_group> screen_commands(CLI::App& root) {
  return std::make_unique<screen_group>(root);
}

}  // namespace tradewarden::cli
