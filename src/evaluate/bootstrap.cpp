#include <algorithm>

#include "evaluate/outcomes.hpp"
#include "evaluate/split_mix.hpp"

namespace tradewarden::evaluating {
namespace {

constexpr std::size_t k_bins = static_cast<std::size_t>(score::k_one) + 2;  // and that of no hit
constexpr std::uint64_t k_most_draws = 400'000'000;  // some ten seconds
constexpr std::uint32_t k_least_resamples = 50;

std::size_t bin_of(std::int32_t units) { return static_cast<std::size_t>(units + 1); }

/// The 2.5th and the 97.5th of 100.
bootstrap_interval interval_of(std::vector<std::int32_t>& values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const std::size_t out = values.size() / 40;
  return {score::from_units(values[out]), score::from_units(values[values.size() - 1 - out])};
}

}  // namespace

std::int32_t threshold_of(std::span<const std::uint64_t> counts, std::uint64_t n,
                          std::int32_t rate, std::int32_t floor) {
  // As many as may pass; the threshold lies above the next one.
  const std::uint64_t may_pass = n / 1000 * static_cast<std::uint64_t>(rate) +
                                 n % 1000 * static_cast<std::uint64_t>(rate) / 1000;
  std::uint64_t passed = 0;
  for (std::size_t at = counts.size(); at-- > 1;) {
    passed += counts[at];
    if (passed > may_pass) return std::max(floor, static_cast<std::int32_t>(at));
  }
  return floor;
}

bootstrap_figures bootstrap(std::span<const positive_outcomes> positives,
                            std::span<const std::int32_t> natural, std::int32_t floor,
                            std::uint32_t resamples, std::uint64_t seed) {
  bootstrap_figures out;
  out.recall.resize(positives.size());
  std::uint64_t size = natural.size() + k_bins;
  std::uint64_t all = 0;
  for (const positive_outcomes& p : positives) all += p.right.size();
  size += all;
  out.resamples = std::min(
      resamples, std::max(k_least_resamples, static_cast<std::uint32_t>(std::min<std::uint64_t>(
                                                 k_most_draws / size, UINT32_MAX))));
  if (natural.empty() || out.resamples == 0) {
    out.resamples = 0;
    return out;
  }
  split_mix random(seed, "bootstrap");
  std::array<std::vector<std::int32_t>, 3> thresholds;
  std::array<std::vector<std::int32_t>, 3> of_all;
  std::vector<std::array<std::vector<std::int32_t>, 3>> of_kind(positives.size());
  std::vector<std::uint64_t> counts(k_bins);
  for (std::uint32_t round = 0; round < out.resamples; ++round) {
    std::fill(counts.begin(), counts.end(), 0);
    for (std::size_t i = 0; i < natural.size(); ++i) {
      ++counts[bin_of(natural[random.below(natural.size())])];
    }
    std::array<std::int32_t, 3> limit{};
    for (std::size_t r = 0; r < 3; ++r) {
      limit[r] = threshold_of(counts, natural.size(), k_false_positive_rates[r], floor);
      thresholds[r].push_back(limit[r]);
    }
    std::array<std::uint64_t, 3> found{};
    for (std::size_t k = 0; k < positives.size(); ++k) {
      const std::vector<std::int32_t>& right = positives[k].right;
      std::array<std::uint64_t, 3> here{};
      for (std::size_t i = 0; i < right.size(); ++i) {
        const std::int32_t s = right[random.below(right.size())];
        for (std::size_t r = 0; r < 3; ++r) here[r] += s >= limit[r] ? 1 : 0;
      }
      for (std::size_t r = 0; r < 3; ++r) {
        of_kind[k][r].push_back(proportion{here[r], right.size()}.units());
        found[r] += here[r];
      }
    }
    for (std::size_t r = 0; r < 3; ++r) of_all[r].push_back(proportion{found[r], all}.units());
  }
  for (std::size_t r = 0; r < 3; ++r) {
    out.thresholds[r] = interval_of(thresholds[r]);
    out.recall_of_all[r] = interval_of(of_all[r]);
    for (std::size_t k = 0; k < positives.size(); ++k) out.recall[k][r] = interval_of(of_kind[k][r]);
  }
  return out;
}

}  // namespace tradewarden::evaluating
