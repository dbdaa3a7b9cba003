// tradewarden-capi-bench INDEX QUERIES [PASSES]: the same queries through C++ and through C, in turn.
//
// QUERIES has a name a line. Per query the least time of the passes counts on each side: what is left
// of the machine's noise falls out of the difference. The answers must be alike.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "tradewarden.h"
#include "tradewarden/screening.hpp"

namespace {

namespace tw = tradewarden;
using timer = std::chrono::steady_clock;

double nanoseconds(timer::duration d) {
  return std::chrono::duration<double, std::nano>(d).count();
}

double median(std::vector<double> v) {
  std::nth_element(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2), v.end());
  return v[v.size() / 2];
}

int run(const char* path, const char* queries, int passes) {
  auto opened = tw::party_index::open(path);
  tw_index* index = nullptr;
  tw_error problem;
  if (!opened || tw_index_open(&index, path, std::string(path).size(), TW_VERIFY_FULLY, &problem)) {
    std::fprintf(stderr, "%s: cannot be opened\n", path);
    return 1;
  }
  std::vector<std::string> names;
  std::ifstream in(queries);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) names.push_back(line);
  }
  if (names.empty()) return 1;

  tw::screening_options options;
  options.as_of = tw::day::from_ymd(2026, 7, 31).value();
  tw_screen_options c_options = TW_SCREEN_OPTIONS_INIT;
  c_options.as_of = 20260731;
  std::vector<double> cpp(names.size(), 1e18);
  std::vector<double> c(names.size(), 1e18);
  std::size_t differences = 0;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      std::size_t cpp_hits = 0;
      std::size_t c_hits = 0;
      const auto by_cpp = [&] {
        const auto start = timer::now();
        {
          tw::screening_query query;
          query.name = names[i];
          cpp_hits = tw::screen(*opened, query, options).hits.size();
        }
        cpp[i] = std::min(cpp[i], nanoseconds(timer::now() - start));
      };
      const auto by_c = [&] {
        const auto start = timer::now();
        {
          tw_query query = TW_QUERY_INIT;
          query.name = {names[i].data(), names[i].size()};
          tw_answer* answer = nullptr;
          if (tw_screen(&answer, index, &query, &c_options, nullptr) != TW_OK) std::abort();
          c_hits = tw_answer_hit_count(answer);
          tw_answer_free(answer);
        }
        c[i] = std::min(c[i], nanoseconds(timer::now() - start));
      };
      // Whoever comes second finds the caches warm: in turn.
      if ((i + static_cast<std::size_t>(pass)) % 2 == 0) {
        by_cpp();
        by_c();
      } else {
        by_c();
        by_cpp();
      }
      if (cpp_hits != c_hits) ++differences;
    }
  }
  std::vector<double> more;
  double sum = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    more.push_back(c[i] - cpp[i]);
    sum += c[i] - cpp[i];
  }
  std::printf("{\"queries\": %zu, \"passes\": %d, \"cpp_median_ns\": %.0f, \"c_median_ns\": %.0f, "
              "\"overhead_median_ns\": %.0f, \"overhead_mean_ns\": %.0f, \"differences\": %zu}\n",
              names.size(), passes, median(cpp), median(c), median(more),
              sum / static_cast<double>(names.size()), differences);
  tw_index_free(index);
  return differences == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: tradewarden-capi-bench INDEX QUERIES [PASSES]\n");
    return 2;
  }
  return run(argv[1], argv[2], argc > 3 ? std::max(1, std::atoi(argv[3])) : 9);
}
