#include "review/decision_import.hpp"

#include <istream>
#include <utility>

#include "support/ascii.hpp"

namespace tradewarden::review {
namespace {

constexpr std::size_t k_most_line = 1 << 20;  // bytes of a decision

/// What a line says of a decision beyond that it was made.
result<void> take_over(review_session& session, const decision& imported) {
  auto here = session.book().find(imported.id);
  if (!here) {
    auto added = session.book().add(session.trail(), imported);
    if (!added) return added.error();
    return {};
  }
  if (here->approved_by.empty() && !imported.approved_by.empty()) {
    auto done = session.book().approve(session.trail(), imported.id, imported.approved_by);
    if (!done) return done.error();
  }
  if (here->withdrawn_by.empty() && !imported.withdrawn_by.empty()) {
    auto done = session.book().withdraw(session.trail(), imported.id, imported.withdrawn_by,
                                        imported.withdrawn_reason.empty() ? "as imported" : imported.withdrawn_reason);
    if (!done) return done.error();
  }
  return {};
}

result<void> import_line(review_session& session, const std::string& text, const std::string& name,
                         std::uint64_t line) {
  if (text.size() > k_most_line) return error{errc::limit_exceeded, "the line is too long", name, line, {}};
  auto d = parse_decision(text, name, line);
  if (!d) return d.error();
  return take_over(session, *d);
}

}  // namespace

result<decision> decide_on(const recorded_answer& answer, std::string_view hit) {
  const std::size_t colon = hit.find(':');
  if (colon != std::string_view::npos) return decision_on(answer, hit.substr(0, colon), hit.substr(colon + 1));
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    if (hit == std::to_string(i + 1)) return decision_on(answer, answer.hits[i].list, answer.hits[i].source_id);
  }
  return error{errc::not_found, "the answer has no hit " + std::string(hit) + " (a rank, or LIST:ID)", {}, 0, {}};
}

decision_state standing(const decision& d, day on) { return state_of(d, on, d.customer_digest, d.entry_digest); }

result<import_counts> import_decisions(review_session& session, std::istream& lines, const std::string& name,
                                       const std::function<void(const error&)>& told) {
  import_counts counts;
  std::uint64_t line = 0;
  const std::size_t before = session.book().all().size();
  for (std::string text; std::getline(lines, text);) {
    ++line;
    if (ascii::trim(text).empty()) continue;
    ++counts.read;
    auto done = import_line(session, text, name, line);
    if (done) continue;
    ++counts.failed;
    error e = done.error();
    e.file = name;
    e.line = line;
    if (e.code == errc::io) return e;
    told(e);
  }
  if (lines.bad()) {
    return error{errc::io, "reading broke off after line " + std::to_string(line), name, line, {}};
  }
  counts.added = session.book().all().size() - before;
  return counts;
}

}  // namespace tradewarden::review
