// The whole bill counted at once: content of every made part, over the cone of what may count.
//
//   nodes   0 .. made-1        parts with lines, every node before the nodes it is made of
//   leaves  0 .. leaves-1      parts without lines that may count
//   down    of each node: its leaves, then its nodes, each with a quantity code (4 + 2 bytes)
//   up      of each leaf and node: the nodes that use it, with a code
//
// Lines to what cannot count are left out, mostly two thirds of a bill. A pass takes the nodes from
// the last to the first: sums are written once, in order, and what is read by chance is small.
// Values are whole numbers at one scale for leaves and one for nodes, so a line is one
// multiplication; where made parts are used by fractions of a unit there is no such scale, and
// one_scale() says so: count by cones then (cone_count.hpp).
//
// Example:
//   roll_up_graph g(data, may_count);
//   std::vector<std::int64_t> value(g.leaves()), sum;      // value of one unit of each leaf
//   g.pass(value, sum);                                    // sum[node]
//
// Threads: immutable; values and sums belong to their thread.
#ifndef TRADEWARDEN_ORIGIN_ROLL_UP_HPP
#define TRADEWARDEN_ORIGIN_ROLL_UP_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "origin/big.hpp"
#include "origin/bill_data.hpp"

namespace tradewarden::detail {

/// Asks for the cache line of an address that is read soon.
inline void prefetch(const void* address) noexcept {
#if defined(__GNUC__)
  __builtin_prefetch(address);
#else
  (void)address;
#endif
}

class roll_up_graph {
 public:
  static constexpr std::uint32_t k_none = 0xffffffff;

  /// `may_count`, by part: of parts without lines that is false, nothing ever counts.
  roll_up_graph(const bill_data& data, const std::vector<std::uint8_t>& may_count);

  [[nodiscard]] std::uint32_t made() const { return made_; }
  [[nodiscard]] std::uint32_t leaves() const {
    return static_cast<std::uint32_t>(leaf_part_.size());
  }
  /// Node of a part with lines, or leaf of another; k_none: it cannot count.
  [[nodiscard]] std::uint32_t place_of(std::uint32_t part) const { return place_[part]; }
  [[nodiscard]] std::uint32_t leaf_part(std::uint32_t leaf) const { return leaf_part_[leaf]; }
  [[nodiscard]] std::uint32_t node_part(std::uint32_t node) const { return node_part_[node]; }
  /// Values of leaves are multiples of 10^-p, sums of 10^-(p + quantity_scale()).
  [[nodiscard]] bool one_scale() const { return one_scale_; }
  [[nodiscard]] std::int32_t quantity_scale() const { return quantity_scale_; }
  /// Logarithm to 2 of the largest sum if every leaf counts at most 2^leaf_bits.
  [[nodiscard]] double bits(double leaf_bits) const { return leaf_bits + most_bits_; }
  /// Memory of the graph.
  [[nodiscard]] std::size_t bytes() const;

  /// sum[node] for each made part; a node in `cut` counts nothing for those that use it.
  template <class Num>
  void pass(const std::vector<Num>& value, std::vector<Num>& sum,
            const std::vector<std::uint8_t>* cut = nullptr) const {
    sum.resize(made_);
    visit_codes([&](const auto& codes) {
      if (cut) {
        pass_with<true>(codes, value, sum, cut->data());
      } else {
        pass_with<false>(codes, value, sum, nullptr);
      }
    });
  }
  /// Least and most together: value and sum hold both side by side.
  template <class Num>
  struct range {
    Num low{};
    Num high{};
  };
  template <class Num>
  void pass_ranges(const std::vector<range<Num>>& value, std::vector<range<Num>>& sum) const {
    sum.resize(made_);
    visit_codes([&](const auto& codes) { ranges_with(codes, value, sum); });
  }
  /// K sums side by side: sum[node * K + lane]; `lane[leaf]` is the one in which a leaf counts.
  template <std::size_t K, class Num>
  void pass_lanes(const std::vector<Num>& value, const std::vector<std::uint8_t>& lane,
                  std::vector<Num>& sum) const {
    sum.resize(std::size_t{made_} * K);
    visit_codes([&](const auto& codes) { lanes_with<K>(codes, value, lane, sum); });
  }
  /// One leaf changes by `delta` (signed): the sums above follow; `touched` gets their nodes.
  template <class Num>
  void change(std::uint32_t leaf, Num delta, std::vector<Num>& sum,
              std::vector<std::uint32_t>& touched) const {
    visit_codes([&](const auto& codes) { change_with(codes, leaf, delta, sum, touched); });
  }

