#include "tradewarden/digest.hpp"

#include <filesystem>
#include <fstream>
#include <vector>

#include "support/sha256_stream.hpp"

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
  support::sha256_stream all;
  all.add(data);
  return all.finish();
}

std::optional<digest> support::sha256_of_file(const std::string& path) {
  constexpr std::size_t k_piece = std::size_t{1} << 20U;
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::vector<char> piece(k_piece);
  sha256_stream all;
  do {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    all.add({piece.data(), static_cast<std::size_t>(file.gcount())});
  } while (file);
  if (file.bad() || !file.eof()) return std::nullopt;
  return all.finish();
}

}  // namespace tradewarden
