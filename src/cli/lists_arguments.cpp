#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/exit_code.hpp"
#include "cli/lists_command.hpp"
#include "cli/lists_diff.hpp"
#include "cli/lists_fetch.hpp"
#include "cli/option_checks.hpp"
#include "review/decision_json.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_examples = R"(Examples:
  tradewarden lists import --store lists.store ofac-folder --published 2025-12-24
  tradewarden lists import --store lists.store dpl.txt@2018-08-01 dpl-new.txt@2022-09-01
      each publication under its day; nothing is overwritten
  tradewarden lists status --store lists.store --max-age 3
      what serves, how old it is, what waits in quarantine; exit code 11 if a list is older
  tradewarden lists diff --store lists.store ofac-csv@2022-01-31 ofac-csv@2025-12-24
      entries added, removed and changed, field by field; also of two files without a store
  tradewarden lists fetch ofac-sdn csl --store lists.store
      downloads and imports; --show names the lists and their addresses
  tradewarden lists show --store lists.store ofac-csv@2025-12-24 --extract folder
  tradewarden lists release --store lists.store 7 --reason "only the main file was archived"
  tradewarden index build --store lists.store --out lists.twi

A SNAPSHOT is its number, the first digits of its digest, or FORMAT@YYYY-MM-DD. A publication that
is empty, cut short, much smaller than the one before it or whose counts do not add up is kept in
quarantine (exit code 4), and the last good one keeps serving. docs/lists.md)";

CLI::Validator check(const char* sentence, bool (*fine)(const std::string&)) {
  return CLI::Validator([sentence, fine](std::string& text) { return fine(text) ? std::string() : "'" + text.substr(0, 80) + "' " + sentence; }, "");
}

struct lists_group final : command_group {
  CLI::App* lists = nullptr;
  struct command {
    CLI::App* app;
    int (*run)(const lists_request&);
  };
  std::vector<command> runnable;
  lists_request request;
  fetch_request fetch;
  CLI::App* fetch_app = nullptr;
  std::vector<std::string> sources;
  std::string published, require_digest, max_shrink, as_of;
  std::uint32_t max_age = 0;

  CLI::App& add(const char* name, const char* about, int (*run)(const lists_request&), bool needs_store = true) {
    CLI::App& app = *lists->add_subcommand(name, about);
    app.footer(k_examples);
    app.add_option("--store", request.store, "The file of the store")->required(needs_store)->option_text("FILE");
    add_colour(app, request.colour);
    runnable.push_back({&app, run});
    return app;
  }

  void add_json(CLI::App& app) { app.add_flag("--json", request.json, "As JSON (docs/lists.schema.json)"); }

  void add_guards(CLI::App& app) {
    app.add_option("--max-shrink", max_shrink,
                   "Quarantine what has more than this share less than the last; default 0.10")
        ->option_text("0..1")
        ->check(a_share());
    app.add_flag("--allow-future", request.import.allow_future, "Take a day of publication that is yet to come");
    app.add_flag("--all-diagnostics", request.all_diagnostics, "Print every complaint, not only the first 20");
  }

  void add_day(CLI::App& app, const char* name, std::string& to, const char* about) {
    app.add_option(name, to, about)
        ->option_text("YYYY-MM-DD")
        ->check(checked_by([](const std::string& s) { return day::parse(s); }));
  }

  void add_snapshots(CLI::App& app, int count, const char* called, const char* about) {
    app.add_option(called, request.names, about)->required()->expected(count)->option_text(" ");
  }

  void add_reason(CLI::App& app) {
    app.add_option("--reason", request.reason, "Why; it is kept")->required()->option_text("TEXT");
    app.add_option("--who", request.who, "Who decided; it is kept")->option_text("NAME");
  }

  void define_fetch() {
    CLI::App& app = add("fetch", "Download lists by HTTPS and import them", nullptr, false);
    fetch_app = &app;
    app.add_option("LIST", request.names, "As `lists fetch --show` names them; default: all")->option_text("...");
    app.add_flag("--show", fetch.show, "Only show the addresses");
    app.add_option("--url", fetch.urls, "Another address: LIST=URL or LIST/FILE=URL")->option_text("...");
    app.add_option("--urls", fetch.url_file, "Other addresses: a file like src/rules/list_sources.json")->option_text("FILE");
    const auto number = [&](const char* name, std::uint32_t& to, const char* about) {
      app.add_option(name, to, about)->transform(whole_number())->check(CLI::Range(0, 86400000))->option_text("N");
    };
    number("--retries", fetch.limits.retries, "After a server's failure; default 3, with longer and longer waits");
    number("--retry-wait", fetch.limits.first_wait_ms, "Milliseconds before the first retry; default 1000");
    number("--timeout", fetch.limits.timeout_s, "Seconds for one file; default 1800");
    app.add_option("--max-bytes", fetch.limits.max_bytes, "Largest file; default 536870912")
        ->transform(whole_number())
        ->option_text("N");
    add_day(app, "--published", published, "The day of publication; default: the server's, else today");
    add_guards(app);
    add_json(app);
  }

