// All listed tokens that are like a query token, by how many edits it allows.
#include "match/expansion.hpp"

#include <benchmark/benchmark.h>

#include "benchmarks/kernels/names_for_kernels.hpp"
#include "names/prepared_name.hpp"

namespace {

using namespace tradewarden;

/// Tokens of names whose length lies between both arguments.
void expand(benchmark::State& state) {
  std::vector<names::prepared_token> tokens;
  for (std::size_t i = 0; tokens.size() < 256 && i < bench::kernel_names().size(); ++i) {
    for (const auto& t : names::prepare(bench::kernel_names()[i].name, schema::unknown).tokens) {
      const auto n = static_cast<std::int64_t>(t.text.size());
      if (n >= state.range(0) && n <= state.range(1)) tokens.push_back(t);
    }
  }
  const party_index& idx = bench::kernel_index();
  matching::edit_scratch scratch;
  matching::match_table table;
  std::size_t i = 0;
  for (auto _ : state) {
    const names::prepared_name query{{tokens[i++ % tokens.size()]}};
    table.begin(idx.view().token_count());
    matching::expand(idx.view(), query, {}, scratch, table);
    benchmark::DoNotOptimize(table.heads().data());
  }
  state.counters["tokens"] = static_cast<double>(idx.info().tokens);
}
BENCHMARK(expand)->Args({3, 5})->Args({6, 8})->Args({9, 20});

}  // namespace
