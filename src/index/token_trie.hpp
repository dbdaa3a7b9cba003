// Builds the trie over the sorted distinct tokens.
//
//   tokens "ab", "abc", "b"          node 0 (root)  -> children 1, 2
//                                    node 1 'a'     -> child 3
//   breadth first; children stand    node 2 'b' #2  -> none
//   together, in order of their      node 3 'b' #0  -> child 4
//   labels                           node 4 'c' #1  -> none
//                                    node 5         (ends node 4's children)
//
// Example:
//   std::vector<trie_node> nodes = build_trie({"ab", "abc", "b"});
//
// Threads: a pure function.
#ifndef TRADEWARDEN_INDEX_TOKEN_TRIE_HPP
#define TRADEWARDEN_INDEX_TOKEN_TRIE_HPP

#include <span>
#include <string_view>
#include <vector>

#include "index/file_format.hpp"

namespace tradewarden::indexing {

/// `tokens` are sorted by their bytes and distinct; none is empty.
[[nodiscard]] std::vector<trie_node> build_trie(std::span<const std::string_view> tokens);

}  // namespace tradewarden::indexing

#endif  // TRADEWARDEN_INDEX_TOKEN_TRIE_HPP
