#include "names/script_words.hpp"

#include "catch.hpp"

namespace tradewarden::names {
namespace {

std::u32string as_is(std::u32string_view s) { return std::u32string(s); }

}  // namespace

TEST_CASE("a table of words has entries, phrases, stems and other readings", "[names]") {
  const script_words table("# remark\nab=x\nab cd=y=z\nwork-=plant\nab=later\n\nbroken\n", &as_is);
  REQUIRE(table.find(U"ab") != nullptr);
  CHECK(table.find(U"ab")->text == "x");  // the first line counts
  CHECK(table.find(U"ab")->other.empty());
  REQUIRE(table.find(U"ab cd") != nullptr);
  CHECK(table.find(U"ab cd")->text == "y");
  CHECK(table.find(U"ab cd")->other == "z");
  CHECK(table.find(U"cd") == nullptr);
  CHECK(table.find(U"work") == nullptr);  // a stem is no word
  REQUIRE(table.find_stem(U"works", 2) != nullptr);
  CHECK(table.find_stem(U"works", 2)->text == "plant");
  CHECK(table.find_stem(U"work", 0) != nullptr);
  CHECK(table.find_stem(U"working", 2) == nullptr);  // an ending of three letters
  CHECK(table.find(U"broken") == nullptr);
}

TEST_CASE("text is decoded code point by code point", "[names]") {
  CHECK(decode_text("a\xC3\xA9\xE4\xB8\xAD") == U"a\u00E9\u4E2D");
  CHECK(decode_text("\xE4\xB8") == U"\uFFFD\uFFFD");
}

}  // namespace tradewarden::names
