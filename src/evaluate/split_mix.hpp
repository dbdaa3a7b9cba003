// The random numbers of evaluations and test variants: SplitMix64 (Steele, Lea and Flood, 2014), the same
// on every machine for the same seed. No distribution of the standard library, whose results differ
// between libraries.
//
// Example:
//   split_mix random(1);
//   std::uint64_t die = 1 + random.below(6);
//
// Threads: a plain value.
#ifndef TRADEWARDEN_EVALUATE_SPLIT_MIX_HPP
#define TRADEWARDEN_EVALUATE_SPLIT_MIX_HPP

#include <cstdint>
#include <string_view>

#include "support/text_hash.hpp"

namespace tradewarden::evaluating {

class split_mix {
 public:
  explicit split_mix(std::uint64_t seed) : state_(seed) {}
  /// A stream of its own for each name of a purpose, so that none depends on what another drew.
  split_mix(std::uint64_t seed, std::string_view purpose)
      : state_(seed ^ support::text_hash(purpose)) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }

  /// 0 to n - 1, all equally likely; n is not 0. Numbers beyond the last whole multiple of n are drawn
  /// again.
  std::uint64_t below(std::uint64_t n) {
    const std::uint64_t rest = (UINT64_MAX % n + 1) % n;  // 2^64 mod n
    std::uint64_t x = next();
    while (x > UINT64_MAX - rest) x = next();
    return x % n;
  }

 private:
  std::uint64_t state_;
};

}  // namespace tradewarden::evaluating

#endif  // TRADEWARDEN_EVALUATE_SPLIT_MIX_HPP
