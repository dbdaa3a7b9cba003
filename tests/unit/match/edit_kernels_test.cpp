#include "match/edit_kernels.hpp"

#include <bit>
#include <string>
#include <vector>

#include "catch.hpp"
#include "index/file_format.hpp"
#include "support/name_lists.hpp"
#include "support/osa.hpp"

namespace tradewarden::matching {
namespace {

std::string drawn(tests::name_mutator& draw, std::size_t length, std::size_t letters) {
  std::string w;
  while (w.size() < length) w += static_cast<char>('a' + draw.below(letters));
  return w;
}

}  // namespace

TEST_CASE("bit vectors measure what the table measures", "[kernels]") {
  CHECK(osa_bits(edit_pattern("kangxun"), "kagnxun") == 1);  // a transposition is one edit
  CHECK(osa_bits(edit_pattern("ca"), "abc") == 3);           // not 2: no part is edited twice
  CHECK(osa_bits(edit_pattern("a"), "") == 1);
  tests::name_mutator draw(3);
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = drawn(draw, 1 + draw.below(64), 3);
    const std::string b = drawn(draw, 1 + draw.below(64), 3);
    CAPTURE(a, b);
    REQUIRE(osa_bits(edit_pattern(a), b) == support::osa_distance(a, b, 64));
  }
}

TEST_CASE("all instruction sets filter and measure alike", "[kernels]") {
  tests::name_mutator draw(5);
  for (int round = 0; round < 200; ++round) {
    const std::size_t length = 1 + draw.below(32);
    const std::size_t count = draw.below(70);
    const std::string query = drawn(draw, 1 + draw.below(32), 1 + draw.below(26));
    std::string text;
    std::vector<std::uint32_t> letters;
    std::vector<std::uint32_t> at;
    for (std::size_t i = 0; i < count; ++i) {
      text += drawn(draw, length, 1 + draw.below(26));
      letters.push_back(indexing::letters_of(std::string_view(text).substr(i * length)));
      at.push_back(static_cast<std::uint32_t>(i));
    }
    text += "...";
    const std::uint32_t q = indexing::letters_of(query);
    const auto limit = static_cast<std::uint32_t>(1 + draw.below(3));
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < count; ++i) {
      if (std::popcount(letters[i] & ~q) <= static_cast<int>(limit) &&
          std::popcount(q & ~letters[i]) <= static_cast<int>(limit)) {
        expected.push_back(i);
      }
    }
    const edit_pattern pattern(query);
    for (const instruction_set set : instruction_sets()) {
      CAPTURE(query, length, count, to_string(set));
      const edit_kernels k = kernels_for(set);
      std::vector<std::uint32_t> near(count + 16);
      near.resize(k.filter(letters.data(), 0, static_cast<std::uint32_t>(count), q, limit, near.data()));
      REQUIRE(near == expected);
      if (k.measure == nullptr || count == 0) continue;
      std::vector<std::uint8_t> distances(count + 16);
      k.measure(pattern, text.data(), length, at.data(), count, distances.data());
      for (std::size_t i = 0; i < count; ++i) {
        REQUIRE(distances[i] == osa_bits(pattern, std::string_view(text).substr(i * length, length)));
      }
    }
  }
}

TEST_CASE("an edit brings one letter at most and takes one away at most", "[kernels]") {
  // What makes the filter lossless, on random words and random edits.
  tests::name_mutator draw(8);
  for (int i = 0; i < 5'000; ++i) {
    std::string a = drawn(draw, 2 + draw.below(10), 26);
    std::string b = a;
    const std::size_t at = draw.below(a.size());
    switch (draw.below(4)) {
      case 0: b.erase(at, 1); break;
      case 1: b.insert(at, 1, static_cast<char>('a' + draw.below(26))); break;
      case 2: b[at] = static_cast<char>(draw.below(2) == 0 ? 'a' + draw.below(26) : 128 + draw.below(100)); break;
      default: if (at + 1 < b.size()) std::swap(b[at], b[at + 1]);
    }
    CAPTURE(a, b);
    CHECK(std::popcount(indexing::letters_of(a) & ~indexing::letters_of(b)) <= 1);
    CHECK(std::popcount(indexing::letters_of(b) & ~indexing::letters_of(a)) <= 1);
  }
}

}  // namespace tradewarden::matching
