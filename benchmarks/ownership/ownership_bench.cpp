// Who is restricted through owners: reading a graph from CSV, every regime over it, one change.
//
//   tradewarden-ownership-bench make EDGES FOLDER     writes edges.csv and seeds.csv, always the same
//   tradewarden-ownership-bench run FOLDER            reads them and asks every regime
//   tradewarden-ownership-bench change FOLDER N       N changes of single edges, one after the other
//
// Prints one line of JSON for each measure: name, seconds of the clock and of the processor. `digest` is
// one of the verdicts of all parties, to compare engines by (benchmarks/compete/ownership_peers.py).
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "tradewarden/ownership_assessment.hpp"

namespace tw = tradewarden;

namespace {

const char* const k_regimes[] = {"us-ofac", "us-bis-affiliates", "eu", "uk", "ca"};

tw::day today() { return tw::day::parse("2026-11-20").value(); }  // all of them are in force

struct stopwatch {
  std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
  std::clock_t processor = std::clock();
  void print(const char* name, const std::string& more = {}) const {
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    const double busy = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    std::printf("{\"name\":\"%s\",\"s\":%.6f,\"processor_s\":%.6f%s}\n", name, wall, busy, more.c_str());
    std::fflush(stdout);
  }
};

/// Peak memory of the process, in MiB.
long peak() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

class random_numbers {
 public:
  std::uint64_t below(std::uint64_t n) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33) % n;
  }

 private:
  std::uint64_t state_ = 20240703;
};

/// Companies with one to six owners, whose shares are 100 percent at most: mostly older companies and
/// persons, one in a hundred a younger one, so that there are circles. Every twentieth person is
/// listed.
int make(std::uint64_t edges, const std::string& folder) {
  random_numbers random;
  const auto file = [&](const char* name) { return std::fopen((folder + "/" + name).c_str(), "w"); };
  std::FILE* const out = file("edges.csv");
  std::FILE* const listed = file("seeds.csv");
  if (out == nullptr || listed == nullptr) {
    std::fprintf(stderr, "cannot write to %s\n", folder.c_str());
    return 1;
  }
  std::fputs("owner_id,owned_id,share,kind,from,until,source\n", out);
  std::fputs("party_id,list,requirement,footnotes,citation\n", listed);
  const std::uint64_t companies = edges * 10 / 23;  // 2.3 owners on average
  const std::uint64_t persons = companies / 4 + 1;
  for (std::uint64_t i = 0; i < persons; i += 20) std::fprintf(listed, "P%08u,,,,\n", static_cast<unsigned>(i));
  std::uint64_t written = 0;
  for (std::uint64_t c = 0; written < edges; ++c) {
    const std::uint64_t owners = 1 + random.below(3) + (random.below(8) == 0 ? random.below(4) : 0);
    std::uint64_t left = 10000;  // hundredths of a percent
    for (std::uint64_t o = 0; o < owners && written < edges && left > 1; ++o, ++written) {
      const bool person = c == 0 || random.below(3) == 0;
      const bool younger = random.below(100) == 0;
      const std::uint64_t owner = person ? random.below(persons) : younger ? random.below(companies) : random.below(c);
      const std::uint64_t share = o == 0 && random.below(2) == 0 ? 5000 + random.below(5001) : 1 + random.below(left);
      left -= std::min(left, share);
      std::fprintf(out, "%c%08u,C%08u,", person ? 'P' : 'C', static_cast<unsigned>(owner), static_cast<unsigned>(c));
      const std::uint64_t how = random.below(100);
      if (how < 2) {
        std::fputs("?", out);
      } else if (how < 6 && share < 9900) {
        std::fprintf(out, "%u..%u", static_cast<unsigned>(share / 100), static_cast<unsigned>(share / 100 + 1));
      } else {
        std::fprintf(out, "%u.%02u", static_cast<unsigned>(share / 100), static_cast<unsigned>(share % 100));
      }
      const std::uint64_t kind = random.below(20);
      std::fputs(kind < 16 ? ",capital," : kind < 18 ? ",votes," : kind < 19 ? ",board," : ",control,", out);
      if (random.below(3) == 0) std::fprintf(out, "20%02u-%02u-01", static_cast<unsigned>(10 + random.below(16)), static_cast<unsigned>(1 + random.below(12)));
      std::fprintf(out, ",,register %u\n", static_cast<unsigned>(random.below(40)));
    }
  }
  const bool ok = std::fclose(out) == 0;
  return std::fclose(listed) == 0 && ok ? 0 : 1;
}

