#include "cli/rules_of_origin_arguments.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/option_checks.hpp"
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

}  // namespace

struct rules_of_origin_arguments::state {
  CLI::App* rvc = nullptr;
  CLI::App* allocate = nullptr;
  rvc_request rvc_asked;
  allocate_request allocate_asked;
  std::string method, at_least, at_most, amount, colour = "auto";
  std::vector<std::string> value, shipping, total, costs, excluded, vnm, vom, by;
  std::string ratio_decimals;

  void add_amounts(const char* name, std::vector<std::string>& to, const char* what) const {
    rvc->add_option(name, to, what)->option_text("AMOUNT ...")->check(checked_by([](const std::string& s) {
      return parse_amount(s);
    }));
  }

  void add_common(CLI::App& app, bool& json, const char* schema) {
    app.add_flag("--json", json, schema);
    app.add_option("--color,--colour", colour, "auto (a terminal, unless NO_COLOR), always, never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->option_text("WHEN");
  }

  [[nodiscard]] colour_mode colour_asked() const {
    if (colour == "always") return colour_mode::always;
    return colour == "never" ? colour_mode::never : colour_mode::automatic;
  }
};

rules_of_origin_arguments::rules_of_origin_arguments(CLI::App& app)
    : state_(std::make_unique<state>()) {
  state& s = *state_;
  const auto number = [] { return checked_by([](const std::string& t) { return decimal::parse(t); }); };
  s.rvc = app.add_subcommand("rvc", "Regional value content of a good, with its working");
  s.rvc->footer(k_rvc_examples);
  s.rvc->add_option("--method", s.method, "By which formula")
      ->required()
      ->option_text("transaction-value|net-cost|build-up|build-down|focused|max-nom")
      ->check(checked_by([](const std::string& t) { return parse_rvc_method(t); }));
  s.add_amounts("--value", s.value, "Transaction, adjusted, FOB or ex-works value of the good");
  s.add_amounts("--international-shipping", s.shipping, "Taken off the value");
  s.add_amounts("--total-cost", s.total, "Of net cost");
  s.add_amounts("--cost", s.costs, "Of net cost: adds up to the total; of build-up: beside --vom");
  s.add_amounts("--excluded", s.excluded, "Of net cost: taken off the total");
  s.add_amounts("--vnm", s.vnm, "Value of non-originating materials");
  s.add_amounts("--vom", s.vom, "Of build-up: value of originating materials");
  auto* least = s.rvc->add_option("--at-least", s.at_least, "Passes from this share on")
                    ->option_text("PERCENT")
                    ->check(number());
  s.rvc->add_option("--at-most", s.at_most, "Passes up to this share")
      ->option_text("PERCENT")
      ->check(number())
      ->excludes(least);
  s.add_common(*s.rvc, s.rvc_asked.json, "As JSON (docs/rvc.schema.json)");

  s.allocate = app.add_subcommand("allocate", "Share a common cost out over several goods");
  s.allocate->footer(k_allocate_examples);
  s.allocate->add_option("--amount", s.amount, "What is shared out")
      ->required()
      ->option_text("AMOUNT")
      ->check(number());
  s.allocate->add_option("--by", s.by, "The measure of each good: hours, output, cost")
      ->required()
      ->option_text("NUMBER ...")
      ->check(number());
  s.allocate->add_option("--ratio-decimals", s.ratio_decimals, "Round each ratio, half up, to so many decimals")
      ->transform(whole_number())
      ->option_text("N")
      ->check(CLI::Range(0, 18));
  s.add_common(*s.allocate, s.allocate_asked.json, "As JSON (docs/rules-of-origin.md)");
}

rules_of_origin_arguments::~rules_of_origin_arguments() = default;

std::vector<CLI::App*> rules_of_origin_arguments::commands() const {
  return {state_->rvc, state_->allocate};
}

bool rules_of_origin_arguments::chosen() const { return *state_->rvc || *state_->allocate; }

int rules_of_origin_arguments::start() {
  state& s = *state_;
  if (*s.allocate) {
    allocate_request& r = s.allocate_asked;
    r.amount = decimal::parse(s.amount).value();
    for (const std::string& t : s.by) r.by.push_back(decimal::parse(t).value());
    if (!s.ratio_decimals.empty()) r.ratio_decimals = std::stoi(s.ratio_decimals);
    r.colour = s.colour_asked();
    return run_allocate(r);
  }
  rvc_request& r = s.rvc_asked;
  rvc_question& q = r.question;
  q.method = parse_rvc_method(s.method).value();
  q.value = amounts(s.value);
  q.international_shipping = amounts(s.shipping);
  q.total_cost = amounts(s.total);
  q.costs = amounts(s.costs);
  q.excluded = amounts(s.excluded);
  q.vnm = amounts(s.vnm);
  q.vom = amounts(s.vom);
  if (!s.at_least.empty()) q.limit = rvc_limit{decimal::parse(s.at_least).value(), false};
  if (!s.at_most.empty()) q.limit = rvc_limit{decimal::parse(s.at_most).value(), true};
  r.colour = s.colour_asked();
  return run_rvc(r);
}

}  // namespace tradewarden::cli
