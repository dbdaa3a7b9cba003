// Pairs of names scored per second on one core: from raw texts, and from names that are normalised.
#include <array>
#include <cstdio>
#include <iostream>
#include <unordered_map>

#include "benchmarks/commands.hpp"
#include "benchmarks/measure.hpp"
#include "benchmarks/timing.hpp"
#include "names/prepared_name.hpp"
#include "score/name_scorer.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::bench {
namespace {

/// Listed names that each query is compared with: its own if it has one, the others from anywhere.
constexpr std::size_t k_listed_a_query = 64;

struct listed_name {
  names::prepared_name prepared;
  std::vector<scoring::token_view> views;
};

}  // namespace

int pairs(const request& r) {
  const auto listed = read_names(r.names);
  if (!listed) return fail(listed.error());
  auto all = read_queries(r.queries);
  if (!all) return fail(all.error());
  const std::vector<query_row> queries = every_nth(std::move(*all), r.sample);
  if (listed->empty() || queries.empty()) return fail({errc::empty_input, "no names or no queries", {}, 0, {}});
  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < listed->size(); ++i) place.emplace((*listed)[i].id, i);
  // The same pairs on every run: a stride that no list is a multiple of.
  std::vector<std::size_t> chosen;
  std::size_t next = 0;
  for (const query_row& q : queries) {
    const auto own = place.find(q.member);
    for (std::size_t k = 0; k < k_listed_a_query; ++k) {
      next = (next + 7'919) % listed->size();
      chosen.push_back(k == 0 && own != place.end() ? own->second : next);
    }
  }
  std::vector<listed_name> prepared(chosen.size());
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    prepared[k].prepared = names::prepare((*listed)[chosen[k]].name, schema::unknown);
    prepared[k].views = scoring::views_of(prepared[k].prepared);
  }
  std::vector<names::prepared_name> asked;
  asked.reserve(queries.size());
  for (const query_row& q : queries) asked.push_back(names::prepare(q.text, q.schema));

  std::uint64_t sum = 0;  // of the scores: both ways must come to the same
  std::array<std::uint64_t, 2> sums{};
  std::array<std::vector<double>, 2> seconds;
  for (std::size_t pass = 0; pass < r.passes; ++pass) {
    const stopwatch raw;
    sum = 0;
    for (std::size_t q = 0, k = 0; q < queries.size(); ++q) {
      for (std::size_t n = 0; n < k_listed_a_query; ++n, ++k) {
        sum += static_cast<std::uint64_t>(
            score_names(queries[q].text, (*listed)[chosen[k]].name, queries[q].schema).units());
      }
    }
    seconds[0].push_back(raw.milliseconds() / 1'000);
    sums[0] = sum;
    const stopwatch normalised;
    sum = 0;
    for (std::size_t q = 0, k = 0; q < queries.size(); ++q) {
      scoring::name_scorer scorer(asked[q]);
      for (std::size_t n = 0; n < k_listed_a_query; ++n, ++k) {
        sum += static_cast<std::uint64_t>(scorer.score(prepared[k].views));
      }
    }
    seconds[1].push_back(normalised.milliseconds() / 1'000);
    sums[1] = sum;
  }
  const auto rate = [&](std::vector<double> times) {
    return static_cast<std::uint64_t>(static_cast<double>(chosen.size()) / spread_of(std::move(times)).p50);
  };
  const std::uint64_t raw = rate(seconds[0]);
  const std::uint64_t normalised = rate(seconds[1]);
  if (r.json) {
    std::cout << nlohmann::ordered_json{{"command", "pairs"},       {"machine", machine()},
                                        {"pairs", chosen.size()},   {"raw_per_second", raw},
                                        {"normalised_per_second", normalised},
                                        {"score_sums", sums}}
                     .dump()
              << '\n';
    return 0;
  }
  std::printf("%zu pairs, one core, pairs a second\n", chosen.size());
  std::printf("  from raw texts          %10llu\n", static_cast<unsigned long long>(raw));
  std::printf("  from normalised names   %10llu\n", static_cast<unsigned long long>(normalised));
  return 0;
}

}  // namespace tradewarden::bench
