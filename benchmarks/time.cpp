// Times of single queries on one core, of opening and of building, over a file of names or over
// lists as they are published.
#include <filesystem>
#include <iostream>

#include "benchmarks/commands.hpp"
#include "benchmarks/corpus.hpp"
#include "benchmarks/timing.hpp"

namespace tradewarden::bench {
namespace {

/// Prints, removes an index that was only passing, and gives the exit code.
int finish(const request& r, const std::string& index, json out) {
  if (r.index.empty()) std::filesystem::remove(index);
  out["load_after"] = machine()["load"];
  if (r.json) {
    std::cout << out.dump() << '\n';
    return 0;
  }
  if (out.contains("build")) print_build(out["build"]);
  if (out.contains("lists")) std::cout << "lists: " << out["lists"].dump() << '\n';
  print_times(out["times"]);
  return 0;
}

}  // namespace

result<party_set> read_lists(const std::vector<std::string>& sources, json& times) {
  const stopwatch reading;
  std::vector<publication> publications;
  for (const std::string& source : sources) {
    const auto spec = source_spec::parse(source);
    if (!spec) return spec.error();
    auto p = read_publication(*spec);
    if (!p) return p.error();
    publications.push_back(std::move(*p));
  }
  times["read_ms"] = reading.milliseconds();
  const stopwatch merging;
  auto set = merge_publications(std::move(publications));
  times["merge_ms"] = merging.milliseconds();
  return set;
}

std::vector<named_row> names_of(const party_set& set) {
  std::vector<named_row> out;
  for (const listed_party& p : set.parties) {
    for (const party_name& n : p.names) out.push_back({p.source_id, p.schema, n.text});
  }
  return out;
}

int time_queries(const request& r) {
  const auto threshold = score::parse(r.threshold);
  if (!threshold) return fail(threshold.error());
  json out = {{"command", "time"}, {"machine", machine()}};
  const std::string index = r.index.empty() ? passing_index() : r.index;
  if (r.index.empty() || !std::filesystem::exists(index)) {
    const auto built = run_apart([&]() -> result<json> {
      auto names = read_names(r.names);
      if (!names) return names.error();
      const party_set set = make_parties(*names);
      *names = {};
      return build_file(set, index);
    });
    if (!built) return fail(built.error());
    out["build"] = *built;
  }
  auto queries = read_queries(r.queries);
  if (!queries) return fail(queries.error());
  const auto times = time_file(index, every_nth(std::move(*queries), r.sample),
                               options_of(threshold->units(), r.limit), r.passes);
  if (!times) return fail(times.error());
  out["times"] = *times;
  return finish(r, index, std::move(out));
}

int time_lists(const request& r) {
  const auto threshold = score::parse(r.threshold);
  if (!threshold) return fail(threshold.error());
  json out = {{"command", "lists"}, {"machine", machine()}};
  const std::string index = passing_index();
  const std::string queries_path = index + ".queries";
  const auto built = run_apart([&]() -> result<json> {
    json lists;
    const auto set = read_lists(r.sources, lists);
    if (!set) return set.error();
    auto build = build_file(*set, index);
    if (!build) return build.error();
    const auto queries = make_queries(names_of(*set), r.sample == 0 ? 2'000 : r.sample);
    if (auto wrote = write_queries(queries_path, queries); !wrote) return wrote.error();
    return json{{"lists", lists}, {"build", *build}};
  });
  if (!built) return fail(built.error());
  out.update(*built);
  const auto queries = read_queries(queries_path);
  std::filesystem::remove(queries_path);
  if (!queries) return fail(queries.error());
  const auto times =
      time_file(index, *queries, options_of(threshold->units(), r.limit), r.passes);
  if (!times) return fail(times.error());
  out["times"] = *times;
  return finish(r, index, std::move(out));
}

}  // namespace tradewarden::bench
