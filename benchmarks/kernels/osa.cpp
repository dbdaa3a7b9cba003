// Edit distance of two tokens with a limit.
#include "support/osa.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/kernels/names_for_kernels.hpp"

namespace {

void osa(benchmark::State& state) {
  const auto& names = tradewarden::bench::kernel_names();
  const auto limit = static_cast<std::int32_t>(state.range(0));
  std::size_t i = 0;
  for (auto _ : state) {
    const std::string_view a = std::string_view(names[i % 1'000].name).substr(0, 9);
    const std::string_view b = std::string_view(names[(i * 7 + 1) % 1'000].name).substr(0, 9);
    benchmark::DoNotOptimize(tradewarden::support::osa_distance(a, b, limit));
    ++i;
  }
}
BENCHMARK(osa)->DenseRange(1, 3);

}  // namespace
