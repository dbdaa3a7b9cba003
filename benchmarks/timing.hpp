// An index built in one process and timed in another, so that memory is told apart.
//
// Example:
//   json built = run_apart([&] { return build_file(set, "a.twi"); }).value();
//   json times = run_apart([&] { return time_file("a.twi", queries, options, 5); }).value();
//
// Threads: run_apart forks; call it while there is one thread.
#ifndef TRADEWARDEN_BENCHMARKS_TIMING_HPP
#define TRADEWARDEN_BENCHMARKS_TIMING_HPP

#include <functional>
#include <string>
#include <vector>

#include "benchmarks/corpus.hpp"
#include "benchmarks/measure.hpp"

namespace tradewarden::bench {

/// Runs `work` in a process of its own and hands back what it returns.
[[nodiscard]] result<json> run_apart(const std::function<result<json>()>& work);

/// Builds and writes; what that took.
[[nodiscard]] result<json> build_file(const party_set& set, const std::string& path);

/// The same for an index of so many parties that `build` makes.
[[nodiscard]] result<json> build_file(std::size_t parties, const std::string& path,
                                      const std::function<result<std::string>()>& build);

/// Opens the file, runs one pass for its memory, then `passes` passes of which medians are taken:
/// of all queries, of members and of non-members.
[[nodiscard]] result<json> time_file(const std::string& path, const std::vector<query_row>& queries,
                                     const screening_options& options, std::size_t passes);

/// A name for an index that is thrown away.
[[nodiscard]] std::string passing_index();

/// Both of the above, for people.
void print_build(const json& built);
void print_times(const json& times);

}  // namespace tradewarden::bench

#endif  // TRADEWARDEN_BENCHMARKS_TIMING_HPP
