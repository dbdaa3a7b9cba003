#include "capi/evaluation.hpp"
#include "capi/input.hpp"
#include "capi/output.hpp"
#include "tradewarden/ofac_like_score.hpp"

namespace tradewarden::capi {
namespace {

constexpr auto k_ofac_like = [](std::string_view left, std::string_view right, schema) {
  return ofac_like_score(left, right);
};

struct pair_request {
  pair_options options;
  bool ofac_like = false;
};

result<pair_request> request_of(const tw_pair_options* options) {
  const auto o = read_struct(options, "options");
  if (!o) return o.error();
  pair_request out;
  const auto threshold = threshold_of(o->threshold, "options.threshold");
  if (!threshold) return threshold.error();
  out.options.threshold = *threshold;
  const auto scorer = choice_of(o->scorer, TW_SCORER_OFAC_LIKE, "options.scorer");
  if (!scorer) return scorer.error();
  const auto rules = rules_of(o->rules);
  if (!rules) return rules.error();
  if (*rules) out.options.rules = **rules;
  if (*scorer == TW_SCORER_OFAC_LIKE) {
    if (*rules) return usage("the rules are those of TW_SCORER_OWN", "options.rules");
    out.options.scorer = "ofac-like";
    out.ofac_like = true;
  }
  return out;
}

result<labelled_pair> pair_of(const tw_labelled_pair& given) {
  labelled_pair out;
  const struct {
    const tw_str& from;
    std::string& to;
    const char* name;
  } texts[] = {{given.left, out.left, "pairs.left"},
               {given.right, out.right, "pairs.right"},
               {given.group, out.group, "pairs.group"},
               {given.script, out.script, "pairs.script"}};
  for (const auto& t : texts) {
    const auto text = text_of(t.from, t.name);
    if (!text) return text.error();
    t.to = *text;
  }
  const auto kind = schema_of(given.schema);
  if (!kind) return kind.error();
  out.schema = *kind;
  const auto match = flag_of(given.match, "pairs.match");
  if (!match) return match.error();
  out.match = *match;
  return out;
}

made<tw_pair_evaluation> evaluation_of(const labelled_pairs& set, const pair_request& how) {
  const auto own = [&](std::string_view left, std::string_view right, schema s) {
    return score_names(left, right, s, how.options.rules);
  };
  auto done = how.ofac_like ? evaluate_pairs(set, k_ofac_like, how.options)
                            : evaluate_pairs(set, own, how.options);
  if (!done) return done.error();
  auto out = std::make_unique<tw_pair_evaluation>();
  out->content = std::move(*done);
  return out;
}

tw_proportion view(const proportion& p) { return {p.part, p.of}; }

}  // namespace
}  // namespace tradewarden::capi

using namespace tradewarden::capi;
namespace tw = tradewarden;

tw_status tw_evaluate_pairs(tw_pair_evaluation** out, const tw_labelled_pair* pairs,
                            size_t pair_count, const tw_pair_options* options, tw_error* error) {
  return make(out, error, [&]() -> made<tw_pair_evaluation> {
    if (auto ok = check_array(pairs, pair_count, alignof(tw_labelled_pair), "pairs"); !ok) {
      return ok.error();
    }
    const auto how = request_of(options);
    if (!how) return how.error();
    tw::labelled_pairs set;
    for (size_t i = 0; i < pair_count; ++i) {
      const auto given = read_element(pairs, i, "pairs");
      if (!given) return given.error();
      auto one = pair_of(*given);
      if (!one) return one.error();
      one->id = std::to_string(i);
      set.pairs.push_back(std::move(*one));
    }
    return evaluation_of(set, *how);
  });
}

tw_status tw_evaluate_pair_file(tw_pair_evaluation** out, tw_problems** problems, const char* path,
                                size_t path_size, const tw_pair_options* options,
                                tw_error* error) {
  return make(out, error, [&]() -> made<tw_pair_evaluation> {
    give(problems, nullptr);
    const auto file = path_of(path, path_size, "path");
    if (!file) return file.error();
    const auto how = request_of(options);
    if (!how) return how.error();
    const auto set = tw::read_labelled_pairs(*file);
    if (!set) return set.error();
    give(problems, row_problems(set->problems, set->problem_count));
    return evaluation_of(*set, *how);
  });
}

void tw_pair_evaluation_free(tw_pair_evaluation* evaluation) { release(evaluation); }

size_t tw_pair_evaluation_count(const tw_pair_evaluation* evaluation) {
  return is(evaluation) ? evaluation->content.strata.size() : 0;
}

tw_status tw_pair_evaluation_get(tw_pair_stratum* out, size_t out_size,
                                 const tw_pair_evaluation* evaluation, size_t i) {
  if (!is(evaluation)) return TW_USAGE;
  return put_row(out, out_size, evaluation->content.strata, i, [](const tw::pair_stratum& s) {
    return tw_pair_stratum{str(s.name),
                           s.matches,
                           s.mismatches,
                           view(s.auc),
                           view(s.best_f1),
                           view(s.precision),
                           view(s.recall),
                           view(s.f1),
                           view(s.recall_at_one_percent),
                           view(s.false_matches),
                           s.best_threshold.units(),
                           s.one_percent.units()};
  });
}

tw_status tw_pair_evaluation_json(tw_text** out, const tw_pair_evaluation* evaluation,
                                  tw_error* error) {
  return make(out, error, [&]() -> made<tw_text> {
    if (!is(evaluation)) return no_handle("evaluation");
    return new_text(tw::to_json(evaluation->content));
  });
}
