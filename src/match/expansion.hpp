// What a query token may match in an index: every kind of similarity enumerated.
//
// Each kind of src/score/token_similarity.hpp has its enumerator here. The search is exact only
// because together they find every token with a similarity above zero (initials below a single
// letter aside: there the search reads all names).
//
// Example:
//   expansion e = expand(view, query, 0);
//   for (const alike_token& t : e.tokens) use(view.token_text(t.token), t.most_similarity);
//
// Threads: pure functions over an immutable view.
#ifndef TRADEWARDEN_MATCH_EXPANSION_HPP
#define TRADEWARDEN_MATCH_EXPANSION_HPP

#include <cstdint>
#include <string_view>
#include <vector>

#include "index/index_view.hpp"
#include "names/prepared_name.hpp"

namespace tradewarden::matching {

struct alike_token {
  std::uint32_t token = 0;
  std::int32_t most_similarity = 0;  ///< No occurrence is more alike than this (1/10,000).
};

/// Two neighbouring listed tokens that together are the query token.
struct alike_pair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

struct expansion {
  std::vector<alike_token> tokens;  ///< By token, each once.
  std::vector<alike_pair> pairs;
  bool is_letter = false;  ///< A single letter: matches every token that begins with it.
};

/// Switches off single enumerators, for the test that shows each of them to be needed.
struct enumerators {
  bool equal = true;
  bool edit = true;
  bool family = true;
  bool key = true;
  bool initial = true;
  bool joined = true;
};

[[nodiscard]] expansion expand(const detail::index_view& index,
                               const names::prepared_token& token, const enumerators& on = {});

/// The listed token that two neighbouring query tokens make together, or k_none.
[[nodiscard]] std::uint32_t find_joined(const detail::index_view& index, std::string_view first,
                                        std::string_view second);

/// All tokens within most_edits() of `text`, by a walk of the trie.
[[nodiscard]] std::vector<alike_token> edit_ball(const detail::index_view& index,
                                                 std::string_view text);

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_EXPANSION_HPP
