#include "benchmarks/measure.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "tradewarden/version.hpp"

namespace tradewarden::bench {
namespace {

/// The value behind `key` in a file of "key : value" lines.
std::string field_of(const char* file, std::string_view key) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(key)) continue;
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) continue;
    const std::size_t from = line.find_first_not_of(" \t", colon + 1);
    return from == std::string::npos ? std::string() : line.substr(from);
  }
  return {};
}

}  // namespace

spread spread_of(std::vector<double> times) {
  if (times.empty()) return {};
  std::sort(times.begin(), times.end());
  const auto at = [&](double q) {
    return times[std::min(times.size() - 1, static_cast<std::size_t>(q * static_cast<double>(times.size())))];
  };
  return {at(.5), at(.95), at(.99), times.back()};
}

double median_of(std::vector<double> values) { return spread_of(std::move(values)).p50; }

json to_json(const spread& s) {
  return {{"p50", s.p50}, {"p95", s.p95}, {"p99", s.p99}, {"worst", s.worst}};
}

std::string to_text(const spread& s) {
  std::array<char, 96> out{};
  const int n = std::snprintf(out.data(), out.size(), "%9.3f%9.3f%9.3f%9.3f", s.p50, s.p95, s.p99, s.worst);
  return {out.data(), static_cast<std::size_t>(n)};
}

double resident_megabytes() {
  return std::strtod(field_of("/proc/self/status", "VmRSS").c_str(), nullptr) * 1024 / 1e6;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

json machine() {
  std::array<double, 3> load{};
  const bool loaded = getloadavg(load.data(), 3) == 3;
  json out = {{"cpu", field_of("/proc/cpuinfo", "model name")},
              {"cores", std::thread::hardware_concurrency()},
              {"compiler", __VERSION__},
              {"tradewarden", std::string(k_version)}};
  if (loaded) out["load"] = load;
  return out;
}

}  // namespace tradewarden::bench
