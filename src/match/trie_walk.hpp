// The tokens within some edits of a text, by a walk of the token trie, level by level.
//
//   level d:   node   vp vn d0 before      one column of the table of distances a node, as bit
//              node   vp vn d0 before      vectors (edit_kernels.hpp): the column of its parent
//              ...                         and its letter give it
//
// All nodes of a level advance together, sixteen at a time where the processor can; a node is left
// as soon as no cell of its column that can still matter is within the limit. For one edit this
// touches a few hundred nodes of any vocabulary; for more the scan of expansion.hpp is quicker.
//
// Example:
//   trie_walk walk; walk.find(view, edit_pattern("zhong"), 1, set, [&](token, edits) { ... });
//
// Threads: the index is only read; a walk belongs to one thread and keeps its memory.
#ifndef TRADEWARDEN_MATCH_TRIE_WALK_HPP
#define TRADEWARDEN_MATCH_TRIE_WALK_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/index_view.hpp"
#include "match/edit_kernels.hpp"

namespace tradewarden::matching {

/// A token near a text, one edit apart at least.
struct edited_token {
  std::uint32_t token = 0;
  std::int32_t edits = 0;
};

class trie_walk {
 public:
  /// Longest pattern in bytes.
  static constexpr std::size_t k_most_bytes = 32;

  /// Appends all tokens 1 to `limit` edits from the pattern, by depth.
  void find(const detail::index_view& index, const edit_pattern& pattern, std::int32_t limit,
            instruction_set set, std::vector<edited_token>& out);

  /// The columns of one level, a member an array.
  struct level {
    std::vector<std::uint32_t> node, vp, vn, d0, before;
    void resize(std::size_t n);
  };

 private:
  level now_, next_;
  std::vector<std::uint32_t> parent_, child_;
};

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_TRIE_WALK_HPP
