#include "tradewarden/whatif.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_origin_whatif(tw_whatif_answer** out, const tw_origin* origin,
                           const tw_whatif_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_whatif_answer> {
    if (!is(origin)) return no_handle("origin");
    const auto o = read_struct(options, "options");
    if (!o) return o.error();
    tw::whatif_options asked;
    auto question = origin_question(o->question);
    if (!question) return question.error();
    asked.question = std::move(*question);
    const auto changes = texts_of(o->changes, o->change_count, "options.changes");
    if (!changes) return changes.error();
    for (const std::string& text : *changes) {
      auto change = tw::whatif_change::parse(text);
      if (!change) return change.error();
      asked.changes.push_back(std::move(*change));
    }
    const auto replacement = flag_of(o->replacement, "options.replacement");
    if (!replacement) return replacement.error();
    asked.replacement = *replacement;
    auto report = tw::whatif(origin->engine).evaluate(asked);
    if (!report) return report.error();
    auto answer = std::make_unique<tw_whatif_answer>();
    answer->report = std::move(*report);
    return answer;
  });
}

void tw_whatif_answer_free(tw_whatif_answer* answer) { release(answer); }

tw_status tw_whatif_info_get(tw_whatif_info* out, size_t out_size, const tw_whatif_answer* answer) {
  if (!is(answer)) return TW_USAGE;
  const tw::whatif_report& r = answer->report;
  return put(out, out_size,
             tw_whatif_info{r.moved.size(), r.unmoved, r.replacements.size(), r.notes.size()});
}

tw_status tw_whatif_note(tw_str* out, const tw_whatif_answer* answer, size_t i) {
  if (!is(answer) || i >= answer->report.notes.size()) return TW_USAGE;
  return put(out, str(std::string_view(answer->report.notes[i])));
}

tw_status tw_whatif_move_get(tw_whatif_move* out, size_t out_size, const tw_whatif_answer* answer,
                             size_t i) {
  if (!is(answer)) return TW_USAGE;
  return put_row(out, out_size, answer->report.moved, i, [](const tw::whatif_move& m) {
    return tw_whatif_move{str(m.product), str(m.destination), static_cast<int32_t>(m.regime),
                          static_cast<int32_t>(m.before), static_cast<int32_t>(m.after), 0,
                          share_view(m.share_before), share_view(m.share_after)};
  });
}

tw_status tw_whatif_replacement_get(tw_whatif_replacement* out, size_t out_size,
                                    const tw_whatif_answer* answer, size_t i) {
  if (!is(answer)) return TW_USAGE;
  return put_row(out, out_size, answer->report.replacements, i,
                 [](const tw::whatif_replacement& r) {
                   return tw_whatif_replacement{str(r.product),
                                                str(r.destination),
                                                str(r.why),
                                                static_cast<int32_t>(r.regime),
                                                r.found ? 1 : 0,
                                                r.proved_cheapest ? 1 : 0,
                                                0,
                                                amount_view(r.cost_more),
                                                amount_view(r.cost_less),
                                                share_view(r.share_after),
                                                r.exchanges.size()};
                 });
}

tw_status tw_whatif_exchange_get(tw_whatif_exchange* out, size_t out_size,
                                 const tw_whatif_answer* answer, size_t replacement, size_t i) {
  if (!is(answer) || replacement >= answer->report.replacements.size()) return TW_USAGE;
  return put_row(out, out_size, answer->report.replacements[replacement].exchanges, i,
                 [](const tw::whatif_exchange& e) {
                   return tw_whatif_exchange{str(e.parent),
                                             str(e.pos),
                                             str(e.from),
                                             str(e.to),
                                             amount_view(e.controlled_less),
                                             amount_view(e.cost_more),
                                             amount_view(e.cost_less)};
                 });
}

tw_status tw_whatif_json(tw_text** out, const tw_whatif_answer* answer, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(answer)) return no_handle("answer");
    return new_text(tw::to_json(answer->report));
  });
}
