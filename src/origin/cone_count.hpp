// Counts the content of a cone exactly: least and most, with or without second incorporation, and
// with chosen facts taken at their worst or best.
//
// Example:
//   cone_count<int128> count(cone, scales, facts);
//   count_request q{counts, /*cut*/ true};
//   bound<int128> b = count.run(q);          // low, high (unbounded?) of one product
//
// Threads: one thread at a time (scratch inside).
#ifndef TRADEWARDEN_ORIGIN_CONE_COUNT_HPP
#define TRADEWARDEN_ORIGIN_CONE_COUNT_HPP

#include <algorithm>
#include <cstdint>
#include <vector>

#include "origin/cone.hpp"

namespace tradewarden::detail {

/// Scales of a cone and how large its numbers can get.
struct cone_scales {
  std::vector<std::int32_t> scale;  ///< By node.
  big denominator = 1;              ///< D: common denominator of what exchange rates leave.
  double bits = 0;                  ///< An upper bound of the largest number, as its logarithm to 2.
};
[[nodiscard]] cone_scales scale_cone(const cone& c, const bill_data& data,
                                     const std::vector<part_facts>& facts);

enum class settle : std::uint8_t { open = 0, least = 1, most = 2 };

/// What to count, by node. `resolved` facts of a node: bit 0 its value (origin, classification,
/// price, own content), bit 1 whether it is discrete. `chosen` positions are settled too.
struct count_request {
  const std::vector<truth>* counts = nullptr;  ///< Does the node's own content count, if US?
  bool cut = true;                    ///< Second incorporation applies.
  bool unknown_discrete_counts = false;
  settle towards = settle::open;      ///< Of the resolved facts.
  const std::vector<std::uint8_t>* resolved = nullptr;
  const std::vector<std::uint8_t>* chosen = nullptr;  ///< By position.
};

template <class Num>
struct bound {
  Num low{};
  Num high{};
  bool low_unbounded = false;   ///< Only where an unknown price was settled to its most.
  bool high_unbounded = false;
};

template <class Num>
class cone_count {
 public:
  cone_count(const cone& c, const bill_data& data, const cone_scales& scales,
             const std::vector<part_facts>& facts);

  /// Of one product, at the product's scale.
  [[nodiscard]] bound<Num> run(const count_request& q);
  /// Of one unit of each node, after run(), at the node's scale.
  [[nodiscard]] const std::vector<bound<Num>>& nodes() const { return value_; }

  /// Of one product of a union, after run(), at the node's scale. As part of another it may be cut,
  /// or count as a whole; as a product it is neither.
  [[nodiscard]] bound<Num> of_product(std::uint32_t node, const count_request& q) const;

  /// How much of each node is in one product, at the scale difference: times number(node) it is the
  /// amount at the product's scale. Through which paths, by the three masks below.
  struct reach {
    Num all{};     ///< Every path (with alternatives: at most).
    Num least{};   ///< Paths that count for sure.
    Num most{};    ///< Paths that may count.
    Num fewest{};  ///< Every path without alternatives in it.
  };
  [[nodiscard]] std::vector<reach> reaches(const count_request& q) const;

  /// Bits of nodes that are in the product for sure, and perhaps; passes through discrete products.
  struct bits {
    std::uint64_t sure = 0;
    std::uint64_t perhaps = 0;
  };
  [[nodiscard]] std::vector<bits> roll_bits(const std::vector<bits>& own,
                                            const count_request& q) const;
  /// Of one product of a union: what roll_bits() found in it, without its own.
  [[nodiscard]] bits bits_inside(std::uint32_t node, const std::vector<bits>& rolled,
                                 const count_request& q) const;

  [[nodiscard]] const Num& worth_low(std::uint32_t node) const { return low_[node]; }
  [[nodiscard]] const Num& worth_high(std::uint32_t node) const { return high_[node]; }
  [[nodiscard]] bool worth_known(std::uint32_t node) const { return known_[node]; }
  [[nodiscard]] const Num& factor(std::uint32_t line) const { return factor_[line]; }

 private:
  static void add(bound<Num>& to, const Num& factor, const bound<Num>& b) {
    to.low += factor * b.low;
    to.high += factor * b.high;
    to.low_unbounded |= b.low_unbounded;
    to.high_unbounded |= b.high_unbounded;
  }
  static bool less_low(const bound<Num>& a, const bound<Num>& b) {
    return a.low_unbounded != b.low_unbounded ? b.low_unbounded : a.low < b.low;
  }
  static bool less_high(const bound<Num>& a, const bound<Num>& b) {
    return a.high_unbounded != b.high_unbounded ? b.high_unbounded : a.high < b.high;
  }
  /// One of the two, nobody knows which (`open`), the smaller or the larger.
  static bound<Num> one_of(const bound<Num>& a, const bound<Num>& b, settle s);
  [[nodiscard]] bound<Num> own_value(std::uint32_t node, truth counts, settle s) const;
  [[nodiscard]] bound<Num> content(std::uint32_t node, const count_request& q, settle s) const;

  const cone& cone_;
  const std::vector<part_facts>& facts_;
  std::vector<Num> factor_;
  std::vector<Num> low_, high_;
  std::vector<bool> known_;
  std::vector<bound<Num>> value_;
};

extern template class cone_count<std::int64_t>;
extern template class cone_count<int128>;
extern template class cone_count<big>;

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_CONE_COUNT_HPP
