#include "index/token_trie.hpp"

namespace tradewarden::indexing {

std::vector<trie_node> build_trie(std::span<const std::string_view> tokens) {
  // A node stands for the range of tokens that share its path.
  struct range {
    std::size_t first;
    std::size_t last;
    std::size_t depth;
  };
  std::vector<trie_node> nodes(1);
  std::vector<range> ranges = {{0, tokens.size(), 0}};
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    nodes[at].first_child = static_cast<std::uint32_t>(nodes.size());
    range r = ranges[at];
    if (r.first < r.last && tokens[r.first].size() == r.depth) {
      nodes[at].token = static_cast<std::uint32_t>(r.first);
      ++r.first;
    }
    while (r.first < r.last) {
      const char label = tokens[r.first][r.depth];
      std::size_t end = r.first + 1;
      while (end < r.last && tokens[end][r.depth] == label) ++end;
      trie_node child;
      child.label = static_cast<unsigned char>(label);
      nodes.push_back(child);
      ranges.push_back({r.first, end, r.depth + 1});
      r.first = end;
    }
  }
  trie_node end;
  end.first_child = static_cast<std::uint32_t>(nodes.size());
  nodes.push_back(end);
  return nodes;
}

}  // namespace tradewarden::indexing
