#include "cli/audit_command.hpp"

#include <iostream>
#include <utility>
#include <vector>

#include "audit/json_parts.hpp"
#include "cli/exit_code.hpp"
#include "cli/index_file.hpp"
#include "cli/report.hpp"
#include "cli/table.hpp"
#include "review/stored_index.hpp"
#include "review/trail_json.hpp"

namespace tradewarden::cli {
namespace {

using audit::json;

}  // namespace

int run_audit_list(const audit_request& request) {
  const auto trail = audit_trail::open(request.store, store_access::read);
  if (!trail) return report(trail.error());
  const auto records = trail->records("answer");
  if (!records) return report(records.error());
  table t({{"record", table::right}, {"at", table::left}, {"answer", table::left}, {"customer", table::left},
           {"name", table::flexible}, {"hits", table::right}});
  for (const trail_record& r : *records) {
    if (request.json) {
      std::cout << review::answer_json(r) << '\n';
      continue;
    }
    const json body = json::parse(r.body, nullptr, false);
    const json query = body.is_object() ? body.value("query", json::object()) : json::object();
    const json hits = body.is_object() ? body.value("hits", json::array()) : json::array();
    const auto text = [&](const char* key) {
      const auto it = query.find(key);
      return it != query.end() && it->is_string() ? it->get<std::string>() : std::string();
    };
    t.add({{std::to_string(r.number)}, {r.at}, {r.subject.substr(0, 16)}, {text("id")}, {text("name")},
           {std::to_string(hits.size())}});
  }
  if (!request.json) {
    for (const std::string& line : t.lines(terminal::detect(1, request.colour))) std::cout << line << '\n';
  }
  return output_written() ? k_done : k_output_failed;
}

int run_audit_verify(const audit_request& request) {
  const auto trail = audit_trail::open(request.store, store_access::read);
  if (!trail) return report(trail.error());
  const auto check = trail->verify(request.head);
  if (!check) return report(check.error());
  if (request.json) {
    std::cout << review::check_json(*check) << '\n';
  } else {
    std::cout << counted(check->records, "record holds", "records hold") << "; head " << check->head.to_string() << '\n';
  }
  const bool shown = output_written();
  if (check->broken) {
    say(request.store + ": the audit trail is broken: record " + std::to_string(check->broken->record) + " " + check->broken->what);
    return k_refused;
  }
  return shown ? k_done : k_output_failed;
}

int run_audit_replay(const audit_request& request) {
  const auto trail = audit_trail::open(request.store, store_access::read);
  if (!trail) return report(trail.error());
  const auto old = find_answer(*trail, request.answer);
  if (!old) return report(old.error());
  auto rules = chosen_rules(request.score);
  if (!rules) return report(rules.error());
  // Without another wish by the score version of the answer.
  if (!*rules) *rules = review::rules_of(*old);
  std::vector<std::string> lacks = lacking(*old, rules->value_or(score_rules()));
  const auto idx = request.index_path.empty() ? review::index_of(*trail, *old, *rules)
                                              : open_index(request.index_path, *rules);
  if (!idx) lacks.push_back(idx.error().to_string());
  if (!lacks.empty()) {
    for (const std::string& lack : lacks) say("answer " + old->id.substr(0, 16) + " cannot be given again: " + lack);
    return k_refused;
  }
  const auto again = replay(*old, *idx);
  if (!again) return report(again.error());
  std::cout << *again << '\n';
  return output_written() ? k_done : k_output_failed;
}

}  // namespace tradewarden::cli
