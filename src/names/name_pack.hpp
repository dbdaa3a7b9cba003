// A name pack: names, words and rewrites of a user's own, beside those of a score version. The file's
// format stands in docs/name-pack.md.
//
// Example:
//   auto pack = names::parse_name_pack("tradewarden-name-pack\t1\nfamily\tjekabs jacob\n", "my.tsv",
//                                      names::current_tables());
//   if (pack) names::name_tables both({{names::current_sources(), (*pack)->sources()}});
//
// Threads: immutable once made.
#ifndef TRADEWARDEN_NAMES_NAME_PACK_HPP
#define TRADEWARDEN_NAMES_NAME_PACK_HPP

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "names/name_tables.hpp"
#include "tradewarden/digest.hpp"
#include "tradewarden/result.hpp"

namespace tradewarden::names {

/// Limits of a pack; what is beyond is refused with its line.
inline constexpr std::size_t k_most_pack_bytes = std::size_t{64} << 20U;
inline constexpr std::size_t k_most_pack_families = 50'000;
inline constexpr std::size_t k_most_family_members = 64;
inline constexpr std::size_t k_most_rewritten_words = 8;  ///< From.
inline constexpr std::size_t k_most_rewrite_words = 4;    ///< To: a rewrite may be rewritten again.

struct name_pack {
  digest sha256;  ///< Of the file.
  std::deque<std::string> texts;  // what the views below look at; a deque does not move them
  std::vector<token_weight> weights;
  std::vector<word_list> words;
  std::vector<std::string_view> families;
  std::vector<rewrite_line> rewrites;

  /// Of the pack alone; it outlives them.
  [[nodiscard]] table_sources sources() const {
    return {weights, words, families, rewrites, {}, {}, {}, &append_folded, &latin_spellings,
            &spelling_tables_text};
  }
};

/// Reads a pack that is to stand beside `base`, by whose rules its words are folded. Errors with file,
/// line and field: empty_input, not_text, bad_syntax, bad_value, conflict, limit_exceeded.
[[nodiscard]] result<std::shared_ptr<const name_pack>> parse_name_pack(std::string_view text,
                                                                       const std::string& file,
                                                                       const name_tables& base);

}  // namespace tradewarden::names

#endif  // TRADEWARDEN_NAMES_NAME_PACK_HPP
