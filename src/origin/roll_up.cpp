#include "origin/roll_up.hpp"

#include <cmath>

namespace tradewarden::detail {

roll_up_graph::roll_up_graph(const bill_data& data, const std::vector<std::uint8_t>& may_count) {
  const std::uint32_t n = data.part_count();
  place_.assign(n, k_none);
  const auto has_lines = [&](std::uint32_t p) {
    return data.line_first[p] != data.line_first[p + 1];
  };
  for (const std::uint32_t p : data.order) {
    if (has_lines(p)) {
      place_[p] = made_++;
      node_part_.push_back(p);
    } else if (may_count[p] != 0) {
      place_[p] = static_cast<std::uint32_t>(leaf_part_.size());
      leaf_part_.push_back(p);
    }
  }
  // Made parts in which nothing may count are not worth a line.
  std::vector<std::uint8_t> useful(may_count.begin(), may_count.end());
  for (std::size_t i = data.order.size(); i-- > 0;) {
    const std::uint32_t p = data.order[i];
    if (!has_lines(p)) continue;
    useful[p] = 0;
    for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
      if (data.alt_rank(l) == 0 && useful[data.child[l]] != 0) {
        useful[p] = 1;
        break;
      }
    }
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
  narrow_ = data.quantities.size() <= 65536;
  if (narrow_) {
    fill(data, short_codes_, useful);
  } else {
    fill(data, long_codes_, useful);
  }
  if (!one_scale_) return;
  // The largest sum if every leaf counted 1; a double is near enough for a bound.
  std::vector<double> most(made_);
  visit_codes([&](const auto& codes) {
    for (std::uint32_t node = made_; node-- > 0;) {
      const std::uint32_t nodes = first_[2 * std::size_t{node} + 1];
      const std::uint32_t last = first_[2 * std::size_t{node} + 2];
      for (std::uint32_t l = first_[2 * std::size_t{node}]; l < last; ++l) {
        most[node] += l < nodes ? static_cast<double>(of_leaf_[codes.down[l]])
                                : most[down_[l]] * static_cast<double>(of_made_[codes.down[l]]);
      }
    }
  });
  for (const double m : most) most_bits_ = std::max(most_bits_, std::log2(m + 1) + 1e-6);
}

template <class Code>
void roll_up_graph::fill(const bill_data& data, code_columns<Code>& codes,
                         const std::vector<std::uint8_t>& useful) {
  const auto is_node = [&](std::uint32_t p) {
    return data.line_first[p] != data.line_first[p + 1];
  };
  up_first_.assign(std::size_t{leaves()} + made_ + 1, 0);
  first_.reserve(2 * std::size_t{made_} + 1);
  first_.push_back(0);
  const auto up_place = [&](std::uint32_t p) {
    return std::size_t{place_[p]} + (is_node(p) ? leaves() : 0);
  };
  for (std::uint32_t node = 0; node < made_; ++node) {
    const std::uint32_t p = node_part_[node];
    for (const bool nodes : {false, true}) {
      for (std::uint32_t l = data.line_first[p]; l < data.line_first[p + 1]; ++l) {
        const std::uint32_t c = data.child[l];
        if (useful[c] == 0 || data.alt_rank(l) != 0 || is_node(c) != nodes) continue;
        if (nodes && data.quantities[data.quantity[l]].in_unit.scale() != 0) one_scale_ = false;
        down_.push_back(place_[c]);
        codes.down.push_back(static_cast<Code>(data.quantity[l]));
        ++up_first_[up_place(c) + 1];
      }
      first_.push_back(static_cast<std::uint32_t>(down_.size()));
    }
  }
  down_.shrink_to_fit();
  codes.down.shrink_to_fit();
  for (std::size_t i = 1; i < up_first_.size(); ++i) up_first_[i] += up_first_[i - 1];
  std::vector<std::uint32_t> next(up_first_.begin(), up_first_.end() - 1);
  up_.resize(down_.size());
  codes.up.resize(down_.size());
  for (std::uint32_t node = 0; node < made_; ++node) {
    const std::uint32_t nodes = first_[2 * std::size_t{node} + 1];
    const std::uint32_t last = first_[2 * std::size_t{node} + 2];
    for (std::uint32_t l = first_[2 * std::size_t{node}]; l < last; ++l) {
      const std::uint32_t at = next[std::size_t{down_[l]} + (l < nodes ? 0 : leaves())]++;
      up_[at] = node;
      codes.up[at] = codes.down[l];
    }
  }
}

std::size_t roll_up_graph::bytes() const {
  return (place_.size() + leaf_part_.size() + node_part_.size() + first_.size() + down_.size() +
          up_first_.size() + up_.size() + long_codes_.down.size() + long_codes_.up.size()) * 4 +
         (short_codes_.down.size() + short_codes_.up.size()) * 2 +
         (of_leaf_.size() + of_made_.size()) * 8;
}

}  // namespace tradewarden::detail
