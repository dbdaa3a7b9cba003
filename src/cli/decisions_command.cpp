#include "cli/decisions_command.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <utility>

#include "audit/decision_words.hpp"
#include "cli/exit_code.hpp"
#include "cli/output_file.hpp"
#include "cli/report.hpp"
#include "cli/table.hpp"
#include "review/decision_import.hpp"

namespace tradewarden::cli {
namespace {

using review::review_session;
using review::standing;

int told(const result<decision>& done, const decisions_request& request) {
  if (!done) {
    const error& e = done.error();
    say(e.to_string());
    return e.code == errc::io ? k_output_failed : e.code == errc::missing_field ? k_usage : k_refused;
  }
  if (request.json) {
    std::cout << to_json(*done) << '\n';
  } else {
    const decision_state s = standing(*done, request.as_of.value_or(day::today_utc()));
    std::cout << done->id << "  " << printable(done->customer) << "  " << printable(done->list) << ':'
              << printable(done->source_id) << "  " << to_string(s) << '\n';
  }
  return output_written() ? k_done : k_output_failed;
}

int import_lines(review_session& session, std::istream& in, const std::string& name) {
  const auto counts = review::import_decisions(session, in, name, [](const error& e) { say(e.to_string()); });
  if (!counts) {
    say(counts.error().to_string());
    return in.bad() ? k_refused : k_output_failed;
  }
  say(counted(counts->read, "decision", "decisions") + " read, " + grouped(counts->added) + " new, " +
      grouped(counts->failed) + " failed");
  return counts->failed == 0 ? k_done : k_rows_failed;
}

}  // namespace

int run_decisions_add(const decisions_request& request) {
  auto o = review_session::open(request.store, store_access::write);
  if (!o) return report(o.error());
  const auto answer = find_answer(o->trail(), request.answer);
  if (!answer) return report(answer.error());
  auto d = review::decide_on(*answer, request.hit);
  if (!d) return report(d.error());
  d->reason = request.reason;
  d->who = request.who;
  d->approved_by = request.approved_by;
  d->expires = request.expires;
  const auto done = o->book().add(o->trail(), std::move(*d));
  if (done && done->approved_by.empty()) {
    say("decision " + done->id + " sets nothing aside before a second person has approved it (decisions approve)");
  }
  return told(done, request);
}

int run_decisions_approve(const decisions_request& request) {
  auto o = review_session::open(request.store, store_access::write);
  if (!o) return report(o.error());
  return told(o->book().approve(o->trail(), request.decision, request.who), request);
}

int run_decisions_withdraw(const decisions_request& request) {
  auto o = review_session::open(request.store, store_access::write);
  if (!o) return report(o.error());
  return told(o->book().withdraw(o->trail(), request.decision, request.who, request.reason), request);
}

int run_decisions_list(const decisions_request& request) {
  const auto o = review_session::open(request.store, store_access::read);
  if (!o) return report(o.error());
  const day on = request.as_of.value_or(day::today_utc());
  table t({{"decision", table::left}, {"customer", table::left}, {"list", table::left}, {"entry", table::flexible},
           {"state", table::left}, {"who", table::left}, {"approved by", table::left}, {"expires", table::left},
           {"reason", table::optional}});
  for (const decision& d : o->book().all()) {
    if (!request.customer.empty() && d.customer != request.customer) continue;
    if (request.json) {
      std::cout << to_json(d) << '\n';
      continue;
    }
    const decision_state s = standing(d, on);
    t.add({{d.id}, {d.customer}, {d.list}, {d.entry_name},
           {std::string(to_string(s)), s == decision_state::in_force ? ink::none : ink::yellow}, {d.who}, {d.approved_by},
           {d.expires ? d.expires->to_string() : ""}, {d.reason}});
  }
  if (!request.json) {
    for (const std::string& line : t.lines(terminal::detect(1, request.colour))) std::cout << line << '\n';
  }
  return output_written() ? k_done : k_output_failed;
}

int run_decisions_export(const decisions_request& request) {
  const auto o = review_session::open(request.store, store_access::read);
  if (!o) return report(o.error());
  auto out = output_file::open(request.file);
  if (!out) return report(out.error());
  for (const decision& d : o->book().all()) {
    if (!out->write(to_json(d) + '\n')) break;
  }
  if (auto done = out->commit(); !done) {
    say(done.error().to_string());
    return k_output_failed;
  }
  return k_done;
}

int run_decisions_import(const decisions_request& request) {
  auto o = review_session::open(request.store, store_access::create);
  if (!o) return report(o.error());
  if (request.file == "-") return import_lines(*o, std::cin, "standard input");
  std::ifstream in(request.file, std::ios::binary);
  if (!in) return report({errc::not_found, "the file cannot be opened", request.file, 0, {}});
  return import_lines(*o, in, request.file);
}

}  // namespace tradewarden::cli
