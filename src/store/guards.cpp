#include "store/guards.hpp"

#include <algorithm>
#include <cstdint>

namespace tradewarden::store {
namespace {

constexpr std::uint64_t k_whole = 10'000;
/// So few rejected rows are a publisher's slips in any list.
constexpr std::uint64_t k_few_rejected = 10;

/// In hundredths of a per cent: "12.5 %".
std::string per_cent(std::uint64_t part, std::uint64_t of) {
  const std::uint64_t tenths = (part * 1000 + of / 2) / of;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

bool shrunk(std::uint64_t now, std::uint64_t before, std::uint32_t most) {
  return now < before && (before - now) * k_whole > before * most;
}

std::string shrink_words(const char* what, std::uint64_t now, const snapshot_info& before,
                         std::uint64_t then, std::uint32_t most) {
  return std::to_string(now) + " " + what + ", " + per_cent(then - now, then) + " fewer than the " +
         std::to_string(then) + " of snapshot " + std::to_string(before.id) + " (" +
         before.published.to_string() + "); more than " + per_cent(most, k_whole) + " is not believed";
}

}  // namespace

std::string suspicion(const publication& read, const std::optional<snapshot_info>& before,
                      const import_guards& guards) {
  const publication_counts& c = read.counts;
  if (c.rows != c.parties + c.joined + c.rejected) {
    return "the counts do not add up: " + std::to_string(c.rows) + " rows, but " + std::to_string(c.parties) +
           " parties, " + std::to_string(c.joined) + " joined and " + std::to_string(c.rejected) + " rejected";
  }
  if (c.rejected > k_few_rejected && c.rejected * k_whole > c.rows * guards.most_rejected) {
    return std::to_string(c.rejected) + " of " + std::to_string(c.rows) + " rows could not be read (" +
           per_cent(c.rejected, c.rows) + ")";
  }
  if (!before) return {};
  if (shrunk(c.parties, before->counts.parties, guards.most_shrink)) {
    return shrink_words("parties", c.parties, *before, before->counts.parties, guards.most_shrink);
  }
  if (shrunk(c.names, before->counts.names, guards.most_shrink)) {
    return shrink_words("names", c.names, *before, before->counts.names, guards.most_shrink);
  }
  return {};
}

}  // namespace tradewarden::store
