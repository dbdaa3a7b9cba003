// What each kind of similarity costs: the search with it and without it, query by query in turns.
// Without a kind the answers are not exact; only the time is of interest.
#include <array>
#include <cstdio>
#include <iostream>

#include "benchmarks/commands.hpp"
#include "benchmarks/corpus.hpp"
#include "benchmarks/measure.hpp"
#include "match/search.hpp"
#include "names/prepared_name.hpp"

namespace tradewarden::bench {
namespace {

struct kind {
  const char* name;
  bool matching::enumerators::*on;
};
constexpr std::array k_kinds = {
    kind{"all kinds", nullptr},
    kind{"equal", &matching::enumerators::equal},
    kind{"edit", &matching::enumerators::edit},
    kind{"family", &matching::enumerators::family},
    kind{"key", &matching::enumerators::key},
    kind{"initial", &matching::enumerators::initial},
    kind{"joined", &matching::enumerators::joined},
    kind{"truncated", &matching::enumerators::truncated},
};

}  // namespace

int kinds(const request& r) {
  const auto threshold = score::parse(r.threshold);
  if (!threshold) return fail(threshold.error());
  const auto idx = open_or_build(r);
  if (!idx) return fail(idx.error());
  auto all = read_queries(r.queries);
  if (!all) return fail(all.error());
  std::array<std::vector<double>, k_kinds.size()> times;
  std::array<std::uint64_t, k_kinds.size()> hits{};
  matching::search_scratch scratch;
  const std::vector<query_row> queries = every_nth(std::move(*all), r.sample);
  for (std::size_t n = 0; n < queries.size(); ++n) {
    const names::prepared_name prepared = names::prepare(queries[n].text, queries[n].schema);
    // Each variant goes first in its turn, so that none profits from the others' warm caches.
    for (std::size_t turn = 0; turn < k_kinds.size(); ++turn) {
      const std::size_t k = (n + turn) % k_kinds.size();
      matching::enumerators on;
      if (k_kinds[k].on != nullptr) on.*k_kinds[k].on = false;
      const stopwatch watch;
      matching::search(idx->view(), prepared, *threshold, on, scratch, [&](matching::name_score) {
        ++hits[k];
        return threshold->units();
      });
      times[k].push_back(watch.milliseconds());
    }
  }
  json out = {{"command", "kinds"}, {"machine", machine()}, {"queries", queries.size()}};
  if (!r.json) std::printf("%-20s %9s%9s%9s%9s   hits\n", "search, ms", "p50", "p95", "p99", "worst");
  for (std::size_t k = 0; k < k_kinds.size(); ++k) {
    const spread s = spread_of(times[k]);
    out["kinds"][k_kinds[k].name] = to_json(s);
    out["hits"][k_kinds[k].name] = hits[k];
    if (r.json) continue;
    const std::string label = (k == 0 ? "" : "without ") + std::string(k_kinds[k].name);
    std::printf("%-20s %s%7llu\n", label.c_str(), to_text(s).c_str(), static_cast<unsigned long long>(hits[k]));
  }
  if (r.json) std::cout << out.dump() << '\n';
  return 0;
}

}  // namespace tradewarden::bench
