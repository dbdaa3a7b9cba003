#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/index_command.hpp"
#include "cli/option_checks.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_build_examples =
    R"(A SOURCE is [FORMAT:]PATH[@YYYY-MM-DD]: a file, or a folder for formats of several files, and the
date of publication if it is not in the file. Formats, detected from the content if not named:
  ofac-csv        folder of sdn.csv, alt.csv, add.csv, sdn_comments.csv
  ofac-cons-csv   folder of cons_prim.csv, cons_alt.csv, cons_add.csv, cons_comments.csv
  ofac-xml, ofac-cons-xml, ofac-advanced-xml   the same lists as XML
  bis-dpl         dpl.txt, or the newer CSV, of the Denied Persons List
  csl-csv, csl-json                            Consolidated Screening List
  eu-csv, eu-xml, un-xml, uk-csv, uk-conlist   EU, United Nations, United Kingdom
  au-csv, au-xlsx, ch-xml, ca-xml              Australia, Switzerland, Canada
  opensanctions-csv, ftm-json                  OpenSanctions, FollowTheMoney
  mapped-csv      a CSV file of your own, by a mapping (docs/mapping.md)
  tradewarden     JSON Lines, the project's own list format

Examples:
  tradewarden index build --out lists.twi ofac@2025-12-24 dpl.txt@2022-09-01
  tradewarden index build --out lists.twi --store lists.store --history
  tradewarden index build --out mine.twi csl-csv:consolidated.csv tradewarden:own-list.jsonl

A source that is empty, truncated or binary is refused, and then nothing is written (exit code 4).
Single broken records are reported with file and line and do not stop the build.)";

struct index_group final : command_group {
  CLI::App* index = nullptr;
  CLI::App* build = nullptr;
  CLI::App* info = nullptr;
  std::vector<std::string> sources;
  index_build_request build_asked;
  index_info_request info_asked;

  explicit index_group(CLI::App& root) {
    index = root.add_subcommand("index", "Build an index file from lists, or show what is in one");
    index->require_subcommand(1);
    build = index->add_subcommand("build", "Read list files and write one index file");
    build->footer(k_build_examples);
    build->add_option("--out", build_asked.out, "The index file to write")
        ->required()
        ->option_text("FILE");
    build->add_option("--store", build_asked.store,
                       "A store of list snapshots (docs/lists.md), instead of SOURCEs")
        ->option_text("FILE");
    build->add_flag("--history", build_asked.history,
                     "Of a store: all snapshots, so that --as-of answers for their days");
    build->add_option("SOURCE", sources, "[FORMAT:]PATH[@YYYY-MM-DD]")
        ->option_text("...")
        ->check(checked_by([](const std::string& s) { return source_spec::parse(s); }));
    build->add_flag("--all-diagnostics", build_asked.all_diagnostics,
                     "Print every complaint, not only the first 20");
    add_score_choice(*build, build_asked.score);
    add_colour(*build, build_asked.colour);
    info = index->add_subcommand("info", "Publications, counts, dates and digests of an index");
    info->add_option("FILE", info_asked.path, "The index file")->required()->option_text(" ");
    info->add_flag("--json", info_asked.json, "As JSON (docs/index-info.schema.json)");
    add_colour(*info, info_asked.colour);
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override { return {build, info}; }

  [[nodiscard]] int start() override {
    if (*info) return run_index_info(info_asked);
    if (build_asked.store.empty() == sources.empty()) {
      return usage_error(*build, "either SOURCEs or --store FILE is required");
    }
    if (build_asked.history && build_asked.store.empty()) {
      return usage_error(*build, "--history needs --store");
    }
    for (const std::string& s : sources) {
      build_asked.sources.push_back(source_spec::parse(s).value());
    }
    return run_index_build(build_asked);
  }
};

}  // namespace

std::unique_ptr<command_group> index_commands(CLI::App& root) {
  return std::make_unique<index_group>(root);
}

}  // namespace tradewarden::cli
