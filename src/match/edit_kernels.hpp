// The two inner loops of the search for tokens within some edits, for each kind of processor.
//
//   filter   which of a run of tokens may lie within k edits, by the letters they have:
//            an edit brings one new letter at most and takes one away at most
//   measure  the optimal string alignment distance of a pattern to many tokens of one length, by
//            bit vectors (Hyyro 2003: one column of the table in a word, a transposition is one edit)
//
// All variants give the same numbers; tests hold them equal to each other and to the plain table.
//
// Example:
//   edit_kernels k = kernels_for(best_instruction_set());
//   std::size_t n = k.filter(letters, from, to, letters_of("zhongxing"), 3, out);
//
// Threads: pure functions.
#ifndef TRADEWARDEN_MATCH_EDIT_KERNELS_HPP
#define TRADEWARDEN_MATCH_EDIT_KERNELS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tradewarden::matching {

enum class instruction_set : std::uint8_t { scalar = 0, avx2 = 1, avx512 = 2 };
[[nodiscard]] std::string_view to_string(instruction_set s) noexcept;

/// The best that this processor has.
[[nodiscard]] instruction_set best_instruction_set() noexcept;
/// All that this processor has, scalar first.
[[nodiscard]] std::vector<instruction_set> instruction_sets();

/// The text of a query token as bit vectors: bit j of positions[c] tells that byte j is c.
struct edit_pattern {
  explicit edit_pattern(std::string_view text);

  std::size_t length = 0;  ///< Bytes, at most 64.
  std::array<std::uint64_t, 256> positions{};
  /// The same for the letters a to z by their low five bits, where length is at most 32.
  std::array<std::uint32_t, 32> letter_positions{};
  bool only_letters = true;
};

/// The distance, by bit vectors.
[[nodiscard]] std::int32_t osa_bits(const edit_pattern& pattern, std::string_view text);

struct edit_kernels {
  /// Writes the tokens t of [from, to) with at most `limit` letters that the query lacks and at
  /// most `limit` lacking of the query's; returns how many. `out` has room for to - from + 16.
  std::size_t (*filter)(const std::uint32_t* letters, std::uint32_t from, std::uint32_t to,
                        std::uint32_t query, std::uint32_t limit, std::uint32_t* out);
  /// Distances of `count` texts of `length` bytes each, the i-th at text + at[i] * length. Needs a
  /// pattern and texts of the letters a to z, 32 bytes at most; reads up to 3 bytes behind a
  /// text. `out` has room for count + 16. Null for scalar: osa_bits() does it.
  void (*measure)(const edit_pattern& pattern, const char* text, std::size_t length,
                  const std::uint32_t* at, std::size_t count, std::uint8_t* out);
};
[[nodiscard]] edit_kernels kernels_for(instruction_set set) noexcept;

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_EDIT_KERNELS_HPP
