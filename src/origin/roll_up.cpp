#include "origin/roll_up.hpp"

#include <cmath>

namespace tradewarden::detail {

roll_up_graph::roll_up_graph(const bill_data& data) {
  const std::uint32_t n = data.part_count();
  node_of_.resize(n);
  part_of_.reserve(n);
  const auto has_lines = [&](std::uint32_t p) {
    return data.line_first[p] != data.line_first[p + 1];
  };
  for (const std::uint32_t p : data.order) {
    if (has_lines(p)) part_of_.push_back(p);
  }
  made_ = static_cast<std::uint32_t>(part_of_.size());
  for (const std::uint32_t p : data.order) {
    if (!has_lines(p)) part_of_.push_back(p);
  }
  for (std::uint32_t i = 0; i < n; ++i) node_of_[part_of_[i]] = i;

  // Lines by child, parents ascending.
  up_first_.assign(n + 1, 0);
  std::uint32_t lines = 0;
  for (std::uint32_t l = 0; l < data.line_count(); ++l) {
    if (data.alt_rank(l) != 0) continue;
    ++up_first_[node_of_[data.child[l]] + 1];
    ++lines;
  }
  for (std::uint32_t i = 0; i < n; ++i) up_first_[i + 1] += up_first_[i];
  std::vector<std::uint32_t> next(up_first_.begin(), up_first_.end() - 1);
  up_.resize(lines);
  const bool narrow = data.quantities.size() <= 65536;
  if (narrow) {
    short_codes_.resize(lines);
  } else {
    codes_.resize(lines);
  }
  for (const quantity_entry& q : data.quantities) {
    quantity_scale_ = std::max(quantity_scale_, q.in_unit.scale());
  }
  for (const quantity_entry& q : data.quantities) {
    std::int64_t factor = q.in_unit.units();
    for (std::int32_t s = q.in_unit.scale(); s < quantity_scale_ && one_scale_; ++s) {
      if (factor > INT64_MAX / 10) one_scale_ = false;
      factor = one_scale_ ? factor * 10 : 0;
    }
    of_leaf_.push_back(factor);
    of_made_.push_back(q.in_unit.scale() == 0 ? q.in_unit.units() : 0);
  }
  for (std::uint32_t node = 0; node < made_; ++node) {
    const std::uint32_t p = part_of_[node];
    for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
      if (data.alt_rank(l) != 0) continue;
      const std::uint32_t child = node_of_[data.child[l]];
      const std::uint32_t code = data.quantity[l];
      const std::uint32_t at = next[child]++;
      up_[at] = node;
      if (narrow) {
        short_codes_[at] = static_cast<std::uint16_t>(code);
      } else {
        codes_[at] = code;
      }
      if (child < made_ && data.quantities[code].in_unit.scale() != 0) one_scale_ = false;
    }
  }
  if (!one_scale_) return;
  // The largest sum if every leaf counted 1; a double is near enough for a bound.
  std::vector<double> most(made_);
  visit_codes([&](const auto& codes) {
    for (std::uint32_t node = n; node-- > 0;) {
      const double value = node < made_ ? most[node] : 1.0;
      const std::vector<std::int64_t>& factor = node < made_ ? of_made_ : of_leaf_;
      for (std::uint32_t u = up_first_[node]; u < up_first_[node + 1]; ++u) {
        most[up_[u]] += value * static_cast<double>(factor[codes[u]]);
      }
    }
  });
  for (const double m : most) most_bits_ = std::max(most_bits_, std::log2(m + 1) + 1e-6);
}

std::size_t roll_up_graph::bytes() const {
  return (node_of_.size() + part_of_.size() + up_first_.size() + up_.size() + codes_.size()) * 4 +
         short_codes_.size() * 2 + (of_leaf_.size() + of_made_.size()) * 8;
}

}  // namespace tradewarden::detail
