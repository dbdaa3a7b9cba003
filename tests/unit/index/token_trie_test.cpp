#include "index/token_trie.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

namespace tradewarden::indexing {

TEST_CASE("the trie stands breadth first as drawn in its header", "[index]") {
  const std::vector<std::string_view> tokens = {"ab", "abc", "b"};
  const std::vector<trie_node> t = build_trie(tokens);
  REQUIRE(t.size() == 6);
  CHECK(t[0].first_child == 1);
  CHECK(t[1].first_child == 3);
  CHECK(t[2].first_child == 4);
  CHECK(t[1].label == 'a');
  CHECK(t[2].label == 'b');
  CHECK(t[2].token == 2);
  CHECK(t[3].token == 0);
  CHECK(t[4].label == 'c');
  CHECK(t[4].token == 1);
  CHECK(t[5].first_child == 5);
}

TEST_CASE("walking the trie spells every token and nothing else", "[index]") {
  const std::vector<std::string_view> tokens = {"a", "ab", "abc", "b", "ba", "c\xC3\xA9", "zz"};
  const std::vector<trie_node> t = build_trie(tokens);
  std::vector<std::string> found(tokens.size());
  const auto walk = [&](auto&& self, std::uint32_t node, const std::string& path) -> void {
    if (t[node].token != k_none) found.at(t[node].token) = path;
    for (std::uint32_t c = t[node].first_child; c < t[node + 1].first_child; ++c) {
      self(self, c, path + static_cast<char>(static_cast<unsigned char>(t[c].label)));
    }
  };
  walk(walk, 0, "");
  for (std::size_t i = 0; i < tokens.size(); ++i) CHECK(found[i] == tokens[i]);
}

}  // namespace tradewarden::indexing
