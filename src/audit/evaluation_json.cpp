#include "audit/json_parts.hpp"
#include "tradewarden/compare_evaluations.hpp"
#include "tradewarden/evaluate.hpp"
#include "tradewarden/evaluate_pairs.hpp"
#include "tradewarden/version.hpp"

#include <utility>

namespace tradewarden {
namespace {

using audit::json;

/// With both counts, so that nothing is lost by rounding; null if there is nothing to count.
json rate_json(const proportion& p) {
  if (!p.is_known()) return nullptr;
  return {{"count", p.part}, {"of", p.of}, {"rate", p.to_string()}};
}

json interval_json(const bootstrap_interval& i, bool known) {
  if (!known) return nullptr;
  return json::array({i.low.to_string(), i.high.to_string()});
}

json file_json(const std::string& path, const digest& sha256) {
  return {{"file", path}, {"sha256", sha256.to_string()}};
}

json rates_json(const std::array<proportion, 3>& at_rate) {
  json out = json::array();
  for (const proportion& p : at_rate) out.push_back(rate_json(p));
  return out;
}

json positive_json(const positive_figures& f, bool intervals) {
  json out;
  out["kind"] = f.kind;
  out["queries"] = f.found.of;
  out["recall_1"] = rate_json(f.first);
  out["recall_n"] = rate_json(f.found);
  out["recall_declared"] = rate_json(f.declared);
  out["recall_at_rate"] = rates_json(f.at_rate);
  json between = json::array();
  for (const bootstrap_interval& i : f.at_rate_interval) between.push_back(interval_json(i, intervals));
  out["interval_at_rate"] = std::move(between);
  out["curve"] = f.curve;
  return out;
}

json negative_json(const negative_figures& f) {
  json out;
  out["kind"] = f.kind;
  out["apart"] = f.apart;
  out["queries"] = f.declared.of;
  out["saturated"] = rate_json(f.saturated);
  out["exact"] = rate_json(f.exact);
  out["declared"] = rate_json(f.declared);
  out["at_rate"] = rates_json(f.at_rate);
  out["curve"] = f.curve;
  return out;
}

json id_or_null(const std::string& id) { return id.empty() ? json(nullptr) : json(id); }

json counted(std::uint64_t count, const std::string& first) {
  return {{"count", count}, {"first", id_or_null(first)}};
}

/// "-0.0123"
std::string signed_decimal(std::int32_t units) {
  return (units < 0 ? "-" : "") + score::from_units(units < 0 ? -units : units).to_string();
}

json evaluation_json(const evaluation& e, const party_index* idx, json against) {
  const screening_options& s = e.options.screening;
  json out;
  out["evaluation"] = "screening";
  out["queries"] = file_json(e.queries_file, e.queries_sha256);
  out["truth"] = file_json(e.truth_file, e.truth_sha256);
  out["index"] = idx == nullptr ? json(nullptr) : json(e.index_content.to_string());
  out["lists"] = idx == nullptr ? json::array() : audit::lists_json(idx->info());
  out["hits"] = e.hits_file.empty() ? json(nullptr) : file_json(e.hits_file, e.hits_sha256);
  out["options"] = {{"threshold", s.threshold.to_string()},
                    {"floor", e.options.floor.to_string()},
                    {"limit", s.limit},
                    {"as_of", audit::date_or_null(s.as_of)},
                    {"weak", to_string(s.weak)},
                    {"include_ended", s.include_ended},
                    {"apart", e.options.apart},
                    {"seed", e.options.seed},
                    {"resamples", e.resamples}};
  json curve = json::array();
  for (const score t : e.curve) curve.push_back(t.to_string());
  const bool intervals = e.resamples != 0;
  json rates = json::array();
  for (const rate_threshold& r : e.rates) {
    const bool known = e.natural.declared.is_known();
    rates.push_back({{"false_positives_per_1000", r.rate},
                     {"threshold", known ? json(r.threshold.to_string()) : json(nullptr)},
                     {"at_floor", r.at_floor},
                     {"interval", interval_json(r.interval, intervals)}});
  }
  out["thresholds"] = std::move(rates);
  out["highest_score"] = e.highest.to_string();
  out["curve_thresholds"] = std::move(curve);
  json positives = json::array();
  for (const positive_figures& f : e.positives) positives.push_back(positive_json(f, intervals));
  out["positives"] = std::move(positives);
  out["all"] = positive_json(e.all, intervals);
  json negatives = json::array();
  for (const negative_figures& f : e.negatives) negatives.push_back(negative_json(f));
  out["negatives"] = std::move(negatives);
  out["natural"] = negative_json(e.natural);
  out["apart"] = negative_json(e.apart);
  out["distribution"] = {{"step", score::from_units(k_distribution_step).to_string()},
                         {"right", e.right_scores},
                         {"right_none", e.no_right_hit},
                         {"natural", e.natural_scores},
                         {"natural_none", e.no_natural_hit},
                         {"apart", e.apart_scores},
                         {"apart_none", e.no_apart_hit}};
  out["hits_declared"] = e.hits_declared;
  out["queries_without_truth"] = counted(e.queries_without_truth, e.first_query_without_truth);
  out["truth_without_query"] = counted(e.truth_without_query, e.first_truth_without_query);
  out["expected_ids_not_in_index"] = counted(e.unknown_expected, e.first_unknown_expected);
  out["positives_without_a_party_in_index"] = e.unreachable;
  out["not_screened"] = counted(e.not_screened, e.first_not_screened);
  out["hits_of_other_queries"] = e.hits_of_other_queries;
  out["against"] = std::move(against);
  const score_rules rules = idx == nullptr ? score_rules() : idx->rules();
  audit::add_score_rules(out, rules.version(), rules.tables_sha256(), rules.name_pack_sha256());
  out["engine_version"] = k_version;
  return out;
}

}  // namespace

std::string to_json(const evaluation& e, const party_index* idx) {
  return audit::one_line(evaluation_json(e, idx, nullptr));
}

std::string to_json(const evaluation& ours, const party_index* idx, const evaluation& theirs,
                    const std::vector<system_difference>& differences) {
  json rows = json::array();
  for (const system_difference& d : differences) {
    rows.push_back({{"figure", d.figure},
                    {"ours", rate_json(d.ours)},
                    {"theirs", rate_json(d.theirs)},
                    {"only_ours", d.only_ours},
                    {"only_theirs", d.only_theirs},
                    {"difference_interval",
                     d.has_interval ? json::array({signed_decimal(d.low), signed_decimal(d.high)})
                                    : json(nullptr)}});
  }
  json against = {{"hits", file_json(theirs.hits_file, theirs.hits_sha256)},
                  {"differences", std::move(rows)}};
  return audit::one_line(evaluation_json(ours, idx, std::move(against)));
}

std::string to_json(const pair_evaluation& e) {
  json out;
  out["evaluation"] = "pairs";
  out["pairs"] = file_json(e.file, e.sha256);
  out["options"] = {{"threshold", e.options.threshold.to_string()}, {"scorer", e.options.scorer}};
  json strata = json::array();
  for (const pair_stratum& s : e.strata) {
    json row;
    row["stratum"] = s.name;
    row["matches"] = s.matches;
    row["mismatches"] = s.mismatches;
    row["auc"] = s.auc.is_known() ? json(s.auc.to_string()) : json(nullptr);
    row["best_f1"] = rate_json(s.best_f1);
    row["best_threshold"] = s.best_threshold.to_string();
    row["precision"] = rate_json(s.precision);
    row["recall"] = rate_json(s.recall);
    row["f1"] = rate_json(s.f1);
    row["false_matches"] = rate_json(s.false_matches);
    row["threshold_one_percent"] = s.one_percent.to_string();
    row["recall_one_percent"] = rate_json(s.recall_at_one_percent);
    strata.push_back(std::move(row));
  }
  out["strata"] = std::move(strata);
  out["exact_mismatches"] = e.exact_mismatches;
  out["not_compared"] = counted(e.not_compared, e.first_not_compared);
  const points_agreement& p = e.ofac;
  const bool any_points = p.equal.is_known() || p.below.is_known();
  out["ofac_score"] = any_points ? json{{"equal", rate_json(p.equal)},
                                        {"within_2", rate_json(p.within_2)},
                                        {"within_5", rate_json(p.within_5)},
                                        {"below_minimum", rate_json(p.below)}}
                                 : json(nullptr);
  const score_rules& rules = e.options.rules;
  audit::add_score_rules(out, rules.version(), rules.tables_sha256(), rules.name_pack_sha256());
  out["engine_version"] = k_version;
  return audit::one_line(out);
}

}  // namespace tradewarden
