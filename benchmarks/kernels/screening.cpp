// A whole query, by threshold; and its answer as JSON.
#include "tradewarden/screening.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/kernels/names_for_kernels.hpp"

namespace {

using namespace tradewarden;

void screen_one(benchmark::State& state) {
  const auto& queries = bench::kernel_queries();
  const screening_options options =
      bench::options_of(static_cast<std::int32_t>(state.range(0)), 10);
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        screen(bench::kernel_index(), bench::query_of(queries[i++ % queries.size()]), options));
  }
}
BENCHMARK(screen_one)->Arg(7'000)->Arg(8'000)->Arg(9'500)->Unit(benchmark::kMicrosecond);

void answer_as_json(benchmark::State& state) {
  const party_index& idx = party_index::sample();
  screening_query q;
  q.name = "ZTE Kangxun";
  const screening_answer answer = screen(idx, q, bench::options_of(8'000, 10));
  for (auto _ : state) benchmark::DoNotOptimize(to_json(answer, idx));
}
BENCHMARK(answer_as_json)->Unit(benchmark::kMicrosecond);

}  // namespace
