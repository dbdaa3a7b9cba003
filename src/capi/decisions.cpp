// What people decide of hits: made, approved, withdrawn, carried over.
#include <sstream>

#include "capi/input.hpp"
#include "capi/output.hpp"
#include "capi/review.hpp"
#include "review/decision_import.hpp"

namespace tradewarden::capi {

told_decision::told_decision(decision d, decision_state s)
    : content(std::move(d)),
      state(s),
      customer_digest(content.customer_digest.to_string()),
      entry_digest(content.entry_digest.to_string()) {}

tw_decision decision_view(const told_decision& told) noexcept {
  const decision& d = told.content;
  tw_decision view{};
  view.id = str(d.id);
  view.customer = str(d.customer);
  view.customer_digest = str(told.customer_digest);
  view.customer_name = str(d.customer_name);
  view.list = str(d.list);
  view.source_id = str(d.source_id);
  view.entry_digest = str(told.entry_digest);
  view.entry_name = str(d.entry_name);
  view.reason = str(d.reason);
  view.who = str(d.who);
  view.at = str(d.at);
  view.approved_by = str(d.approved_by);
  view.approved_at = str(d.approved_at);
  view.withdrawn_by = str(d.withdrawn_by);
  view.withdrawn_at = str(d.withdrawn_at);
  view.withdrawn_reason = str(d.withdrawn_reason);
  view.expires = number(d.expires);
  view.state = static_cast<std::int32_t>(told.state);
  return view;
}

namespace {

/// The texts and the day of a decision that is asked for.
struct wanted_decision {
  std::string answer;
  std::string hit;
  std::string reason;
  std::string who;
  std::string approved_by;
  std::optional<day> expires;
};

result<wanted_decision> wanted_of(const tw_new_decision* given) {
  if (given == nullptr) return usage("there is no decision", "decision");
  const auto d = read_struct(given, "decision");
  if (!d) return d.error();
  wanted_decision out;
  const struct {
    const tw_str& from;
    std::string& to;
    const char* name;
  } texts[] = {{d->answer, out.answer, "decision.answer"},
               {d->hit, out.hit, "decision.hit"},
               {d->reason, out.reason, "decision.reason"},
               {d->who, out.who, "decision.who"},
               {d->approved_by, out.approved_by, "decision.approved_by"}};
  for (const auto& t : texts) {
    const auto text = text_of(t.from, t.name);
    if (!text) return text.error();
    t.to = *text;
  }
  const auto expires = day_of(d->expires, "decision.expires");
  if (!expires) return expires.error();
  out.expires = *expires;
  return out;
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_trail_decide(tw_decisions** out, tw_trail* trail, const tw_new_decision* decision,
                          tw_error* error) {
  return make(out, error, [&]() -> made<tw_decisions> {
    if (!is(trail)) return no_handle("trail");
    auto wanted = wanted_of(decision);
    if (!wanted) return wanted.error();
    tw::review::review_session& session = trail->session;
    const auto answer = tw::find_answer(session.trail(), wanted->answer);
    if (!answer) return answer.error();
    auto d = tw::review::decide_on(*answer, wanted->hit);
    if (!d) return d.error();
    d->reason = std::move(wanted->reason);
    d->who = std::move(wanted->who);
    d->approved_by = std::move(wanted->approved_by);
    d->expires = wanted->expires;
    auto added = session.book().add(session.trail(), std::move(*d));
    if (!added) return added.error();
    const tw::decision_state state = tw::review::standing(*added, tw::day::today_utc());
    auto one = std::make_unique<tw_decisions>();
    one->rows.emplace_back(std::move(*added), state);
    return one;
  });
}

tw_status tw_trail_approve(tw_trail* trail, const char* id, size_t id_size, const char* who,
                           size_t who_size, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(trail)) return no_handle("trail");
    const auto which = text_of(id, id_size, "id");
    if (!which) return which.error();
    const auto by = text_of(who, who_size, "who");
    if (!by) return by.error();
    const auto done = trail->session.book().approve(trail->session.trail(), *which, std::string(*by));
    if (!done) return done.error();
    return {};
  });
}

tw_status tw_trail_withdraw(tw_trail* trail, const char* id, size_t id_size, const char* who,
                            size_t who_size, const char* reason, size_t reason_size,
                            tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    if (!is(trail)) return no_handle("trail");
    const auto which = text_of(id, id_size, "id");
    if (!which) return which.error();
    const auto by = text_of(who, who_size, "who");
    if (!by) return by.error();
    const auto why = text_of(reason, reason_size, "reason");
    if (!why) return why.error();
    const auto done = trail->session.book().withdraw(trail->session.trail(), *which, std::string(*by),
                                                     std::string(*why));
    if (!done) return done.error();
    return {};
  });
}

tw_status tw_trail_decisions(tw_decisions** out, const tw_trail* trail, const char* customer,
                             size_t customer_size, tw_day on, tw_error* error) {
  return make(out, error, [&]() -> made<tw_decisions> {
    if (!is(trail)) return no_handle("trail");
    const auto whose = text_of(customer, customer_size, "customer");
    if (!whose) return whose.error();
    const auto day = day_of(on, "on");
    if (!day) return day.error();
    const tw::day when = day->value_or(tw::day::today_utc());
    const tw::decision_book& book = trail->session.book();
    auto all = std::make_unique<tw_decisions>();
    for (const tw::decision& d : whose->empty() ? book.all() : book.of_customer(*whose)) {
      all->rows.emplace_back(d, tw::review::standing(d, when));
    }
    return all;
  });
}

tw_status tw_trail_import_decisions(uint64_t* added, tw_problems** problems, tw_trail* trail,
                                    const char* lines, size_t lines_size, tw_error* error) {
  return guarded(error, [&]() -> tw::result<void> {
    give(problems, nullptr);
    if (!is(trail)) return no_handle("trail");
    const auto text = text_of(lines, lines_size, "lines");
    if (!text) return text.error();
    auto told = std::make_unique<tw_problems>();
    std::istringstream in{std::string(*text)};
    const auto counts = tw::review::import_decisions(trail->session, in, "lines", [&](const tw::error& e) {
      told_problem row = refused(e);
      row.severity = TW_SEVERITY_REJECTED;
      told->rows.push_back(std::move(row));
    });
    give(problems, std::move(told));
    if (!counts) return counts.error();
    if (is_memory(added, alignof(std::uint64_t))) *added = counts->added;
    return {};
  });
}

size_t tw_decisions_count(const tw_decisions* decisions) {
  return is(decisions) ? decisions->rows.size() : 0;
}

tw_status tw_decisions_get(tw_decision* out, size_t out_size, const tw_decisions* decisions,
                           size_t i) {
  if (!is(decisions)) return TW_USAGE;
  return put_row(out, out_size, decisions->rows, i, decision_view);
}

tw_status tw_decisions_jsonl(tw_text** out, const tw_decisions* decisions, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(decisions)) return no_handle("decisions");
    std::string lines;
    for (const told_decision& d : decisions->rows) lines += tw::to_json(d.content) + '\n';
    return new_text(std::move(lines));
  });
}

void tw_decisions_free(tw_decisions* decisions) { release(decisions); }
