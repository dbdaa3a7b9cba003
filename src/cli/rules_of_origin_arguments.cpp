#include <CLI/CLI.hpp>
#include <string>

#include "cli/bill_options.hpp"
#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/option_checks.hpp"
#include "cli/roo_command.hpp"
#include "cli/value_content_command.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_rvc_examples = R"(Examples:
  tradewarden rvc --method transaction-value --value 1000 --vnm 300 --at-least 60
      (1000 - 300) / 1000 = 70 %: passes
  tradewarden rvc --method net-cost --cost 60 --cost 40 --excluded 12 --vnm 40 --at-least 50
      costs add up to the total, excluded ones are taken off it; without --vnm: the net cost alone
  tradewarden rvc --method build-up --value 1000 --vom 150..200 --at-least 40 --json
      an amount that is not known exactly is LOW..HIGH or ?: then the answer has bounds
  tradewarden rvc --method max-nom --value 1000 --vnm 450 --at-most 50

Limits are in percent and include equality. The share is exact; the percentage with one decimal is
for the eye and is never compared (docs/rules-of-origin.md).)";

constexpr const char* k_roo_examples = R"(Examples:
  tradewarden roo --agreement usmca --parts parts.csv --lines lines.csv --product PUMP
      does it originate: every way with its working, the best designation, what is missing
  tradewarden roo --agreement rcep --parts parts.csv --lines lines.csv --facts facts.csv --json
  tradewarden roo --agreement my-deal --rules my-rules --bill bill.cdx.json --svg proof.svg
      an agreement of your own, and the proof as a picture
  tradewarden roo --agreement non-preferential --parts parts.csv --lines lines.csv
      facts alone: substantial transformation is for an authority to rule on

Agreements: usmca, rcep, cptpp, eu-japan, those of --rules, non-preferential. facts.csv: part_id,
fact, value, agreement (optional); facts: originating y|n|?, value, net_cost, total_cost,
excluded_costs, international_shipping, net_weight, hs_2012 ... and the processes that rules name.
A material whose origin is not stated counts as non-originating in the working, and as unknown in
the verdict (docs/rules-of-origin.md).)";

constexpr const char* k_allocate_examples = R"(Examples:
  tradewarden allocate --amount 6000000 --by 5000 --by 3000
      6,000,000 of overhead by hours of labour: 3,750,000 and 2,250,000
  tradewarden allocate --amount 6000000 --by 50000 --by 10000 --ratio-decimals 3
      each ratio rounded to three decimals first, as some published examples do)";

std::vector<price_range> amounts(const std::vector<std::string>& texts) {
  std::vector<price_range> out;
  for (const std::string& t : texts) out.push_back(parse_amount(t).value());
  return out;
}

struct rules_of_origin_group final : command_group {
  CLI::App* rvc = nullptr;
  CLI::App* allocate = nullptr;
  CLI::App* roo = nullptr;
  rvc_request rvc_asked;
  allocate_request allocate_asked;
  roo_request roo_asked;
  std::string roo_date;
  std::string method, at_least, at_most, amount;
  std::vector<std::string> value, shipping, total, costs, excluded, vnm, vom, by;
  std::string ratio_decimals;

  void add_amounts(const char* name, std::vector<std::string>& to, const char* what) const {
    rvc->add_option(name, to, what)->option_text("AMOUNT ...")->check(checked_by([](const std::string& s) {
      return parse_amount(s);
    }));
  }

  static void add_common(CLI::App& app, bool& json, colour_mode& colour, const char* schema) {
    app.add_flag("--json", json, schema);
    add_colour(app, colour);
  }

