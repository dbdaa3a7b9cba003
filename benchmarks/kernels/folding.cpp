// A name to tokens, and the roles and features of these.
#include <benchmark/benchmark.h>

#include "benchmarks/kernels/names_for_kernels.hpp"
#include "names/fold.hpp"
#include "names/prepared_name.hpp"

namespace {

void fold(benchmark::State& state) {
  const auto& names = tradewarden::bench::kernel_names();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(tradewarden::names::fold(names[i++ % 10'000].name));
}
BENCHMARK(fold);

void prepare(benchmark::State& state) {
  const auto& names = tradewarden::bench::kernel_names();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        tradewarden::names::prepare(names[i++ % 10'000].name, tradewarden::schema::unknown));
  }
}
BENCHMARK(prepare);

void fold_cyrillic(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(tradewarden::names::fold(
        "\u041e\u0442\u043a\u0440\u044b\u0442\u043e\u0435 \u0430\u043a\u0446\u0438\u043e\u043d\u0435"
        "\u0440\u043d\u043e\u0435 \u043e\u0431\u0449\u0435\u0441\u0442\u0432\u043e \u0417\u0430\u0440\u044f"));
  }
}
BENCHMARK(fold_cyrillic);

}  // namespace
