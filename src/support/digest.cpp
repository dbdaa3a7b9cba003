#include "tradewarden/digest.hpp"

#include <nettle/sha2.h>

namespace tradewarden {

std::string digest::to_string() const {
  static constexpr char k_hex[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t b : bytes) {
    out += k_hex[b >> 4];
    out += k_hex[b & 15];
  }
  return out;
}

digest sha256(std::string_view data) {
  sha256_ctx state;
  sha256_init(&state);
  sha256_update(&state, data.size(), reinterpret_cast<const std::uint8_t*>(data.data()));
  digest out;
  sha256_digest(&state, out.bytes.size(), out.bytes.data());
  return out;
}

}  // namespace tradewarden
