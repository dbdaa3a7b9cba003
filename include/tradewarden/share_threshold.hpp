// A share at which a rule begins to apply, as an exact fraction, with its own comparison.
//
// Example:
//   share_threshold ear{10, 100, threshold_operator::more_than};
//   share_threshold ofac{10, 100, threshold_operator::at_least};   // exactly 10 % differs
//
// Threads: a plain value.
#ifndef TRADEWARDEN_SHARE_THRESHOLD_HPP
#define TRADEWARDEN_SHARE_THRESHOLD_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace tradewarden {

/// The share triggers if it is more than, or at least, the threshold: which of them is data.
enum class threshold_operator : std::uint8_t { more_than = 0, at_least = 1 };
[[nodiscard]] std::string_view to_string(threshold_operator o) noexcept;  ///< "more_than", ...

struct share_threshold {
  std::int64_t num = 0;
  std::int64_t den = 1;  ///< Positive.
  threshold_operator op = threshold_operator::more_than;
  friend bool operator==(const share_threshold&, const share_threshold&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SHARE_THRESHOLD_HPP
