#include "cli/ownership_input.hpp"

#include <string>

#include "cli/report.hpp"
#include "cli/terminal.hpp"

namespace tradewarden::cli {

std::optional<ownership_graph> read_owners(const ownership_sources& sources) {
  ownership_reading read = read_ownership(sources);
  for (const error& e : read.problems) say(e.to_string());
  if (!read.problems.empty()) {
    const std::uint64_t n = read.problems.size() + read.more_problems;
    say(grouped(n) + (n == 1 ? " problem" : " problems") + "; nothing was calculated");
    return std::nullopt;
  }
  for (const std::string& n : read.notes) say(n);
  return std::move(read.graph);
}

}  // namespace tradewarden::cli