std::uint64_t mixed(std::uint64_t h, std::string_view text, std::uint64_t verdict) {
  std::uint64_t one = 14695981039346656037U;
  for (const char c : text) one = (one ^ static_cast<unsigned char>(c)) * 1099511628211U;
  one = (one ^ verdict) * 1099511628211U;
  return h + one;  // in no order
}

tw::ownership_graph read(const std::string& folder) {
  const stopwatch watch;
  auto read = tw::read_ownership({folder + "/edges.csv", {}, folder + "/seeds.csv"});
  for (const tw::error& e : read.problems) std::fprintf(stderr, "%s\n", e.to_string().c_str());
  if (!read.graph) std::exit(4);
  watch.print("load", ",\"edges\":" + std::to_string(read.graph->edge_count()) + ",\"parties\":" +
                          std::to_string(read.graph->entity_count()) + ",\"peak_mib\":" + std::to_string(peak()));
  return *read.graph;
}

int run(const std::string& folder) {
  const stopwatch rules;
  static_cast<void>(tw::rule_book::built_in());  // once a process, whatever is asked
  rules.print("rules");
  const stopwatch whole;
  const tw::ownership_graph graph = read(folder);
  const stopwatch all;
  for (const char* regime : k_regimes) {
    const stopwatch watch;
    const auto a = tw::ownership_assessment::make(graph, regime, today());
    if (!a) return 1;
    const tw::ownership_answer head = a->answer({});
    watch.print(regime, ",\"restricted\":" + std::to_string(head.restricted) + ",\"depends\":" + std::to_string(head.depending));
  }
  all.print("all regimes");
  whole.print("load and all regimes", ",\"peak_mib\":" + std::to_string(peak()));
  for (const char* regime : k_regimes) {
    const auto a = tw::ownership_assessment::make(graph, regime, today());
    std::uint64_t digest = 0;
    for (std::uint32_t e = 0; e < graph.entity_count(); ++e) {
      digest = mixed(digest, graph.id(tw::entity_id{e}), static_cast<std::uint64_t>(a->verdict(tw::entity_id{e})));
    }
    std::printf("{\"name\":\"digest %s\",\"digest\":\"%016llx\"}\n", regime, static_cast<unsigned long long>(digest));
  }
  return 0;
}

int change(const std::string& folder, std::uint64_t times) {
  const tw::ownership_graph graph = read(folder);
  random_numbers random;
  for (const char* regime : k_regimes) {
    const stopwatch made;
    auto a = tw::ownership_assessment::make(graph, regime, today());
    if (!a) return 1;
    made.print("anew");
    // The first change makes the list of edges into each party.
    const auto one = [&](std::uint64_t at, const char* share) {
      const tw::ownership_edge e = graph.edge(at);
      return a->change({{std::string(graph.id(e.owner)), std::string(graph.id(e.owned)), share, e.kind}});
    };
    const stopwatch first;
    if (!one(0, "50")) return 1;
    first.print("first change");
    std::uint64_t reached = 0, moved = 0, most = 0;
    std::vector<double> each;
    const stopwatch watch;
    const char* shares[] = {"0", "49.99", "50", "100", "?"};
    for (std::uint64_t i = 0; i < times; ++i) {
      const auto started = std::chrono::steady_clock::now();
      const auto moves = one(random.below(graph.edge_count()), shares[random.below(5)]);
      each.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count());
      if (!moves) return 1;
      moved += moves->size();
      reached += a->reached();
      most = std::max(most, a->reached());
    }
    std::sort(each.begin(), each.end());
    char more[300];
    std::snprintf(more, sizeof more, ",\"regime\":\"%s\",\"median_us\":%.2f,\"p99_us\":%.2f,\"most_us\":%.2f,\"looked_at\":%.2f,\"most_looked_at\":%llu,\"moved\":%llu",
                  regime, each[each.size() / 2] * 1e6, each[each.size() * 99 / 100] * 1e6, each.back() * 1e6,
                  static_cast<double>(reached) / static_cast<double>(times), static_cast<unsigned long long>(most),
                  static_cast<unsigned long long>(moved));
    watch.print("changes", more);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() == 3 && args[0] == "make") return make(std::strtoull(args[1].c_str(), nullptr, 10), args[2]);
  if (args.size() == 2 && args[0] == "run") return run(args[1]);
  if (args.size() == 3 && args[0] == "change") return change(args[1], std::max<std::uint64_t>(1, std::strtoull(args[2].c_str(), nullptr, 10)));
  std::fprintf(stderr, "usage: tradewarden-ownership-bench make EDGES FOLDER | run FOLDER | change FOLDER N\n");
  return 2;
}
