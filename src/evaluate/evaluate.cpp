#include "tradewarden/evaluate.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "evaluate/outcomes.hpp"
#include "support/hash_map.hpp"

namespace tradewarden {
namespace {

using evaluating::k_none;
using evaluating::negative_outcomes;
using evaluating::positive_outcomes;

constexpr std::int32_t k_curve_step = 100;  // 0.01
constexpr std::string_view k_hard_prefix = "neg_hard";
constexpr std::uint32_t k_most_resamples = 100'000;
constexpr std::size_t k_score_bins = static_cast<std::size_t>(score::k_one) + 2;  // and no hit

error usage(std::string message) { return error{errc::usage, std::move(message), {}, 0, {}}; }

result<void> check(const evaluation_options& o) {
  if (o.screening.limit == 0 || o.screening.limit > 10'000) return usage("limit: 1 to 10,000");
  for (const score s : {o.screening.threshold, o.floor}) {
    if (s.units() < 0 || s.units() > score::k_one) return usage("a threshold lies from 0 to 1");
  }
  if (o.resamples > k_most_resamples) return usage("resamples: 100,000 at most");
  return {};
}

/// Whether one of a party's ids is `expected`: the list's own, that of another publication of it, or
/// with the list in front.
bool is_called(const listed_party& party, const std::string& expected) {
  if (party.source_id == expected) return true;
  for (const party_source& s : party.sources) {
    if (s.id == expected) return true;
  }
  return expected.size() == party.list.size() + 1 + party.source_id.size() &&
         expected.starts_with(party.list) && expected[party.list.size()] == ':' &&
         expected.ends_with(party.source_id);
}

/// Which of the expected ids the index has.
void look_up_expected(const party_index& idx, const labelled_set& set, evaluation& out) {
  string_map<bool> known;
  for (const labelled_query& q : set.queries) {
    for (const std::string& id : q.expected) known.emplace(id, false);
  }
  const auto mark = [&](std::string_view id) {
    if (const auto it = known.find(id); it != known.end()) it->second = true;
  };
  for (std::uint32_t i = 0; i < idx.party_count(); ++i) {
    const listed_party p = idx.party(i);
    mark(p.source_id);
    mark(p.list + ':' + p.source_id);
    for (const party_source& s : p.sources) mark(s.id);
  }
  string_set told;
  for (const labelled_query& q : set.queries) {
    bool any = q.expected.empty();
    for (const std::string& id : q.expected) {
      const bool here = known.find(id)->second;
      any = any || here;
      if (here || !told.insert(id).second) continue;
      if (out.unknown_expected++ == 0) out.first_unknown_expected = id;
    }
    if (!any) ++out.unreachable;
  }
}

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

class run {
 public:
  run(const labelled_set& set, const evaluation_options& options) {
    out_.options = options;
    evaluation_options& o = out_.options;
    o.floor = std::min(o.floor, o.screening.threshold);
    if (!o.screening.as_of) o.screening.as_of = day::today_utc();
    for (const labelled_query& q : set.queries) {
      if (q.expected.empty()) {
        negative_outcomes& n = negatives_[q.kind];
        n.kind = q.kind;
        n.apart = q.kind.starts_with(k_hard_prefix) ||
                  std::find(o.apart.begin(), o.apart.end(), q.kind) != o.apart.end();
      } else {
        positives_[q.kind].kind = q.kind;
      }
    }
  }

  [[nodiscard]] screening_options asked() const {
    screening_options s = out_.options.screening;
    s.threshold = out_.options.floor;
    s.count_all = false;
    return s;
  }

  /// False: the index is damaged.
  bool take(const labelled_query& q, const screening_answer& a) {
    if (a.problem == query_problem::damaged_index) return false;
    if (!was_screened(a.problem) && out_.not_screened++ == 0) out_.first_not_screened = q.query.id;
    std::int32_t best = k_none;
    std::int32_t right = k_none;
    for (const screening_hit& h : a.hits) {
      best = std::max(best, h.score.units());
      if (h.score >= out_.options.screening.threshold) ++out_.hits_declared;
      const bool expected = std::any_of(q.expected.begin(), q.expected.end(), [&](const auto& id) {
        return is_called(h.party, id);
      });
      if (expected) right = std::max(right, h.score.units());
    }
    out_.highest = std::max(out_.highest, score::from_units(std::max(0, best)));
    if (q.expected.empty()) {
      negatives_[q.kind].best.push_back(best);
    } else {
      positive_outcomes& p = positives_[q.kind];
      p.right.push_back(right);
      p.first += right != k_none && right == best ? 1 : 0;
    }
    return true;
  }

  evaluation finish() {
    const std::int32_t floor = out_.options.floor.units();
    for (std::int32_t t = floor; t < score::k_one; t += k_curve_step) {
      out_.curve.push_back(score::from_units(t));
    }
    out_.curve.push_back(score::from_units(score::k_one));

    negative_outcomes natural{"ALL_NATURAL", false, {}};
    negative_outcomes apart{"ALL_APART", true, {}};
    for (const auto& [kind, n] : negatives_) {
      negative_outcomes& to = n.apart ? apart : natural;
      to.best.insert(to.best.end(), n.best.begin(), n.best.end());
    }
    set_rates(natural.best, floor);
    for (const auto& [kind, n] : negatives_) out_.negatives.push_back(figures_of(n));
    out_.natural = figures_of(natural);
    out_.apart = figures_of(apart);
    out_.no_natural_hit = distribute(natural.best, out_.natural_scores);
    out_.no_apart_hit = distribute(apart.best, out_.apart_scores);

    std::vector<positive_outcomes> kinds;
    positive_outcomes all{"ALL", 0, {}};
    for (auto& [kind, p] : positives_) {
      all.first += p.first;
      all.right.insert(all.right.end(), p.right.begin(), p.right.end());
      kinds.push_back(std::move(p));
    }
    for (const positive_outcomes& p : kinds) out_.positives.push_back(figures_of(p));
    out_.all = figures_of(all);
    out_.no_right_hit = distribute(all.right, out_.right_scores);

    const evaluating::bootstrap_figures b = evaluating::bootstrap(
        kinds, natural.best, floor, out_.options.resamples, out_.options.seed);
    out_.resamples = b.resamples;
    for (std::size_t r = 0; r < 3; ++r) {
      out_.rates[r].interval = b.thresholds[r];
      out_.all.at_rate_interval[r] = b.recall_of_all[r];
    }
    for (std::size_t k = 0; k < kinds.size(); ++k) out_.positives[k].at_rate_interval = b.recall[k];
    return std::move(out_);
  }

  [[nodiscard]] evaluation& so_far() { return out_; }

 private:
  void set_rates(const std::vector<std::int32_t>& natural, std::int32_t floor) {
    std::vector<std::uint64_t> counts(k_score_bins);
    for (const std::int32_t s : natural) ++counts[static_cast<std::size_t>(s + 1)];
    for (std::size_t r = 0; r < 3; ++r) {
      rate_threshold& t = out_.rates[r];
      t.rate = k_false_positive_rates[r];
      t.threshold = score::from_units(
          evaluating::threshold_of(counts, natural.size(), t.rate, floor));
      t.at_floor = t.threshold.units() == floor;
    }
  }

  [[nodiscard]] positive_figures figures_of(const positive_outcomes& p) const {
    positive_figures f;
    const std::uint64_t n = p.right.size();
    f.kind = p.kind;
    f.first = {p.first, n};
    f.found = {count_from(p.right, 0), n};
    f.declared = {count_from(p.right, out_.options.screening.threshold.units()), n};
    for (std::size_t r = 0; r < 3; ++r) {
      f.at_rate[r] = {count_from(p.right, out_.rates[r].threshold.units()), n};
    }
    f.curve = curve_of(p.right, out_.curve);
    return f;
  }

  [[nodiscard]] negative_figures figures_of(const negative_outcomes& p) const {
    negative_figures f;
    const std::uint64_t n = p.best.size();
    f.kind = p.kind;
    f.apart = p.apart;
    f.saturated = {count_from(p.best, std::max(1, out_.highest.units())), n};
    f.exact = {count_from(p.best, score::k_one), n};
    f.declared = {count_from(p.best, out_.options.screening.threshold.units()), n};
    for (std::size_t r = 0; r < 3; ++r) {
      f.at_rate[r] = {count_from(p.best, out_.rates[r].threshold.units()), n};
    }
    f.curve = curve_of(p.best, out_.curve);
    return f;
  }

  evaluation out_;
  std::map<std::string, positive_outcomes> positives_;
  std::map<std::string, negative_outcomes> negatives_;
};

}  // namespace

result<evaluation> evaluate_screening(const party_index& idx, const labelled_set& set,
                                      const evaluation_options& options,
                                      evaluation_progress* progress) {
  if (auto ok = check(options); !ok.has_value()) return ok.error();
  if (!set.problems.empty()) return set.problems.front();
  if (set.queries.empty()) {
    return error{errc::empty_input, "no query has a truth: nothing can be measured",
                 set.queries_file, 0, {}};
  }
  if (auto sound = idx.check(); !sound.has_value()) return sound.error();
  run r(set, options);
  evaluation& out = r.so_far();
  look_up_expected(idx, set, out);
  out.queries_without_truth = set.queries_without_truth;
  out.truth_without_query = set.truth_without_query;
  out.first_query_without_truth = set.first_query_without_truth;
  out.first_truth_without_query = set.first_truth_without_query;
  out.queries_file = set.queries_file;
  out.truth_file = set.truth_file;
  out.queries_sha256 = set.queries_sha256;
  out.truth_sha256 = set.truth_sha256;
  out.index_content = idx.info().content;

  std::size_t asked = 0;
  std::size_t done = 0;
  bool damaged = false;
  screen_batch(
      idx, r.asked(), options.batch,
      [&](screening_query& q) {
        if (asked == set.queries.size()) return false;
        q = set.queries[asked++].query;
        return true;
      },
      [&](screening_answer&& a) {
        if (!r.take(set.queries[done], a)) damaged = true;
        ++done;
        if (progress != nullptr) progress->show(done);
        return !damaged;
      });
  if (damaged) {
    return error{errc::bad_index, "the index proved damaged while it was read", {}, 0, {}};
  }
  return r.finish();
}

}  // namespace tradewarden
