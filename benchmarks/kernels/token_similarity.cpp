// Similarity of two tokens, and the score of two names.
#include "score/token_similarity.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/kernels/names_for_kernels.hpp"
#include "score/name_scorer.hpp"

namespace {

using namespace tradewarden;

void token_similarity(benchmark::State& state) {
  std::vector<names::prepared_name> prepared;
  std::vector<scoring::token_view> views;
  for (std::size_t i = 0; i < 1'000; ++i) {
    prepared.push_back(names::prepare(bench::kernel_names()[i].name, schema::unknown));
  }
  for (const auto& name : prepared) views.push_back(scoring::views_of(name).front());
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(scoring::token_similarity(views[i % 1'000], views[(i * 7 + 1) % 1'000]));
    ++i;
  }
}
BENCHMARK(token_similarity);

void score_two_names(benchmark::State& state) {
  std::vector<names::prepared_name> prepared;
  for (std::size_t i = 0; i < 1'000; ++i) {
    prepared.push_back(names::prepare(bench::kernel_names()[i].name, schema::unknown));
  }
  std::vector<std::vector<scoring::token_view>> views;
  for (const auto& name : prepared) views.push_back(scoring::views_of(name));
  scoring::name_scorer scorer(prepared.front());
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(scorer.score(views[i++ % 1'000]));
}
BENCHMARK(score_two_names);

}  // namespace
