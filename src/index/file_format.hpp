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
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "names/prepared_name.hpp"

namespace tradewarden::indexing {

static_assert(std::endian::native == std::endian::little,
              "index files are little-endian and are read in place");

inline constexpr std::array<char, 8> k_magic = {'T', 'W', 'I', 'N', 'D', 'E', 'X', '\n'};
inline constexpr std::uint32_t k_format_version = 1;
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
  tokens = 3,
  trie = 4,
  keys = 5,
  posting_starts = 6,
  postings = 7,
  names = 8,
  name_tokens = 9,
  party_starts = 10,
  parties = 11,
};
inline constexpr std::size_t k_sections = 11;

struct section_entry {
  std::uint32_t id = 0;
  std::uint32_t crc = 0;  ///< CRC32C of the section's bytes.
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::uint64_t reserved = 0;
};
static_assert(sizeof(section_entry) == 32);

/// A distinct token. Tokens are sorted by their bytes; the position is the token's number.
struct token_record {
  std::uint32_t text = 0;  ///< Offset into token_text.
  std::uint8_t length = 0;
  std::uint8_t most_weight = 0;   ///< The largest weight that it has in any name.
  std::uint8_t least_weight = 0;  ///< The smallest; roles make the difference.
  std::uint8_t reserved = 0;
  names::token_features features;
};
static_assert(sizeof(token_record) == 32);
static_assert(offsetof(token_record, features) == 8 && offsetof(names::token_features, key) == 0 &&
                  offsetof(names::token_features, letters) == 8 &&
                  offsetof(names::token_features, families) == 16,
              "token_features stands in the file: a change of its layout is a new format version");

/// A node of the trie over the tokens, breadth first: children stand together, and a node's
/// children end where those of the next node begin. One node more than there are ends the last.
struct trie_node {
  std::uint32_t first_child = 0;
  std::uint32_t token = k_none;  ///< The token that ends here.
  std::uint32_t label = 0;       ///< The byte on the edge from the parent.
};
static_assert(sizeof(trie_node) == 12);

struct key_record {
  std::uint64_t key = 0;
  std::uint32_t token = 0;
  std::uint32_t reserved = 0;
};
static_assert(sizeof(key_record) == 16);

struct name_record {
  std::uint32_t party = 0;
  std::uint32_t first_token = 0;  ///< Position in name_tokens.
  std::uint16_t token_count = 0;
  std::uint16_t position = 0;  ///< In party.names.
  std::uint32_t flags = 0;     ///< Bit 0: weak.
};
static_assert(sizeof(name_record) == 16);
inline constexpr std::uint32_t k_flag_weak = 1;

struct name_token {
  std::uint32_t token = 0;
  std::uint8_t role = 0;
  std::uint8_t weight = 0;
  std::uint16_t flags = 0;  ///< Bit 0: repaired (see folded_token).
};
static_assert(sizeof(name_token) == 8);
inline constexpr std::uint16_t k_flag_repaired = 1;

/// CRC32C (Castagnoli, polynomial 0x1EDC6F41) of bytes.
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes);

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_FILE_FORMAT_HPP
