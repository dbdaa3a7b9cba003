#include "capi/owner_handles.hpp"

#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "tradewarden/ownership_screening.hpp"

using namespace tradewarden::capi;
namespace tw = tradewarden;

namespace {

/// The graph of a reading; its problems and notes go to the caller first.
made<tw_ownership> graph_of(tw::ownership_reading&& read, tw_problems** problems) {
  auto told = std::make_unique<tw_problems>();
  for (const tw::error& e : read.problems) told->rows.push_back(refused(e));
  for (const std::string& note : read.notes) told->rows.push_back({TW_SEVERITY_NOTE, TW_OK, 0, {}, {}, note});
  told->more = read.more_problems;
  give(problems, std::move(told));
  if (read.graph) return std::make_unique<tw_ownership>(std::move(*read.graph));
  if (!read.problems.empty()) return read.problems.front();
  return tw::error{tw::errc::internal, "a graph was neither read nor refused", {}, 0, {}};
}

tw::result<tw::ownership_questions> questions_of(const tw_ownership_options& o) {
  tw::ownership_questions out;
  auto regimes = texts_of(o.regimes, o.regime_count, "options.regimes");
  if (!regimes) return regimes.error();
  if (regimes->empty()) return usage("a regime is needed: \"us-ofac\", \"eu\" ...", "options.regimes");
  out.regimes = std::move(*regimes);
  auto entities = texts_of(o.entities, o.entity_count, "options.entities");
  if (!entities) return entities.error();
  out.entities = std::move(*entities);
  const auto changes = texts_of(o.changes, o.change_count, "options.changes");
  if (!changes) return changes.error();
  for (const std::string& text : *changes) {
    auto change = tw::ownership_change::parse(text);
    if (!change) return change.error();
    out.changes.push_back(std::move(*change));
  }
  const auto date = day_of(o.date, "options.date");
  if (!date) return date.error();
  out.date = *date;
  if (o.limit != 0) out.limit = o.limit;
  return out;
}

/// With the possible matches of an index as seeds, beside its own.
tw::result<tw::ownership_graph> with_index(const tw::ownership_graph& graph, const tw_ownership_options& o,
                                           const std::optional<tw::day>& date) {
  if (o.index == nullptr) return graph;
  if (!is(o.index)) return no_handle("options.index");
  tw::screening_options options;
  const auto threshold = threshold_of(o.threshold, "options.threshold");
  if (!threshold) return threshold.error();
  options.threshold = *threshold;
  options.as_of = date;
  auto seeds = tw::screened_seeds(graph, o.index->state->index, options);
  if (!seeds) return seeds.error();
  std::vector<tw::ownership_seed> all = graph.seeds();
  all.insert(all.end(), seeds->begin(), seeds->end());
  return graph.with_seeds(std::move(all));
}

}  // namespace

tw_status tw_ownership_read(tw_ownership** out, tw_problems** problems, const tw_ownership_sources* sources,
                            tw_error* error) {
  return make(out, error, [&]() -> made<tw_ownership> {
    give(problems, nullptr);
    if (sources == nullptr) return usage("there are no sources", "sources");
    const auto s = read_struct(sources, "sources");
    if (!s) return s.error();
    const auto in_memory = flag_of(s->in_memory, "sources.in_memory");
    if (!in_memory) return in_memory.error();
    const std::pair<const tw_str*, const char*> given[] = {
        {&s->edges, "edges"}, {&s->parties, "parties"}, {&s->seeds, "seeds"}};
    tw::ownership_sources files;
    std::string* const to[] = {&files.edges, &files.parties, &files.seeds};
    std::vector<tw::ownership_text> texts;
    for (std::size_t i = 0; i < std::size(given); ++i) {
      const auto& [text, name] = given[i];
      if (text->size == 0) continue;
      if (*in_memory) {
        const auto bytes = text_of(*text, name);
        if (!bytes) return bytes.error();
        texts.push_back({name, name, std::string(*bytes)});
      } else {
        auto path = path_of(text->data, text->size, name);
        if (!path) return path.error();
        *to[i] = std::move(*path);
      }
    }
    return graph_of(*in_memory ? tw::read_ownership_texts(texts) : tw::read_ownership(files), problems);
  });
}

void tw_ownership_free(tw_ownership* ownership) { release(ownership); }

tw_status tw_ownership_info_get(tw_ownership_info* out, size_t out_size, const tw_ownership* ownership) {
  if (!is(ownership)) return TW_USAGE;
  const tw::ownership_graph& g = ownership->graph;
  return put(out, out_size, tw_ownership_info{g.entity_count(), g.edge_count(), g.seeds().size()});
}

tw_status tw_ownership_assess(tw_ownership_answer** out, const tw_ownership* ownership,
                              const tw_ownership_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_ownership_answer> {
    if (!is(ownership)) return no_handle("ownership");
    const auto o = read_struct(options, "options");
    if (!o) return o.error();
    auto questions = questions_of(*o);
    if (!questions) return questions.error();
    if (!questions->date) questions->date = tw::day::today_utc();
    if (o->rules != nullptr && !is(o->rules)) return no_handle("options.rules");
    const auto graph = with_index(ownership->graph, *o, questions->date);
    if (!graph) return graph.error();
    auto report = tw::ask_ownership(*graph, *questions, o->rules != nullptr ? o->rules->book : tw::rule_book::built_in());
    if (!report) return report.error();
    return std::make_unique<tw_ownership_answer>(std::move(*report));
  });
}

void tw_ownership_answer_free(tw_ownership_answer* answer) { release(answer); }

tw_status tw_ownership_answer_info_get(tw_ownership_answer_info* out, size_t out_size,
                                       const tw_ownership_answer* answer) {
  if (!is(answer)) return TW_USAGE;
  tw_ownership_answer_info info{answer->rows.size(), 0, 0};
  for (const auto& moved : answer->report.moved) info.moved += moved.size();
  for (const tw::ownership_answer& a : answer->report.answers) info.more_results += a.more_results;
  return put(out, out_size, info);
}

tw_status tw_ownership_result_get(tw_ownership_result* out, size_t out_size, const tw_ownership_answer* answer,
                                  size_t i) {
  if (!is(answer)) return TW_USAGE;
  return put_row(out, out_size, answer->rows, i, [&](const tw_ownership_answer::row& r) {
    const tw::ownership_graph& g = answer->report.graph;
    const tw::ownership_result& one = *r.result;
    return tw_ownership_result{str(g.id(one.entity)),
                               str(g.name(one.entity)),
                               str(r.answer->regime),
                               static_cast<int32_t>(one.verdict),
                               one.listed ? 1 : 0,
                               static_cast<int32_t>(one.kind),
                               one.by_control ? 1 : 0,
                               share_view(one.share),
                               one.because.size(),
                               one.labels.size()};
  });
}

tw_status tw_ownership_json(tw_text** out, const tw_ownership_answer* answer, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(answer)) return no_handle("answer");
    return new_text(tw::to_json(answer->report));
  });
}
