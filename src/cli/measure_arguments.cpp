#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <thread>

#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/evaluate_command.hpp"
#include "cli/exit_code.hpp"
#include "cli/option_checks.hpp"
#include "cli/variants_command.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_evaluate_examples = R"(Examples:
  tradewarden variants --index lists.twi --out test-set
  tradewarden evaluate --index lists.twi --queries test-set/queries.tsv --truth test-set/truth.tsv
      recall, false positives and thresholds of this installation on this list
  tradewarden evaluate --index lists.twi --queries q.tsv --truth t.tsv --html evaluation.html
  tradewarden evaluate --index lists.twi --queries q.tsv --truth t.tsv --against other-hits.tsv
      beside the hits that another system gave for the same queries
  tradewarden evaluate --pairs pairs.jsonl --threshold 0.8

Queries: TSV with the columns id, name, and optionally schema, country, nationality, birth_date,
gender, identifier, identifier_type, imo.
Truth: TSV of qid, kind, and the expected ids joined by |, or - where no party is expected.
Pairs: JSON Lines with id, left, right, expected (match, no_match), and optionally schema, group,
script; or with ofac_score, 0 to 100 or -1, in the place of expected.
A row that cannot be read is told with its line, and nothing is measured (exit code 4).
docs/evaluate.md says what each figure is.)";

constexpr const char* k_variants_examples = R"(Examples:
  tradewarden variants --index lists.twi --out test-set
  tradewarden variants --index lists.twi --kinds typo1,initials,join --per-kind 500 --seed 7 --out t
  tradewarden variants ofac-folder@2025-12-24 consolidated.csv --out test-set
  tradewarden variants --sample --out test-set

Writes queries.tsv and truth.tsv for `tradewarden evaluate`. The same list, options and program
version make the same files on every machine. Kinds: docs/evaluate.md.)";

struct measure_group final : command_group {
  CLI::App* evaluate = nullptr;
  CLI::App* variants = nullptr;
  evaluate_request measured;
  variants_request made;
  std::string threshold, floor, weak, as_of, scorer;
  std::vector<std::string> lists;

