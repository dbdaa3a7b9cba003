// The whole bill counted at once: controlled content of every made part, by pushing values upwards
// from the parts that have any.
//
//   nodes   0 .. made-1   parts with lines, every node before the nodes it is made of
//           made .. n-1   parts without lines
//   up      for each node the lines that use it: parent (4 bytes) and quantity code (2 or 4 bytes)
//
// A pass touches only the cone of what counts, in the order of the nodes. Values are whole numbers at
// one scale for leaves and one for made parts, so a line is one multiplication; where made parts are
// used by fractions of a unit there is no such scale, and the graph says so: count by cones then.
//
// Example:
//   roll_up_graph g(data);
//   std::vector<std::int64_t> sum(g.made());
//   g.push(leaves, sum);                       // leaves: {node, value of one unit}
//
// Threads: immutable; sums belong to their thread.
#ifndef TRADEWARDEN_ORIGIN_ROLL_UP_HPP
#define TRADEWARDEN_ORIGIN_ROLL_UP_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "origin/big.hpp"
#include "origin/bill_data.hpp"

namespace tradewarden::detail {

/// A node without lines, and what one unit of it counts for.
template <class Num>
struct leaf_value {
  std::uint32_t node = 0;
  Num value{};
};

class roll_up_graph {
 public:
  explicit roll_up_graph(const bill_data& data);

  [[nodiscard]] std::uint32_t made() const { return made_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(part_of_.size()); }
  [[nodiscard]] std::uint32_t node_of(std::uint32_t part) const { return node_of_[part]; }
  [[nodiscard]] std::uint32_t part_of(std::uint32_t node) const { return part_of_[node]; }
  /// Made parts are used in whole units only: values of leaves are multiples of 10^-p, sums of
  /// 10^-(p + quantity_scale()).
  [[nodiscard]] bool one_scale() const { return one_scale_; }
  [[nodiscard]] std::int32_t quantity_scale() const { return quantity_scale_; }
  /// Logarithm to 2 of the largest sum if every leaf counts at most 2^bits; of 64 or 128 there must be
  /// one to spare.
  [[nodiscard]] double bits(double leaf_bits) const { return leaf_bits + most_bits_; }
  /// Memory of the graph.
  [[nodiscard]] std::size_t bytes() const;

  /// Adds the content of every made part to `sum` (made() zeros). `leaves` by node, descending or
  /// ascending: order is for speed only. A made part in `cut` passes nothing on.
  template <class Num>
  void push(std::span<const leaf_value<Num>> leaves, std::vector<Num>& sum,
            const std::vector<std::uint8_t>* cut = nullptr) const {
    visit_codes([&](const auto& codes) { push_with(codes, leaves, sum, cut); });
  }
  /// K sums side by side: sum[node * K + lane]. `lanes[i]` is the lane of leaves[i].
  template <std::size_t K, class Num>
  void push_lanes(std::span<const leaf_value<Num>> leaves, std::span<const std::uint8_t> lanes,
                  std::vector<Num>& sum) const {
    visit_codes([&](const auto& codes) { push_lanes_with<K>(codes, leaves, lanes, sum); });
  }
  /// One leaf changes by `delta`: the sums above it follow. `touched` gets the nodes that changed.
  /// Num is signed.
  template <class Num>
  void change(std::uint32_t leaf, Num delta, std::vector<Num>& sum,
              std::vector<std::uint32_t>& touched) const {
    visit_codes([&](const auto& codes) { change_with(codes, leaf, delta, sum, touched); });
  }

 private:
  template <class F>
  void visit_codes(const F& f) const {
    if (short_codes_.empty()) {
      f(codes_);
    } else {
      f(short_codes_);
    }
  }
  template <class Code, class Num>
  void push_with(const std::vector<Code>& codes, std::span<const leaf_value<Num>> leaves,
                 std::vector<Num>& sum, const std::vector<std::uint8_t>* cut) const;
  template <std::size_t K, class Code, class Num>
  void push_lanes_with(const std::vector<Code>& codes, std::span<const leaf_value<Num>> leaves,
                       std::span<const std::uint8_t> lanes, std::vector<Num>& sum) const;
  template <class Code, class Num>
  void change_with(const std::vector<Code>& codes, std::uint32_t leaf, Num delta,
                   std::vector<Num>& sum, std::vector<std::uint32_t>& touched) const;

