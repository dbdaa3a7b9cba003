// Body of make_cone; include cone.hpp.
#ifndef TRADEWARDEN_ORIGIN_CONE_IMPL_HPP
#define TRADEWARDEN_ORIGIN_CONE_IMPL_HPP

#include <algorithm>

#include "origin/cone.hpp"

namespace tradewarden::detail {

inline std::vector<std::uint32_t> cone::way_to(std::uint32_t node) const {
  std::vector<std::uint32_t> way{node};
  while (node != 0) way.push_back(node = parent[node]);
  std::reverse(way.begin(), way.end());
  return way;
}

template <class Stop>
cone make_cone(const bill_data& data, const std::vector<std::uint32_t>& rank,
               std::uint32_t product, bool alternatives, const Stop& stop,
               const std::vector<line_exchange>& exchanges, cone_scratch& scratch) {
  return make_union(data, rank, {product}, alternatives, stop, exchanges, scratch);
}

template <class Stop>
cone make_union(const bill_data& data, const std::vector<std::uint32_t>& rank,
                const std::vector<std::uint32_t>& products, bool alternatives, const Stop& stop,
                const std::vector<line_exchange>& exchanges, cone_scratch& scratch) {
  constexpr std::uint32_t k_none = text_ids::k_none;
  std::vector<std::uint32_t>& node = scratch.node;
  if (node.size() != data.part_count()) node.assign(data.part_count(), k_none);

  const auto used = [&](std::uint32_t line) { return is_used(data, line, alternatives, exchanges); };
  std::vector<std::uint8_t> asked;
  if (products.size() > 1) asked.resize(data.part_count());
  for (const std::uint32_t p : products) {
    if (!asked.empty()) asked[p] = 1;
  }
  const auto opened = [&](std::uint32_t part) {
    return (asked.empty() ? part == products.front() : asked[part] != 0) || !stop(part);
  };

  cone c;
  for (const std::uint32_t p : products) {
    c.parts.push_back(p);
    node[p] = 0;
  }
  for (std::size_t at = 0; at < c.parts.size(); ++at) {
    const std::uint32_t p = c.parts[at];
    if (!opened(p)) continue;
    for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
      if (node[data.child[l]] != k_none || !used(l)) continue;
      node[data.child[l]] = 0;
      c.parts.push_back(data.child[l]);
    }
  }
  std::sort(c.parts.begin(), c.parts.end(),
            [&](std::uint32_t a, std::uint32_t b) { return rank[a] < rank[b]; });
  for (std::uint32_t i = 0; i < c.size(); ++i) node[c.parts[i]] = i;

  c.from.assign(c.size(), k_none);
  c.parent.assign(c.size(), 0);
  c.first.reserve(c.size() + 1);
  std::vector<std::uint32_t> own;
  for (std::uint32_t i = 0; i < c.size(); ++i) {
    const std::uint32_t p = c.parts[i];
    c.first.push_back(static_cast<std::uint32_t>(c.lines.size()));
    if (!opened(p)) continue;
    own.clear();
    for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
      if (used(l)) own.push_back(l);
    }
    if (alternatives) {
      std::stable_sort(own.begin(), own.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(data.pos(a), data.alt_rank(a)) < std::pair(data.pos(b), data.alt_rank(b));
      });
    }
    for (std::size_t k = 0; k < own.size(); ++k) {
      const bool same = k > 0 && data.pos(own[k]) == data.pos(own[k - 1]);
      if (same) {
        c.alternatives = true;
      } else {
        ++c.positions;
      }
      const std::uint32_t child = node[data.child[own[k]]];
      if (c.from[child] == k_none) {
        c.from[child] = static_cast<std::uint32_t>(c.lines.size());
        c.parent[child] = i;
      }
      c.lines.push_back({child, own[k], c.positions - 1});
    }
  }
  c.first.push_back(static_cast<std::uint32_t>(c.lines.size()));
  for (const std::uint32_t p : c.parts) node[p] = k_none;
  return c;
}

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_CONE_IMPL_HPP
