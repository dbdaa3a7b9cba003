// SHA-256 of bytes that come piece by piece.
//
// Example:
//   support::sha256_stream all;
//   while (read(piece)) all.add(piece);
//   digest d = all.finish();
//
// Threads: belongs to one thread.
#ifndef TRADEWARDEN_SUPPORT_SHA256_STREAM_HPP
#define TRADEWARDEN_SUPPORT_SHA256_STREAM_HPP

#include <nettle/sha2.h>

#include <optional>
#include <string>
#include <string_view>

#include "tradewarden/digest.hpp"

namespace tradewarden::support {

class sha256_stream {
 public:
  sha256_stream() { sha256_init(&state_); }
  void add(std::string_view bytes) {
    sha256_update(&state_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  }
  /// Of all that was added; begins anew.
  [[nodiscard]] digest finish() {
    digest out;
    sha256_digest(&state_, out.bytes.size(), out.bytes.data());
    return out;
  }

 private:
  sha256_ctx state_;
};

/// Of an ordinary file, read a piece at a time; none if it cannot be read, or is a pipe or a device.
[[nodiscard]] std::optional<digest> sha256_of_file(const std::string& path);

}  // namespace tradewarden::support

#endif  // TRADEWARDEN_SUPPORT_SHA256_STREAM_HPP
