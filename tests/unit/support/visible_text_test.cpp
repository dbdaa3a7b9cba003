#include "support/visible_text.hpp"

#include <string>

#include "catch.hpp"

using tradewarden::support::is_unseen;
using tradewarden::support::visible;

TEST_CASE("visible: what turns the direction or has no width is named", "[visible_text]") {
  CHECK(visible("PUMP\xE2\x80\xAEgnp") == "PUMP<U+202E>gnp");    // right-to-left override
  CHECK(visible("x\xE2\x81\xA6y\xE2\x81\xA9") == "x<U+2066>y<U+2069>");
  CHECK(visible("ZT\xE2\x80\x8B" "E") == "ZT<U+200B>E");          // zero width space
  CHECK(visible("\xEF\xBB\xBFPART") == "<U+FEFF>PART");           // byte order mark
  CHECK(visible("a\xC2\xAD" "b") == "a<U+00AD>b");                // soft hyphen
  CHECK(visible("\xE3\x85\xA4") == "<U+3164>");                   // filler of Hangul
  CHECK(visible("A\xF3\xA0\x81\x81") == "A<U+E0041>");            // tag
  CHECK(visible("a\xE2\x80\xA8" "b") == "a<U+2028>b");
}

TEST_CASE("visible: commands of a terminal are named, line ends stay", "[visible_text]") {
  CHECK(visible("a\x1b[31mb") == "a<U+001B>[31mb");
  CHECK(visible("\xC2\x9B" "31m") == "<U+009B>31m");
  CHECK(visible("a\tb\r\nc") == "a\tb\r\nc");
  CHECK(visible(std::string("a\0b", 3)) == "a<U+0000>b");
  CHECK(visible("Caf\xE9") == "Caf\xEF\xBF\xBD");
}

TEST_CASE("visible: names of any script stay as they are", "[visible_text]") {
  // "ZTE", Han, Cyrillic, Arabic, Thai with its marks above, an accent on its own.
  for (const std::string name :
       {"ZTE", "\xE4\xB8\xAD\xE5\x85\xB4", "\xD0\x97\xD0\xA2\xD0\x95",
        "\xD9\x85\xD8\xAD\xD9\x85\xD8\xAF", "\xE0\xB8\x97\xE0\xB8\xB5\xE0\xB9\x88", "e\xCC\x81"}) {
    CHECK(visible(name) == name);
  }
  // The non-joiner belongs to Persian spelling, and to nothing in Latin letters.
  const std::string persian = "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE\xD9\x88\xD8\xA7\xD9\x87\xD9\x85";
  CHECK(visible(persian) == persian);
  CHECK(visible("ZT\xE2\x80\x8C" "E") == "ZT<U+200C>E");
  CHECK(visible("\xD9\x85\xE2\x80\x8C") == "\xD9\x85<U+200C>");
  CHECK(visible("\xD9\x85\xE2\x80\x8C\xE2\x80\x8C\xD9\x85") == "\xD9\x85<U+200C><U+200C>\xD9\x85");
}

TEST_CASE("is_unseen: the bounds of the spans", "[visible_text]") {
  CHECK(is_unseen(0));
  CHECK(is_unseen(0x1F));
  CHECK_FALSE(is_unseen(' '));
  CHECK_FALSE(is_unseen('~'));
  CHECK(is_unseen(0x7F));
  CHECK(is_unseen(0x9F));
  CHECK_FALSE(is_unseen(0xA0));
  CHECK_FALSE(is_unseen(0x200A));  // a thin blank still takes room
  CHECK(is_unseen(0x200B));
  CHECK_FALSE(is_unseen(0x2010));
  CHECK_FALSE(is_unseen(0xFFFD));
}
