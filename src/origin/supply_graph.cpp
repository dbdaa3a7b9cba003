#include "origin/supply_graph.hpp"

#include <algorithm>

namespace tradewarden::detail {

supply_graph::supply_graph(const bill_data& data) : data_(data) {
  const std::uint32_t n = data.part_count();
  dead_.resize(n);
  whole_.resize(n);
  for (std::uint32_t p = 0; p < n; ++p) {
    whole_[p] = data.parts.kind[p] == part_kind::purchased ? 1 : 0;
  }
  use_first_.assign(n + 1, 0);
  for (const std::uint32_t c : data.child) ++use_first_[c + 1];
  for (std::uint32_t p = 0; p < n; ++p) use_first_[p + 1] += use_first_[p];
  std::vector<std::uint32_t> next(use_first_.begin(), use_first_.end() - 1);
  use_.resize(data.child.size());
  // Of the parent at hand: which positions, by their text, have alternatives, and their numbers.
  std::vector<std::uint32_t> shared_by(data.positions.size(), text_ids::k_none);
  std::vector<std::uint32_t> shared(data.positions.size());
  for (std::uint32_t p = 0; p < n; ++p) {
    for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
      const std::uint32_t text = data.pos(l);
      if (data.alt_rank(l) == 0 || shared_by[text] == p) continue;
      shared_by[text] = p;
      shared[text] = static_cast<std::uint32_t>(parent_of_.size());
      parent_of_.push_back(p);
      left_.push_back(0);
    }
    for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
      const std::uint32_t text = data.pos(l);
      std::uint32_t use = p;
      if (shared_by[text] == p) {
        use = k_shared | shared[text];
        ++left_[shared[text]];
      }
      use_[next[data.child[l]]++] = use;
    }
  }
}

void supply_graph::lose(std::uint32_t part) {
  if (dead_[part] != 0) return;
  std::size_t at = lost_.size();
  dead_[part] = 1;
  lost_.push_back(part);
  for (; at < lost_.size(); ++at) {
    const std::uint32_t p = lost_[at];
    for (std::uint32_t u = use_first_[p]; u < use_first_[p + 1]; ++u) {
      std::uint32_t parent = use_[u];
      if ((parent & k_shared) != 0) {
        const std::uint32_t position = parent & ~k_shared;
        touched_.push_back(position);
        if (--left_[position] != 0) continue;
        parent = parent_of_[position];
      }
      // What is bought as a whole does not hang on the lines that tell its inside.
      if (dead_[parent] != 0 || whole_[parent] != 0) continue;
      dead_[parent] = 1;
      lost_.push_back(parent);
    }
  }
}

void supply_graph::positions_left(std::uint32_t parent) {
  alive_in_.resize(data_.positions.size());
  ++asked_;
  for (std::uint32_t l = data_.line_first[parent]; l < data_.line_first[parent + 1]; ++l) {
    if (dead_[data_.child[l]] == 0) alive_in_[data_.pos(l)] = asked_;
  }
}

void supply_graph::recall_losses(const std::vector<std::uint32_t>& lost_by_themselves) {
  reasons_.assign(dead_.size(), 0);
  for (const std::uint32_t p : lost_by_themselves) ++reasons_[p];
  for (const std::uint32_t p : lost_) {
    for (std::uint32_t u = use_first_[p]; u < use_first_[p + 1]; ++u) {
      if ((use_[u] & k_shared) == 0) ++reasons_[use_[u]];
    }
  }
  for (std::size_t position = 0; position < left_.size(); ++position) {
    if (left_[position] == 0) ++reasons_[parent_of_[position]];
  }
}

const std::vector<std::uint32_t>& supply_graph::saved_by(std::uint32_t part) {
  saved_.assign(1, part);
  std::vector<std::uint32_t> fewer;   // parts with a reason less, and
  std::vector<std::uint32_t> filled;  // positions with an alternative again: put back below
  for (std::size_t at = 0; at < saved_.size(); ++at) {
    const std::uint32_t p = saved_[at];
    for (std::uint32_t u = use_first_[p]; u < use_first_[p + 1]; ++u) {
      ++work_;
      std::uint32_t parent = use_[u];
      if ((parent & k_shared) != 0) {
        const std::uint32_t position = parent & ~k_shared;
        filled.push_back(position);
        if (++left_[position] != 1) continue;
        parent = parent_of_[position];
      }
      fewer.push_back(parent);
      if (--reasons_[parent] == 0 && dead_[parent] != 0 && whole_[parent] == 0) {
        saved_.push_back(parent);
      }
    }
  }
  for (const std::uint32_t p : fewer) ++reasons_[p];
  for (const std::uint32_t position : filled) --left_[position];
  return saved_;
}

void supply_graph::restore() {
  for (const std::uint32_t position : touched_) ++left_[position];
  touched_.clear();
  for (const std::uint32_t p : lost_) dead_[p] = 0;
  lost_.clear();
}

}  // namespace tradewarden::detail
