// One product and everything below it, ready to be counted: parts in order, lines as whole numbers.
//
//   node   0 (product)   1      2   ...  n-1       every node before the nodes it is made of
//   value of one unit of a node, times 10^scale(node) * D, is a whole number; a line's factor makes
//   the child's number fit the parent's scale:  number(parent) += factor(line) * number(child)
//
// Example:
//   cone c = make_cone(data, rank, product, /*alternatives*/ false, scratch);
//   // then cone_count<int128> of cone_count.hpp
//
// Threads: immutable once made; the scratch belongs to one thread.
#ifndef TRADEWARDEN_ORIGIN_CONE_HPP
#define TRADEWARDEN_ORIGIN_CONE_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "origin/big.hpp"
#include "origin/bill_data.hpp"
#include "tradewarden/day.hpp"

namespace tradewarden::detail {

/// Facts of a part as a question sees them: the bill's, or those of an overlay.
struct part_facts {
  truth us_origin = truth::unknown;
  truth discrete = truth::unknown;
  std::uint32_t signature = 0;  ///< Classification, HS code and class: see signatures.hpp.
  part_kind kind = part_kind::purchased;
  bool bought_open = false;     ///< Bought, and what is in it counts as not known.
  bool worth_known = false;     ///< Else `low` is 0 and there is no upper bound.
  ratio low;                    ///< Of one unit, in the product's currency.
  ratio high;
};

struct cone_line {
  std::uint32_t child = 0;     ///< Node.
  std::uint32_t line = 0;      ///< In bill_data.
  std::uint32_t position = 0;  ///< Lines of one position share it; counted over the whole cone.
};

struct cone {
  std::vector<std::uint32_t> parts;   ///< Part of each node; node 0 is the product.
  std::vector<std::uint32_t> first;   ///< Lines of node i: first[i] .. first[i + 1].
  std::vector<cone_line> lines;       ///< Those of a position together, rank 0 first.
  std::vector<std::uint32_t> from;    ///< The first line of `lines` that leads to the node; product: 0.
  std::vector<std::uint32_t> parent;  ///< The node from which it comes.
  std::uint32_t positions = 0;
  bool alternatives = false;          ///< There is a position with more than one line.

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(parts.size()); }
  /// One way down, product first.
  [[nodiscard]] std::vector<std::uint32_t> way_to(std::uint32_t node) const;
};

/// Is what went into a foreign node not known? The bill names nothing of which it is made, and it is
/// the product, made here, or bought as what is no discrete product (or `bought_open`).
[[nodiscard]] inline bool inside_unknown(const cone& c, const part_facts& f, std::uint32_t node) {
  return c.first[node] == c.first[node + 1] && 
         (node == 0 || f.kind == part_kind::made || f.discrete == truth::no || f.bought_open);
}

/// Node of each part, kept between products of one run.
struct cone_scratch {
  std::vector<std::uint32_t> node;
  std::vector<std::uint8_t> us_made;  ///< By word of a country: 1 + truth; 0: not asked yet.
};

/// Which line stands in the place of rank 0 (an overlay): (line that ranks 0, line to use).
struct line_exchange {
  std::uint32_t primary = 0;
  std::uint32_t chosen = 0;
};

/// Does a line count: of rank 0, or with alternatives, after exchanges?
[[nodiscard]] inline bool is_used(const bill_data& data, std::uint32_t line, bool alternatives,
                                  const std::vector<line_exchange>& exchanges) {
  for (const line_exchange& e : exchanges) {
    if (line == e.chosen) return true;
    if (line == e.primary && e.chosen != e.primary) return alternatives;
  }
  return alternatives || data.alt_rank(line) == 0;
}

/// `rank[p]` is the place of p in data.order. Parts for which `stop(p)` holds are not opened.
template <class Stop>
[[nodiscard]] cone make_cone(const bill_data& data, const std::vector<std::uint32_t>& rank,
                             std::uint32_t product, bool alternatives, const Stop& stop,
                             const std::vector<line_exchange>& exchanges, cone_scratch& scratch);

/// Several products, each once, with everything below them: a part stands in it once however many use
/// it. Node 0 is one of them; a product that is a part of another is opened like all of them.
template <class Stop>
[[nodiscard]] cone make_union(const bill_data& data, const std::vector<std::uint32_t>& rank,
                              const std::vector<std::uint32_t>& products, bool alternatives,
                              const Stop& stop, const std::vector<line_exchange>& exchanges,
                              cone_scratch& scratch);

}  // namespace tradewarden::detail

#include "origin/cone_impl.hpp"

#endif  // TRADEWARDEN_ORIGIN_CONE_HPP
