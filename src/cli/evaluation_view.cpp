#include "cli/evaluation_view.hpp"

#include "cli/labelled.hpp"
#include "cli/table.hpp"
#include "evaluate/words.hpp"

namespace tradewarden::cli {
namespace {

using evaluating::percent_of;
using evaluating::three_places;

constexpr std::size_t k_most_curve_rows = 26;

std::string between(const bootstrap_interval& i, bool known) {
  return known ? i.low.to_string() + " to " + i.high.to_string() : std::string("-");
}

std::string score_words(score s) { return s.units() > score::k_one ? "none" : s.to_string(); }

void title(text_lines& to, const terminal& out, std::string_view text) {
  to.emplace_back();
  to.push_back(out.paint(ink::bold, text));
}

table thresholds_table(const evaluation& e) {
  table t({{"false positives", table::left},
           {"threshold", table::right},
           {"95 % interval", table::right},
           {"recall@" + std::to_string(e.options.screening.limit), table::right},
           {"95 % interval", table::right}});
  const bool known = e.natural.declared.is_known();
  for (std::size_t r = 0; r < e.rates.size(); ++r) {
    t.add({{percent_of(e.rates[r].rate)},
           {known ? score_words(e.rates[r].threshold) : "-"},
           {between(e.rates[r].interval, e.resamples != 0)},
           {three_places(e.all.at_rate[r])},
           {between(e.all.at_rate_interval[r], e.resamples != 0)}});
  }
  t.add({{"declared: " + three_places(e.natural.declared)},
         {e.options.screening.threshold.to_string()},
         {},
         {three_places(e.all.declared)},
         {}});
  return t;
}

table positives_table(const evaluation& e) {
  const std::string n = "r@" + std::to_string(e.options.screening.limit);
  table t({{"kind", table::flexible}, {"n", table::right},     {"r@1", table::right},
           {n, table::right},         {"@T", table::right},    {"@0.1%", table::right},
           {"@1%", table::right},     {"@5%", table::right}});
  const auto add = [&](const positive_figures& f) {
    t.add({{f.kind},
           {std::to_string(f.found.of)},
           {three_places(f.first)},
           {three_places(f.found)},
           {three_places(f.declared)},
           {three_places(f.at_rate[0])},
           {three_places(f.at_rate[1])},
           {three_places(f.at_rate[2])}});
  };
  for (const positive_figures& f : e.positives) add(f);
  add(e.all);
  return t;
}

table negatives_table(const evaluation& e) {
  table t({{"negatives", table::flexible}, {"n", table::right},   {"satur.", table::right},
           {"exact", table::right},        {"@T", table::right},  {"@0.1%", table::right},
           {"@1%", table::right},          {"@5%", table::right}});
  const auto add = [&](const negative_figures& f, const char* mark) {
    t.add({{f.kind + mark},
           {std::to_string(f.declared.of)},
           {three_places(f.saturated)},
           {three_places(f.exact)},
           {three_places(f.declared)},
           {three_places(f.at_rate[0])},
           {three_places(f.at_rate[1])},
           {three_places(f.at_rate[2])}});
  };
  for (const negative_figures& f : e.negatives) add(f, f.apart ? " (apart)" : "");
  add(e.natural, "");
  if (e.apart.declared.is_known()) add(e.apart, "");
  return t;
}

table curve_table(const evaluation& e) {
  table t({{"threshold", table::left},
           {"recall@" + std::to_string(e.options.screening.limit), table::right},
           {"false positives", table::right},
           {"apart", table::right}});
  std::size_t every = 2;  // 0.02, or 0.05 where that would be too many
  if (e.curve.size() / every >= k_most_curve_rows) every = 5;
  for (std::size_t i = 0; i < e.curve.size(); ++i) {
    if (i % every != 0 && i + 1 != e.curve.size()) continue;
    t.add({{e.curve[i].to_string()},
           {three_places({e.all.curve[i], e.all.found.of})},
           {three_places({e.natural.curve[i], e.natural.declared.of})},
           {three_places({e.apart.curve[i], e.apart.declared.of})}});
  }
  return t;
}

table distribution_table(const evaluation& e) {
  table t({{"best score", table::left},
           {"right hits", table::right},
           {"natural negatives", table::right},
           {"apart", table::right}});
  t.add({{"none"},
         {std::to_string(e.no_right_hit)},
         {std::to_string(e.no_natural_hit)},
         {std::to_string(e.no_apart_hit)}});
  for (std::size_t i = 0; i < k_distribution_bins; ++i) {
    const std::int32_t from = static_cast<std::int32_t>(i) * k_distribution_step;
    if (from + k_distribution_step <= e.options.floor.units()) continue;
    const bool last = i + 1 == k_distribution_bins;
    const std::string words =
        score::from_units(from).to_string() +
        (last ? "" : " to " + score::from_units(from + k_distribution_step - 1).to_string());
    t.add({{words},
           {std::to_string(e.right_scores[i])},
           {std::to_string(e.natural_scores[i])},
           {std::to_string(e.apart_scores[i])}});
  }
  return t;
}

std::string text_of(const text_lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

}  // namespace

std::string evaluation_view(const evaluation& e, const terminal& out) {
  text_lines to;
  const std::uint64_t negatives = e.natural.declared.of + e.apart.declared.of;
  to.push_back(out.paint(ink::bold, counted(e.all.found.of + negatives, "query", "queries")));
  const screening_options& s = e.options.screening;
  std::string asked = grouped(e.all.found.of) + " expect a party, " + grouped(negatives) +
                      " none (" + grouped(e.apart.declared.of) + " of them told apart)";
  labelled(to, out, "expected", asked);
  const std::string from = "declared threshold T " + s.threshold.to_string() + ", from " +
                           e.options.floor.to_string() + " on";
  labelled(to, out, "hits of", e.hits_file.empty() ? std::string() : e.hits_file + ", " + from);
  if (e.hits_file.empty()) {
    labelled(to, out, "asked", "as of " + s.as_of->to_string() + ", weak aliases: " +
                                   std::string(to_string(s.weak)) +
                                   (s.include_ended ? ", ended entries too, " : ", ") + from);
  }
  labelled(to, out, "alerts", grouped(e.hits_declared) + " possible matches at T or above");
  for (const std::string& note : evaluating::notes_of(e)) {
    labelled(to, out, "note", note, ink::yellow);
  }
  title(to, out, "Thresholds by false positives among natural negatives");
  append(to, thresholds_table(e).lines(out));
  if (!e.positives.empty()) {
    title(to, out, "Recall per kind");
    append(to, positives_table(e).lines(out));
  }
  if (negatives != 0) {
    title(to, out, "False positives per kind (highest score " + e.highest.to_string() + ")");
    append(to, negatives_table(e).lines(out));
  }
  title(to, out, "Threshold curve");
  append(to, curve_table(e).lines(out));
  title(to, out, "Distribution of scores");
  append(to, distribution_table(e).lines(out));
  return text_of(to);
}

std::string difference_view(const evaluation& theirs,
                            const std::vector<system_difference>& differences,
                            const terminal& out) {
  text_lines to;
  title(to, out, "Beside the hits of " + printable(theirs.hits_file));
  table t({{"figure", table::left},
           {"ours", table::right},
           {"theirs", table::right},
           {"only ours", table::right},
           {"only theirs", table::right},
           {"difference, 95 %", table::right}});
  const auto with_sign = [](std::int32_t units) {
    return (units < 0 ? "-" : "+") + score::from_units(units < 0 ? -units : units).to_string();
  };
  for (const system_difference& d : differences) {
    t.add({{d.figure},
           {three_places(d.ours)},
           {three_places(d.theirs)},
           {std::to_string(d.only_ours)},
           {std::to_string(d.only_theirs)},
           {d.has_interval ? with_sign(d.low) + " to " + with_sign(d.high) : "-"}});
  }
  append(to, t.lines(out));
  for (const std::string& note : evaluating::notes_of(theirs)) {
    labelled(to, out, "theirs", note, ink::yellow);
  }
  return text_of(to);
}

std::string pair_evaluation_view(const pair_evaluation& e, const terminal& out) {
  text_lines to;
  const points_agreement& points = e.ofac;
  const auto counted_pairs = [](std::uint64_t n) { return counted(n, "pair", "pairs"); };
  const std::uint64_t compared =
      e.strata.empty() ? points.equal.of + points.below.of
                       : e.strata.front().matches + e.strata.front().mismatches;
  to.push_back(out.paint(ink::bold, counted_pairs(compared)));
  labelled(to, out, "scorer", e.options.scorer);
  if (e.not_compared != 0) {
    labelled(to, out, "left out",
             counted_pairs(e.not_compared) + " with a side that this scorer cannot read; the first is '" +
                 e.first_not_compared + "'",
             ink::yellow);
  }
  if (points.equal.is_known()) {
    labelled(to, out, "OFAC points",
             counted_pairs(points.equal.of) + " with a score of the Treasury's page: equal " +
                 three_places(points.equal) + ", within 2 points " + three_places(points.within_2) +
                 ", within 5 " + three_places(points.within_5));
  }
  if (points.below.is_known()) {
    labelled(to, out, "not shown",
             counted_pairs(points.below.of) + " that the page does not show: below " +
                 std::to_string(k_ofac_least_points) + " points here too " + three_places(points.below));
  }
  if (e.strata.empty()) return text_of(to);
  const pair_stratum& all = e.strata.front();
  labelled(to, out, "expected",
           grouped(all.matches) + " match, " + grouped(all.mismatches) + " do not (" +
               grouped(e.exact_mismatches) + " of these have the score of equal names)");
  labelled(to, out, "declared", "threshold T " + e.options.threshold.to_string());
  to.emplace_back();
  table t({{"stratum", table::flexible},
           {"match/not", table::right},
           {"AUC", table::right},
           {"F1@T", table::right},
           {"best F1", table::right},
           {"at", table::right},
           {"r@1%FP", table::right},
           {"at", table::right},
           {"FP@T", table::whole}});
  for (const pair_stratum& s : e.strata) {
    t.add({{s.name},
           {std::to_string(s.matches) + "/" + std::to_string(s.mismatches)},
           {three_places(s.auc)},
           {three_places(s.f1)},
           {three_places(s.best_f1)},
           {s.best_threshold.to_string()},
           {three_places(s.recall_at_one_percent)},
           {score_words(s.one_percent)},
           {three_places(s.false_matches)}});
  }
  append(to, t.lines(out));
  return text_of(to);
}

}  // namespace tradewarden::cli