  explicit lists_group(CLI::App& root) {
    lists = root.add_subcommand("lists", "Keep list publications with their history, and see what changed");
    lists->require_subcommand(1);
    lists->footer(k_examples);
    CLI::App& import = add("import", "Read publications and keep them in a store", run_lists_import);
    import.add_option("SOURCE", sources, "[FORMAT:]PATH[@YYYY-MM-DD]")
        ->required()
        ->option_text("...")
        ->check(checked_by([](const std::string& s) { return source_spec::parse(s); }));
    add_day(import, "--published", published, "The day of publication, if not behind the path or in the file");
    import.add_option("--require-digest", require_digest, "Refuse a snapshot whose SHA-256 is another (one SOURCE)")
        ->option_text("HEX")
        ->check(check("is no SHA-256: 64 lower-case hexadecimal digits", [](const std::string& s) { return review::digest_from(s).has_value(); }));
    add_guards(import);
    add_json(import);
    define_fetch();
    CLI::App& status = add("status", "What serves, how old it is, what waits, and the next dates", run_lists_status);
    add_day(status, "--as-of,--date", as_of, "The day to answer for; default: today in UTC");
    status.add_option("--max-age", max_age, "Exit code 11 if a publication is older than this many days")
        ->transform(whole_number())
        ->check(CLI::Range(0, 100000))
        ->option_text("DAYS");
    status.add_option("--dates", request.most_dates, "How many dates ahead; default 10")
        ->transform(whole_number())
        ->check(CLI::Range(0, 100000))
        ->option_text("N");
    add_json(status);
    add_json(add("list", "Every snapshot", run_lists_list));
    CLI::App& show = add("show", "One snapshot: counts, lists, files, digests", run_lists_show);
    add_snapshots(show, 1, "SNAPSHOT", "Its number, digest or FORMAT@DATE");
    show.add_option("--extract", request.extract, "Write its original files into this folder")->option_text("FOLDER");
    add_json(show);
    CLI::App& release = add("release", "Let a snapshot in quarantine serve", run_lists_release);
    add_snapshots(release, 1, "SNAPSHOT", "Its number, digest or FORMAT@DATE");
    add_reason(release);
    CLI::App& quarantine = add("quarantine", "Keep a snapshot from serving", run_lists_quarantine);
    add_snapshots(quarantine, 1, "SNAPSHOT", "Its number, digest or FORMAT@DATE");
    add_reason(quarantine);
    CLI::App& diff = add("diff", "What changed from one snapshot or file to another", run_lists_diff, false);
    add_snapshots(diff, 2, "BEFORE AFTER", "Snapshots (number, digest, FORMAT@DATE), or [FORMAT:]PATH[@DATE]");
    add_json(diff);
    diff.add_flag("--csv", request.csv, "As CSV: a line for each field that changed")->excludes("--json");
    add("verify", "Check the store and every file's digest", run_lists_verify);
    CLI::App& backup = add("backup", "Write one consistent copy, whatever else is going on", run_lists_backup);
    add_snapshots(backup, 1, "FILE", "The copy");
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override {
    std::vector<CLI::App*> out;
    for (const command& c : runnable) out.push_back(c.app);
    return out;
  }

  [[nodiscard]] int start() override {
    if (!published.empty()) request.import.published = day::parse(published).value();
    if (!as_of.empty()) request.as_of = day::parse(as_of).value();
    if (!require_digest.empty()) request.import.require_digest = review::digest_from(require_digest);
    if (!max_shrink.empty()) request.import.guards.most_shrink = share_from(max_shrink).value_or(0);
    for (const std::string& s : sources) request.sources.push_back(source_spec::parse(s).value());
    if (request.sources.size() > 1 && request.import.require_digest) {
      std::fputs("tradewarden import: --require-digest goes with one SOURCE\n", stderr);
      return k_usage;
    }
    for (const command& c : runnable) {
      if (!*c.app) continue;
      if (c.app == fetch_app) {
        if (request.store.empty() && !fetch.show) {
          std::fputs("tradewarden fetch: --store is required\n", stderr);
          return k_usage;
        }
        fetch.common = request;
        return run_lists_fetch(fetch);
      }
      if (c.app->get_name() == "status" && c.app->count("--max-age") != 0) request.max_age = max_age;
      return c.run(request);
    }
    return k_usage;
  }
};

}  // namespace

std::unique_ptr<command_group> lists_commands(CLI::App& root) {
  return std::make_unique<lists_group>(root);
}

}  // namespace tradewarden::cli
