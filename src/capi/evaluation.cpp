// Figures of a labelled set, and what one system finds that another does not.
#include "capi/evaluation.hpp"

#include <algorithm>

#include "capi/batch.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "capi/screening.hpp"
#include "report/evaluation_html.hpp"

namespace tradewarden::capi {
namespace {

/// The caller's function as the library asks for it.
struct shown final : evaluation_progress {
  shown(tw_show_progress f, void* with) : show_(f), context_(with) {}
  void show(std::uint64_t done) override {
    if (show_ != nullptr) show_(context_, done);
  }

 private:
  tw_show_progress show_;
  void* context_;
};

struct evaluation_request {
  evaluation_options options;
  tw_show_progress progress = nullptr;
  void* context = nullptr;
};

result<evaluation_request> request_of(const tw_evaluation_options* options) {
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  evaluation_request out;
  const std::uint32_t first_ones = out.options.screening.limit;
  const auto policy = screening_options_of(o->screening);
  if (!policy) return policy.error();
  out.options.screening = *policy;
  if (o->screening == nullptr || read_struct(o->screening, "screening")->limit == 0) {
    out.options.screening.limit = first_ones;
  }
  auto apart = texts_of(o->apart, o->apart_count, "options.apart");
  if (!apart) return apart.error();
  out.options.apart = std::move(*apart);
  if (o->seed != 0) out.options.seed = o->seed;
  if (o->resamples != 0) out.options.resamples = o->resamples;
  const auto none = flag_of(o->no_intervals, "options.no_intervals");
  if (!none) return none.error();
  if (*none) out.options.resamples = 0;
  if (o->floor != 0) {
    const auto floor = threshold_of(o->floor, "options.floor");
    if (!floor) return floor.error();
    out.options.floor = *floor;
  }
  const auto batch = batch_options_of(o->threads, o->rows_at_once, "options");
  if (!batch) return batch.error();
  out.options.batch = *batch;
  out.progress = o->progress;
  out.context = o->context;
  return out;
}

made<tw_evaluation> evaluation_of(result<evaluation> done, const tw_labelled_set* set,
                                  shared_index index) {
  if (!done) return done.error();
  auto out = std::make_unique<tw_evaluation>();
  out->index = std::move(index);
  out->set = set->content;
  out->content = std::make_shared<const evaluation>(std::move(*done));
  return out;
}

tw_proportion proportion_view(const proportion& p) { return {p.part, p.of}; }

template <std::size_t N>
void proportions(const std::array<proportion, N>& from, tw_proportion (&to)[N]) {
  std::transform(from.begin(), from.end(), to, proportion_view);
}

tw_positive_figures positive_view(const positive_figures& f) {
  tw_positive_figures view{};
  view.kind = str(f.kind);
  view.first = proportion_view(f.first);
  view.found = proportion_view(f.found);
  view.declared = proportion_view(f.declared);
  proportions(f.at_rate, view.at_rate);
  for (std::size_t i = 0; i < f.at_rate_interval.size(); ++i) {
    view.low[i] = f.at_rate_interval[i].low.units();
    view.high[i] = f.at_rate_interval[i].high.units();
  }
  return view;
}

tw_negative_figures negative_view(const negative_figures& f) {
  tw_negative_figures view{};
  view.kind = str(f.kind);
  view.apart = f.apart ? 1 : 0;
  view.saturated = proportion_view(f.saturated);
  view.exact = proportion_view(f.exact);
  view.declared = proportion_view(f.declared);
  proportions(f.at_rate, view.at_rate);
  return view;
}

/// So many of a kind reach point `i` of the curve.
tw_proportion reached(const std::vector<std::uint64_t>& curve, std::size_t i,
                      const proportion& all) {
  return {i < curve.size() ? curve[i] : 0, all.of};
}

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_evaluate(tw_evaluation** out, const tw_index* index, const tw_labelled_set* set,
                      const tw_evaluation_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_evaluation> {
    if (!is(index)) return no_handle("index");
    if (!is(set)) return no_handle("set");
    auto how = request_of(options);
    if (!how) return how.error();
    shown progress(how->progress, how->context);
    return evaluation_of(
        tw::evaluate_screening(index->state->index, *set->content, how->options, &progress), set,
        index->state);
  });
}

tw_status tw_evaluate_hits(tw_evaluation** out, const tw_labelled_set* set, const char* hits,
                           size_t hits_size, const tw_evaluation_options* options,
                           tw_error* error) {
  return make(out, error, [&]() -> made<tw_evaluation> {
    if (!is(set)) return no_handle("set");
    const auto file = path_of(hits, hits_size, "hits");
    if (!file) return file.error();
    const auto how = request_of(options);
    if (!how) return how.error();
    return evaluation_of(tw::evaluate_hits(*set->content, *file, how->options), set, nullptr);
  });
}

void tw_evaluation_free(tw_evaluation* evaluation) { release(evaluation); }

tw_status tw_evaluation_info_get(tw_evaluation_info* out, size_t out_size,
                                 const tw_evaluation* evaluation) {
  if (!is(evaluation)) return TW_USAGE;
  const tw::evaluation& e = *evaluation->content;
  tw_evaluation_info view{};
  view.queries = e.outcomes.size();
  view.positives = e.positives.size() + 1;
  view.negatives = e.negatives.size() + 2;
  view.curve = e.curve.size();
  view.highest = e.highest.units();
  view.resamples = e.resamples;
  view.hits_declared = e.hits_declared;
  view.no_right_hit = e.no_right_hit;
  view.not_screened = e.not_screened;
  view.unknown_expected = e.unknown_expected;
  view.unreachable = e.unreachable;
  view.other_queries = e.hits_of_other_queries;
  return put(out, out_size, view);
}

tw_status tw_evaluation_positive(tw_positive_figures* out, size_t out_size,
                                 const tw_evaluation* evaluation, size_t i) {
  if (!is(evaluation)) return TW_USAGE;
  const tw::evaluation& e = *evaluation->content;
  if (i == e.positives.size()) return put(out, out_size, positive_view(e.all));
  return put_row(out, out_size, e.positives, i, positive_view);
}

tw_status tw_evaluation_negative(tw_negative_figures* out, size_t out_size,
                                 const tw_evaluation* evaluation, size_t i) {
  if (!is(evaluation)) return TW_USAGE;
  const tw::evaluation& e = *evaluation->content;
  const size_t kinds = e.negatives.size();
  if (i == kinds) return put(out, out_size, negative_view(e.natural));
  if (i == kinds + 1) return put(out, out_size, negative_view(e.apart));
  return put_row(out, out_size, e.negatives, i, negative_view);
}

tw_status tw_evaluation_rate(tw_rate_threshold* out, size_t out_size,
                             const tw_evaluation* evaluation, size_t i) {
  if (!is(evaluation)) return TW_USAGE;
  return put_row(out, out_size, evaluation->content->rates, i, [](const tw::rate_threshold& r) {
    return tw_rate_threshold{r.rate, r.threshold.units(), r.interval.low.units(),
                             r.interval.high.units(), r.at_floor ? 1 : 0, 0};
  });
}

tw_status tw_evaluation_curve(tw_curve_point* out, size_t out_size,
                              const tw_evaluation* evaluation, size_t i) {
  if (!is(evaluation)) return TW_USAGE;
  const tw::evaluation& e = *evaluation->content;
  return put_row(out, out_size, e.curve, i, [&](const tw::score& threshold) {
    return tw_curve_point{threshold.units(), 0, reached(e.all.curve, i, e.all.found),
                          reached(e.natural.curve, i, e.natural.declared),
                          reached(e.apart.curve, i, e.apart.declared)};
  });
}

tw_status tw_evaluation_outcome(tw_query_outcome* out, size_t out_size,
                                const tw_evaluation* evaluation, size_t i) {
  if (!is(evaluation)) return TW_USAGE;
  return put_row(out, out_size, evaluation->content->outcomes, i, [](const tw::query_outcome& o) {
    return tw_query_outcome{o.best, o.right, o.best_party, 0};
  });
}

tw_status tw_evaluation_json(tw_text** out, const tw_evaluation* evaluation, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(evaluation)) return no_handle("evaluation");
    return new_text(tw::to_json(*evaluation->content, evaluation->asked()));
  });
}

