// How times and memory grow with the number of names.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <span>

#include "benchmarks/commands.hpp"
#include "benchmarks/corpus.hpp"
#include "benchmarks/timing.hpp"
#include "tradewarden/index_builder.hpp"

namespace tradewarden::bench {
namespace {

/// Names are made and added one by one: a list of this size need not be in memory.
result<std::string> build_streamed(std::span<const named_row> names, std::size_t size) {
  index_builder builder;
  result<void> added;
  grow(names, size, [&](const named_row& row) {
    if (added) added = builder.add(party_of(row));
  });
  if (!added) return added.error();
  const publication source = benchmark_publication();
  return builder.finish({&source, 1}, 0);
}

result<json> one_size(const request& r, std::size_t size, const screening_options& options) {
  const std::string index = passing_index();
  const std::string queries_path = index + ".queries";
  auto built = run_apart([&]() -> result<json> {
    const auto names = read_names(r.names);
    if (!names) return names.error();
    const std::span<const named_row> given(*names);
    const auto queries =
        make_queries(given.first(std::min(size, given.size())), r.sample == 0 ? 1'000 : r.sample);
    if (auto wrote = write_queries(queries_path, queries); !wrote) return wrote.error();
    return build_file(size, index, [&] { return build_streamed(given, size); });
  });
  if (!built) return built.error();
  auto times = run_apart([&]() -> result<json> {
    const auto queries = read_queries(queries_path);
    if (!queries) return queries.error();
    return time_file(index, *queries, options, r.passes);
  });
  std::filesystem::remove(queries_path);
  std::filesystem::remove(index);
  if (!times) return times.error();
  return json{{"size", size}, {"build", *built}, {"times", *times}};
}

}  // namespace

int growth(const request& r) {
  const auto threshold = score::parse(r.threshold);
  if (!threshold) return fail(threshold.error());
  json out = {{"command", "growth"}, {"machine", machine()}, {"sizes", json::array()}};
  if (!r.json) std::printf("     names      p50      p95      p99    worst   index MB    RSS MB   build ms   peak MB\n");
  for (const std::size_t size : r.sizes) {
    const auto one = one_size(r, size, options_of(threshold->units(), r.limit));
    if (!one) return fail(one.error());
    if (!r.json) {
      const json& m = (*one)["times"]["queries"]["all"]["medians"];
      std::printf("%10zu%s%11.1f%10.1f%11.0f%10.0f\n", size,
                  to_text({m["p50"].get<double>(), m["p95"].get<double>(), m["p99"].get<double>(), m["worst"].get<double>()}).c_str(),
                  (*one)["times"]["index_mb"].get<double>(), (*one)["times"]["rss_mb"].get<double>(),
                  (*one)["build"]["build_ms"].get<double>(), (*one)["build"]["peak_mb"].get<double>());
    }
    out["sizes"].push_back(*one);
  }
  if (r.json) std::cout << out.dump() << '\n';
  return 0;
}

}  // namespace tradewarden::bench
