#include "ownership/deciding.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace tradewarden::ownership {
namespace {

constexpr std::size_t k_most_tried = 200;    // unknown edges
constexpr std::size_t k_most_above = 20000;  // edges above a party

/// The part of the graph above a party, with a share of its own for each edge.
struct part_above {
  detail::ownership_edges graph;
  std::vector<std::uint32_t> seeds;
};

}  // namespace

deciding_edges deciding(const setting& s, const std::vector<std::uint32_t>& seeds,
                        const party_rounds& possible, std::uint32_t party) {
  deciding_edges out;
  // Upwards through owners that may be restricted.
  std::vector<std::uint32_t> above{party};
  std::unordered_map<std::uint32_t, std::uint32_t> number{{party, 0}};
  std::vector<held_edge> found;
  for (std::size_t i = 0; i < above.size(); ++i) {
    s.edges.in(above[i], [&](const held_edge& h) {
      if (possible[h.owner] == 0 || !s.counts(h.edge) || s.share(h.edge, bound::possible) == 0) return;
      if (number.emplace(h.owner, static_cast<std::uint32_t>(above.size())).second) above.push_back(h.owner);
      found.push_back(h);
    });
  }
  std::stable_sort(found.begin(), found.end(), [](const held_edge& a, const held_edge& b) {
    return std::pair(a.owner, a.edge.line) < std::pair(b.owner, b.edge.line);
  });
  std::vector<std::uint32_t> open;  // positions in `found`
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    if (s.share(found[i].edge, bound::certain) != s.share(found[i].edge, bound::possible)) open.push_back(i);
  }
  const auto give = [&](const std::vector<std::uint32_t>& which) {
    for (const std::uint32_t i : which) out.edges.push_back(found[i]);
  };
  if (open.size() > k_most_tried || found.size() > k_most_above) {
    out.reduced = false;
    open.resize(std::min(open.size(), k_most_tried));
    give(open);
    return out;
  }

  part_above part;
  std::vector<std::uint32_t> order(found.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return number[found[a].owner] < number[found[b].owner];
  });
  part.graph.begin.assign(above.size() + 1, 0);
  for (const std::uint32_t i : order) {
    const held_edge& h = found[i];
    ++part.graph.begin[number[h.owner] + 1];
    part.graph.edges.push_back({number[h.edge.other], i, h.edge.terms, 0, 0});
  }
  for (const held_edge& h : found) part.graph.shares.push_back(s.edges.share(h.edge));
  for (std::size_t i = 0; i < s.edges.term_count(); ++i) part.graph.terms.push_back(s.edges.terms_at(i));
  for (std::size_t i = 1; i < part.graph.begin.size(); ++i) part.graph.begin[i] += part.graph.begin[i - 1];
  for (const std::uint32_t seed : seeds) {
    if (const auto known = number.find(seed); known != number.end()) part.seeds.push_back(known->second);
  }

  // All of them at their highest do it; one after the other is put to its lowest and stays there if
  // it was not needed. What the law leaves open is taken as in the possible world throughout.
  const edge_view edges(part.graph);
  const setting local(edges, s.regime, s.date);
  std::vector<std::uint32_t> needed;
  for (const std::uint32_t i : open) {
    detail::share_interval& share = part.graph.shares[i];
    const percent_units high = std::exchange(share.high, share.low);
    if (spread(local, part.seeds, bound::possible)[0] != 0) continue;
    share.high = high;
    needed.push_back(i);
  }
  give(needed);
  return out;
}

}  // namespace tradewarden::ownership