  explicit measure_group(CLI::App& root) {
    define_evaluate(root);
    define_variants(root);
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override { return {evaluate, variants}; }

  [[nodiscard]] int start() override { return *evaluate ? start_evaluate() : start_variants(); }

  void define_evaluate(CLI::App& app) {
    evaluate = app.add_subcommand("evaluate", "Measure the screening on a labelled set");
    evaluate->footer(k_evaluate_examples);
    evaluation_options& o = measured.options;
    o.batch.threads = std::max(1U, std::thread::hardware_concurrency());
    const auto score_check = checked_by([](const std::string& t) { return score::parse(t); });
    evaluate
        ->add_option("--index", measured.index_path,
                     "Index file to ask; without it, the built-in sample list")
        ->option_text("FILE");
    evaluate->add_option("--queries", measured.queries, "The queries: TSV")->option_text("FILE");
    evaluate->add_option("--truth", measured.truth, "What they should find: TSV")->option_text("FILE");
    evaluate
        ->add_option("--hits", measured.hits,
                     "Instead of an index: another system's hits, TSV of qid, rank, id, score")
        ->option_text("FILE");
    evaluate->add_option("--against", measured.against, "Compare with another system's hits")
        ->option_text("FILE");
    evaluate->add_option("--failures", measured.failures, "Also each query that went wrong, as TSV")
        ->option_text("FILE");
    evaluate->add_option("--pairs", measured.pairs, "Instead: pairs of names: JSON Lines")
        ->option_text("FILE");
    evaluate->add_option("--threshold", threshold, "The declared threshold; default 0.80")
        ->option_text("0..1")
        ->check(score_check);
    evaluate->add_option("--floor", floor, "Lower scores are not looked at; default 0.60, of --hits 0")
        ->option_text("0..1")
        ->check(score_check);
    evaluate->add_option("--limit", o.screening.limit, "The N of recall@N; default 5")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(1, 10000));
    evaluate->add_option("--weak", weak, "Weak aliases, as for screen; default confirm")
        ->option_text("ignore|confirm|full")
        ->check(checked_by([](const std::string& t) { return parse_weak_policy(t); }));
    evaluate->add_flag("--include-ended", o.screening.include_ended,
                       "Also entries that were lifted or have expired");
    evaluate->add_option("--as-of,--date", as_of, "The day to answer for; default: today in UTC")
        ->option_text("YYYY-MM-DD")
        ->check(checked_by([](const std::string& t) { return day::parse(t); }));
    evaluate
        ->add_option("--apart", o.apart, "A kind of negatives told apart, as all neg_hard... are")
        ->option_text("KIND ...");
    evaluate->add_option("--seed", o.seed, "Of the bootstrap intervals; default 1")
        ->transform(whole_number())
        ->option_text("S");
    evaluate->add_option("--resamples", o.resamples, "Of the bootstrap; default 1000, 0: none")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(0, 100000));
    evaluate->add_option("--scorer", scorer, "Of pairs: own (default), ofac-like")
        ->check(CLI::IsMember({"own", "ofac-like"}))
        ->option_text("own|ofac-like");
    evaluate->add_option("--threads", o.batch.threads, "Default: all cores")
        ->transform(whole_number())
        ->check(CLI::Range(1, 256))
        ->option_text("N");
    add_score_choice(*evaluate, measured.score);
    evaluate->add_flag("--json", measured.json, "As JSON (docs/evaluate.schema.json)");
    evaluate->add_option("--html", measured.html, "Also a page with plots; - instead of the tables")
        ->option_text("FILE");
    add_colour(*evaluate, measured.colour);
  }

  void define_variants(CLI::App& app) {
    variants = app.add_subcommand("variants", "Make a labelled test set from a list");
    variants->footer(k_variants_examples);
    variants->add_option("SOURCE", lists, "List files: [FORMAT:]PATH[@YYYY-MM-DD], as index build")
        ->option_text("...")
        ->check(checked_by([](const std::string& s) { return source_spec::parse(s); }));
    variants->add_option("--index", made.index_path, "Instead: an index file")->option_text("FILE");
    variants->add_flag("--sample", made.sample, "Instead: the built-in sample list");
    variants->add_option("--out", made.out, "Folder for queries.tsv and truth.tsv")
        ->required()
        ->option_text("FOLDER");
    variants->add_option("--kinds", made.options.kinds, "Kinds, by commas; default: all")
        ->delimiter(',')
        ->option_text("K,K,...");
    variants->add_option("--per-kind", made.options.per_kind, "Most of each kind; default 100")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(1, 1000000));
    variants->add_option("--seed", made.options.seed, "Another seed draws others; default 1")
        ->transform(whole_number())
        ->option_text("S");
    add_score_choice(*variants, made.score);
    add_colour(*variants, made.colour);
  }

  [[nodiscard]] std::string evaluate_conflict() const {
    if (evaluate->count("--pairs") != 0) {
      for (const char* name : {"--index", "--queries", "--truth", "--floor", "--limit", "--weak",
                               "--include-ended", "--as-of", "--apart", "--seed", "--resamples",
                               "--html", "--threads", "--hits", "--against", "--failures"}) {
        if (evaluate->count(name) != 0) return std::string(name) + " does not go with --pairs";
      }
      if (scorer == "ofac-like" &&
          evaluate->count("--name-pack") + evaluate->count("--score-version") != 0) {
        return "--score-version and --name-pack are of our own score: --scorer ofac-like has neither";
      }
      return {};
    }
    if (evaluate->count("--queries") == 0 || evaluate->count("--truth") == 0) {
      return "--queries and --truth, or --pairs, are required";
    }
    if (evaluate->count("--scorer") != 0) return "--scorer goes with --pairs";
    if (evaluate->count("--hits") != 0) {
      for (const char* name : {"--index", "--weak", "--include-ended", "--as-of", "--threads",
                               "--name-pack", "--score-version"}) {
        if (evaluate->count(name) != 0) return std::string(name) + " does not go with --hits";
      }
    }
    if (!floor.empty() && score::parse(floor).value() > declared()) {
      return "--floor lies above the declared threshold of " + declared().to_string() +
             ": hits between them would be neither looked at nor left out";
    }
    if (measured.options.resamples == 0 && evaluate->count("--seed") != 0) {
      return "--seed is of the bootstrap, and --resamples 0 leaves that out";
    }
    const int on_stdout = (measured.json ? 1 : 0) + (measured.html == "-" ? 1 : 0) +
                          (measured.failures == "-" ? 1 : 0);
    if (on_stdout > 1) return "--json, --html - and --failures - all want standard output";
    return {};
  }

  [[nodiscard]] score declared() const {
    return threshold.empty() ? measured.options.screening.threshold : score::parse(threshold).value();
  }

  int start_evaluate() {
    if (const std::string why = evaluate_conflict(); !why.empty()) return usage_error(*evaluate, why);
    evaluation_options& o = measured.options;
    if (!threshold.empty()) o.screening.threshold = score::parse(threshold).value();
    // What a low score of another system means is not known: none is left out unasked.
    if (!measured.hits.empty()) o.floor = score();
    if (!floor.empty()) o.floor = score::parse(floor).value();
    if (!weak.empty()) o.screening.weak = parse_weak_policy(weak).value();
    if (!as_of.empty()) o.screening.as_of = day::parse(as_of).value();
    measured.ofac_like = scorer == "ofac-like";
    return run_evaluate(measured);
  }

  int start_variants() {
    const int from = (made.index_path.empty() ? 0 : 1) + (lists.empty() ? 0 : 1) + (made.sample ? 1 : 0);
    if (from != 1) {
      return usage_error(*variants, from == 0 ? "SOURCE, --index FILE or --sample is required"
                                        : "SOURCE, --index and --sample exclude each other");
    }
    if (made.sample && variants->count("--name-pack") + variants->count("--score-version") != 0) {
      return usage_error(*variants, "--name-pack and --score-version do not go with --sample");
    }
    for (const std::string& s : lists) made.sources.push_back(source_spec::parse(s).value());
    return run_variants(made);
  }
};

}  // namespace

std::unique_ptr<command_group> measure_commands(CLI::App& root) {
  return std::make_unique<measure_group>(root);
}

}  // namespace tradewarden::cli
