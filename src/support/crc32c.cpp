#include "support/crc32c.hpp"

#include <array>
#include <cstddef>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define TRADEWARDEN_CRC32C_X86
#include <nmmintrin.h>
#endif

namespace tradewarden::support {
namespace {

constexpr std::uint32_t k_reflected = 0x82F63B78;  // 0x1EDC6F41, lowest bit first

/// Eight tables: table k has the effect of a byte that k further bytes follow.
using slices = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr slices make_slices() {
  slices t{};
  for (std::uint32_t n = 0; n < 256; ++n) {
    std::uint32_t crc = n;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1U ^ k_reflected : crc >> 1U;
    t[0][n] = crc;
  }
  for (std::size_t k = 1; k < t.size(); ++k) {
    for (std::size_t n = 0; n < 256; ++n) t[k][n] = t[k - 1][n] >> 8U ^ t[0][t[k - 1][n] & 0xFFU];
  }
  return t;
}
constexpr slices k_slices = make_slices();

[[maybe_unused]] std::uint64_t word_at(const char* p) noexcept {
  std::uint64_t w = 0;
  std::memcpy(&w, p, sizeof w);
  return w;
}

#ifdef TRADEWARDEN_CRC32C_X86

/// What a run of `bytes` zeros makes of a checksum, byte of the checksum by byte: it is linear.
using shift = std::array<std::array<std::uint32_t, 256>, 4>;

shift make_shift(std::size_t bytes) {
  shift t{};
  for (std::size_t k = 0; k < 4; ++k) {
    // The powers of two are found by running through the zeros, the rest are their sums.
    for (std::uint32_t bit = 1; bit < 256; bit <<= 1U) {
      std::uint32_t crc = bit << (8 * k);
      for (std::size_t i = 0; i < bytes; ++i) crc = crc >> 8U ^ k_slices[0][crc & 0xFFU];
      for (std::uint32_t n = 0; n < bit; ++n) t[k][bit + n] = t[k][n] ^ crc;
    }
  }
  return t;
}

// The instruction takes three cycles and a new one starts in each: three streams at once, joined
// by shifting the earlier over the length of the later.
constexpr std::size_t k_long = 2048;
constexpr std::size_t k_short = 256;

std::uint64_t shifted(const shift& t, std::uint64_t crc) noexcept {
  return t[0][crc & 0xFFU] ^ t[1][crc >> 8U & 0xFFU] ^ t[2][crc >> 16U & 0xFFU] ^ t[3][crc >> 24U & 0xFFU];
}

__attribute__((target("sse4.2"))) std::uint64_t three_streams(std::uint64_t crc, const char*& at,
                                                              const char* end, std::size_t length,
                                                              const shift& over) noexcept {
  while (static_cast<std::size_t>(end - at) >= 3 * length) {
    std::uint64_t second = 0;
    std::uint64_t third = 0;
    for (const char* stop = at + length; at < stop; at += 8) {
      crc = _mm_crc32_u64(crc, word_at(at));
      second = _mm_crc32_u64(second, word_at(at + length));
      third = _mm_crc32_u64(third, word_at(at + 2 * length));
    }
    crc = shifted(over, crc) ^ second;
    crc = shifted(over, crc) ^ third;
    at += 2 * length;
  }
  return crc;
}

__attribute__((target("sse4.2"))) std::uint32_t by_instruction(std::string_view bytes) noexcept {
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  std::uint64_t crc = 0xFFFFFFFFU;
  // Worked out once, when first needed: too much for a compiler's constant expressions.
  static const shift over_long = make_shift(k_long);
  static const shift over_short = make_shift(k_short);
  crc = three_streams(crc, at, end, k_long, over_long);
  crc = three_streams(crc, at, end, k_short, over_short);
  for (; end - at >= 8; at += 8) crc = _mm_crc32_u64(crc, word_at(at));
  auto last = static_cast<std::uint32_t>(crc);
  for (; at < end; ++at) last = _mm_crc32_u8(last, static_cast<unsigned char>(*at));
  return ~last;
}

#endif

}  // namespace

std::uint32_t crc32c_by_tables(std::string_view bytes) noexcept {
  const auto byte = [](char c) { return static_cast<std::uint32_t>(static_cast<unsigned char>(c)); };
  std::uint32_t crc = 0xFFFFFFFFU;
  while (bytes.size() >= 8) {
    std::uint32_t next = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      next ^= k_slices[7 - k][(crc >> (8 * k) & 0xFFU) ^ byte(bytes[k])];
      next ^= k_slices[3 - k][byte(bytes[4 + k])];
    }
    crc = next;
    bytes.remove_prefix(8);
  }
  for (const char c : bytes) crc = crc >> 8U ^ k_slices[0][(crc ^ byte(c)) & 0xFFU];
  return ~crc;
}

bool has_crc32c_instruction() noexcept {
#ifdef TRADEWARDEN_CRC32C_X86
  return __builtin_cpu_supports("sse4.2") != 0;
#else
  return false;
#endif
}

std::uint32_t crc32c(std::string_view bytes) noexcept {
#ifdef TRADEWARDEN_CRC32C_X86
  static const bool by_processor = has_crc32c_instruction();
  if (by_processor) return by_instruction(bytes);
#endif
  return crc32c_by_tables(bytes);
}

}  // namespace tradewarden::support
