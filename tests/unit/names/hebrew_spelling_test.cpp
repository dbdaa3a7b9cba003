#include "catch.hpp"
#include "names/latin_spelling.hpp"

namespace tradewarden::names {

TEST_CASE("Hebrew: known names and words, vav and yod as vowels", "[names]") {
  const auto first = [](std::string_view name) { return latin_spellings(name).front(); };
  CHECK(first("בנימין נתניהו") == "binyamin netanyahu");
  CHECK(first("בנק הפועלים בע\"מ").find("bank hapoalim") == 0);
  CHECK(first("תל אביב") == "tel aviv");
  CHECK(first("גולני") == "golni");
}

TEST_CASE("Devanagari: an \"a\" behind each consonant that has no vowel sign, but the last", "[names]") {
  const auto first = [](std::string_view name) { return latin_spellings(name).front(); };
  CHECK(first("नरेन्द्र मोदी") == "narendr modi");
  CHECK(first("कमल") == "kamal");
}

}  // namespace tradewarden::names