  explicit rules_of_origin_group(CLI::App& root) {
    const auto number = [] { return checked_by([](const std::string& t) { return decimal::parse(t); }); };
    rvc = root.add_subcommand("rvc", "Regional value content of a good, with its working");
    rvc->footer(k_rvc_examples);
    rvc->add_option("--method", method, "By which formula")
        ->required()
        ->option_text("transaction-value|net-cost|build-up|build-down|focused|max-nom")
        ->check(checked_by([](const std::string& t) { return parse_rvc_method(t); }));
    add_amounts("--value", value, "Transaction, adjusted, FOB or ex-works value of the good");
    add_amounts("--international-shipping", shipping, "Taken off the value");
    add_amounts("--total-cost", total, "Of net cost");
    add_amounts("--cost", costs, "Of net cost: adds up to the total; of build-up: beside --vom");
    add_amounts("--excluded", excluded, "Of net cost: taken off the total");
    add_amounts("--vnm", vnm, "Value of non-originating materials");
    add_amounts("--vom", vom, "Of build-up: value of originating materials");
    auto* least = rvc->add_option("--at-least", at_least, "Passes from this share on")
                      ->option_text("PERCENT")
                      ->check(number());
    rvc->add_option("--at-most", at_most, "Passes up to this share")
        ->option_text("PERCENT")
        ->check(number())
        ->excludes(least);
    add_common(*rvc, rvc_asked.json, rvc_asked.colour, "As JSON (docs/rvc.schema.json)");

    allocate = root.add_subcommand("allocate", "Share a common cost out over several goods");
    allocate->footer(k_allocate_examples);
    allocate->add_option("--amount", amount, "What is shared out")
        ->required()
        ->option_text("AMOUNT")
        ->check(number());
    allocate->add_option("--by", by, "The measure of each good: hours, output, cost")
        ->required()
        ->option_text("NUMBER ...")
        ->check(number());
    allocate->add_option("--ratio-decimals", ratio_decimals, "Round each ratio, half up, to so many decimals")
        ->transform(whole_number())
        ->option_text("N")
        ->check(CLI::Range(0, 18));
    add_common(*allocate, allocate_asked.json, allocate_asked.colour, "As JSON (docs/rules-of-origin.md)");
    add_roo(root);
  }

  void add_roo(CLI::App& root) {
    roo = root.add_subcommand("roo", "Does a product originate under a trade agreement, with the proof");
    roo->footer(k_roo_examples);
    roo_question& q = roo_asked.question;
    roo->add_option("--agreement", q.agreement, "By whose rules of origin")
        ->required()
        ->option_text("usmca|rcep|cptpp|eu-japan|non-preferential|...");
    add_bill_sources(*roo, roo_asked.sources);
    roo->add_option("--product", q.product, "Part id; default: the only part that no line uses")->option_text("ID");
    roo->add_option("--facts", roo_asked.facts, "What no bill says: CSV of part_id, fact, value, agreement")
        ->option_text("FILE");
    roo->add_option("--hs-edition", q.hs_edition, "Of the bill's HS codes; default: taken to be the rules'")
        ->check(CLI::IsMember({"1996", "2002", "2007", "2012", "2017", "2022"}))
        ->option_text("YEAR");
    roo->add_option("--date,--as-of", roo_date, "The day to answer for; default: today in UTC")
        ->option_text("YYYY-MM-DD")
        ->check(checked_by([](const std::string& t) { return day::parse(t); }));
    roo->add_option("--rules", roo_asked.rules, "Folder of rules that replace or add to the built-in ones")
        ->option_text("FOLDER");
    roo->add_option("--svg", roo_asked.svg, "Also the proof as a picture; -: to standard output, alone")
        ->option_text("FILE");
    add_common(*roo, roo_asked.json, roo_asked.colour, "As JSON (docs/roo.schema.json)");
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override { return {rvc, allocate, roo}; }

  [[nodiscard]] int start() override {
    if (*roo) {
      if (const char* missing = bill_missing(roo_asked.sources)) return usage_error(*roo, missing);
      if (roo_asked.json && roo_asked.svg == "-") return usage_error(*roo, "only one of --json and --svg - goes to standard output");
      if (!roo_date.empty()) roo_asked.question.date = day::parse(roo_date).value();
      return run_roo(roo_asked);
    }
    if (*allocate) {
      allocate_request& r = allocate_asked;
      r.amount = decimal::parse(amount).value();
      for (const std::string& t : by) r.by.push_back(decimal::parse(t).value());
      if (!ratio_decimals.empty()) r.ratio_decimals = std::stoi(ratio_decimals);
      return run_allocate(r);
    }
    rvc_request& r = rvc_asked;
    rvc_question& q = r.question;
    q.method = parse_rvc_method(method).value();
    q.value = amounts(value);
    q.international_shipping = amounts(shipping);
    q.total_cost = amounts(total);
    q.costs = amounts(costs);
    q.excluded = amounts(excluded);
    q.vnm = amounts(vnm);
    q.vom = amounts(vom);
    if (!at_least.empty()) q.limit = rvc_limit{decimal::parse(at_least).value(), false};
    if (!at_most.empty()) q.limit = rvc_limit{decimal::parse(at_most).value(), true};
    return run_rvc(r);
  }
};

}  // namespace

std::unique_ptr<command_group> rules_of_origin_commands(CLI::App& root) {
  return std::make_unique<rules_of_origin_group>(root);
}

}  // namespace tradewarden::cli
