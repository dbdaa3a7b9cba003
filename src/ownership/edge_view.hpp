// The edges of a graph with changes laid over them: the graph itself is not touched.
//
// Example:
//   edge_view edges(graph);
//   edges.set(owner, owned, ownership_kind::capital, {60 * k_one_percent, 60 * k_one_percent});
//   edges.in(owned, [&](const held_edge& h) { ... });
//
// A party whose edges were changed has rows of its own, those out of it and those into it; all others
// are read where they lie.
//
// Threads: as a container.
#ifndef TRADEWARDEN_OWNERSHIP_EDGE_VIEW_HPP
#define TRADEWARDEN_OWNERSHIP_EDGE_VIEW_HPP

#include <cstdint>
#include <vector>

#include "ownership/graph_data.hpp"
#include "support/hash_map.hpp"

namespace tradewarden::ownership {

/// An edge with its owner; `edge.other` is the party that is owned.
struct held_edge {
  std::uint32_t owner = 0;
  detail::packed_edge edge;
};

class edge_view {
 public:
  explicit edge_view(const detail::ownership_edges& base) : base_(&base) {}

  [[nodiscard]] const detail::ownership_edges& base() const noexcept { return *base_; }
  [[nodiscard]] bool is_changed() const noexcept { return !out_.empty(); }

  /// f(const packed_edge&) for each edge out of the owner.
  template <class F>
  void out(std::uint32_t owner, F&& f) const {
    if (is_changed()) {
      if (const auto row = out_.find(owner); row != out_.end()) {
        for (const detail::packed_edge& e : row->second) f(e);
        return;
      }
    }
    for (std::uint32_t at = base_->begin[owner]; at < base_->begin[owner + 1]; ++at) f(base_->edges[at]);
  }
  /// f(const held_edge&) for each edge into the party; those of one owner stand together.
  template <class F>
  void in(std::uint32_t owned, F&& f) const {
    if (is_changed()) {
      if (const auto row = in_.find(owned); row != in_.end()) {
        for (const held_edge& h : row->second) f(h);
        return;
      }
    }
    for (const detail::incoming_edge& i : base_->incoming().of(owned)) f(held_edge{i.owner, base_->edges[i.at]});
  }

  [[nodiscard]] const detail::share_interval& share(const detail::packed_edge& e) const {
    const std::size_t own = base_->shares.size();
    return e.share < own ? base_->shares[e.share] : shares_[e.share - own];
  }
  [[nodiscard]] const detail::edge_terms& terms(const detail::packed_edge& e) const { return terms_at(e.terms); }
  [[nodiscard]] std::size_t term_count() const { return base_->terms.size() + terms_.size(); }
  [[nodiscard]] const detail::edge_terms& terms_at(std::size_t i) const {
    const std::size_t own = base_->terms.size();
    return i < own ? base_->terms[i] : terms_[i - own];
  }
  /// As it is given out.
  [[nodiscard]] ownership_edge shown(const held_edge& h) const;

  /// The share, always in force, takes the place of all that the owner holds of the party by this kind;
  /// 0: nothing any more. The two are different parties.
  void set(std::uint32_t owner, std::uint32_t owned, ownership_kind kind, const detail::share_interval& share);

 private:
  const detail::ownership_edges* base_;
  hash_map<std::uint32_t, std::vector<detail::packed_edge>> out_;
  hash_map<std::uint32_t, std::vector<held_edge>> in_;
  std::vector<detail::share_interval> shares_;
  std::vector<detail::edge_terms> terms_;
};

}  // namespace tradewarden::ownership

#endif  // TRADEWARDEN_OWNERSHIP_EDGE_VIEW_HPP
