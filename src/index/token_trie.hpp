// The trie over the distinct tokens, breadth first.
//
//   tokens, numbered by          node 0 (root)  -> children 1, 2
//   (length, bytes):             node 1 'a'     -> child 3
//   "b" #0, "ab" #1, "abc" #2    node 2 'b' #0  -> none
//                                node 3 'b' #1  -> child 4
//   children stand together,     node 4 'c' #2  -> none
//   by their labels              node 5         (ends node 4's children)
//
// The tokens that end at a depth stand in the order of their numbers: the number of a token is
// the count of ends before it.
//
// Example:
//   token_trie t = build_trie({"ab", "abc", "b"});   // sorted by their bytes
//
// Threads: a pure function.
#ifndef TRADEWARDEN_INDEX_TOKEN_TRIE_HPP
#define TRADEWARDEN_INDEX_TOKEN_TRIE_HPP

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "index/file_format.hpp"

namespace tradewarden::indexing {

struct token_trie {
  std::vector<std::uint32_t> children;  ///< First child of each node; one more ends the last.
  std::vector<std::uint8_t> labels;     ///< The byte on the edge from the parent; 0 for the root.
  std::vector<trie_ends> ends;
};

/// `tokens` are sorted by their bytes and distinct; none is empty.
[[nodiscard]] token_trie build_trie(std::span<const std::string_view> tokens);

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_TOKEN_TRIE_HPP
