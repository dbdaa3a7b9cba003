// The index file, byte by byte (docs/index-format.md has the picture). Little-endian.
//
//   0   header (64 bytes)
//   64  section table, 32 bytes a section
//   ..  sections, each at a multiple of 64
//
// Threads: plain values.
#ifndef TRADEWARDEN_INDEX_FILE_FORMAT_HPP
#define TRADEWARDEN_INDEX_FILE_FORMAT_HPP

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/text_hash.hpp"

#include "support/crc32c.hpp"

namespace tradewarden::indexing {

static_assert(std::endian::native == std::endian::little,
              "index files are little-endian and are read in place");

inline constexpr std::array<char, 8> k_magic = {'T', 'W', 'I', 'N', 'D', 'E', 'X', '\n'};
inline constexpr std::uint32_t k_format_version = 4;
inline constexpr std::uint64_t k_alignment = 64;
inline constexpr std::uint32_t k_none = 0xFFFFFFFFU;

struct file_header {
  std::array<char, 8> magic = k_magic;
  std::uint32_t format_version = k_format_version;
  std::uint32_t section_count = 0;
  std::uint64_t file_bytes = 0;
  std::uint32_t table_crc = 0;   ///< CRC32C of the section table.
  std::uint32_t header_crc = 0;  ///< CRC32C of this header with this field zero.
  std::array<std::uint8_t, 32> content{};  ///< SHA-256 of all bytes behind the header.
};
static_assert(sizeof(file_header) == 64);

enum class section_id : std::uint32_t {
  info = 1,
  token_text = 2,
  token_starts = 3,
  tokens = 4,
  token_letters = 5,
  token_slots = 6,
  trie_children = 7,
  trie_labels = 8,
  trie_ends = 9,
  keys = 10,
  posting_starts = 11,
  postings = 12,
  posting_masses = 13,
  names = 14,
  party_blocks = 15,
  party_offsets = 16,
  parties = 17,
  identifiers = 18,
};
inline constexpr std::size_t k_sections = 18;

struct section_entry {
  std::uint32_t id = 0;
  std::uint32_t crc = 0;  ///< CRC32C of the section's bytes.
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::uint64_t reserved = 0;
};
static_assert(sizeof(section_entry) == 32);

/// Longest token in bytes.
inline constexpr std::size_t k_most_token_bytes = 64;
/// All tokens together: positions in their text are signed 32-bit numbers in vectors.
inline constexpr std::uint64_t k_most_token_text = (std::uint64_t{1} << 31U) - 64;

/// token_starts[n]: the first token of n bytes or more, for n of 0 to k_most_token_bytes + 1.
/// Tokens are numbered by (length, bytes), so that a length is a run of numbers and of text, and
/// the number of a token is the place of its end among the ends of the breadth-first trie.
inline constexpr std::size_t k_token_starts = k_most_token_bytes + 2;

struct token_record {
  std::uint8_t weight = 0;  ///< Of the word table; the role decides what it counts.
  std::uint8_t roles = 0;   ///< Bit r: stands in some name in role r.
  std::uint8_t length = 0;  ///< Bytes.
  std::uint8_t first = 0;   ///< Its first byte.
};
static_assert(sizeof(token_record) == 4);

/// Which nodes of a block of 64 end a token, and how many ended before.
struct trie_ends {
  std::uint64_t bits = 0;
  std::uint32_t before = 0;
  std::uint32_t reserved = 0;
};
static_assert(sizeof(trie_ends) == 16);

/// Tokens that have consonants, by the hash of their key (names::token_features) and number.
struct key_record {
  std::uint32_t hash = 0;
  std::uint32_t token = 0;
};
static_assert(sizeof(key_record) == 8);
[[nodiscard]] constexpr std::uint32_t hash_of_key(std::uint64_t key) noexcept {
  return static_cast<std::uint32_t>((key * 0x9E3779B97F4A7C15ULL) >> 32U);
}

/// Parties that bear a number, by the hash of its key (identifier_key); a pair stands once.
struct identifier_record {
  std::uint32_t hash = 0;
  std::uint32_t party = 0;
  friend auto operator<=>(const identifier_record&, const identifier_record&) = default;
};
static_assert(sizeof(identifier_record) == 8);
[[nodiscard]] inline std::uint32_t hash_of_identifier(std::string_view key) noexcept {
  return static_cast<std::uint32_t>(support::text_hash(key) >> 32U);
}

/// Where the search for a token begins in token_slots: a table of a power of two, at most half
/// full, of token numbers or k_none; a taken place sends on to the next.
[[nodiscard]] inline std::uint32_t hash_of_token(std::string_view text) noexcept {
  return static_cast<std::uint32_t>(support::text_hash(text) >> 32U);
}

/// A name is a run of 32-bit words in the section `names`; its handle is the position of the first.
///
///   word 0    party
///   word 1    bits 0-5 number of tokens, 6 weak, 7 far, 8-15 position among the party's names
///             (255 or more: far is set and a word behind the tokens has it), 16-31 mass
///   word 2..  a token each: bits 0-27 number, 28-30 role, 31 repaired (see folded_token)
///
/// The mass is what all tokens of the name would cost if none were alike: the sum of weight times
/// missing cost, in units of k_mass_unit, rounded down.
inline constexpr std::uint32_t k_name_words = 2;  ///< Before the tokens.
inline constexpr std::uint32_t k_name_count_mask = 63;
inline constexpr std::uint32_t k_name_weak = 64;
inline constexpr std::uint32_t k_name_far = 128;
inline constexpr std::uint32_t k_far_position = 255;
inline constexpr std::uint32_t k_name_position_shift = 8;
inline constexpr std::uint32_t k_name_mass_shift = 16;
inline constexpr std::uint32_t k_mass_unit = 10;
inline constexpr std::uint32_t k_token_mask = (1U << 28U) - 1;
inline constexpr std::uint32_t k_token_role_shift = 28;
inline constexpr std::uint32_t k_token_repaired = 1U << 31U;

/// posting_masses holds the mass of each posting's name in this many of its units, at most 255;
/// the postings of a token rise by it, then by handle.
inline constexpr std::uint32_t k_posting_mass_unit = 16;

/// Parties stand at party_blocks[p / 256] + party_offsets[p]; one offset more ends the last.
inline constexpr std::uint32_t k_party_block = 256;

/// What letters a token has: bit 0 to 25 for a to z, 26 for any other byte, 27 + n % 5 where letter n
/// stands twice or more. A filter for edits: each brings one bit at most and takes one away at
/// most, for a letter that comes or goes changes either its own bit or that of its repeats.
[[nodiscard]] constexpr std::uint32_t letters_of(std::string_view token) noexcept {
  std::uint32_t once = 0;
  std::uint32_t repeats = 0;
  for (const char c : token) {
    if (c < 'a' || c > 'z') {
      once |= std::uint32_t{1} << 26U;
      continue;
    }
    const auto n = static_cast<std::uint32_t>(c - 'a');
    const std::uint32_t letter = std::uint32_t{1} << n;
    if ((once & letter) != 0) repeats |= std::uint32_t{1} << (27U + n % 5U);
    once |= letter;
  }
  return once | repeats;
}
/// Tokens with this bit have bytes other than a to z.
inline constexpr std::uint32_t k_other_letters = std::uint32_t{1} << 26U;

using support::crc32c;

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_FILE_FORMAT_HPP
