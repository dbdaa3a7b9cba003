// tradewarden-turns INDEX QUERIES DATE THREADS: screens in C++ whenever it is told to, so that another
// program can take turns with it.
//
// QUERIES has a name a line. For each line of standard input, one line of JSON:
//   single   the nanoseconds of each query by itself
//   batch    the seconds of all queries together, on THREADS threads
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "tradewarden/batch_screening.hpp"
#include "tradewarden/screening.hpp"

namespace {

namespace tw = tradewarden;
using timer = std::chrono::steady_clock;

std::string single(const tw::party_index& idx, const std::vector<std::string>& names,
                   const tw::screening_options& options) {
  std::string out = "{\"hits\": ";
  std::string times;
  std::size_t hits = 0;
  for (const std::string& name : names) {
    const auto start = timer::now();
    {
      tw::screening_query query;
      query.name = name;
      hits += tw::screen(idx, query, options).hits.size();
    }
    times += (times.empty() ? "" : ", ") + std::to_string((timer::now() - start).count());
  }
  return out + std::to_string(hits) + ", \"ns\": [" + times + "]}";
}

std::string batch(const tw::party_index& idx, const std::vector<std::string>& names,
                  const tw::screening_options& options, std::size_t threads) {
  std::size_t given = 0;
  std::size_t hits = 0;
  const auto start = timer::now();
  tw::screen_batch(
      idx, options, {threads, 256},
      [&](tw::screening_query& q) {
        if (given == names.size()) return false;
        q = {};
        q.name = names[given++];
        return true;
      },
      [&](tw::screening_answer&& a) {
        hits += a.hits.size();
        return true;
      });
  const double seconds = std::chrono::duration<double>(timer::now() - start).count();
  return "{\"hits\": " + std::to_string(hits) + ", \"seconds\": " + std::to_string(seconds) + "}";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "usage: tradewarden-turns INDEX QUERIES DATE THREADS\n");
    return 2;
  }
  const auto idx = tw::party_index::open(argv[1]);
  const auto on = tw::day::parse(argv[3]);
  if (!idx || !on) {
    std::fprintf(stderr, "%s\n", (idx ? on.error() : idx.error()).to_string().c_str());
    return 1;
  }
  std::vector<std::string> names;
  std::ifstream in(argv[2]);
  for (std::string line; std::getline(in, line);) names.push_back(line);
  tw::screening_options options;
  options.as_of = *on;
  const auto threads = static_cast<std::size_t>(std::strtoul(argv[4], nullptr, 10));
  for (std::string told; std::getline(std::cin, told);) {
    std::cout << (told == "batch" ? batch(*idx, names, options, threads)
                                  : single(*idx, names, options))
              << std::endl;
  }
  return 0;
}
