// Look-ups in the rules: one kind of answer for all of them, with its basis.
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "tradewarden/classification.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

/// Two texts and a day, asked of a book by `ask`, which fills in what kind of value there is.
struct asked_for {
  const char* first;
  size_t first_size;
  const char* first_name;
  const char* second;
  size_t second_size;
  const char* second_name;
  tw_day on;
};

template <class Answer>
void keep_basis(tw_finding& to, Answer&& answer) {
  to.why = answer.why;
  to.basis = std::move(answer.basis);
  to.asks = std::move(answer.asks);
}

void keep(tw_finding& to, tw::rule_answer<tw::truth> answer) {
  to.figures.truth = static_cast<int32_t>(answer.value);
  keep_basis(to, std::move(answer));
}

template <class Ask>
tw_status find(tw_finding** out, const tw_rules* rules, const asked_for& q, tw_error* error,
               Ask ask) {
  return make(out, error, [&]() -> made<tw_finding> {
    if (!is(rules)) return no_handle("rules");
    const auto first = text_of(q.first, q.first_size, q.first_name);
    if (!first) return first.error();
    const auto second = text_of(q.second, q.second_size, q.second_name);
    if (!second) return second.error();
    const auto on = required_day(q.on, "on");
    if (!on) return on.error();
    auto found = std::make_unique<tw_finding>(rules->book);
    found->figures.truth = TW_UNKNOWN;
    // The book of the finding, not the caller's: views of the basis live as long as the finding.
    const tw::result<void> done = ask(*found, *first, *second, *on);
    if (!done) return done.error();
    return found;
  });
}

}  // namespace

tw_status tw_rules_threshold(tw_finding** out, const tw_rules* rules, int32_t regime,
                             const char* country, size_t country_size, tw_day on,
                             tw_error* error) {
  return find(out, rules, {country, country_size, "country", nullptr, 0, "", on}, error,
              [&](tw_finding& f, std::string_view where, std::string_view,
                  tw::day day) -> tw::result<void> {
                const auto law = choice_of(regime, TW_REGIME_US_OFAC, "regime");
                if (!law) return law.error();
                auto answer = *law == TW_REGIME_US_OFAC ? f.book.ofac_threshold(where, day)
                                                        : f.book.ear_threshold(where, day);
                if (answer.value) {
                  f.figures.has_share = 1;
                  f.figures.num = answer.value->num;
                  f.figures.den = answer.value->den;
                  f.figures.at_least = answer.value->op == tw::threshold_operator::at_least;
                }
                keep_basis(f, std::move(answer));
                return {};
              });
}

tw_status tw_rules_in_group(tw_finding** out, const tw_rules* rules, const char* group,
                            size_t group_size, const char* country, size_t country_size, tw_day on,
                            tw_error* error) {
  return find(out, rules, {group, group_size, "group", country, country_size, "country", on}, error,
              [](tw_finding& f, std::string_view name, std::string_view where,
                 tw::day day) -> tw::result<void> {
                keep(f, f.book.in_group(name, where, day));
                return {};
              });
}

tw_status tw_rules_chart_mark(tw_finding** out, const tw_rules* rules, const char* country,
                              size_t country_size, const char* column, size_t column_size,
                              tw_day on, tw_error* error) {
  return find(out, rules, {country, country_size, "country", column, column_size, "column", on},
              error,
              [](tw_finding& f, std::string_view where, std::string_view which,
                 tw::day day) -> tw::result<void> {
                keep(f, f.book.chart_mark(where, which, day));
                return {};
              });
}

tw_status tw_rules_resolve(tw_finding** out, const tw_rules* rules, const char* country,
                           size_t country_size, tw_day on, tw_error* error) {
  return find(out, rules, {country, country_size, "country", nullptr, 0, "", on}, error,
              [](tw_finding& f, std::string_view where, std::string_view,
                 tw::day day) -> tw::result<void> {
                auto answer = f.book.resolve(where, day);
                f.text = std::move(answer.value);
                f.figures.truth = f.text.empty() ? TW_NO : TW_YES;
                keep_basis(f, std::move(answer));
                return {};
              });
}

tw_status tw_rules_in_class(tw_finding** out, const tw_rules* rules, const char* name,
                            size_t name_size, const char* classification,
                            size_t classification_size, tw_day on, tw_error* error) {
  return find(out, rules,
              {name, name_size, "name", classification, classification_size, "classification", on},
              error,
              [](tw_finding& f, std::string_view which, std::string_view code,
                 tw::day day) -> tw::result<void> {
                const auto parsed = tw::classification::parse(code);
                if (!parsed) return parsed.error();
                keep(f, f.book.in_class(which, *parsed, day));
                return {};
              });
}

tw_status tw_rules_destination(tw_finding** out, const tw_rules* rules, const char* set,
                               size_t set_size, const char* country, size_t country_size,
                               tw_day on, tw_error* error) {
  return find(out, rules, {set, set_size, "set", country, country_size, "country", on}, error,
              [](tw_finding& f, std::string_view which, std::string_view where,
                 tw::day day) -> tw::result<void> {
                keep(f, f.book.destination(which, where, day));
                return {};
              });
}

void tw_finding_free(tw_finding* finding) { release(finding); }

tw_status tw_finding_info_get(tw_finding_info* out, size_t out_size, const tw_finding* finding) {
  if (!is(finding)) return TW_USAGE;
  tw_finding_info view = finding->figures;
  view.text = str(std::string_view(finding->text));
  view.why = str(finding->why);
  view.basis = finding->basis.size();
  view.asks = finding->asks.size();
  return put(out, out_size, view);
}

tw_status tw_finding_basis(tw_rule_basis* out, size_t out_size, const tw_finding* finding,
                           size_t i) {
  if (!is(finding)) return TW_USAGE;
  return put_row(out, out_size, finding->basis, i, [](const tw::rule_basis& b) {
    return tw_rule_basis{str(b.rule),         str(b.citation),
                         str(b.assumption),   number(b.from),
                         number(b.until),     number(b.published),
                         number(b.edition),   static_cast<int32_t>(b.status),
                         b.verified ? 1 : 0,  b.other_edition ? 1 : 0,
                         0};
  });
}

tw_status tw_finding_ask(tw_str* out, const tw_finding* finding, size_t i) {
  if (!is(finding) || i >= finding->asks.size()) return TW_USAGE;
  return put(out, str(std::string_view(finding->asks[i])));
}
