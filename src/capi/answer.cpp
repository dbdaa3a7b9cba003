#include "capi/handles.hpp"
#include "capi/output.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

const tw::screening_hit* hit_of(const tw_answer* answer, size_t i) {
  if (!is(answer) || i >= answer->content.hits.size()) return nullptr;
  return &answer->content.hits[i];
}

}  // namespace

tw_status tw_answer_info_get(tw_answer_info* out, size_t out_size, const tw_answer* answer) {
  if (!is(answer)) return TW_USAGE;
  const tw::screening_answer& a = answer->content;
  tw_answer_info view{};
  view.query_id = str(a.query.id);
  view.query_name = str(a.query.name);
  view.index_content = str(answer->index->content);
  view.as_of = number(a.options.as_of);
  view.threshold = a.options.threshold.units();
  view.limit = a.options.limit;
  view.problem = static_cast<int32_t>(a.problem);
  view.screened = tw::was_screened(a.problem) ? 1 : 0;
  view.more_is_exact = a.more_is_exact ? 1 : 0;
  view.more = a.more;
  view.hits = a.hits.size();
  view.notes = a.notes.size();
  view.dropped = a.dropped;
  view.dropped_by = a.dropped_by.size();
  view.links = a.links.size();
  view.set_aside = a.set_aside();
  view.kept_as = str(answer->kept_as);
  return put(out, out_size, view);
}

tw_status tw_answer_note(tw_str* out, const tw_answer* answer, size_t i) {
  if (!is(answer) || i >= answer->content.notes.size()) return TW_USAGE;
  return put(out, str(std::string_view(answer->content.notes[i])));
}

tw_status tw_answer_dropped_by(tw_dropped* out, size_t out_size, const tw_answer* answer,
                               size_t i) {
  if (!is(answer)) return TW_USAGE;
  return put_row(out, out_size, answer->content.dropped_by, i, [](const auto& by) {
    return tw_dropped{str(to_string(by.first)), by.second};
  });
}

size_t tw_answer_hit_count(const tw_answer* answer) {
  return is(answer) ? answer->content.hits.size() : 0;
}

tw_status tw_answer_hit(tw_hit* out, size_t out_size, const tw_answer* answer, size_t i) {
  const tw::screening_hit* h = hit_of(answer, i);
  if (h == nullptr) return TW_USAGE;
  tw_hit view{};
  view.rank = h->rank;
  view.score = h->score.units();
  view.party_id = h->party_id;
  view.name_position = h->name_position;
  view.list = str(h->party.list);
  view.source_id = str(h->party.source_id);
  view.party_name = str(h->party.names.empty() ? std::string_view() : h->party.names.front().text);
  view.matched_name = str(h->matched_name);
  view.weak_reason = str(h->weak_reason);
  view.name_kind = static_cast<int32_t>(h->kind);
  view.name_strength = static_cast<int32_t>(h->strength);
  view.schema = static_cast<int32_t>(h->party.schema);
  view.status = static_cast<int32_t>(h->status);
  view.from = number(h->from);
  view.until = number(h->until);
  view.measures = h->measures.size();
  view.overlays = h->overlays.size();
  view.evidence = h->evidences.size();
  view.rank_score = h->rank_score.units();
  view.found_by = static_cast<int32_t>(h->found_by);
  view.counterfactuals = h->what_if.size();
  view.same_party = h->same_party;
  view.has_decision = h->decided ? 1 : 0;
  view.set_aside = h->is_set_aside() ? 1 : 0;
  return put(out, out_size, view);
}

tw_status tw_answer_measure(tw_measure* out, size_t out_size, const tw_answer* answer, size_t hit,
                            size_t i) {
  const tw::screening_hit* h = hit_of(answer, hit);
  return h == nullptr ? TW_USAGE : put_row(out, out_size, h->measures, i, measure_view);
}

tw_status tw_answer_overlay(tw_overlay* out, size_t out_size, const tw_answer* answer, size_t hit,
                            size_t i) {
  const tw::screening_hit* h = hit_of(answer, hit);
  return h == nullptr ? TW_USAGE : put_row(out, out_size, h->overlays, i, overlay_view);
}

tw_status tw_answer_evidence(tw_evidence* out, size_t out_size, const tw_answer* answer, size_t hit,
                             size_t i) {
  const tw::screening_hit* h = hit_of(answer, hit);
  if (h == nullptr) return TW_USAGE;
  return put_row(out, out_size, h->evidences, i, [](const tw::evidence& e) {
    return tw_evidence{str(e.kind), str(e.query), str(e.listed), static_cast<int32_t>(e.state), 0,
                       str(e.how)};
  });
}

tw_status tw_answer_counterfactual(tw_counterfactual* out, size_t out_size, const tw_answer* answer,
                                   size_t hit, size_t i) {
  const tw::screening_hit* h = hit_of(answer, hit);
  return h == nullptr ? TW_USAGE : put_row(out, out_size, h->what_if, i, counterfactual_view);
}

tw_status tw_answer_link_get(tw_answer_link* out, size_t out_size, const tw_answer* answer,
                             size_t i) {
  if (!is(answer)) return TW_USAGE;
  return put_row(out, out_size, answer->content.links, i, [](const tw::party_link& l) {
    return tw_answer_link{l.first, l.second, l.evidences.size()};
  });
}

tw_status tw_answer_link_evidence(tw_link_evidence* out, size_t out_size, const tw_answer* answer,
                                  size_t link, size_t i) {
  if (!is(answer) || link >= answer->content.links.size()) return TW_USAGE;
  return put_row(out, out_size, answer->content.links[link].evidences, i,
                 [](const tw::link_evidence& e) {
                   return tw_link_evidence{str(e.what), str(e.first), str(e.second),
                                           static_cast<int32_t>(e.kind), 0};
                 });
}

tw_status tw_answer_decision(tw_decision* out, size_t out_size, const tw_answer* answer,
                             size_t hit) {
  if (hit_of(answer, hit) == nullptr) return TW_USAGE;
  if (hit >= answer->decisions.size() || !answer->decisions[hit]) return TW_NOT_FOUND;
  return put(out, out_size, decision_view(*answer->decisions[hit]));
}

const tw_comparison* tw_answer_explanation(const tw_answer* answer, size_t hit) {
  return hit_of(answer, hit) != nullptr ? &answer->explanations[hit] : nullptr;
}

const tw_party* tw_answer_party(const tw_answer* answer, size_t hit) {
  return hit_of(answer, hit) != nullptr ? &answer->parties[hit] : nullptr;
}

tw_status tw_answer_json(tw_text** out, const tw_answer* answer, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(answer)) return no_handle("answer");
    return new_text(tw::to_json(answer->content, answer->index->index));
  });
}
