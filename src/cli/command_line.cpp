#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "audit/json_parts.hpp"
#include "cli/command_group.hpp"
#include "cli/exit_code.hpp"
#include "cli/report.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_about =
    "Is this party denied, sanctioned or export-controlled, on this day, and why?\n"
    "Fuzzy name matching against screening lists: exact, explained, dated, without a server.\n"
    "And what a product contains: controlled content per destination, from a bill of materials.\n"
    "A result is a possible match to be looked at; no result is not a clearance.";

constexpr const char* k_examples = R"(Examples:
  tradewarden screen "ZTE Kangxun" --as-of 2018-05-01
      asks the built-in sample list, which is for trying out only
  tradewarden index build --out lists.twi ofac/sdn-folder@2025-12-24 consolidated.csv
      reads list files as published into one index file
  tradewarden screen --index lists.twi "Huawei Technologies" --country CN
      asks that index
  tradewarden screen --index lists.twi --input customers.csv --output hits.csv
      asks it for every row
  tradewarden compare "Wladimir Putin" "Vladimir PUTIN"
      shows how two names score
  tradewarden evaluate --index lists.twi --queries queries.tsv --truth truth.tsv
      measures it on a labelled set, which `variants` makes from any list
  tradewarden origin --parts parts.csv --lines lines.csv --destination IR
      the controlled US content of a product, with its working; also: bill, share, cutoff, whatif
  tradewarden rvc --method net-cost --total-cost 100 --excluded 12 --vnm 40 --at-least 50
      regional value content by the formula of a trade agreement

Exit codes: 0 done, 1 output not written, 2 usage, 3 some rows failed or the one name was
empty, 4 input refused, 10 possible match with --fail-on-hit, 11 a list too old (lists status).
COMMAND --help tells more.)";

/// An option with an empty value is a mistake of a script (an unset variable): it never means the
/// default, least of all the sample list in the place of the index.
void refuse_empty_values(CLI::App& app) {
  const CLI::Validator not_empty(
      [](std::string& text) { return text.empty() ? "the value is empty" : std::string(); }, "");
  for (CLI::Option* o : app.get_options()) {
    const bool takes_value = o->get_items_expected_max() > 0;
    if (takes_value && !o->get_lnames().empty()) o->check(not_empty);
  }
}

/// The first "--option=" without a value; the parser would take the next argument for it.
std::string_view option_without_value(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--") break;
    if (arg.starts_with("--") && arg.find('=') == arg.size() - 1) return arg;
  }
  return {};
}

class command_line {
 public:
  command_line() : app_(k_about, "tradewarden") {
    app_.footer(k_examples);
    app_.require_subcommand(1);
    app_.get_formatter()->column_width(34);
    app_.set_version_flag("--version", "tradewarden " + std::string(k_version) +
                                           ", score version " + std::to_string(k_score_version));
    for (const auto make : {index_commands, screen_commands, compare_commands, rules_commands,
                            lists_commands, review_commands, rescreen_commands, measure_commands,
                            origin_commands, rules_of_origin_commands, ownership_commands}) {
      groups_.push_back(make(app_));
      for (CLI::App* command : groups_.back()->commands()) refuse_empty_values(*command);
    }
  }

  int run(int argc, const char* const* argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--version" &&
        std::string_view(argv[2]) == "--json") {
      std::puts(audit::version_json().c_str());
      return std::fflush(stdout) == 0 ? k_done : k_output_failed;
    }
    if (const auto option = option_without_value(argc, argv); !option.empty()) {
      return usage_error(app_, std::string(option) + " the value is empty");
    }
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& e) {  // --help, --version
      return app_.exit(e) == 0 && output_written() ? k_done : k_output_failed;
    } catch (const CLI::ExtrasError& e) {
      app_.exit(e);
      std::fputs("A name of several words needs quotes around it; one that begins with a - comes "
                 "last, after --.\n",
                 stderr);
      return k_usage;
    } catch (const CLI::ParseError& e) {
      app_.exit(e);
      return k_usage;
    }
    for (const auto& group : groups_) {
      if (group->chosen()) return group->start();
    }
    return k_usage;
  }

 private:
  CLI::App app_;
  std::vector<std::unique_ptr<command_group>> groups_;
};

}  // namespace

int run(int argc, const char* const* argv) noexcept {
  try {
    return command_line().run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "tradewarden: %s\n", e.what());
  } catch (...) {
    std::fprintf(stderr, "tradewarden: a defect; please report it\n");
  }
  return k_output_failed;
}

}  // namespace tradewarden::cli
