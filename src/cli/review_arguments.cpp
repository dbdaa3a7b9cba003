#include <CLI/CLI.hpp>
#include <string>

#include "cli/audit_command.hpp"
#include "cli/colour_option.hpp"
#include "cli/command_group.hpp"
#include "cli/decisions_command.hpp"
#include "cli/exit_code.hpp"
#include "cli/option_checks.hpp"
#include "review/decision_json.hpp"

namespace tradewarden::cli {
namespace {

constexpr const char* k_decision_examples = R"(Examples:
  tradewarden screen --index lists.twi --store lists.store --customer C-17 "Ivan Petrov"
      every answer is kept; its id is said
  tradewarden decisions add --store lists.store --answer 3f0c9a21 --hit 1 --who "A. Analyst" \
      --approved-by "B. Officer" --reason "born 1990, passport seen" --expires 2027-08-01
      from now on hit 1 is shown as set aside for C-17, and for nobody else
  tradewarden decisions list --store lists.store --customer C-17
  tradewarden decisions withdraw --store lists.store 5d01c2ab --who "B. Officer" --reason "new facts"
  tradewarden decisions export --store lists.store --output decisions.jsonl

A decision is for one customer and one entry, and ends by itself when either changes. docs/decisions.md)";

constexpr const char* k_audit_examples = R"(Examples:
  tradewarden audit list --store lists.store
  tradewarden audit verify --store lists.store
      every record against its digest; exit code 4 names the first that was changed
  tradewarden audit replay --store lists.store 3f0c9a21
      the answer again, byte for byte, or exactly what lacks (exit code 4)

docs/audit-trail.md)";

struct review_group final : command_group {
  struct command {
    CLI::App* app;
    int (*decisions)(const decisions_request&);
    int (*audit)(const audit_request&);
  };
  CLI::App* decisions = nullptr;
  CLI::App* audit = nullptr;
  std::vector<command> runnable;
  decisions_request decided;
  audit_request asked;
  std::string expires, as_of, head;

  CLI::App& add(CLI::App& to, const char* name, const char* about, std::string& store) {
    CLI::App& app = *to.add_subcommand(name, about);
    app.footer(&to == decisions ? k_decision_examples : k_audit_examples);
    app.add_option("--store", store, "The file of the store")->required()->option_text("FILE");
    add_colour(app, decided.colour);
    return app;
  }
  CLI::App& add_decision(const char* name, const char* about, int (*run)(const decisions_request&)) {
    CLI::App& app = add(*decisions, name, about, decided.store);
    runnable.push_back({&app, run, nullptr});
    return app;
  }
  CLI::App& add_audit(const char* name, const char* about, int (*run)(const audit_request&)) {
    CLI::App& app = add(*audit, name, about, asked.store);
    runnable.push_back({&app, nullptr, run});
    return app;
  }
  void add_json(CLI::App& app) { app.add_flag("--json", decided.json, "As JSON Lines (docs/decision.schema.json)"); }
  void add_who(CLI::App& app) {
    app.add_option("--who", decided.who, "Who decides; it is kept")->required()->option_text("NAME");
  }
  void add_reason(CLI::App& app) {
    app.add_option("--reason", decided.reason, "Why; it is kept")->required()->option_text("TEXT");
  }
  void add_id(CLI::App& app) {
    app.add_option("DECISION", decided.decision, "Its id, or the first digits of it")->required()->option_text(" ");
  }
  void add_day(CLI::App& app, const char* name, std::string& to, const char* about) {
    app.add_option(name, to, about)->option_text("YYYY-MM-DD")->check(checked_by([](const std::string& s) {
      return day::parse(s);
    }));
  }

  explicit review_group(CLI::App& root) {
    decisions = root.add_subcommand("decisions", "Set a hit aside for one customer, with reason, persons and an end");
    decisions->require_subcommand(1);
    decisions->footer(k_decision_examples);
    CLI::App& made = add_decision("add", "Decide that a hit of an answer is not the customer", run_decisions_add);
    made.add_option("--answer", decided.answer, "Id of the answer (screen --store says it), or its first digits")
        ->required()
        ->option_text("ID");
    made.add_option("--hit", decided.hit, "The hit: its rank, or LIST:SOURCE_ID")->required()->option_text("N");
    add_reason(made);
    add_who(made);
    made.add_option("--approved-by", decided.approved_by, "The second person; without, `decisions approve` is needed")
        ->option_text("NAME");
    add_day(made, "--expires", expires, "The first day on which it no longer holds");
    add_json(made);
    CLI::App& approve = add_decision("approve", "Approve it, as a second person", run_decisions_approve);
    add_id(approve);
    add_who(approve);
    add_json(approve);
    CLI::App& withdraw = add_decision("withdraw", "End it", run_decisions_withdraw);
    add_id(withdraw);
    add_who(withdraw);
    add_reason(withdraw);
    add_json(withdraw);
    CLI::App& list = add_decision("list", "All of them, with what they are good for today", run_decisions_list);
    list.add_option("--customer", decided.customer, "Only of this customer")->option_text("ID");
    add_day(list, "--as-of,--date", as_of, "The day to answer for; default: today in UTC");
    add_json(list);
    CLI::App& out = add_decision("export", "Write all of them as JSON Lines", run_decisions_export);
    decided.file = "-";
    out.add_option("--output", decided.file, "To a file; - (default) is standard output")->option_text("FILE");
    CLI::App& in = add_decision("import", "Read such lines: what is here already stays as it is", run_decisions_import);
    in.add_option("FILE", decided.file, "The file; - is standard input")->required()->option_text(" ");

    audit = root.add_subcommand("audit", "Check the audit trail, and give an old answer again");
    audit->require_subcommand(1);
    audit->footer(k_audit_examples);
    CLI::App& answers = add_audit("list", "The answers that are kept", run_audit_list);
    answers.add_flag("--json", asked.json, "As JSON Lines");
    CLI::App& check = add_audit("verify", "Work out every digest of the trail again", run_audit_verify);
    check.add_option("--head", head, "A digest that verify has printed before: it must be part of the trail")
        ->option_text("HEX")
        ->check(CLI::Validator([](std::string& s) {
          return review::digest_from(s) ? std::string() : "is no SHA-256: 64 lower-case hexadecimal digits";
        }, ""));
    check.add_flag("--json", asked.json, "As JSON");
    CLI::App& replay = add_audit("replay", "Give an answer again, byte for byte, as JSON", run_audit_replay);
    replay.add_option("ANSWER", asked.answer, "Its id, or the first digits of it")->required()->option_text(" ");
    replay.add_option("--index", asked.index_path, "The index it was given by; without, it is built again from the store")
        ->option_text("FILE");
    add_score_choice(replay, asked.score);
  }

  [[nodiscard]] std::vector<CLI::App*> commands() const override {
    std::vector<CLI::App*> out;
    for (const command& c : runnable) out.push_back(c.app);
    return out;
  }

  [[nodiscard]] int start() override {
    if (!expires.empty()) decided.expires = day::parse(expires).value();
    if (!as_of.empty()) decided.as_of = day::parse(as_of).value();
    if (!head.empty()) asked.head = review::digest_from(head);
    asked.colour = decided.colour;
    for (const command& c : runnable) {
      if (!*c.app) continue;
      return c.decisions != nullptr ? c.decisions(decided) : c.audit(asked);
    }
    return k_usage;
  }
};

}  // namespace

std::unique_ptr<command_group> review_commands(CLI::App& root) {
  return std::make_unique<review_group>(root);
}

}  // namespace tradewarden::cli
