#include <filesystem>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/bill_input.hpp"
#include "cli/bill_options.hpp"
#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/option_checks.hpp"
#include "cli/origin_command.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_bill_examples = R"(Examples:
  tradewarden bill --parts parts.csv --lines lines.csv --offers offers.csv
      checks the files and counts what they hold
  tradewarden bill --parts parts.csv --lines lines.csv --cyclonedx bill.cdx.json
      writes the same as CycloneDX 1.6
  tradewarden bill --bill board.csv --product-name Board --product-price 120 --currency USD
      reads a flat export of a design tool

Files are CSV or JSON with the columns in docs/origin.md. All problems of all files are told,
with file, line and column; with any of them nothing is calculated (exit code 4).)";

constexpr const char* k_origin_examples = R"(Examples:
  tradewarden origin --parts parts.csv --lines lines.csv --destination DE --destination IR
  tradewarden origin --parts parts.csv --lines lines.csv --product PHONE --all-destinations \
      --html report.html
  tradewarden origin --bill bill.cdx.json --destination CU --date 2016-03-01 --json

Verdicts are triggers, does not trigger, depends, not applicable. "does not trigger" speaks of
these tests, these facts and this date; it is not a clearance.)";

constexpr const char* k_share_examples = R"(Examples:
  tradewarden share --parts parts.csv --lines lines.csv --offers offers.csv --product PHONE
  tradewarden share --bill bill.cdx.json --index lists.twi --json)";

constexpr const char* k_cutoff_examples = R"(Examples:
  tradewarden cutoff --parts parts.csv --lines lines.csv --offers offers.csv --country US
  tradewarden cutoff --bill bill.cdx.json --supplier "Example Metals" --every-supplier
  tradewarden cutoff --bill bill.cdx.json --party "ZTE Kangxun" --index lists.twi)";

constexpr const char* k_whatif_examples = R"(Examples:
  tradewarden whatif --bill bill.cdx.json --destination IR --change price:CPU=8.50
  tradewarden whatif --bill bill.cdx.json --destination CU --change date=2016-03-01
  tradewarden whatif --bill bill.cdx.json --destination IR --replacement

Changes: price:PART=12.50, origin:PART=CN, eccn:PART=5A992.c, discrete:PART=y,
alternative:PARENT/POS=CHILD, date=2019-10-21. All of a call at once; the files stay as they are.)";

/// What is said as text and read once all is parsed.
struct texts {
  std::string date;
  std::vector<std::string> regimes;
  std::string alternatives;
  std::vector<std::string> facts;
  std::vector<std::string> changes;
  std::vector<std::string> footnotes;
  std::vector<std::string> end_uses;
};

result<stated_fact> parse_fact(const std::string& text) {
  const std::size_t at = text.find('=');
  const std::string value = at == std::string::npos ? std::string() : text.substr(at + 1);
  for (const auto& [word, meaning] :
       {std::pair{"yes", truth::yes}, {"no", truth::no}, {"unknown", truth::unknown}}) {
    if (at != 0 && value == word) return stated_fact{text.substr(0, at), meaning};
  }
  return error{errc::bad_value, "'" + text.substr(0, 80) + "' is not ID=yes, ID=no or ID=unknown", {}, 0, {}};
}

struct origin_group final : command_group {
  CLI::App* bill = nullptr;
  CLI::App* origin = nullptr;
  CLI::App* share = nullptr;
  CLI::App* cutoff = nullptr;
  CLI::App* whatif = nullptr;
  bill_request bill_asked;
  origin_request origin_asked;
  share_request share_asked;
  cutoff_request cutoff_asked;
  whatif_request whatif_asked;
  texts bill_texts, origin_texts, share_texts, cutoff_texts, whatif_texts;

  void add_sources(CLI::App& app, bill_sources& s, colour_mode& colour) {
    add_bill_sources(app, s);
    app.add_option("--production", s.production, "How parts are made, for foreign direct products")
        ->option_text("FILE");
    add_colour(app, colour);
  }

  void add_question(CLI::App& app, bill_question& q, const char* schema) {
    add_sources(app, q.sources, q.colour);
    app.add_option("--rules", q.rules, "Folder of rules that replace or add to the built-in ones")
        ->option_text("FOLDER");
    app.add_flag("--json", q.json, schema);
    app.add_option("--csv", q.csv, "Also the rows of the answer, as CSV")->option_text("FILE");
  }

