#include "tradewarden/compare_evaluations.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "evaluate/figures.hpp"
#include "evaluate/outcomes.hpp"
#include "evaluate/split_mix.hpp"

namespace tradewarden {
namespace {

constexpr std::size_t k_figures = 5;
constexpr std::size_t k_bins = static_cast<std::size_t>(score::k_one) + 2;
constexpr std::uint64_t k_most_draws = 200'000'000;
constexpr std::uint32_t k_least_resamples = 50;

using limits = std::array<std::int32_t, 3>;
using flags = std::array<bool, k_figures>;

/// Which of the five figures a query counts for.
flags counts_for(const query_outcome& o, const limits& at) {
  return {o.is_first(), o.right >= 0, o.right >= at[0], o.right >= at[1], o.right >= at[2]};
}

class side {
 public:
  explicit side(const evaluation& e) : e_(e), floor_(e.options.floor.units()), counts_(k_bins) {}
  void clear() { std::fill(counts_.begin(), counts_.end(), 0); }
  void add(std::size_t query) { ++counts_[static_cast<std::size_t>(e_.outcomes[query].best + 1)]; }
  [[nodiscard]] limits thresholds(std::uint64_t n) const {
    limits out{};
    for (std::size_t r = 0; r < 3; ++r) {
      out[r] = evaluating::threshold_of(counts_, n, k_false_positive_rates[r], floor_);
    }
    return out;
  }
  [[nodiscard]] const query_outcome& got(std::size_t query) const { return e_.outcomes[query]; }

 private:
  const evaluation& e_;
  std::int32_t floor_;
  std::vector<std::uint64_t> counts_;
};

}  // namespace

std::vector<system_difference> compare_evaluations(const labelled_set& set, const evaluation& ours,
                                                   const evaluation& theirs) {
  const std::size_t n = set.queries.size();
  if (ours.outcomes.size() != n || theirs.outcomes.size() != n) return {};
  std::vector<std::size_t> natural;
  std::map<std::string_view, std::vector<std::size_t>> kinds;
  for (std::size_t i = 0; i < n; ++i) {
    const labelled_query& q = set.queries[i];
    if (!q.expected.empty()) {
      kinds[q.kind].push_back(i);
    } else if (!evaluating::is_apart(ours.options, q.kind)) {
      natural.push_back(i);
    }
  }
  std::uint64_t positives = 0;
  for (const auto& [kind, queries] : kinds) positives += queries.size();

  const std::string found = "recall@" + std::to_string(ours.options.screening.limit);
  std::vector<system_difference> out(k_figures);
  const std::array<std::string, k_figures> titles = {"recall@1", found, "@0.1%", "@1%", "@5%"};
  side a(ours);
  side b(theirs);
  for (const std::size_t i : natural) {
    a.add(i);
    b.add(i);
  }
  const limits at_a = a.thresholds(natural.size());
  const limits at_b = b.thresholds(natural.size());
  for (std::size_t f = 0; f < k_figures; ++f) {
    out[f].figure = titles[f];
    out[f].ours.of = out[f].theirs.of = positives;
  }
  for (const auto& [kind, queries] : kinds) {
    for (const std::size_t i : queries) {
      const flags x = counts_for(a.got(i), at_a);
      const flags y = counts_for(b.got(i), at_b);
      for (std::size_t f = 0; f < k_figures; ++f) {
        out[f].ours.part += x[f] ? 1 : 0;
        out[f].theirs.part += y[f] ? 1 : 0;
        out[f].only_ours += x[f] && !y[f] ? 1 : 0;
        out[f].only_theirs += y[f] && !x[f] ? 1 : 0;
      }
    }
  }

  const std::uint64_t draws = natural.size() + positives + 2 * k_bins;
  const std::uint32_t resamples = std::min(
      ours.options.resamples,
      std::max(k_least_resamples, static_cast<std::uint32_t>(k_most_draws / draws)));
  if (natural.empty() || positives == 0 || resamples == 0) return out;
  evaluating::split_mix random(ours.options.seed, "comparison");
  std::array<std::vector<std::int32_t>, k_figures> differences;
  for (std::uint32_t round = 0; round < resamples; ++round) {
    a.clear();
    b.clear();
    for (std::size_t k = 0; k < natural.size(); ++k) {
      const std::size_t i = natural[random.below(natural.size())];
      a.add(i);
      b.add(i);
    }
    const limits ta = a.thresholds(natural.size());
    const limits tb = b.thresholds(natural.size());
    std::array<std::uint64_t, k_figures> more{};
    std::array<std::uint64_t, k_figures> less{};
    for (const auto& [kind, queries] : kinds) {
      for (std::size_t k = 0; k < queries.size(); ++k) {
        const std::size_t i = queries[random.below(queries.size())];
        const flags x = counts_for(a.got(i), ta);
        const flags y = counts_for(b.got(i), tb);
        for (std::size_t f = 0; f < k_figures; ++f) {
          more[f] += x[f] && !y[f] ? 1 : 0;
          less[f] += y[f] && !x[f] ? 1 : 0;
        }
      }
    }
    for (std::size_t f = 0; f < k_figures; ++f) {
      differences[f].push_back(proportion{more[f], positives}.units() -
                               proportion{less[f], positives}.units());
    }
  }
  for (std::size_t f = 0; f < k_figures; ++f) {
    std::vector<std::int32_t>& d = differences[f];
    std::sort(d.begin(), d.end());
    const std::size_t cut = d.size() / 40;
    out[f].low = d[cut];
    out[f].high = d[d.size() - 1 - cut];
    out[f].has_interval = true;
  }
  return out;
}

}  // namespace tradewarden
