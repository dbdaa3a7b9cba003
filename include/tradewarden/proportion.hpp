// A count out of a count: what rates of an evaluation are made of.
//
// Example:
//   tradewarden::proportion p{7, 8};
//   std::cout << p.to_string() << '\n';   // 0.8750
//
// Threads: a plain value.
#ifndef TRADEWARDEN_PROPORTION_HPP
#define TRADEWARDEN_PROPORTION_HPP

#include <cstdint>
#include <string>

namespace tradewarden {

struct proportion {
  std::uint64_t part = 0;
  std::uint64_t of = 0;

  /// Without anything to count there is no rate: unknown, not zero.
  [[nodiscard]] constexpr bool is_known() const noexcept { return of != 0; }
  /// In 1/10,000, rounded half up; 0 if not known.
  [[nodiscard]] std::int32_t units() const noexcept;
  /// Four decimals, rounded half up; empty if not known.
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const proportion&, const proportion&) = default;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_PROPORTION_HPP
