#include "support/text_hash.hpp"

#include <set>
#include <string>

#include "catch.hpp"

namespace tradewarden::support {

TEST_CASE("the hash of a text is the one that index files were written with", "[hash]") {
  // Worked out by hand for the empty text: the offset itself; and for one step of the mixing.
  CHECK(text_hash("") == 0xCBF29CE484222325ULL);
  std::uint64_t h = (0xCBF29CE484222325ULL ^ 1U ^ std::uint64_t{'a'}) * 0x9E3779B97F4A7C15ULL;
  h ^= h >> 29U;
  CHECK(text_hash("a") == h);
}

TEST_CASE("texts of all lengths and of one differing byte hash apart", "[hash]") {
  std::set<std::uint64_t> seen;
  std::size_t texts = 0;
  for (std::size_t length = 0; length <= 40; ++length) {
    std::string text(length, 'a');
    seen.insert(text_hash(text));
    ++texts;
    for (std::size_t i = 0; i < length; ++i) {
      text[i] = 'b';
      seen.insert(text_hash(text));
      ++texts;
      text[i] = 'a';
    }
  }
  CHECK(seen.size() == texts);
}

}  // namespace tradewarden::support
