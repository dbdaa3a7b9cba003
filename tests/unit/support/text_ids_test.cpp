#include "support/text_ids.hpp"

#include <random>
#include <string>
#include <unordered_map>

#include "catch.hpp"

using tradewarden::text_ids;

TEST_CASE("equal texts have one number, counted from 0", "[text_ids]") {
  text_ids ids;
  CHECK(ids.add("a") == 0);
  CHECK(ids.add("b") == 1);
  CHECK(ids.add("a") == 0);
  CHECK(ids.add("") == 2);
  CHECK(ids.find("") == 2);
  CHECK(ids.find("c") == text_ids::k_none);
  CHECK(ids.text(1) == "b");
  CHECK(ids.size() == 3);
}

TEST_CASE("texts that agree in their ends and length are told apart", "[text_ids]") {
  text_ids ids;
  // 17 bytes: beyond what a slot holds; only the middle differs.
  CHECK(ids.add("12345678-12345678") == 0);
  CHECK(ids.add("12345678+12345678") == 1);
  CHECK(ids.find("12345678-12345678") == 0);
  // A byte that is zero is not the end.
  CHECK(ids.add(std::string_view("a\0", 2)) == 2);
  CHECK(ids.add("a") == 3);
  CHECK(ids.find(std::string_view("a\0", 2)) == 2);
}

TEST_CASE("many texts keep their numbers and their bytes while the table grows", "[text_ids]") {
  text_ids ids;
  std::unordered_map<std::string, std::uint32_t> wanted;
  std::mt19937 draw(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text(draw() % 24, 'x');
    for (char& c : text) c = static_cast<char>('a' + draw() % 3);
    const auto next = static_cast<std::uint32_t>(wanted.size());
    const auto [at, fresh] = wanted.emplace(text, next);
    REQUIRE(ids.add(text) == at->second);
  }
  CHECK(ids.size() == wanted.size());
  for (const auto& [text, id] : wanted) {
    REQUIRE(ids.find(text) == id);
    REQUIRE(ids.text(id) == text);
  }
}