tw_status tw_evaluation_html(tw_text** out, const tw_evaluation* evaluation, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(evaluation)) return no_handle("evaluation");
    return new_text(tw::report::evaluation_html(*evaluation->content, evaluation->asked()));
  });
}

tw_status tw_evaluation_compare(tw_differences** out, const tw_evaluation* ours,
                                const tw_evaluation* theirs, tw_error* error) {
  return make(out, error, [&]() -> made<tw_differences> {
    if (!is(ours)) return no_handle("ours");
    if (!is(theirs)) return no_handle("theirs");
    if (ours->set != theirs->set) return usage("two evaluations of different sets", "theirs");
    auto rows = std::make_unique<tw_differences>();
    rows->index = ours->index;
    rows->ours = ours->content;
    rows->theirs = theirs->content;
    rows->rows = tw::compare_evaluations(*ours->set, *ours->content, *theirs->content);
    return rows;
  });
}

size_t tw_differences_count(const tw_differences* differences) {
  return is(differences) ? differences->rows.size() : 0;
}

tw_status tw_differences_get(tw_difference* out, size_t out_size,
                             const tw_differences* differences, size_t i) {
  if (!is(differences)) return TW_USAGE;
  return put_row(out, out_size, differences->rows, i, [](const tw::system_difference& d) {
    return tw_difference{str(d.figure),  proportion_view(d.ours), proportion_view(d.theirs),
                         d.only_ours,    d.only_theirs,           d.has_interval ? 1 : 0,
                         d.low,          d.high,                  0};
  });
}

tw_status tw_differences_json(tw_text** out, const tw_differences* differences, tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(differences)) return no_handle("differences");
    const tw::party_index* asked = differences->index ? &differences->index->index : nullptr;
    return new_text(
        tw::to_json(*differences->ours, asked, *differences->theirs, differences->rows));
  });
}

void tw_differences_free(tw_differences* differences) { release(differences); }