  std::uint32_t made_ = 0;
  std::vector<std::uint32_t> node_of_, part_of_;
  std::vector<std::uint32_t> up_first_;
  std::vector<std::uint32_t> up_;               // parent nodes
  std::vector<std::uint16_t> short_codes_;      // of quantities; or
  std::vector<std::uint32_t> codes_;
  std::vector<std::int64_t> of_leaf_, of_made_; // factor by code
  bool one_scale_ = true;
  std::int32_t quantity_scale_ = 0;
  double most_bits_ = 0;
};

template <class Code, class Num>
void roll_up_graph::push_with(const std::vector<Code>& codes,
                              std::span<const leaf_value<Num>> leaves, std::vector<Num>& sum,
                              const std::vector<std::uint8_t>* cut) const {
  const std::uint32_t* up = up_.data();
  const Code* code = codes.data();
  const std::int64_t* of_leaf = of_leaf_.data();
  const std::int64_t* of_made = of_made_.data();
  Num* to = sum.data();
  for (const leaf_value<Num>& l : leaves) {
    const std::uint32_t last = up_first_[l.node + 1];
    for (std::uint32_t u = up_first_[l.node]; u < last; ++u) {
      to[up[u]] += l.value * of_leaf[code[u]];
    }
  }
  for (std::uint32_t node = made_; node-- > 0;) {
    const Num value = to[node];
    if (value == 0 || (cut && (*cut)[node] != 0)) continue;
    const std::uint32_t last = up_first_[node + 1];
    for (std::uint32_t u = up_first_[node]; u < last; ++u) {
      to[up[u]] += value * of_made[code[u]];
    }
  }
}

template <std::size_t K, class Code, class Num>
void roll_up_graph::push_lanes_with(const std::vector<Code>& codes,
                                    std::span<const leaf_value<Num>> leaves,
                                    std::span<const std::uint8_t> lanes,
                                    std::vector<Num>& sum) const {
  const std::uint32_t* up = up_.data();
  const Code* code = codes.data();
  Num* to = sum.data();
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const leaf_value<Num>& l = leaves[i];
    Num* lane = to + lanes[i];
    const std::uint32_t last = up_first_[l.node + 1];
    for (std::uint32_t u = up_first_[l.node]; u < last; ++u) {
      lane[std::size_t{up[u]} * K] += l.value * of_leaf_[code[u]];
    }
  }
  for (std::uint32_t node = made_; node-- > 0;) {
    const Num* from = to + std::size_t{node} * K;
    const std::uint32_t last = up_first_[node + 1];
    for (std::uint32_t u = up_first_[node]; u < last; ++u) {
      Num* parent = to + std::size_t{up[u]} * K;
      const std::int64_t factor = of_made_[code[u]];
      for (std::size_t k = 0; k < K; ++k) parent[k] += from[k] * factor;
    }
  }
}

template <class Code, class Num>
void roll_up_graph::change_with(const std::vector<Code>& codes, std::uint32_t leaf, Num delta,
                                std::vector<Num>& sum, std::vector<std::uint32_t>& touched) const {
  // Nodes that wait with what they pass on; the last node first, so each is taken once, complete.
  struct waiting {
    std::uint32_t node;
    Num delta;
    bool operator<(const waiting& o) const { return node < o.node; }
  };
  std::vector<waiting> heap;
  const auto add = [&](std::uint32_t node, Num d) {
    heap.push_back({node, d});
    std::push_heap(heap.begin(), heap.end());
  };
  touched.clear();
  for (std::uint32_t u = up_first_[leaf]; u < up_first_[leaf + 1]; ++u) {
    const bool whole = leaf < made_;
    add(up_[u], delta * (whole ? of_made_[codes[u]] : of_leaf_[codes[u]]));
  }
  while (!heap.empty()) {
    const std::uint32_t node = heap.front().node;
    Num d{};
    while (!heap.empty() && heap.front().node == node) {
      d += heap.front().delta;
      std::pop_heap(heap.begin(), heap.end());
      heap.pop_back();
    }
    sum[node] += d;
    touched.push_back(node);
    if (d == 0) continue;
    for (std::uint32_t u = up_first_[node]; u < up_first_[node + 1]; ++u) {
      add(up_[u], d * of_made_[codes[u]]);
    }
  }
}

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_ROLL_UP_HPP
