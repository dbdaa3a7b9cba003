// The checksum of the index file's sections.
#include <benchmark/benchmark.h>

#include <string>

#include "index/file_format.hpp"

namespace {

void crc32c(benchmark::State& state) {
  const std::string bytes(static_cast<std::size_t>(state.range(0)), 'x');
  for (auto _ : state) benchmark::DoNotOptimize(tradewarden::indexing::crc32c(bytes));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(crc32c)->Arg(64)->Arg(4096)->Arg(1 << 20);

}  // namespace
