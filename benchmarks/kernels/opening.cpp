// Opening an index of 100,000 names that lies in memory (the copy is part of it), and building it.
#include <benchmark/benchmark.h>

#include "benchmarks/kernels/names_for_kernels.hpp"

namespace {

using namespace tradewarden;

void open_bytes(benchmark::State& state) {
  const std::string& bytes = bench::kernel_index_bytes();
  for (auto _ : state) {
    const auto idx = party_index::from_bytes(bytes);
    benchmark::DoNotOptimize(idx.has_value());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}
BENCHMARK(open_bytes)->Unit(benchmark::kMillisecond);

void build(benchmark::State& state) {
  const party_set set = bench::make_parties(bench::kernel_names());
  for (auto _ : state) benchmark::DoNotOptimize(build_index_bytes(set).has_value());
}
BENCHMARK(build)->Unit(benchmark::kMillisecond);

}  // namespace
