#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "audit/json_parts.hpp"
#include "cli/compare_command.hpp"
#include "cli/exit_code.hpp"
#include "cli/index_command.hpp"
#include "cli/lists_arguments.hpp"
#include "cli/measure_arguments.hpp"
#include "cli/ofac_like_command.hpp"
#include "cli/option_checks.hpp"
#include "cli/origin_arguments.hpp"
#include "cli/ownership_arguments.hpp"
#include "cli/report.hpp"
#include "cli/rescreen_arguments.hpp"
#include "cli/review_arguments.hpp"
#include "cli/rules_command.hpp"
#include "cli/rules_of_origin_arguments.hpp"
#include "cli/screen_command.hpp"
#include "lists/input_file.hpp"
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

constexpr const char* k_compare_examples = R"(Examples:
  tradewarden compare "ZTE Kangxun" "ZTE Kangxun Telecommunications Ltd."
  tradewarden compare "PUTIN, Vladimir" "Vladimir Putin" --schema person --json
  tradewarden compare --input pairs.jsonl --output scores.tsv
  tradewarden compare --scorer ofac-like "Ivan Petrov" "PETROV, Ivan Ivanovich"
      a second score, like that of Treasury's search page; not Treasury's tool (docs/ofac-like.md)

Rows have the columns or keys id, left, right and optionally schema. Output: id, score.)";

constexpr const char* k_build_examples =
    R"(A SOURCE is [FORMAT:]PATH[@YYYY-MM-DD]: a file, or a folder for formats of several files, and the
date of publication if it is not in the file. Formats, detected from the content if not named:
  ofac-csv        folder of sdn.csv, alt.csv, add.csv, sdn_comments.csv
  ofac-cons-csv   folder of cons_prim.csv, cons_alt.csv, cons_add.csv, cons_comments.csv
  ofac-xml, ofac-cons-xml, ofac-advanced-xml   the same lists as XML
  bis-dpl         dpl.txt, or the newer CSV, of the Denied Persons List
  csl-csv, csl-json                            Consolidated Screening List
  eu-csv, eu-xml, un-xml, uk-csv, uk-conlist   EU, United Nations, United Kingdom
  au-csv, ch-xml, ca-xml                       Australia, Switzerland, Canada
  opensanctions-csv, ftm-json                  OpenSanctions, FollowTheMoney
  mapped-csv      a CSV file of your own, by a mapping (docs/mapping.md)
  tradewarden     JSON Lines, the project's own list format

Examples:
  tradewarden index build --out lists.twi ofac@2025-12-24 dpl.txt@2022-09-01
  tradewarden index build --out lists.twi --store lists.store --history
  tradewarden index build --out mine.twi csl-csv:consolidated.csv tradewarden:own-list.jsonl

A source that is empty, truncated or binary is refused, and then nothing is written (exit code 4).
Single broken records are reported with file and line and do not stop the build.)";

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

struct common_options {
  std::string colour = "auto";
  std::string schema;
  batch_request streams;
  std::string format;
};

/// Given twice, or with a ';' between: one text of both, as in a cell of a file.
CLI::Option* several(CLI::Option* o) {
  return o->delimiter(';')->multi_option_policy(CLI::MultiOptionPolicy::Join);
}

colour_mode colour_of(const common_options& o) {
  if (o.colour == "always") return colour_mode::always;
  return o.colour == "never" ? colour_mode::never : colour_mode::automatic;
}

