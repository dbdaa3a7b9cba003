// The cycles of a bill, each with the lines that make it.
//
// Threads: reads its input only.
#ifndef TRADEWARDEN_ORIGIN_CYCLES_HPP
#define TRADEWARDEN_ORIGIN_CYCLES_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

#include "origin/bill_data.hpp"

namespace tradewarden::detail {

/// lines[i] leads from parts[i] to parts[i + 1], the last one back to parts[0].
struct cycle {
  std::vector<std::uint32_t> parts;
  std::vector<std::uint32_t> lines;
};

/// One for each line that closes a cycle in a walk from part to part; at most `limit`. `data.order`
/// holds the parts that hang on no cycle: they are not walked.
[[nodiscard]] std::vector<cycle> find_cycles(const bill_data& data, std::size_t limit);

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_ORIGIN_CYCLES_HPP
