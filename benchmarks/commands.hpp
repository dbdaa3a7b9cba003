// The commands of tradewarden-bench; each returns an exit code.
//
// Threads: one command a process.
#ifndef TRADEWARDEN_BENCHMARKS_COMMANDS_HPP
#define TRADEWARDEN_BENCHMARKS_COMMANDS_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tradewarden/error.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::bench {

struct request {
  std::string names;
  std::string queries;
  std::string index;      ///< An index file: used instead of building, or where to build it.
  std::string threshold = ".8";
  std::uint32_t limit = 10;
  std::size_t sample = 0;    ///< Queries taken evenly; 0: all.
  std::size_t passes = 5;
  std::size_t threads = 0;   ///< 0: all cores.
  std::size_t rows = 0;
  std::vector<std::size_t> sizes;
  std::vector<std::string> sources;
  bool json = false;
};

int serve(const request& r);
int oracle(const request& r);
int time_queries(const request& r);
int time_lists(const request& r);
int growth(const request& r);
int kinds(const request& r);

/// The index file of the request, or one in memory of its names.
[[nodiscard]] result<party_index> open_or_build(const request& r);

/// Says it on standard error and returns 1.
int fail(const error& e);

}  // namespace tradewarden::bench

#endif  // TRADEWARDEN_BENCHMARKS_COMMANDS_HPP
