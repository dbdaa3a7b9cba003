#include "ownership/deciding.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace tradewarden::ownership {
namespace {

constexpr std::size_t k_most_tried = 200;    // unknown edges
constexpr std::size_t k_most_above = 20000;  // edges above a party

/// The part of the graph above a party, with a share of its own for each edge.
struct part_above {
  detail::ownership_edges graph;
  std::vector<std::uint32_t> original;  // of each edge
  std::vector<std::uint32_t> seeds;
  std::uint32_t party = 0;
};

}  // namespace

deciding_edges deciding(const setting& s, const std::vector<std::uint32_t>& seeds,
                        const std::vector<std::uint32_t>& possible, std::uint32_t party) {
  deciding_edges out;
  const detail::incoming_edges& in = s.graph.incoming();
  // Upwards through owners that may be restricted.
  std::vector<std::uint32_t> above{party};
  std::unordered_map<std::uint32_t, std::uint32_t> number{{party, 0}};
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;  // owner, edge
  for (std::size_t i = 0; i < above.size(); ++i) {
    for (const std::uint32_t at : in.of(above[i])) {
      const detail::packed_edge& e = s.graph.edges[at];
      const std::uint32_t owner = s.graph.owner_of(at);
      if (possible[owner] == 0 || !s.counts(e) || s.share(e, bound::possible) == 0) continue;
      if (number.emplace(owner, static_cast<std::uint32_t>(above.size())).second) above.push_back(owner);
      found.emplace_back(owner, at);
    }
  }
  std::vector<std::uint32_t> open;
  for (const auto& [owner, at] : found) {
    const detail::packed_edge& e = s.graph.edges[at];
    if (s.share(e, bound::certain) != s.share(e, bound::possible)) open.push_back(at);
  }
  std::sort(open.begin(), open.end());
  if (open.size() > k_most_tried || found.size() > k_most_above) {
    out.reduced = false;
    open.resize(std::min(open.size(), k_most_tried));
    out.at = std::move(open);
    return out;
  }

  part_above part;
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return std::pair(number[a.first], a.second) < std::pair(number[b.first], b.second);
  });
  part.graph.terms = s.graph.terms;
  part.graph.begin.assign(above.size() + 1, 0);
  for (const auto& [owner, at] : found) {
    const detail::packed_edge& e = s.graph.edges[at];
    ++part.graph.begin[number[owner] + 1];
    part.graph.edges.push_back({number[e.other], static_cast<std::uint32_t>(part.original.size()), e.terms, 0, 0});
    part.graph.shares.push_back(s.graph.shares[e.share]);
    part.original.push_back(at);
  }
  for (std::size_t i = 1; i < part.graph.begin.size(); ++i) part.graph.begin[i] += part.graph.begin[i - 1];
  for (const std::uint32_t seed : seeds) {
    if (const auto known = number.find(seed); known != number.end()) part.seeds.push_back(known->second);
  }

  // All of them at their highest do it; one after the other is put to its lowest and stays there if
  // it was not needed. What the law leaves open is taken as in the possible world throughout.
  setting local(part.graph, s.regime, day{});
  local.in_force = s.in_force;
  const std::vector<detail::share_interval> original = part.graph.shares;
  std::vector<std::uint32_t> needed = open;
  for (const std::uint32_t at : open) {
    const auto place = static_cast<std::size_t>(
        std::find(part.original.begin(), part.original.end(), at) - part.original.begin());
    part.graph.shares[place].high = original[place].low;
    if (spread(local, part.seeds, bound::possible)[0] != 0) {
      needed.erase(std::find(needed.begin(), needed.end(), at));
    } else {
      part.graph.shares[place].high = original[place].high;
    }
  }
  out.at = std::move(needed);
  return out;
}

}  // namespace tradewarden::ownership
