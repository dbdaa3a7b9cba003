// SHA-256 of bytes: names list files and answers for the audit record.
//
// Example:
//   std::string hex = tradewarden::sha256("abc").to_string();
//
// Threads: a plain value.
#ifndef TRADEWARDEN_DIGEST_HPP
#define TRADEWARDEN_DIGEST_HPP

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tradewarden {

struct digest {
  std::array<std::uint8_t, 32> bytes{};
  /// 64 lower-case hexadecimal digits.
  [[nodiscard]] std::string to_string() const;
  friend bool operator==(const digest&, const digest&) = default;
};

/// SHA-256 (FIPS 180-4) of `data`.
[[nodiscard]] digest sha256(std::string_view data);

}  // namespace tradewarden

#endif  // TRADEWARDEN_DIGEST_HPP
