#include "benchmarks/timing.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace tradewarden::bench {
namespace {

error broken(std::string what) { return {errc::internal, std::move(what), {}, 0, {}}; }

void write_all(int to, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = write(to, text.data(), text.size());
    if (n <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
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

struct tally {
  std::uint64_t hits = 0;
  std::uint64_t members = 0;
};

/// One pass; the time of each query, in milliseconds.
std::vector<double> pass(const party_index& idx, const std::vector<query_row>& queries,
                         const screening_options& options, tally& found) {
  std::vector<double> out;
  out.reserve(queries.size());
  for (const query_row& row : queries) {
    const screening_query q = query_of(row);
    const stopwatch watch;
    const screening_answer a = screen(idx, q, options);
    out.push_back(watch.milliseconds());
    found.hits += a.hits.size();
    for (const screening_hit& h : a.hits) found.members += h.party.source_id == row.member ? 1 : 0;
  }
  return out;
}

json open_times(const std::string& path) {
  json out;
  for (const auto& [name, how] : {std::pair{"lazy_ms", verify::lazily}, std::pair{"full_ms", verify::fully}}) {
    std::vector<double> times;
    for (int i = 0; i < 15; ++i) {
      const stopwatch watch;
      if (const auto idx = party_index::open(path, how); idx) times.push_back(watch.milliseconds());
    }
    out[name] = median_of(times);
  }
  return out;
}

struct group {
  std::string name;
  std::vector<std::size_t> queries;
};

json group_times(const group& g, const std::vector<std::vector<double>>& passes) {
  std::vector<spread> spreads;
  std::vector<double> least(g.queries.size(), 1e300);
  for (const std::vector<double>& times : passes) {
    std::vector<double> own;
    for (std::size_t i = 0; i < g.queries.size(); ++i) {
      own.push_back(times[g.queries[i]]);
      least[i] = std::min(least[i], own.back());
    }
    spreads.push_back(spread_of(std::move(own)));
  }
  return {{"count", g.queries.size()},
          {"medians", to_json(medians(spreads))},
          {"quiet", to_json(spread_of(least))}};
}

spread spread_in(const json& j) {
  return {j.at("p50").get<double>(), j.at("p95").get<double>(), j.at("p99").get<double>(),
          j.at("worst").get<double>()};
}

}  // namespace

result<json> run_apart(const std::function<result<json>()>& work) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return broken("no pipe");
  std::cout.flush();
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) return broken("no process");
  if (child == 0) {
    close(ends[0]);
    const result<json> done = work();
    write_all(ends[1], done ? json{{"value", *done}}.dump() : json{{"error", done.error().to_string()}}.dump());
    _exit(0);
  }
  close(ends[1]);
  std::string text;
  std::array<char, 4096> part{};
  for (ssize_t n = 0; (n = read(ends[0], part.data(), part.size())) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(n));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  const json answer = json::parse(text, nullptr, false);
  if (answer.is_discarded()) return broken("the process ended without an answer (out of memory?)");
  if (answer.contains("error")) return broken(answer["error"].get<std::string>());
  return answer["value"];
}

result<json> build_file(std::size_t parties, const std::string& path,
                        const std::function<result<std::string>()>& build) {
  json out = {{"parties", parties}, {"parsed_mb", resident_megabytes()}};
  const stopwatch building;
  const auto bytes = build();
  if (!bytes) return bytes.error();
  out["build_ms"] = building.milliseconds();
  out["peak_mb"] = peak_megabytes();
  const stopwatch writing;
  std::ofstream file(path, std::ios::binary);
  file << *bytes;
  file.close();
  if (!file) return error{errc::io, "cannot write the index", path, 0, {}};
  out["write_ms"] = writing.milliseconds();
  return out;
}

result<json> build_file(const party_set& set, const std::string& path) {
  return build_file(set.parties.size(), path, [&] { return build_index_bytes(set); });
}

result<json> time_file(const std::string& path, const std::vector<query_row>& queries,
                       const screening_options& options, std::size_t passes) {
  json out;
  const double before = resident_megabytes();
  {
    const auto idx = party_index::open(path);
    if (!idx) return idx.error();
    out["names"] = idx->info().names;
    out["tokens"] = idx->info().tokens;
    out["index_mb"] = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    group all{"all", {}};
    group members{"members", {}};
    group others{"non-members", {}};
    for (std::size_t i = 0; i < queries.size(); ++i) {
      all.queries.push_back(i);
      (queries[i].member.empty() ? others : members).queries.push_back(i);
    }
    tally found;
    out["first_pass"] = to_json(spread_of(pass(*idx, queries, options, found)));
    out["hits"] = found.hits;
    out["members_found"] = found.members;
    out["rss_mb"] = resident_megabytes();
    out["rss_without_index_mb"] = before;
    std::vector<std::vector<double>> times;
    for (std::size_t p = 0; p < passes; ++p) times.push_back(pass(*idx, queries, options, found));
    out["passes"] = passes;
    for (const group& g : {all, members, others}) {
      if (!g.queries.empty()) out["queries"][g.name] = group_times(g, times);
    }
  }
  out["open"] = open_times(path);
  return out;
}

std::string passing_index() {
  return (std::filesystem::temp_directory_path() / ("tradewarden-bench-" + std::to_string(getpid()) + ".twi"))
      .string();
}

void print_build(const json& b) {
  std::printf("build: %.0f ms from %llu parsed parties, write %.0f ms; peak %.0f MB, of which %.0f parsed\n",
              b.at("build_ms").get<double>(),
              static_cast<unsigned long long>(b.at("parties").get<std::uint64_t>()),
              b.at("write_ms").get<double>(), b.at("peak_mb").get<double>(),
              b.at("parsed_mb").get<double>());
}

void print_times(const json& t) {
  for (const auto& [name, g] : t.at("queries").items()) {
    std::printf("%-12s %6zu queries, ms   p50      p95      p99    worst\n", name.c_str(),
                g.at("count").get<std::size_t>());
    std::printf("  medians of %2zu passes %s\n", t.at("passes").get<std::size_t>(),
                to_text(spread_in(g.at("medians"))).c_str());
    std::printf("  best of each query   %s\n", to_text(spread_in(g.at("quiet"))).c_str());
  }
  std::printf("open: %s ms; index %.1f MB; resident after a pass %.1f MB; hits %llu, true members among them %llu\n",
              t.at("open").dump().c_str(), t.at("index_mb").get<double>(), t.at("rss_mb").get<double>(),
              static_cast<unsigned long long>(t.at("hits").get<std::uint64_t>()),
              static_cast<unsigned long long>(t.at("members_found").get<std::uint64_t>()));
}

}  // namespace tradewarden::bench
