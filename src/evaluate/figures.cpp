#include "evaluate/figures.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "evaluate/outcomes.hpp"

namespace tradewarden::evaluating {
namespace {

constexpr std::int32_t k_curve_step = 100;  // 0.01
constexpr std::string_view k_hard_prefix = "neg_hard";
constexpr std::uint32_t k_most_resamples = 100'000;
constexpr std::size_t k_score_bins = static_cast<std::size_t>(score::k_one) + 2;  // and no hit

error usage(std::string message) { return error{errc::usage, std::move(message), {}, 0, {}}; }

std::uint64_t count_from(const std::vector<std::int32_t>& scores, std::int32_t limit) {
  return static_cast<std::uint64_t>(
      std::count_if(scores.begin(), scores.end(), [&](std::int32_t s) { return s >= limit; }));
}

std::vector<std::uint64_t> curve_of(const std::vector<std::int32_t>& scores,
                                    const std::vector<score>& thresholds) {
  std::vector<std::uint64_t> out;
  for (const score t : thresholds) out.push_back(count_from(scores, t.units()));
  return out;
}

/// Adds the scores to their bins; returns how many are none.
std::uint64_t distribute(const std::vector<std::int32_t>& scores,
                         std::array<std::uint64_t, k_distribution_bins>& bins) {
  std::uint64_t none = 0;
  for (const std::int32_t s : scores) {
    if (s == k_none) {
      ++none;
    } else {
      ++bins[static_cast<std::size_t>(s / k_distribution_step)];
    }
  }
  return none;
}

void set_rates(const std::vector<std::int32_t>& natural, evaluation& out) {
  std::vector<std::uint64_t> counts(k_score_bins);
  for (const std::int32_t s : natural) ++counts[static_cast<std::size_t>(s + 1)];
  const std::int32_t floor = out.options.floor.units();
  for (std::size_t r = 0; r < 3; ++r) {
    rate_threshold& t = out.rates[r];
    t.rate = k_false_positive_rates[r];
    t.threshold = score::from_units(threshold_of(counts, natural.size(), t.rate, floor));
    t.at_floor = t.threshold.units() == floor;
  }
}

positive_figures figures_of(const positive_outcomes& p, const evaluation& e) {
  positive_figures f;
  const std::uint64_t n = p.right.size();
  f.kind = p.kind;
  f.first = {p.first, n};
  f.found = {count_from(p.right, 0), n};
  f.declared = {count_from(p.right, e.options.screening.threshold.units()), n};
  for (std::size_t r = 0; r < 3; ++r) {
    f.at_rate[r] = {count_from(p.right, e.rates[r].threshold.units()), n};
  }
  f.curve = curve_of(p.right, e.curve);
  return f;
}

negative_figures figures_of(const negative_outcomes& p, const evaluation& e) {
  negative_figures f;
  const std::uint64_t n = p.best.size();
  f.kind = p.kind;
  f.apart = p.apart;
  f.saturated = {count_from(p.best, std::max(1, e.highest.units())), n};
  f.exact = {count_from(p.best, score::k_one), n};
  f.declared = {count_from(p.best, e.options.screening.threshold.units()), n};
  for (std::size_t r = 0; r < 3; ++r) {
    f.at_rate[r] = {count_from(p.best, e.rates[r].threshold.units()), n};
  }
  f.curve = curve_of(p.best, e.curve);
  return f;
}

}  // namespace

bool is_apart(const evaluation_options& o, std::string_view kind) {
  return kind.starts_with(k_hard_prefix) ||
         std::find(o.apart.begin(), o.apart.end(), kind) != o.apart.end();
}

result<void> check(const labelled_set& set, const evaluation_options& o) {
  if (o.screening.limit == 0 || o.screening.limit > 10'000) return usage("limit: 1 to 10,000");
  for (const score s : {o.screening.threshold, o.floor}) {
    if (s.units() < 0 || s.units() > score::k_one) return usage("a threshold lies from 0 to 1");
  }
  if (o.resamples > k_most_resamples) return usage("resamples: 100,000 at most");
  if (!set.problems.empty()) return set.problems.front();
  if (set.queries.empty()) {
    return error{errc::empty_input, "no query has a truth: nothing can be measured",
                 set.queries_file, 0, {}};
  }
  return {};
}

void begin(const labelled_set& set, const evaluation_options& o, evaluation& out) {
  out.options = o;
  out.options.floor = std::min(o.floor, o.screening.threshold);
  if (!o.screening.as_of) out.options.screening.as_of = day::today_utc();
  out.queries_without_truth = set.queries_without_truth;
  out.truth_without_query = set.truth_without_query;
  out.first_query_without_truth = set.first_query_without_truth;
  out.first_truth_without_query = set.first_truth_without_query;
  out.queries_file = set.queries_file;
  out.truth_file = set.truth_file;
  out.queries_sha256 = set.queries_sha256;
  out.truth_sha256 = set.truth_sha256;
}

void make_figures(const labelled_set& set, evaluation& out) {
  std::map<std::string_view, positive_outcomes> positives;
  std::map<std::string_view, negative_outcomes> negatives;
  for (std::size_t i = 0; i < set.queries.size(); ++i) {
    const labelled_query& q = set.queries[i];
    const query_outcome& got = out.outcomes[i];
    out.highest = std::max(out.highest, score::from_units(std::max(0, got.best)));
    if (q.expected.empty()) {
      negative_outcomes& n = negatives[q.kind];
      n.kind = q.kind;
      n.apart = is_apart(out.options, q.kind);
      n.best.push_back(got.best);
    } else {
      positive_outcomes& p = positives[q.kind];
      p.kind = q.kind;
      p.right.push_back(got.right);
      p.first += got.is_first() ? 1 : 0;
    }
  }
  const std::int32_t floor = out.options.floor.units();
  for (std::int32_t t = floor; t < score::k_one; t += k_curve_step) {
    out.curve.push_back(score::from_units(t));
  }
  out.curve.push_back(score::from_units(score::k_one));

  negative_outcomes natural{"ALL_NATURAL", false, {}};
  negative_outcomes apart{"ALL_APART", true, {}};
  for (const auto& [kind, n] : negatives) {
    negative_outcomes& to = n.apart ? apart : natural;
    to.best.insert(to.best.end(), n.best.begin(), n.best.end());
  }
  set_rates(natural.best, out);
  for (const auto& [kind, n] : negatives) out.negatives.push_back(figures_of(n, out));
  out.natural = figures_of(natural, out);
  out.apart = figures_of(apart, out);
  out.no_natural_hit = distribute(natural.best, out.natural_scores);
  out.no_apart_hit = distribute(apart.best, out.apart_scores);

  std::vector<positive_outcomes> kinds;
  positive_outcomes all{"ALL", 0, {}};
  for (auto& [kind, p] : positives) {
    all.first += p.first;
    all.right.insert(all.right.end(), p.right.begin(), p.right.end());
    kinds.push_back(std::move(p));
  }
  for (const positive_outcomes& p : kinds) out.positives.push_back(figures_of(p, out));
  out.all = figures_of(all, out);
  out.no_right_hit = distribute(all.right, out.right_scores);

  const bootstrap_figures b =
      bootstrap(kinds, natural.best, floor, out.options.resamples, out.options.seed);
  out.resamples = b.resamples;
  for (std::size_t r = 0; r < 3; ++r) {
    out.rates[r].interval = b.thresholds[r];
    out.all.at_rate_interval[r] = b.recall_of_all[r];
  }
  for (std::size_t k = 0; k < kinds.size(); ++k) out.positives[k].at_rate_interval = b.recall[k];
}

}  // namespace tradewarden::evaluating
