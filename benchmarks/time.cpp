// Times of single queries on one core, of opening and of building, and what they cost in memory.
//
// The index is built by a process of its own, so that memory is that of a process that only opens
// and screens.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>

#include "benchmarks/commands.hpp"
#include "benchmarks/corpus.hpp"
#include "benchmarks/measure.hpp"

namespace tradewarden::bench {
namespace {

/// Reads, builds and writes; prints its times as one line of JSON into `out`.
int build_here(const request& r, const std::string& index, int out) {
  const stopwatch reading;
  auto names = read_names(r.names);
  if (!names) return fail(names.error());
  const party_set set = make_parties(*names);
  *names = {};
  json times = {{"names", set.parties.size()}, {"read_ms", reading.milliseconds()}};
  const double before = resident_megabytes();
  const stopwatch building;
  const auto bytes = build_index_bytes(set);
  if (!bytes) return fail(bytes.error());
  times["build_ms"] = building.milliseconds();
  times["parsed_mb"] = before;
  times["peak_mb"] = peak_megabytes();
  const stopwatch writing;
  if (std::ofstream file(index, std::ios::binary); !(file << *bytes)) {
    return fail({errc::io, "cannot write the index", index, 0, {}});
  }
  times["write_ms"] = writing.milliseconds();
  const std::string line = times.dump();
  return write(out, line.data(), line.size()) == static_cast<ssize_t>(line.size()) ? 0 : 1;
}

std::optional<json> build_elsewhere(const request& r, const std::string& index) {
  int ends[2];
  if (pipe(ends) != 0) return std::nullopt;
  const pid_t child = fork();
  if (child < 0) return std::nullopt;
  if (child == 0) {
    close(ends[0]);
    std::cout.flush();
    _exit(build_here(r, index, ends[1]));
  }
  close(ends[1]);
  std::string text;
  char part[4096];
  for (ssize_t n = 0; (n = read(ends[0], part, sizeof part)) > 0;) text.append(part, static_cast<std::size_t>(n));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return json::parse(text, nullptr, false);
}

/// Medians over the passes of what each pass showed.
spread medians(const std::vector<spread>& passes) {
  const auto of = [&](double spread::*member) {
    std::vector<double> values;
    for (const spread& s : passes) values.push_back(s.*member);
    return median_of(std::move(values));
  };
  return {of(&spread::p50), of(&spread::p95), of(&spread::p99), of(&spread::worst)};
}

struct group {
  std::string name;
  std::vector<std::size_t> queries;
  std::vector<spread> passes;
};

/// One pass; the time of each query, in milliseconds.
std::vector<double> pass(const party_index& idx, const std::vector<query_row>& queries,
                         const screening_options& options, std::uint64_t& hits,
                         std::uint64_t& members_found) {
  std::vector<double> out;
  out.reserve(queries.size());
  for (const query_row& row : queries) {
    const screening_query q = query_of(row);
    const stopwatch watch;
    const screening_answer a = screen(idx, q, options);
    out.push_back(watch.milliseconds());
    hits += a.hits.size();
    for (const screening_hit& h : a.hits) members_found += h.party.source_id == row.member ? 1 : 0;
  }
  return out;
}

json open_times(const std::string& path) {
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    const stopwatch watch;
    if (const auto idx = party_index::open(path); idx) times.push_back(watch.milliseconds());
  }
  return {{"full_ms", median_of(times)}};
}

}  // namespace

int time_queries(const request& r) {
  const auto threshold = score::parse(r.threshold);
  if (!threshold) return fail(threshold.error());
  json out = {{"command", "time"}, {"machine", machine()}};
  std::string index = r.index;
  if (index.empty()) {
    index = (std::filesystem::temp_directory_path() / ("tradewarden-bench-" + std::to_string(getpid()) + ".twi")).string();
  }
  if (r.index.empty() || !std::filesystem::exists(index)) {
    const std::optional<json> built = build_elsewhere(r, index);
    if (!built) return fail({errc::internal, "building failed", index, 0, {}});
    out["build"] = *built;
  }
  auto queries = read_queries(r.queries);
  if (!queries) return fail(queries.error());
  const std::vector<query_row> chosen = every_nth(std::move(*queries), r.sample);
  const screening_options options = options_of(threshold->units(), r.limit);

  out["open"] = open_times(index);
  {
    const auto idx = party_index::open(index);
    if (!idx) return fail(idx.error());
    out["index_mb"] = static_cast<double>(std::filesystem::file_size(index)) / 1e6;
    std::vector<group> groups = {{"all", {}, {}}, {"members", {}, {}}, {"non-members", {}, {}}};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      groups[0].queries.push_back(i);
      groups[chosen[i].member.empty() ? 2 : 1].queries.push_back(i);
    }
    std::uint64_t hits = 0;
    std::uint64_t members = 0;
    out["first_pass"] = to_json(spread_of(pass(*idx, chosen, options, hits, members)));
    out["hits"] = hits;
    out["members_found"] = members;
    out["rss_mb"] = resident_megabytes();
    std::vector<double> least(chosen.size(), 1e300);
    for (std::size_t p = 0; p < r.passes; ++p) {
      const std::vector<double> times = pass(*idx, chosen, options, hits, members);
      for (std::size_t i = 0; i < times.size(); ++i) least[i] = std::min(least[i], times[i]);
      for (group& g : groups) {
        std::vector<double> own;
        for (const std::size_t i : g.queries) own.push_back(times[i]);
        g.passes.push_back(spread_of(std::move(own)));
      }
    }
    for (const group& g : groups) {
      std::vector<double> own;
      for (const std::size_t i : g.queries) own.push_back(least[i]);
      out["queries"][g.name] = {{"count", g.queries.size()},
                                {"medians", to_json(medians(g.passes))},
                                {"quiet", to_json(spread_of(own))}};
      if (!r.json) {
        std::printf("%-12s %6zu queries, ms   p50      p95      p99    worst\n", g.name.c_str(), g.queries.size());
        std::printf("  medians of %2zu passes %s\n", r.passes, to_text(medians(g.passes)).c_str());
        std::printf("  best of each query   %s\n", to_text(spread_of(own)).c_str());
      }
    }
  }
  if (r.index.empty()) std::filesystem::remove(index);
  out["passes"] = r.passes;
  out["load_after"] = machine()["load"];
  if (r.json) {
    std::cout << out.dump() << '\n';
    return 0;
  }
  const auto& b = out["build"];
  if (b.is_object()) {
    std::printf("build: %.0f ms from %zu parsed names (peak %.0f MB, of which %.0f parsed); read %.0f ms, write %.0f ms\n",
                b["build_ms"].get<double>(), b["names"].get<std::size_t>(), b["peak_mb"].get<double>(),
                b["parsed_mb"].get<double>(), b["read_ms"].get<double>(), b["write_ms"].get<double>());
  }
  std::printf("open: %s ms; index %.1f MB; resident after a pass %.1f MB; hits %llu, members among them %llu\n",
              out["open"].dump().c_str(), out["index_mb"].get<double>(), out["rss_mb"].get<double>(),
              static_cast<unsigned long long>(out["hits"].get<std::uint64_t>()),
              static_cast<unsigned long long>(out["members_found"].get<std::uint64_t>()));
  return 0;
}

}  // namespace tradewarden::bench