  static void add_date(CLI::App& app, texts& t) {
    app.add_option("--date,--as-of", t.date, "The day to answer for; default: today in UTC")
        ->option_text("YYYY-MM-DD")
        ->check(checked_by([](const std::string& s) { return day::parse(s); }));
  }

  static void add_options(CLI::App& app, origin_options& o, texts& t) {
    app.add_option("--product", o.products, "Part id; default: every part that no line uses")
        ->option_text("ID ...");
    app.add_option("--destination", o.destinations, "Where it goes, by name or code")
        ->option_text("CC ...");
    app.add_flag("--all-destinations", o.all_destinations, "Every destination of the rules");
    app.add_option("--exported-from", o.exported_from, "Default: where the product is made")
        ->option_text("CC");
    app.add_option("--regime", t.regimes, "us-ear, us-ofac; default: all")
        ->option_text("REGIME ...")
        ->check(checked_by([](const std::string& s) { return parse_regime(s); }));
    add_date(app, t);
    app.add_option("--alternatives", t.alternatives, "primary: alt_rank 0 counts; any: bounds")
        ->option_text("primary|any")
        ->check(checked_by([](const std::string& s) { return parse_alternatives_policy(s); }));
    app.add_flag("--strict-editions", o.strict_editions,
                 "A table known in another edition only makes it depend");
    app.add_flag("--discrete-unknown-counts", o.unknown_discrete_counts,
                 "Count the content of parts of which it is not known whether they are discrete");
    app.add_flag("--bought-content-unknown", o.bought_content_unknown,
                 "What is in foreign bought parts without lines is not known");
    app.add_option("--fact", t.facts, "What no bill says: ID=yes, no or unknown (ids: docs/origin.md)")
        ->option_text("FACT ...")
        ->check(checked_by(parse_fact));
    app.add_option("--end-user-footnote", t.footnotes,
                   "Footnotes of the Entity List that a party has: 1 to 5, or none")
        ->option_text("N ...");
    app.add_option("--end-use", t.end_uses,
                   "supercomputer, advanced-node, ... (docs/foreign-direct-product.md), or none")
        ->option_text("USE ...");
    app.add_option("--end-user-headquarters", o.end_user.headquarters,
                   "Of the end user or its ultimate parent")
        ->option_text("CC");
    app.add_flag("--summary", o.summary,
                 "Verdicts and figures alone; so also beyond 200 products");
    app.add_option("--part-limit", o.part_limit, "Most parts listed per result; default 1000")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(0, 100000000));
  }

  static void read_options(origin_options& o, const texts& t) {
    for (const std::string& r : t.regimes) o.regimes.push_back(parse_regime(r).value());
    if (!t.date.empty()) o.date = day::parse(t.date).value();
    if (!t.alternatives.empty()) {
      o.alternatives = parse_alternatives_policy(t.alternatives).value();
    }
    for (const std::string& f : t.facts) o.facts.push_back(parse_fact(f).value());
    o.end_user.footnotes = stated_words(t.footnotes);
    o.end_user.end_uses = stated_words(t.end_uses);
  }

  /// What `none`, `?` and words of an option say together.
  static std::optional<std::vector<std::string>> stated_words(const std::vector<std::string>& all) {
    if (all.empty() || all.front() == "?") return std::nullopt;
    if (all.front() == "none") return std::vector<std::string>();
    return all;
  }

  /// "none" and "?" stand alone.
  static std::string contradiction(const texts& t) {
    for (const auto& [option, all] : {std::pair("--end-user-footnote", &t.footnotes),
                                      std::pair("--end-use", &t.end_uses)}) {
      for (const std::string& word : *all) {
        if (all->size() > 1 && (word == "none" || word == "?")) {
          return std::string(option) + " " + word + " does not go with others";
        }
      }
    }
    return {};
  }

  /// Empty, or why a footnote is none. The list has those from 1 to the greatest that a rule names; on a day
  /// before its first a rule is there too, as not in force.
  static std::string unknown_footnote(const bill_question& q, const origin_options& o) {
    if (!o.end_user.footnotes) return {};
    rule_book book = rule_book::built_in();
    if (!q.rules.empty()) {
      auto own = rule_book::load(q.rules);
      if (!own) return {};  // the question itself tells what is wrong with them
      book = std::move(*own);
    }
    std::string greatest;
    for (const direct_product_rule& r : book.direct_product_rules(o.date ? *o.date : day::today_utc())) {
      for (const auto* conditions : {&r.reach, &r.unless}) {
        for (const direct_product_condition& c : *conditions) greatest = std::max(greatest, c.footnote);
      }
    }
    for (const std::string& f : *o.end_user.footnotes) {
      if (f.size() != 1 || f[0] < '1' || f[0] > '9' || f <= greatest) continue;
      return "--end-user-footnote " + f + ": the Entity List has footnotes 1 to " + greatest +
             " by the rules, unknown, or none";
    }
    return {};
  }

  static void add_end_user(CLI::App& app, bill_question& q, const char* index) {
    app.add_option("--end-user", q.end_users,
                   "Who buys, receives or uses the product: screened")
        ->option_text("NAME ...");
    app.add_option("--index", q.index, index)->option_text("FILE");
  }


  /// Empty, or why the options of an origin question do not go together.
  static const char* conflict(const origin_options& o) {
    if (o.destinations.empty() && !o.all_destinations) {
      return "--destination CC, or --all-destinations, is required";
    }
    if (!o.destinations.empty() && o.all_destinations) {
      return "--destination does not go with --all-destinations";
    }
    return nullptr;
  }

  /// All that a call lacks, in one sentence.
  static std::string missing(const bill_sources& q, const char* also) {
    const char* files = bill_missing(q);
    std::string out = files == nullptr ? "" : files;
    if (also != nullptr) out += (out.empty() ? "" : "; ") + std::string(also);
    return out;
  }

  /// Two answers to one stream would run into each other; one to an input would destroy it.
  static std::string clash(const bill_question& q, const std::string& html = {},
                           const std::string& cyclonedx = {}) {
    const int streams = (q.csv == "-" ? 1 : 0) + (html == "-" ? 1 : 0) + (q.json ? 1 : 0);
    if (streams > 1) return "only one of --json, --csv - and --html - goes to standard output";
    const auto same = [](const std::string& a, const std::string& b) {
      if (a.empty() || b.empty() || a == "-" || b == "-") return false;
      std::error_code ignored;
      return a == b || std::filesystem::equivalent(a, b, ignored);
    };
    if (same(q.csv, html)) return "--csv and --html are the same file: " + html;
    for (const std::string& output : {q.csv, html, cyclonedx}) {
      for (const std::string& input : {q.sources.parts, q.sources.lines, q.sources.offers,
                                       q.sources.fx, q.sources.production, q.sources.bill, q.index}) {
        if (same(input, output)) return "input and output are the same file: " + output;
      }
    }
    return {};
  }

  explicit origin_group(CLI::App& root) {
    bill = root.add_subcommand("bill", "Check a bill of materials, and convert it to CycloneDX");
    bill->footer(k_bill_examples);
    add_sources(*bill, bill_asked.sources, bill_asked.colour);
    bill->add_option("--cyclonedx", bill_asked.cyclonedx, "Write the bill as CycloneDX 1.6")
        ->option_text("FILE");

    origin = root.add_subcommand("origin", "Controlled US content of products, per destination");
    origin->footer(k_origin_examples);
    add_question(*origin, origin_asked.bill,
                   "The whole answer as JSON (docs/origin.schema.json)");
    add_options(*origin, origin_asked.options, origin_texts);
    origin->add_option("--html", origin_asked.html, "Also a report for a browser, in one file")
        ->option_text("FILE");
    add_end_user(*origin, origin_asked.bill,
                 "Index file, for --end-user; the report also shows the share of listed parties");

    share = root.add_subcommand("share", "What a product is made of: countries, suppliers, ECCNs");
    share->footer(k_share_examples);
    add_question(*share, share_asked.bill, "As JSON (docs/share.schema.json)");
    share->add_option("--product", share_asked.options.product, "Part id; default: the only product")
        ->option_text("ID");
    share
        ->add_option("--index", share_asked.bill.index,
                     "Index file: suppliers are screened, and listed parties get their share")
        ->option_text("FILE");
    add_date(*share, share_texts);

    cutoff = root.add_subcommand("cutoff", "What stops when suppliers are cut off");
    cutoff->footer(k_cutoff_examples);
    add_question(*cutoff, cutoff_asked.bill, "As JSON (docs/cutoff.schema.json)");
    cutoff_options& c = cutoff_asked.options;
    cutoff->add_option("--product", c.products, "Part id; default: every part that no line uses")
        ->option_text("ID ...");
    cutoff->add_option("--supplier", c.suppliers, "Supplier ids cut off")->option_text("ID ...");
    cutoff->add_option("--country", c.countries, "Suppliers and goods of these countries cut off")
        ->option_text("CC ...");
    cutoff->add_option("--party", c.parties, "All suppliers that may be this listed party; needs --index")
        ->option_text("NAME ...");
    cutoff->add_option("--index", cutoff_asked.bill.index, "Index file for --party")
        ->option_text("FILE");
    cutoff->add_flag("--every-supplier", c.every_supplier, "Also each supplier cut off alone");
    cutoff->add_option("--limit", c.limit, "Most rows of each table; default 100")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(1, 100000000));
    add_date(*cutoff, cutoff_texts);

    whatif = root.add_subcommand("whatif", "Which verdicts move when the bill or the date changes");
    whatif->footer(k_whatif_examples);
    add_question(*whatif, whatif_asked.bill, "As JSON (docs/whatif.schema.json)");
    add_options(*whatif, whatif_asked.options.question, whatif_texts);
    add_end_user(*whatif, whatif_asked.bill, "Index file, for --end-user");
    whatif->add_option("--change", whatif_texts.changes, "What changes; several: all at once")
        ->option_text("CHANGE ...")
        ->check(checked_by([](const std::string& t) { return whatif_change::parse(t); }));
    whatif->add_flag("--replacement", whatif_asked.options.replacement,
                       "The cheapest exchange of parts that brings a product below its threshold");
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override {
    return {bill, origin, share, cutoff, whatif};
  }

  [[nodiscard]] int start() override {
    if (*bill) {
      bill_question files;
      files.sources = bill_asked.sources;
      if (const std::string why = clash(files, {}, bill_asked.cyclonedx); !why.empty()) {
        return usage_error(*bill, why);
      }
      return run_bill(bill_asked);
    }
    if (*origin) {
      origin_request& r = origin_asked;
      if (const auto why = missing(r.bill.sources, conflict(r.options)); !why.empty()) {
        return usage_error(*origin, why);
      }
      if (const std::string why = clash(r.bill, r.html); !why.empty()) {
        return usage_error(*origin, why);
      }
      if (const std::string why = contradiction(origin_texts); !why.empty()) {
        return usage_error(*origin, why);
      }
      read_options(r.options, origin_texts);
      if (const std::string why = unknown_footnote(r.bill, r.options); !why.empty()) return usage_error(*origin, why);
      return run_origin(r);
    }
    if (*share) {
      share_request& r = share_asked;
      if (const std::string why = clash(r.bill); !why.empty()) {
        return usage_error(*share, why);
      }
      if (!share_texts.date.empty()) r.options.date = day::parse(share_texts.date).value();
      return run_share(r);
    }
    if (*cutoff) {
      cutoff_request& r = cutoff_asked;
      if (const std::string why = clash(r.bill); !why.empty()) {
        return usage_error(*cutoff, why);
      }
      if (!cutoff_texts.date.empty()) r.options.date = day::parse(cutoff_texts.date).value();
      return run_cutoff(r);
    }
    whatif_request& r = whatif_asked;
    const bool nothing = whatif_texts.changes.empty() && !r.options.replacement;
    std::string why_not = missing(r.bill.sources, conflict(r.options.question));
    if (nothing) {
      why_not += (why_not.empty() ? "" : "; ") + std::string("--change CHANGE, or --replacement, is required");
    }
    if (!why_not.empty()) return usage_error(*whatif, why_not);
    if (const std::string why = clash(r.bill); !why.empty()) {
        return usage_error(*whatif, why);
      }
    if (const std::string why = contradiction(whatif_texts); !why.empty()) {
      return usage_error(*whatif, why);
    }
    read_options(r.options.question, whatif_texts);
    if (const std::string why = unknown_footnote(r.bill, r.options.question); !why.empty()) return usage_error(*whatif, why);
    for (const std::string& t : whatif_texts.changes) {
      r.options.changes.push_back(whatif_change::parse(t).value());
    }
    return run_whatif(r);
  }
};

}  // namespace

std::unique_ptr<command_group> origin_commands(CLI::App& root) {
  return std::make_unique<origin_group>(root);
}

}  // namespace tradewarden::cli