 private:
  /// Codes of quantities, in two bytes if they fit.
  template <class Code>
  struct code_columns {
    std::vector<Code> down, up;
  };
  template <class F>
  void visit_codes(const F& f) const {
    if (narrow_) {
      f(short_codes_);
    } else {
      f(long_codes_);
    }
  }
  template <class Code>
  void fill(const bill_data& data, code_columns<Code>& codes,
            const std::vector<std::uint8_t>& useful);
  template <bool Cut, class Code, class Num>
  void pass_with(const code_columns<Code>& codes, const std::vector<Num>& value,
                 std::vector<Num>& sum, const std::uint8_t* cut) const;
  template <class Code, class Num>
  void ranges_with(const code_columns<Code>& codes, const std::vector<range<Num>>& value,
                   std::vector<range<Num>>& sum) const;
  template <std::size_t K, class Code, class Num>
  void lanes_with(const code_columns<Code>& codes, const std::vector<Num>& value,
                  const std::vector<std::uint8_t>& lane, std::vector<Num>& sum) const;
  template <class Code, class Num>
  void change_with(const code_columns<Code>& codes, std::uint32_t leaf, Num delta,
                   std::vector<Num>& sum, std::vector<std::uint32_t>& touched) const;

  std::uint32_t made_ = 0;
  std::vector<std::uint32_t> place_, leaf_part_, node_part_;
  /// Leaves of node i: down_[first_[2 * i]] .. ; its nodes: down_[first_[2 * i + 1]] .. first_[2i+2].
  std::vector<std::uint32_t> first_, down_;
  /// Users of leaf i, then of node i: up_[up_first_[i]] .. with nodes from leaves() on.
  std::vector<std::uint32_t> up_first_, up_;
  bool narrow_ = true;
  code_columns<std::uint16_t> short_codes_;
  code_columns<std::uint32_t> long_codes_;
  std::vector<std::int64_t> of_leaf_, of_made_;  // factor by code
  bool one_scale_ = true;
  std::int32_t quantity_scale_ = 0;
  double most_bits_ = 0;
};

template <bool Cut, class Code, class Num>
void roll_up_graph::pass_with(const code_columns<Code>& codes, const std::vector<Num>& value,
                              std::vector<Num>& sum, const std::uint8_t* cut) const {
  const std::uint32_t* down = down_.data();
  const Code* code = codes.down.data();
  const Num* leaf = value.data();
  Num* node_sum = sum.data();
  const std::int64_t* of_leaf = of_leaf_.data();
  const std::int64_t* of_made = of_made_.data();
  for (std::uint32_t node = made_; node-- > 0;) {
    const std::uint32_t nodes = first_[2 * std::size_t{node} + 1];
    const std::uint32_t last = first_[2 * std::size_t{node} + 2];
    std::uint32_t l = first_[2 * std::size_t{node}];
    Num s{};
    for (; l < nodes; ++l) s += leaf[down[l]] * of_leaf[code[l]];
    for (; l < last; ++l) {
      if constexpr (Cut) {
        if (cut[down[l]] != 0) continue;
      }
      s += node_sum[down[l]] * of_made[code[l]];
    }
    node_sum[node] = s;
  }
}

template <class Code, class Num>
void roll_up_graph::ranges_with(const code_columns<Code>& codes,
                                const std::vector<range<Num>>& value,
                                std::vector<range<Num>>& sum) const {
  const std::uint32_t* down = down_.data();
  const Code* code = codes.down.data();
  for (std::uint32_t node = made_; node-- > 0;) {
    const std::uint32_t nodes = first_[2 * std::size_t{node} + 1];
    const std::uint32_t last = first_[2 * std::size_t{node} + 2];
    std::uint32_t l = first_[2 * std::size_t{node}];
    range<Num> s;
    for (; l < nodes; ++l) {
      const std::int64_t f = of_leaf_[code[l]];
      s.low += value[down[l]].low * f;
      s.high += value[down[l]].high * f;
    }
    for (; l < last; ++l) {
      const std::int64_t f = of_made_[code[l]];
      s.low += sum[down[l]].low * f;
      s.high += sum[down[l]].high * f;
    }
    sum[node] = s;
  }
}

template <std::size_t K, class Code, class Num>
void roll_up_graph::lanes_with(const code_columns<Code>& codes, const std::vector<Num>& value,
                               const std::vector<std::uint8_t>& lane,
                               std::vector<Num>& sum) const {
  const std::uint32_t* down = down_.data();
  const Code* code = codes.down.data();
  const std::uint8_t* lanes = lane.data();
  // A row is read from memory by chance: asked for while the nodes before are summed.
  constexpr std::uint32_t k_ahead = 12;
  for (std::uint32_t node = made_; node-- > 0;) {
    if (node >= k_ahead) {
      const std::size_t soon = 2 * std::size_t{node - k_ahead};
      for (std::uint32_t l = first_[soon + 1]; l < first_[soon + 2]; ++l) {
        const Num* row = sum.data() + std::size_t{down[l]} * K;
        for (std::size_t k = 0; k < K; k += 64 / sizeof(Num)) prefetch(row + k);
      }
    }
    const std::uint32_t nodes = first_[2 * std::size_t{node} + 1];
    const std::uint32_t last = first_[2 * std::size_t{node} + 2];
    std::uint32_t l = first_[2 * std::size_t{node}];
    std::array<Num, K> s{};
    for (; l < nodes; ++l) s[lanes[down[l]]] += value[down[l]] * of_leaf_[code[l]];
    for (; l < last; ++l) {
      const Num* child = sum.data() + std::size_t{down[l]} * K;
      const std::int64_t f = of_made_[code[l]];
      for (std::size_t k = 0; k < K; ++k) s[k] += child[k] * f;
    }
    std::copy(s.begin(), s.end(), sum.begin() + static_cast<std::ptrdiff_t>(node * K));
  }
}

template <class Code, class Num>
void roll_up_graph::change_with(const code_columns<Code>& codes, std::uint32_t leaf, Num delta,
                                std::vector<Num>& sum, std::vector<std::uint32_t>& touched) const {
  // Nodes wait with what they pass on; the last node first, so that each is taken once, complete.
  std::vector<std::pair<std::uint32_t, Num>> heap;
  const auto before = [](const std::pair<std::uint32_t, Num>& a,
                         const std::pair<std::uint32_t, Num>& b) { return a.first < b.first; };
  const auto add_users = [&](std::uint32_t of, Num d, const std::vector<std::int64_t>& factor) {
    for (std::uint32_t u = up_first_[of]; u < up_first_[of + 1]; ++u) {
      heap.emplace_back(up_[u], d * factor[codes.up[u]]);
      std::push_heap(heap.begin(), heap.end(), before);
    }
  };
  touched.clear();
  add_users(leaf, delta, of_leaf_);
  while (!heap.empty()) {
    const std::uint32_t node = heap.front().first;
    Num d{};
    while (!heap.empty() && heap.front().first == node) {
      d += heap.front().second;
      std::pop_heap(heap.begin(), heap.end(), before);
      heap.pop_back();
    }
    sum[node] += d;
    touched.push_back(node);
    if (d != 0) add_users(leaves() + node, d, of_made_);
  }
}

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_ROLL_UP_HPP
