// The commands of tradewarden-bench; each returns an exit code.
//
// Threads: one command a process.
#ifndef TRADEWARDEN_BENCHMARKS_COMMANDS_HPP
#define TRADEWARDEN_BENCHMARKS_COMMANDS_HPP

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "benchmarks/corpus.hpp"
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
int batch(const request& r);
int pairs(const request& r);

/// The index file of the request, or one in memory of its names.
[[nodiscard]] result<party_index> open_or_build(const request& r);

/// Reads and merges lists as they are published; `times` says what that took.
[[nodiscard]] result<party_set> read_lists(const std::vector<std::string>& sources,
                                           nlohmann::ordered_json& times);
/// All names of a set, each with the id of its party.
[[nodiscard]] std::vector<named_row> names_of(const party_set& set);

/// Says it on standard error and returns 1.
int fail(const error& e);

}  // namespace tradewarden::bench

#endif  // TRADEWARDEN_BENCHMARKS_COMMANDS_HPP
