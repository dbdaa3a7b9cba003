#include "index/token_trie.hpp"

namespace tradewarden::indexing {

token_trie build_trie(std::span<const std::string_view> tokens) {
  // A node stands for the range of tokens that share its path. Only two levels are alive at once.
  struct range {
    std::size_t first;
    std::size_t last;
  };
  token_trie out;
  out.labels.push_back(0);
  std::vector<range> level = {{0, tokens.size()}};
  std::vector<range> next;
  std::uint32_t ended = 0;
  std::size_t node = 0;
  for (std::size_t depth = 0; !level.empty(); ++depth) {
    next.clear();
    for (range r : level) {
      out.children.push_back(static_cast<std::uint32_t>(out.labels.size()));
      if (node % 64 == 0) out.ends.push_back({0, ended, 0});
      if (r.first < r.last && tokens[r.first].size() == depth) {
        out.ends.back().bits |= std::uint64_t{1} << (node % 64);
        ++ended;
        ++r.first;
      }
      ++node;
      while (r.first < r.last) {
        const char label = tokens[r.first][depth];
        std::size_t end = r.first + 1;
        while (end < r.last && tokens[end][depth] == label) ++end;
        out.labels.push_back(static_cast<std::uint8_t>(label));
        next.push_back({r.first, end});
        r.first = end;
      }
    }
    level.swap(next);
  }
  out.children.push_back(static_cast<std::uint32_t>(out.labels.size()));
  return out;
}

}  // namespace tradewarden::indexing
