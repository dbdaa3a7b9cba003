#include "tradewarden/origin_answer.hpp"

#include "capi/handles.hpp"
#include "capi/output.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

const tw::origin_result* result_of(const tw_origin_answer* answer, size_t i) {
  if (!is(answer) || i >= answer->report.results.size()) return nullptr;
  return &answer->report.results[i];
}

const std::vector<std::string>* texts(const tw_origin_answer* answer, size_t result,
                                      int32_t which) {
  const tw::origin_result* r = result_of(answer, result);
  if (r == nullptr) return nullptr;
  switch (which) {
    case TW_TEXTS_ASSUMPTIONS: return &r->assumptions;
    case TW_TEXTS_DUTIES: return &r->duties;
    case TW_TEXTS_NOT_EVALUATED: return &r->not_evaluated;
    default: return nullptr;
  }
}

const std::vector<tw::counted_part>* parts(const tw::origin_result& r, int32_t which) {
  switch (which) {
    case TW_PARTS_COUNTED: return &r.counted.all();
    case TW_PARTS_NOT_COUNTED: return &r.not_counted.all();
    case TW_PARTS_ZERO_PERCENT: return &r.zero_percent_content.all();
    default: return nullptr;
  }
}

tw_question question_view(const tw::question& q) {
  tw_question view{};
  view.fact = str(q.fact);
  view.part = str(q.part);
  view.text = str(q.text);
  view.answer = str(q.answer);
  view.value = amount_view(std::optional<tw::exact_fraction>());
  return view;
}

}  // namespace

size_t tw_origin_answer_count(const tw_origin_answer* answer) {
  return is(answer) ? answer->report.results.size() : 0;
}

tw_status tw_origin_answer_result(tw_origin_result* out, size_t out_size,
                                  const tw_origin_answer* answer, size_t i) {
  const tw::origin_result* r = result_of(answer, i);
  if (r == nullptr) return TW_USAGE;
  tw_origin_result view{};
  view.product = str(r->product);
  view.product_name = str(r->product_name);
  view.destination = str(r->destination);
  view.treated_as = str(r->treated_as);
  view.exported_from = str(r->exported_from);
  view.currency = str(r->currency);
  view.date = number(r->date);
  view.regime = static_cast<int32_t>(r->regime);
  view.verdict = static_cast<int32_t>(r->verdict);
  view.has_threshold = r->threshold ? 1 : 0;
  if (r->threshold) {
    view.threshold_num = r->threshold->num;
    view.threshold_den = r->threshold->den;
    view.threshold_at_least = r->threshold->op == tw::threshold_operator::at_least ? 1 : 0;
  }
  view.deciding_verdict = static_cast<int32_t>(r->deciding_verdict);
  view.share = share_view(r->share);
  view.share_without_second_incorporation = share_view(r->second_incorporation.without);
  view.controlled_value = amount_view(r->controlled_value);
  view.product_value = amount_view(r->product_value);
  view.room = amount_view(r->room);
  view.excess = amount_view(r->excess);
  view.tests = r->tests.size();
  view.deciding = r->deciding_unknowns.size();
  view.counted = r->counted.size();
  view.not_counted = r->not_counted.size();
  view.zero_percent = r->zero_percent_content.size();
  view.more_counted = r->more_counted;
  view.more_not_counted = r->more_not_counted;
  view.rules = r->rules.size();
  view.summary = r->summary ? 1 : 0;
  view.deciding_both = r->deciding_both ? 1 : 0;
  return put(out, out_size, view);
}

tw_status tw_origin_answer_test(tw_origin_test* out, size_t out_size,
                                const tw_origin_answer* answer, size_t result, size_t i) {
  const tw::origin_result* r = result_of(answer, result);
  if (r == nullptr) return TW_USAGE;
  return put_row(out, out_size, r->tests, i, [](const tw::test_result& t) {
    tw_origin_test view{};
    view.id = str(t.id);
    view.why = str(t.why);
    view.verdict = static_cast<int32_t>(t.verdict);
    view.has_share = t.share ? 1 : 0;
    constexpr std::string_view none;
    const tw_str empty = str(none);
    view.share = t.share ? share_view(*t.share)
                         : tw_share{empty, empty, empty, empty, empty, empty};
    view.questions = t.questions.size();
    return view;
  });
}

tw_status tw_origin_answer_test_question(tw_question* out, size_t out_size,
                                         const tw_origin_answer* answer, size_t result, size_t test,
                                         size_t i) {
  const tw::origin_result* r = result_of(answer, result);
  if (r == nullptr || test >= r->tests.size()) return TW_USAGE;
  return put_row(out, out_size, r->tests[test].questions, i, question_view);
}

tw_status tw_origin_answer_deciding(tw_question* out, size_t out_size,
                                    const tw_origin_answer* answer, size_t result, size_t i) {
  const tw::origin_result* r = result_of(answer, result);
  if (r == nullptr) return TW_USAGE;
  return put_row(out, out_size, r->deciding_unknowns, i, [](const tw::deciding_unknown& u) {
    tw_question view = question_view(u.ask);
    view.value = amount_view(u.value);
    return view;
  });
}

tw_status tw_origin_answer_part(tw_counted_part* out, size_t out_size,
                                const tw_origin_answer* answer, size_t result, int32_t which,
                                size_t i) {
  const tw::origin_result* r = result_of(answer, result);
  const auto* rows = r != nullptr ? parts(*r, which) : nullptr;
  if (rows == nullptr) return TW_USAGE;
  return put_row(out, out_size, *rows, i, [](const tw::counted_part& p) {
    tw_counted_part view{};
    view.part = str(p.part);
    view.name = str(p.name);
    view.eccn = str(p.eccn);
    view.content = str(p.content);
    view.unit = str(p.unit);
    view.reason = str(p.reason);
    view.why = str(p.why);
    view.quantity = amount_view(p.quantity);
    view.value = amount_view(p.value);
    view.worth = amount_view(p.worth);
    view.counts = static_cast<int32_t>(p.counts);
    view.rules = p.rules.size();
    return view;
  });
}

tw_status tw_origin_answer_part_rule(size_t* out, const tw_origin_answer* answer, size_t result,
                                     int32_t which, size_t part, size_t i) {
  const tw::origin_result* r = result_of(answer, result);
  const auto* rows = r != nullptr ? parts(*r, which) : nullptr;
  if (rows == nullptr || part >= rows->size() || i >= (*rows)[part].rules.size()) return TW_USAGE;
  return put(out, static_cast<size_t>((*rows)[part].rules[i]));
}

tw_status tw_origin_answer_rule(tw_rule_use* out, size_t out_size, const tw_origin_answer* answer,
                                size_t result, size_t i) {
  const tw::origin_result* r = result_of(answer, result);
  if (r == nullptr) return TW_USAGE;
  return put_row(out, out_size, r->rules, i, [](const tw::rule_use& u) {
    return tw_rule_use{str(u.id),    str(u.citation),      str(u.from), str(u.until),
                       str(u.edition), u.verified ? 1 : 0, 0};
  });
}

size_t tw_origin_answer_text_count(const tw_origin_answer* answer, size_t result, int32_t which) {
  const auto* all = texts(answer, result, which);
  return all != nullptr ? all->size() : 0;
}

tw_status tw_origin_answer_text(tw_str* out, const tw_origin_answer* answer, size_t result,
                                int32_t which, size_t i) {
  const auto* all = texts(answer, result, which);
  if (all == nullptr || i >= all->size()) return TW_USAGE;
  return put(out, str(std::string_view((*all)[i])));
}
