#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <thread>

#include "cli/command_group.hpp"
#include "cli/option_checks.hpp"
#include "cli/rescreen_command.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_examples = R"(Examples:
  tradewarden rescreen --store lists.store --index lists.twi --customers customers.csv --output alerts.csv
      the first run screens all customers, and remembers them
  tradewarden index build --store lists.store --out lists.twi
  tradewarden rescreen --store lists.store --index lists.twi --customers customers.csv --only-news
      later runs screen the entries and the customers that have changed: the same alerts, sooner

Customers are rows as those of `screen --input`; ids must be unique. Alerts keep their ids; one that
was decided (decisions) stays decided until the customer or the entry changes. docs/alerts.md)";

struct rescreen_group final : command_group {
  CLI::App* app = nullptr;
  rescreen_request request;
  std::string as_of, threshold, weak, contradiction, contradiction_by, format, max_shrink;

  template <class Parse>
  CLI::Option* add(const char* name, std::string& to, const char* about, const char* values, Parse parse) {
    return app->add_option(name, to, about)->option_text(values)->check(checked_by(parse));
  }

  explicit rescreen_group(CLI::App& root) {
    app = root.add_subcommand("rescreen", "Screen a file of customers again, as far as something has changed");
    app->footer(k_examples);
    app->add_option("--store", request.store, "The store that remembers; made if there is none")->required()->option_text("FILE");
    app->add_option("--index", request.index_path, "Index file of today's lists")->required()->option_text("FILE");
    app->add_option("--customers,--input", request.streams.input, "All customers: a .csv, .tsv or .jsonl file; - is standard input")
        ->required()
        ->option_text("FILE");
    app->add_option("--portfolio", request.portfolio, "A name for these customers, where there are several files; default 'default'")
        ->option_text("NAME");
    app->add_option("--output", request.streams.output, "Alerts to a .csv, .tsv or .jsonl file; - (default) is standard output")
        ->option_text("FILE");
    app->add_option("--format", format, "Format of - and of files with another extension")
        ->check(CLI::IsMember({"csv", "tsv", "jsonl"}))
        ->option_text("csv|tsv|jsonl");
    app->add_flag("--only-news", request.settings.only_news, "Leave out alerts that are what they were at the last run");
    app->add_flag("--full", request.settings.full, "Screen everything anew");
    app->add_option("--max-shrink", max_shrink, "Refuse customers of which more than this share are gone since the last run; default 0.10")
        ->option_text("0..1")
        ->check(a_share());
    app->add_flag("--fail-on-hit", request.fail_on_hit, "Exit code 10 if an alert is open");
    add("--as-of,--date", as_of, "The day to answer for; default: today in UTC", "YYYY-MM-DD", [](const std::string& s) { return day::parse(s); });
    add("--threshold", threshold, "Least score of an alert; default 0.80", "0..1", [](const std::string& s) { return score::parse(s); });
    add("--weak", weak, "Weak aliases: as of screen", "ignore|confirm|full", [](const std::string& s) { return parse_weak_policy(s); });
    add("--contradiction", contradiction, "Entries that a fact contradicts: as of screen", "keep|lower|drop",
        [](const std::string& s) { return parse_contradiction_policy(s); });
    add("--contradiction-by", contradiction_by, "Facts that count for it: as of screen", "KIND,...",
        [](const std::string& s) { return evidence_kinds::parse(s); });
    app->add_flag("--include-ended", request.settings.options.include_ended, "Also entries that were lifted or have expired");
    request.streams.threads = std::max(1U, std::thread::hardware_concurrency());
    app->add_option("--threads", request.streams.threads, "Threads; default: all cores")
        ->transform(whole_number())
        ->check(CLI::Range(1, 256))
        ->option_text("N");
    add_score_choice(*app, request.score);
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override { return {app}; }

  [[nodiscard]] int start() override {
    screening_options& o = request.settings.options;
    if (!as_of.empty()) o.as_of = day::parse(as_of).value();
    if (!threshold.empty()) o.threshold = score::parse(threshold).value();
    if (!weak.empty()) o.weak = parse_weak_policy(weak).value();
    if (!contradiction.empty()) o.contradiction = parse_contradiction_policy(contradiction).value();
    if (!contradiction_by.empty()) o.contradiction_by = evidence_kinds::parse(contradiction_by).value();
    if (!max_shrink.empty()) request.settings.most_shrink = share_from(max_shrink).value_or(0);
    request.streams.format = parse_row_format(format);
    return run_rescreen(request);
  }
};

}  // namespace

std::unique_ptr<command_group> rescreen_commands(CLI::App& root) {
  return std::make_unique<rescreen_group>(root);
}

}  // namespace tradewarden::cli
