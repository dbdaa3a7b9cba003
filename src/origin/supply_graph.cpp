#include "origin/supply_graph.hpp"

#include <algorithm>

namespace tradewarden::detail {

supply_graph::supply_graph(const bill_data& data) : data_(data) {
  const std::uint32_t n = data.part_count();
  position_.resize(data.line_count());
  // The number of a position of the parent at hand, by its text.
  std::vector<std::uint32_t> seen(data.positions.size());
  std::vector<std::uint32_t> seen_by(data.positions.size(), text_ids::k_none);
  for (std::uint32_t p = 0; p < n; ++p) {
    for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
      const std::uint32_t text = data.pos(l);
      if (seen_by[text] != p) {
        seen_by[text] = p;
        seen[text] = static_cast<std::uint32_t>(parent_of_.size());
        parent_of_.push_back(p);
        left_.push_back(0);
      }
      position_[l] = seen[text];
      ++left_[seen[text]];
    }
  }
  use_first_.assign(n + 1, 0);
  for (const std::uint32_t c : data.child) ++use_first_[c + 1];
  for (std::uint32_t p = 0; p < n; ++p) use_first_[p + 1] += use_first_[p];
  std::vector<std::uint32_t> next(use_first_.begin(), use_first_.end());
  use_.resize(data.child.size());
  for (std::uint32_t l = 0; l < data.line_count(); ++l) use_[next[data.child[l]]++] = position_[l];
  dead_.resize(n);
}

void supply_graph::lose(std::uint32_t part) {
  if (dead_[part] != 0) return;
  std::size_t at = lost_.size();
  dead_[part] = 1;
  lost_.push_back(part);
  for (; at < lost_.size(); ++at) {
    const std::uint32_t p = lost_[at];
    for (std::uint32_t u = use_first_[p]; u < use_first_[p + 1]; ++u) {
      const std::uint32_t position = use_[u];
      touched_.push_back(position);
      if (--left_[position] != 0) continue;
      const std::uint32_t parent = parent_of_[position];
      // What is bought as a whole does not hang on the lines that tell its inside.
      if (dead_[parent] != 0 || data_.parts.kind[parent] == part_kind::purchased) continue;
      dead_[parent] = 1;
      lost_.push_back(parent);
    }
  }
}

void supply_graph::restore() {
  for (const std::uint32_t position : touched_) ++left_[position];
  touched_.clear();
  for (const std::uint32_t p : lost_) dead_[p] = 0;
  lost_.clear();
}

}  // namespace tradewarden::detail
