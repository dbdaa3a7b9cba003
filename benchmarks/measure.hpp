// Times and memory as they are reported.
//
// Example:
//   stopwatch w; work(); double ms = w.milliseconds();
//   spread s = spread_of(times);   // p50, p95, p99, worst
//
// Threads: plain values.
#ifndef TRADEWARDEN_BENCHMARKS_MEASURE_HPP
#define TRADEWARDEN_BENCHMARKS_MEASURE_HPP

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tradewarden::bench {

using json = nlohmann::ordered_json;

class stopwatch {
 public:
  [[nodiscard]] double milliseconds() const {
    return std::chrono::duration<double, std::milli>(clock::now() - start_).count();
  }

 private:
  using clock = std::chrono::steady_clock;
  clock::time_point start_ = clock::now();
};

struct spread {
  double p50 = 0;
  double p95 = 0;
  double p99 = 0;
  double worst = 0;
};
/// Of one or more times.
[[nodiscard]] spread spread_of(std::vector<double> times);
[[nodiscard]] double median_of(std::vector<double> values);
[[nodiscard]] json to_json(const spread& s);
/// Four figures with three decimals, in columns.
[[nodiscard]] std::string to_text(const spread& s);

/// Megabytes (1,000,000 bytes) of this process that are in memory now; 0 where it cannot be told.
[[nodiscard]] double resident_megabytes();
/// The most that it ever had.
[[nodiscard]] double peak_megabytes();

/// Processor, cores, load and compiler, as far as they can be told.
[[nodiscard]] json machine();

}  // namespace tradewarden::bench

#endif  // TRADEWARDEN_BENCHMARKS_MEASURE_HPP
