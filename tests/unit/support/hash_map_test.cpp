#include "support/hash_map.hpp"

#include <cstdint>

#include "catch.hpp"

TEST_CASE("a string key is found by a view of other storage", "[hash_map]") {
  tradewarden::string_map<int> ids;
  ids.emplace("ofac", 7);
  ids["bis"] = 9;
  const std::string row = "ofac,36,AEROCARIBBEAN AIRLINES";
  const std::string_view key = std::string_view(row).substr(0, 4);
  REQUIRE(ids.find(key) != ids.end());
  CHECK(ids.find(key)->second == 7);
  CHECK(ids.contains(std::string_view("bis")));
  CHECK_FALSE(ids.contains(std::string_view(row).substr(0, 3)));
  CHECK(ids.at("bis") == 9);
}

TEST_CASE("sets of strings and views take views", "[hash_map]") {
  tradewarden::string_set owned;
  tradewarden::string_view_set viewed;
  const std::string text = "alpha beta alpha";
  const std::string_view view = text;
  for (const std::string_view word : {view.substr(0, 5), view.substr(6, 4), view.substr(11)}) {
    owned.emplace(word);
    viewed.insert(word);
  }
  CHECK(owned.size() == 2);
  CHECK(viewed.size() == 2);
  CHECK(owned.contains(view.substr(6, 4)));
}

// The standard hash of an integer is the integer itself: the hash in use must spread multiples of
// a power of two over the low bits.
TEST_CASE("number keys are kept apart", "[hash_map]") {
  tradewarden::hash_map<std::uint64_t, std::uint64_t> squares;
  for (std::uint64_t i = 0; i < 20000; ++i) squares[i << 32] = i * i;
  CHECK(squares.size() == 20000);
  CHECK(squares.at(std::uint64_t{777} << 32) == 603729);
  CHECK_FALSE(squares.contains(1));

  tradewarden::hash_set<std::size_t> low_bits;
  for (std::uint64_t i = 0; i < 1024; ++i) {
    low_bits.insert(tradewarden::mixed_hash<std::uint64_t>{}(i << 32) & 1023U);
  }
  // 1,024 balls into 1,024 bins at random fill about 647 of them.
  CHECK(low_bits.size() > 550);
}