void add_colour(CLI::App& app, common_options& o) {
  app.add_option("--color,--colour", o.colour, "auto (a terminal, unless NO_COLOR), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
}

void add_batch(CLI::App& app, common_options& o) {
  o.streams.threads = std::max(1U, std::thread::hardware_concurrency());
  app.add_option("--input", o.streams.input,
                 "Rows of a .csv, .tsv or .jsonl file; - is standard input")
      ->option_text("FILE");
  app.add_option("--output", o.streams.output,
                 "Results to a .csv, .tsv or .jsonl file; - (default) is standard output")
      ->option_text("FILE");
  app.add_option("--format", o.format, "Format of - and of files with another extension")
      ->check(CLI::IsMember({"csv", "tsv", "jsonl"}))
      ->option_text("csv|tsv|jsonl");
  app.add_flag("--flush", o.streams.flush,
               "Answer each row before reading the next, for a program as partner");
  app.add_option("--threads", o.streams.threads, "Threads for a batch; default: all cores")
      ->transform(whole_number())
      ->check(CLI::Range(1, 256))
      ->option_text("N");
}

/// Batch options and single names exclude each other. Empty if all is well.
std::string batch_conflict(const CLI::App& app, const std::vector<std::string>& only_single,
                           bool batch) {
  if (batch) {
    for (const std::string& name : only_single) {
      if (app.count(name) != 0) return name + " does not go with --input";
    }
    return {};
  }
  for (const char* name : {"--output", "--format", "--flush", "--threads"}) {
    if (app.count(name) != 0) return std::string(name) + " needs --input";
  }
  return {};
}

int usage_error(const CLI::App& app, const std::string& what) {
  const std::string name = app.get_parent() == nullptr ? std::string() : " " + app.get_name();
  std::fprintf(stderr, "tradewarden%s: %s\nRun with --help for more information.\n", name.c_str(),
               what.c_str());
  return k_usage;
}

class command_line {
 public:
  command_line() : app_(k_about, "tradewarden") {
    app_.footer(k_examples);
    app_.require_subcommand(1);
    app_.get_formatter()->column_width(34);
    app_.set_version_flag("--version", "tradewarden " + std::string(k_version) +
                                           ", score version " + std::to_string(k_score_version));
    define_index();
    define_screen();
    define_compare();
    define_rules();
    lists_ = std::make_unique<lists_arguments>(app_);
    review_ = std::make_unique<review_arguments>(app_);
    rescreen_ = std::make_unique<rescreen_arguments>(app_);
    measures_ = std::make_unique<measure_arguments>(app_);
    questions_ = std::make_unique<origin_arguments>(app_);
    preferences_ = std::make_unique<rules_of_origin_arguments>(app_);
    owners_ = std::make_unique<ownership_arguments>(app_);
    for (CLI::App* command : {build_, info_, screen_, compare_, rules_list_, rules_show_,
                              rules_check_}) {
      refuse_empty_values(*command);
    }
    for (CLI::App* command : lists_->commands()) refuse_empty_values(*command);
    for (CLI::App* command : review_->commands()) refuse_empty_values(*command);
    for (CLI::App* command : rescreen_->commands()) refuse_empty_values(*command);
    for (CLI::App* command : measures_->commands()) refuse_empty_values(*command);
    for (CLI::App* command : questions_->commands()) refuse_empty_values(*command);
    for (CLI::App* command : preferences_->commands()) refuse_empty_values(*command);
    for (CLI::App* command : owners_->commands()) refuse_empty_values(*command);
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
    if (*build_) return start_build();
    if (*info_) return start_info();
    if (*screen_) return start_screen();
    if (lists_->chosen()) return lists_->start();
    if (review_->chosen()) return review_->start();
    if (rescreen_->chosen()) return rescreen_->start();
    if (measures_->chosen()) return measures_->start();
    if (questions_->chosen()) return questions_->start();
    if (preferences_->chosen()) return preferences_->start();
    if (owners_->chosen()) return owners_->start();
    if (*rules_) return start_rules();
    return start_compare();
  }

 private:
  void define_index() {
    index_ = app_.add_subcommand("index", "Build an index file from lists, or show what is in one");
    index_->require_subcommand(1);
    build_ = index_->add_subcommand("build", "Read list files and write one index file");
    build_->footer(k_build_examples);
    build_->add_option("--out", build_request_.out, "The index file to write")
        ->required()
        ->option_text("FILE");
    build_->add_option("--store", build_request_.store,
                       "A store of list snapshots (docs/lists.md), instead of SOURCEs")
        ->option_text("FILE");
    build_->add_flag("--history", build_request_.history,
                     "Of a store: all snapshots, so that --as-of answers for their days");
    build_->add_option("SOURCE", sources_, "[FORMAT:]PATH[@YYYY-MM-DD]")
        ->option_text("...")
        ->check(checked_by([](const std::string& s) { return source_spec::parse(s); }));
    build_->add_flag("--all-diagnostics", build_request_.all_diagnostics,
                     "Print every complaint, not only the first 20");
    add_score_choice(*build_, build_request_.score);
    add_colour(*build_, common_);
    info_ = index_->add_subcommand("info", "Publications, counts, dates and digests of an index");
    info_->add_option("FILE", info_request_.path, "The index file")->required()->option_text(" ");
    info_->add_flag("--json", info_request_.json, "As JSON (docs/index-info.schema.json)");
    add_colour(*info_, common_);
  }

  void define_screen() {
    screen_ = app_.add_subcommand("screen", "Ask for one name, or for every row of a file");
    screen_->footer(k_screen_examples);
    screen_request& r = screen_request_;
    screen_->add_option("NAME", r.query.name, "The name to ask for, in quotes")->option_text(" ");
    screen_
        ->add_option("--index", r.index_path,
                     "Index file to ask; without it, the built-in sample list")
        ->option_text("FILE");
    screen_->add_option("--store", r.store,
                        "Heed the decisions of this store, and keep every answer in its audit trail")
        ->option_text("FILE");
    screen_->add_option("--customer", r.query.id, "Your id of the party asked for; decisions go by it")
        ->option_text("ID");
    add_schema(*screen_, "Kind of the party asked for");
    several(screen_->add_option("--country", r.query.country,
                                "Its country, by name or ISO code; several by ';'"))
        ->option_text("CC");
    screen_->add_option("--birth-date", r.query.birth_date, "Date of birth, perhaps partial")
        ->option_text("DATE");
    several(screen_->add_option("--identifier", r.query.identifier,
                                "Passport, tax, registration, IMO or other number; also without a NAME"))
        ->option_text("ID");
    screen_->add_option("--identifier-type", identifier_type_, "What kind of number it is")
        ->option_text("passport|national_id|tax|registration|...")
        ->check(checked_by([](const std::string& s) { return parse_identifier_type(s); }));
    screen_->add_option("--imo", r.query.imo, "IMO number of a vessel; also without a NAME")
        ->option_text("N");
    several(screen_->add_option("--nationality", r.query.nationality,
                                "By country name or ISO code; several by ';'"))
        ->option_text("CC");
    screen_->add_option("--gender", r.query.gender, "Of a person; without it the name may tell")
        ->option_text("male|female");
    screen_
        ->add_option("--contradiction", contradiction_,
                     "Hits that a fact contradicts: only say so (default); rank lower; leave out")
        ->option_text("keep|lower|drop")
        ->check(checked_by([](const std::string& s) { return parse_contradiction_policy(s); }));
    screen_
        ->add_option("--contradiction-by", contradiction_by_,
                     "Facts that count for it; default birth_date,country,nationality,imo")
        ->option_text("KIND,...")
        ->check(checked_by([](const std::string& s) { return evidence_kinds::parse(s); }));
    screen_->add_flag("--explain", r.options.explain,
                      "Every hit in words, and what would have changed it");
    screen_->add_option("--as-of,--date", as_of_, "The day to answer for; default: today in UTC")
        ->option_text("YYYY-MM-DD")
        ->check(checked_by([](const std::string& s) { return day::parse(s); }));
    screen_->add_option("--threshold", threshold_, "Least score of a hit; default 0.80")
        ->option_text("0..1")
        ->check(checked_by([](const std::string& s) { return score::parse(s); }));
    screen_->add_option("--limit", r.options.limit, "Most parties per name; default 10")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(1, 10000));
    screen_
        ->add_option("--weak", weak_,
                     "Weak aliases: not at all; only whole or with evidence (default); all")
        ->option_text("ignore|confirm|full")
        ->check(checked_by([](const std::string& s) { return parse_weak_policy(s); }));
    screen_->add_flag_callback("--best-only", [&r] { r.options.count_all = false; },
                               "Do not count what lies beyond --limit: the same hits, sooner");
    screen_->add_flag("--include-ended", r.options.include_ended,
                      "Also entries that were lifted or have expired");
    screen_->add_flag("--fail-on-hit", r.fail_on_hit, "Exit code 10 if there is a possible match");
    screen_->add_flag("--json", r.json, "The whole answer as JSON (docs/answer.schema.json)");
    add_score_choice(*screen_, r.score);
    add_batch(*screen_, common_screen_);
    add_colour(*screen_, common_screen_);
  }

  void define_compare() {
    compare_ = app_.add_subcommand("compare", "Score two names, or every pair of a file");
    compare_->footer(k_compare_examples);
    compare_
        ->add_option("--scorer", scorer_,
                     "own (default): that of screening; ofac-like: docs/ofac-like.md")
        ->check(CLI::IsMember({"own", "ofac-like"}))
        ->option_text("own|ofac-like");
    compare_->add_option("LEFT", compare_request_.left, "A name, as a query")->option_text(" ");
    compare_->add_option("RIGHT", compare_request_.right, "A name, as listed")->option_text(" ");
    add_schema(*compare_, "Kind of the party that LEFT names");
    compare_->add_flag("--json", compare_request_.json, "As JSON (docs/compare.schema.json)");
    add_score_choice(*compare_, compare_request_.score);
    add_batch(*compare_, common_compare_);
    add_colour(*compare_, common_compare_);
  }

  void define_rules() {
    rules_ = app_.add_subcommand("rules", "Show or check the dated rules");
    rules_->require_subcommand(1);
    rules_->footer(k_rules_examples);
    rules_list_ = rules_->add_subcommand("list", "Every parameter");
    rules_show_ = rules_->add_subcommand("show", "The dated values of one parameter");
    rules_show_->add_option("ID", rules_request_.id, "Its id")->required()->option_text(" ");
    rules_show_->add_flag("--export", rules_request_.export_file,
                          "As a rule file, to be changed and given with --rules");
    rules_check_ = rules_->add_subcommand("check", "Check the rules, and name every problem");
    for (CLI::App* command : {rules_list_, rules_show_, rules_check_}) {
      command->footer(k_rules_examples);
      command
          ->add_option("--rules", rules_request_.folder,
                       "A folder of rule files over the built-in ones")
          ->option_text("FOLDER");
      command->add_flag("--json", rules_request_.json, "As JSON (docs/rules.schema.json)");
      add_colour(*command, common_);
    }
  }

  void add_schema(CLI::App& app, const char* what) {
    common_options& o = &app == screen_ ? common_screen_ : common_compare_;
    app.add_option("--schema", o.schema, what)
        ->option_text("person|entity|company|organization|vessel|aircraft")
        ->check(checked_by([](const std::string& s) { return parse_schema(s); }));
  }

  int start_build() {
    if (build_request_.store.empty() == sources_.empty()) {
      return usage_error(*build_, "either SOURCEs or --store FILE is required");
    }
    if (build_request_.history && build_request_.store.empty()) {
      return usage_error(*build_, "--history needs --store");
    }
    for (const std::string& s : sources_) {
      build_request_.sources.push_back(source_spec::parse(s).value());
    }
    build_request_.colour = colour_of(common_);
    return run_index_build(build_request_);
  }

  int start_info() {
    info_request_.colour = colour_of(common_);
    return run_index_info(info_request_);
  }

  /// An option that another one it belongs to leaves without effect; empty if there is none.
  [[nodiscard]] std::string idle_option(const screen_request& r) const {
    if (screen_->count("--contradiction-by") != 0 && (contradiction_.empty() || contradiction_ == "keep")) {
      return "--contradiction-by goes with --contradiction lower or drop";
    }
    if (screen_->count("--identifier-type") != 0 && screen_->count("--identifier") == 0) {
      return "--identifier-type goes with --identifier";
    }
    if (r.options.explain && r.batch) {
      const std::string& out = common_screen_.streams.output;
      const auto of_output = out.empty() || out == "-" ? std::nullopt : format_of_path(out);
      const auto named = of_output ? of_output : parse_row_format(common_screen_.format);
      const auto said = named ? named : format_of_path(common_screen_.streams.input);
      if (said && *said != row_format::jsonl) return "--explain needs JSON Lines output (--output X.jsonl)";
    }
    return {};
  }

  int start_screen() {
    screen_request& r = screen_request_;
    r.batch = screen_->count("--input") != 0;
    const std::string conflict = batch_conflict(
        *screen_, {"NAME", "--schema", "--country", "--birth-date", "--identifier", "--identifier-type", "--imo",
         "--nationality", "--gender", "--json", "--customer"},
        r.batch);
    if (!conflict.empty()) return usage_error(*screen_, conflict);
    if (!r.batch && screen_->count("NAME") + screen_->count("--identifier") + screen_->count("--imo") == 0) {
      return usage_error(*screen_, "a NAME, an --identifier, or --input FILE, is required");
    }
    if (const std::string idle = idle_option(r); !idle.empty()) return usage_error(*screen_, idle);
    if (!common_screen_.schema.empty())
      r.query.schema = parse_schema(common_screen_.schema).value();
    if (!as_of_.empty()) r.options.as_of = day::parse(as_of_).value();
    if (!threshold_.empty()) r.options.threshold = score::parse(threshold_).value();
    if (!identifier_type_.empty()) {
      r.query.identifier_type = parse_identifier_type(identifier_type_).value();
    }
    if (!contradiction_.empty()) {
      r.options.contradiction = parse_contradiction_policy(contradiction_).value();
    }
    if (!contradiction_by_.empty()) {
      r.options.contradiction_by = evidence_kinds::parse(contradiction_by_).value();
    }
    if (!weak_.empty()) r.options.weak = parse_weak_policy(weak_).value();
    r.colour = colour_of(common_screen_);
    r.streams = common_screen_.streams;
    r.streams.format = parse_row_format(common_screen_.format);
    return run_screen(r);
  }

  int start_compare() {
    compare_request& r = compare_request_;
    bool decoded = false;
    r.left = lists::to_utf8(r.left, &decoded);
    r.right = lists::to_utf8(r.right, &decoded);
    if (decoded) say("note: bytes that are not UTF-8 were read as Windows-1252");
    r.batch = compare_->count("--input") != 0;
    const std::string conflict =
        batch_conflict(*compare_, {"LEFT", "RIGHT", "--schema", "--json"}, r.batch);
    if (!conflict.empty()) return usage_error(*compare_, conflict);
    if (!r.batch && compare_->count("RIGHT") == 0) {
      return usage_error(*compare_, "LEFT and RIGHT, or --input FILE, are required");
    }
    if (!common_compare_.schema.empty()) r.schema = parse_schema(common_compare_.schema).value();
    r.colour = colour_of(common_compare_);
    r.streams = common_compare_.streams;
    r.streams.format = parse_row_format(common_compare_.format);
    return scorer_ == "ofac-like" ? run_compare_ofac_like(r) : run_compare(r);
  }

  int start_rules() {
    rules_request_.colour = colour_of(common_);
    if (*rules_list_) return run_rules_list(rules_request_);
    return *rules_show_ ? run_rules_show(rules_request_) : run_rules_check(rules_request_);
  }

  CLI::App app_;
  CLI::App* index_ = nullptr;
  CLI::App* build_ = nullptr;
  CLI::App* info_ = nullptr;
  CLI::App* screen_ = nullptr;
  CLI::App* compare_ = nullptr;
  std::unique_ptr<lists_arguments> lists_;
  std::unique_ptr<review_arguments> review_;
  std::unique_ptr<rescreen_arguments> rescreen_;
  std::unique_ptr<measure_arguments> measures_;
  std::string scorer_;  // of compare
  std::unique_ptr<origin_arguments> questions_;
  std::unique_ptr<rules_of_origin_arguments> preferences_;
  std::unique_ptr<ownership_arguments> owners_;
  CLI::App* rules_ = nullptr;
  CLI::App* rules_list_ = nullptr;
  CLI::App* rules_show_ = nullptr;
  CLI::App* rules_check_ = nullptr;
  common_options common_;
  common_options common_screen_;
  common_options common_compare_;
  std::vector<std::string> sources_;
  std::string as_of_;
  std::string threshold_;
  std::string weak_;
  std::string identifier_type_;
  std::string contradiction_;
  std::string contradiction_by_;
  index_build_request build_request_;
  index_info_request info_request_;
  screen_request screen_request_;
  compare_request compare_request_;
  rules_request rules_request_;
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
