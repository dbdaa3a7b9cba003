// A batch on one thread against single queries, in turns, and a batch on all cores.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <thread>

#include "benchmarks/commands.hpp"
#include "benchmarks/corpus.hpp"
#include "benchmarks/measure.hpp"
#include "tradewarden/batch_screening.hpp"

namespace tradewarden::bench {
namespace {

/// A number that changes with any hit, any score and their order.
std::uint64_t fingerprint(std::uint64_t h, const screening_answer& a) {
  for (const screening_hit& hit : a.hits) {
    h = (h ^ hit.party_id) * 0x100000001B3U;
    h = (h ^ static_cast<std::uint64_t>(hit.score.units())) * 0x100000001B3U;
  }
  return (h ^ a.more) * 0x100000001B3U;
}

struct outcome {
  double seconds = 0;
  std::uint64_t print = 0;
};

outcome singly(const party_index& idx, const std::vector<screening_query>& queries,
               const screening_options& options) {
  outcome out;
  const stopwatch watch;
  for (const screening_query& q : queries) out.print = fingerprint(out.print, screen(idx, q, options));
  out.seconds = watch.milliseconds() / 1000;
  return out;
}

outcome together(const party_index& idx, const std::vector<screening_query>& queries,
                 const screening_options& options, std::size_t threads) {
  outcome out;
  std::size_t next = 0;
  const stopwatch watch;
  screen_batch(
      idx, options, {threads, 256},
      [&](screening_query& q) {
        if (next == queries.size()) return false;
        q = queries[next++];
        return true;
      },
      [&](screening_answer&& a) {
        out.print = fingerprint(out.print, a);
        return true;
      });
  out.seconds = watch.milliseconds() / 1000;
  return out;
}

}  // namespace

int batch(const request& r) {
  const auto threshold = score::parse(r.threshold);
  if (!threshold) return fail(threshold.error());
  json out = {{"command", "batch"}, {"machine", machine()}};
  json lists;
  const auto set = read_lists(r.sources, lists);
  if (!set) return fail(set.error());
  const auto bytes = build_index_bytes(*set);
  if (!bytes) return fail(bytes.error());
  const auto idx = party_index::from_bytes(*bytes);
  if (!idx) return fail(idx.error());
  const std::size_t rows = r.rows != 0 ? r.rows : 20'000;
  std::vector<screening_query> queries;
  for (const query_row& row : make_queries(names_of(*set), rows)) queries.push_back(query_of(row));
  const screening_options options = options_of(threshold->units(), r.limit);
  const std::size_t threads =
      r.threads != 0 ? r.threads : std::max(1U, std::thread::hardware_concurrency());

  std::vector<double> single;
  std::vector<double> one;
  std::vector<double> all;
  for (int turn = 0; turn < 3; ++turn) {
    const outcome a = singly(*idx, queries, options);
    const outcome b = together(*idx, queries, options, 1);
    const outcome c = together(*idx, queries, options, threads);
    if (a.print != b.print || a.print != c.print) {
      return fail({errc::internal, "a batch answers otherwise than single queries", {}, 0, {}});
    }
    single.push_back(a.seconds);
    one.push_back(b.seconds);
    all.push_back(c.seconds);
  }
  const double count = static_cast<double>(rows);
  out["rows"] = rows;
  out["threads"] = threads;
  out["single_us"] = median_of(single) / count * 1e6;
  out["batch_us"] = median_of(one) / count * 1e6;
  out["gain"] = median_of(single) / median_of(one);
  out["names_per_second"] = count / median_of(all);
  if (r.json) {
    std::cout << out.dump() << '\n';
  } else {
    std::printf("%zu queries: %.1f us each singly, %.1f us in a batch on one thread (x%.2f), %.0f names/s on %zu threads\n",
                rows, out["single_us"].get<double>(), out["batch_us"].get<double>(),
                out["gain"].get<double>(), out["names_per_second"].get<double>(), threads);
  }
  return 0;
}

}  // namespace tradewarden::bench
