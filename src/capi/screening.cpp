#include "capi/screening.hpp"

namespace tradewarden::capi {
namespace {

constexpr std::uint32_t k_most_hits = 10'000;

error bad(std::string message, const char* field) {
  return error{errc::bad_value, std::move(message), {}, 0, field};
}

evidence_kinds kinds_of(std::int32_t bits) {
  evidence_kinds out;
  for (std::size_t i = 0; i < k_evidence_kinds; ++i) {
    if ((bits >> i & 1) != 0) out.add(static_cast<evidence_kind>(i));
  }
  return out;
}

}  // namespace

result<score> threshold_of(std::int32_t units, std::string_view parameter) {
  if (units == 0) return screening_options{}.threshold;
  if (units < 0 || units > score::k_one) {
    return error{errc::bad_value, "a threshold is from 1 to 10000", {}, 0, std::string(parameter)};
  }
  return score::from_units(units);
}

result<screening_query> query_of(const tw_query& q) {
  screening_query out;
  const struct {
    const tw_str& from;
    std::string& to;
    const char* name;
  } texts[] = {{q.id, out.id, "query.id"},
               {q.name, out.name, "query.name"},
               {q.country, out.country, "query.country"},
               {q.birth_date, out.birth_date, "query.birth_date"},
               {q.identifier, out.identifier, "query.identifier"},
               {q.nationality, out.nationality, "query.nationality"},
               {q.gender, out.gender, "query.gender"},
               {q.imo, out.imo, "query.imo"}};
  for (const auto& t : texts) {
    const auto text = text_of(t.from, t.name);
    if (!text) return text.error();
    t.to = *text;
  }
  const auto kind = schema_of(q.schema);
  if (!kind) return kind.error();
  out.schema = *kind;
  const auto number = choice_of(q.identifier_type, TW_ID_OTHER, "query.identifier_type");
  if (!number) return number.error();
  out.identifier_type = static_cast<identifier_type>(*number);
  return out;
}

result<std::vector<screening_query>> queries_of(const tw_query* queries, std::size_t count,
                                                std::string_view parameter) {
  if (auto ok = check_array(queries, count, alignof(tw_query), parameter); !ok) return ok.error();
  std::vector<screening_query> out;
  for (std::size_t i = 0; i < count; ++i) {
    const auto q = read_element(queries, i, parameter);
    if (!q) return q.error();
    auto one = query_of(*q);
    if (!one) return one.error();
    out.push_back(std::move(*one));
  }
  return out;
}

result<screening_options> screening_options_of(const tw_screen_options* options) {
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  screening_options out;
  const auto as_of = day_of(o->as_of, "options.as_of");
  if (!as_of) return as_of.error();
  out.as_of = *as_of;
  const auto threshold = threshold_of(o->threshold, "options.threshold");
  if (!threshold) return threshold.error();
  out.threshold = *threshold;
  if (o->limit > k_most_hits) return bad("at most 10000 parties are shown", "options.limit");
  if (o->limit != 0) out.limit = o->limit;
  switch (o->weak) {
    case TW_WEAK_CONFIRM: out.weak = weak_policy::confirm; break;
    case TW_WEAK_IGNORE: out.weak = weak_policy::ignore; break;
    case TW_WEAK_FULL: out.weak = weak_policy::full; break;
    default: return bad("no policy of weak aliases", "options.weak");
  }
  const auto ended = flag_of(o->include_ended, "options.include_ended");
  if (!ended) return ended.error();
  out.include_ended = *ended;
  const auto best = flag_of(o->best_only, "options.best_only");
  if (!best) return best.error();
  out.count_all = !*best;
  const auto policy =
      choice_of(o->contradiction, TW_CONTRADICTION_DROP, "options.contradiction");
  if (!policy) return policy.error();
  out.contradiction = static_cast<contradiction_policy>(*policy);
  const auto by = choice_of(o->contradiction_by, (1 << k_evidence_kinds) - 1,
                            "options.contradiction_by");
  if (!by) return by.error();
  if (*by != 0) out.contradiction_by = kinds_of(*by);
  const auto explain = flag_of(o->explain, "options.explain");
  if (!explain) return explain.error();
  out.explain = *explain;
  return out;
}

result<screening_query> query_given(const tw_query* query) {
  if (query == nullptr) return usage("there is no query", "query");
  const auto q = read_struct(query, "query");
  if (!q) return q.error();
  return query_of(*q);
}

made<tw_answer> new_answer(const shared_index& index, const tw_query* query,
                           const tw_screen_options* options) {
  const auto asked = query_given(query);
  if (!asked) return asked.error();
  const auto policy = screening_options_of(options);
  if (!policy) return policy.error();
  return std::make_unique<tw_answer>(index, screen(index->index, *asked, *policy));
}

}  // namespace tradewarden::capi

using namespace tradewarden::capi;

tw_answer::tw_answer(shared_index idx, tradewarden::screening_answer&& answer)
    : index(std::move(idx)), content(std::move(answer)) {
  explanations.resize(content.hits.size());
  parties.resize(content.hits.size());
  for (std::size_t i = 0; i < content.hits.size(); ++i) {
    const tradewarden::screening_hit& hit = content.hits[i];
    explanations[i].seen = &hit.explanation;
    explanations[i].query = content.query.name;
    explanations[i].listed = hit.matched_name;
    explanations[i].schema = content.query.schema;
    explanations[i].rules = &index->index.rules();
    explanations[i].threshold = content.options.threshold;
    parties[i].seen = &hit.party;
    if (!hit.decided) continue;
    decisions.resize(content.hits.size());
    decisions[i].emplace(hit.decided->decision, hit.decided->state);
  }
}

tw_status tw_screen(tw_answer** out, const tw_index* index, const tw_query* query,
                    const tw_screen_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_answer> {
    if (!is(index)) return no_handle("index");
    return new_answer(index->state, query, options);
  });
}

void tw_answer_free(tw_answer* answer) {
  if (is(answer) && !answer->borrowed) release(answer);
}
