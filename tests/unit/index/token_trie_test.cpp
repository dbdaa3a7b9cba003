#include "index/token_trie.hpp"

#include <bit>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

namespace tradewarden::indexing {
namespace {

std::uint32_t token_at(const token_trie& t, std::uint32_t node) {
  const trie_ends& e = t.ends[node / 64];
  const std::uint64_t bit = std::uint64_t{1} << (node % 64);
  if ((e.bits & bit) == 0) return k_none;
  return e.before + static_cast<std::uint32_t>(std::popcount(e.bits & (bit - 1)));
}

}  // namespace

TEST_CASE("the trie stands breadth first as drawn in its header", "[index]") {
  const std::vector<std::string_view> tokens = {"ab", "abc", "b"};
  const token_trie t = build_trie(tokens);
  CHECK(t.children == std::vector<std::uint32_t>{1, 3, 4, 4, 5, 5});
  CHECK(t.labels == std::vector<std::uint8_t>{0, 'a', 'b', 'b', 'c'});
  REQUIRE(t.ends.size() == 1);
  CHECK(t.ends[0].bits == 0b11100U);
  CHECK(token_at(t, 2) == 0);
  CHECK(token_at(t, 3) == 1);
  CHECK(token_at(t, 4) == 2);
  CHECK(token_at(t, 1) == k_none);
}

TEST_CASE("walking the trie spells every token and numbers them by length and bytes", "[index]") {
  const std::vector<std::string_view> sorted = {"a", "ab", "abc", "b", "ba", "c\xC3\xA9", "zz"};
  const std::vector<std::string> by_length = {"a", "b", "ab", "ba", "zz", "abc", "c\xC3\xA9"};
  const token_trie t = build_trie(sorted);
  std::vector<std::string> found(sorted.size());
  const auto walk = [&](auto&& self, std::uint32_t node, const std::string& path) -> void {
    if (token_at(t, node) != k_none) found.at(token_at(t, node)) = path;
    for (std::uint32_t c = t.children[node]; c < t.children[node + 1]; ++c) {
      self(self, c, path + static_cast<char>(t.labels[c]));
    }
  };
  walk(walk, 0, "");
  CHECK(found == by_length);
}

}  // namespace tradewarden::indexing
