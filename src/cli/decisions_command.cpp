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
#include "support/ascii.hpp"
#include "tradewarden/answer_record.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_most_line = 1 << 20;  // bytes of a decision

struct opened {
  audit_trail trail;
  decision_book book;
};

result<opened> open_book(const std::string& path, store_access access) {
  auto trail = audit_trail::open(path, access);
  if (!trail) return trail.error();
  auto book = decision_book::read(*trail);
  if (!book) return book.error();
  return opened{std::move(*trail), std::move(*book)};
}

/// Without the customer and the entry at hand: as if both were as they were.
decision_state standing(const decision& d, day on) { return state_of(d, on, d.customer_digest, d.entry_digest); }

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

/// The hit by its rank or its key.
result<decision> decided_hit(const recorded_answer& answer, const std::string& hit) {
  const std::size_t colon = hit.find(':');
  if (colon != std::string::npos) return decision_on(answer, hit.substr(0, colon), hit.substr(colon + 1));
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    if (hit == std::to_string(i + 1)) return decision_on(answer, answer.hits[i].list, answer.hits[i].source_id);
  }
  return error{errc::not_found, "the answer has no hit " + hit + " (a rank, or LIST:ID)", {}, 0, {}};
}

/// What an import says of a decision beyond that it was made.
result<void> catch_up(opened& o, const decision& imported) {
  auto here = o.book.find(imported.id);
  if (!here) {
    auto added = o.book.add(o.trail, imported);
    if (!added) return added.error();
    return {};
  }
  if (here->approved_by.empty() && !imported.approved_by.empty()) {
    auto done = o.book.approve(o.trail, imported.id, imported.approved_by);
    if (!done) return done.error();
  }
  if (here->withdrawn_by.empty() && !imported.withdrawn_by.empty()) {
    auto done = o.book.withdraw(o.trail, imported.id, imported.withdrawn_by,
                                imported.withdrawn_reason.empty() ? "as imported" : imported.withdrawn_reason);
    if (!done) return done.error();
  }
  return {};
}

int import_lines(opened& o, std::istream& in, const std::string& name) {
  std::uint64_t line = 0;
  std::uint64_t failed = 0;
  std::uint64_t rows = 0;
  const std::size_t before = o.book.all().size();
  for (std::string text; std::getline(in, text);) {
    ++line;
    if (ascii::trim(text).empty()) continue;
    ++rows;
    auto d = text.size() > k_most_line ? result<decision>(error{errc::limit_exceeded, "the line is too long", name, line, {}})
                                       : parse_decision(text, name, line);
    auto done = d ? catch_up(o, *d) : result<void>(d.error());
    if (done) continue;
    ++failed;
    error e = done.error();
    e.file = name;
    e.line = line;
    say(e.to_string());
    if (e.code == errc::io) return k_output_failed;
  }
  if (in.bad()) {
    say(name + ": reading broke off after line " + std::to_string(line));
    return k_refused;
  }
  say(counted(rows, "decision", "decisions") + " read, " + grouped(o.book.all().size() - before) + " new, " +
      grouped(failed) + " failed");
  return failed == 0 ? k_done : k_rows_failed;
}

}  // namespace

int run_decisions_add(const decisions_request& request) {
  auto o = open_book(request.store, store_access::write);
  if (!o) return report(o.error());
  const auto answer = find_answer(o->trail, request.answer);
  if (!answer) return report(answer.error());
  auto d = decided_hit(*answer, request.hit);
  if (!d) return report(d.error());
  d->reason = request.reason;
  d->who = request.who;
  d->approved_by = request.approved_by;
  d->expires = request.expires;
  const auto done = o->book.add(o->trail, std::move(*d));
  if (done && done->approved_by.empty()) {
    say("decision " + done->id + " sets nothing aside before a second person has approved it (decisions approve)");
  }
  return told(done, request);
}

int run_decisions_approve(const decisions_request& request) {
  auto o = open_book(request.store, store_access::write);
  if (!o) return report(o.error());
  return told(o->book.approve(o->trail, request.decision, request.who), request);
}

int run_decisions_withdraw(const decisions_request& request) {
  auto o = open_book(request.store, store_access::write);
  if (!o) return report(o.error());
  return told(o->book.withdraw(o->trail, request.decision, request.who, request.reason), request);
}

int run_decisions_list(const decisions_request& request) {
  const auto o = open_book(request.store, store_access::read);
  if (!o) return report(o.error());
  const day on = request.as_of.value_or(day::today_utc());
  table t({{"decision", table::left}, {"customer", table::left}, {"list", table::left}, {"entry", table::flexible},
           {"state", table::left}, {"who", table::left}, {"approved by", table::left}, {"expires", table::left},
           {"reason", table::optional}});
  for (const decision& d : o->book.all()) {
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
  const auto o = open_book(request.store, store_access::read);
  if (!o) return report(o.error());
  auto out = output_file::open(request.file);
  if (!out) return report(out.error());
  for (const decision& d : o->book.all()) {
    if (!out->write(to_json(d) + '\n')) break;
  }
  if (auto done = out->commit(); !done) {
    say(done.error().to_string());
    return k_output_failed;
  }
  return k_done;
}

int run_decisions_import(const decisions_request& request) {
  auto o = open_book(request.store, store_access::create);
  if (!o) return report(o.error());
  if (request.file == "-") return import_lines(*o, std::cin, "standard input");
  std::ifstream in(request.file, std::ios::binary);
  if (!in) return report({errc::not_found, "the file cannot be opened", request.file, 0, {}});
  return import_lines(*o, in, request.file);
}

}  // namespace tradewarden::cli
