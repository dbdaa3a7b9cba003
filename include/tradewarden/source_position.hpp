// Where a fact stood: which file of which publication, which line.
//
// Threads: a plain value.
#ifndef TRADEWARDEN_SOURCE_POSITION_HPP
#define TRADEWARDEN_SOURCE_POSITION_HPP

#include <cstdint>

namespace tradewarden {

struct source_position {
  std::uint32_t publication = 0;  ///< Position in party_set::publications.
  std::uint32_t file = 0;         ///< Position in publication::files.
  std::uint64_t line = 0;         ///< 1-based; 0 if the format has no lines.
  friend bool operator==(const source_position&, const source_position&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SOURCE_POSITION_HPP
