#include "cli/terminal.hpp"

#include <cstdlib>

#include "catch.hpp"

using namespace tradewarden::cli;

TEST_CASE("display width: wide letters two, marks none", "[terminal]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\xE4\xB8\xAD\xE5\x9B\xBD") == 4);  // two Han letters
  CHECK(display_width("e\xCC\x81") == 1);                 // e and a combining acute
  CHECK(display_width("\xD0\x9F\xD1\x83") == 2);          // Cyrillic
  CHECK(display_width("\xEA\xB9\x80") == 2);              // Hangul
  CHECK(display_width("") == 0);
}

TEST_CASE("clipped and padded text keeps to its columns", "[terminal]") {
  CHECK(clipped("abcdef", 6) == "abcdef");
  CHECK(clipped("abcdef", 4) == "abc~");
  CHECK(clipped("\xE4\xB8\xAD\xE5\x9B\xBD\xE4\xB8\xAD", 4) == "\xE4\xB8\xAD~");
  CHECK(clipped("abc", 0).empty());
  CHECK(padded("ab", 4) == "ab  ");
  CHECK(padded("abcdef", 4) == "abcdef");
}

TEST_CASE("printable: nothing in a name commands the terminal", "[terminal]") {
  CHECK(printable("a\x1b[31mb") == "a<U+001B>[31mb");
  CHECK(printable("a\tb\nc") == "a b c");
  CHECK(printable("x\xE2\x80\xAEy") == "x<U+202E>y");  // right-to-left override
  CHECK(printable("\xC2\x9B"
                  "31m") == "<U+009B>31m");  // the eight-bit escape
  CHECK(printable("Caf\xE9") == "Caf\xEF\xBF\xBD");
  CHECK(printable("\x7F") == "<U+007F>");
}

TEST_CASE("wrapped: at blanks, long words cut, later lines indented", "[terminal]") {
  using v = std::vector<std::string>;
  CHECK(wrapped("one two three", 20, 0) == v{"one two three"});
  CHECK(wrapped("one two three", 9, 0) == v{"one two", "three"});
  CHECK(wrapped("one two three four", 10, 2) == v{"one two", "  three", "  four"});
  CHECK(wrapped("abcdefghijklmnop", 8, 0) == v{"abcdefgh", "ijklmnop"});
  CHECK(wrapped("", 20, 0) == v{""});
  for (std::size_t width = 8; width < 60; ++width) {
    for (const auto& line :
         wrapped("the quick brown fox jumped over internationalisation", width, 0)) {
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("numbers are grouped by thousands", "[terminal]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(23432) == "23,432");
  CHECK(grouped(1234567) == "1,234,567");
}

TEST_CASE("paint: escapes only where there is colour", "[terminal]") {
  terminal out;
  CHECK(out.paint(ink::red, "x") == "x");
  out.colour = true;
  CHECK(out.paint(ink::red, "x") == "\x1b[1;31mx\x1b[0m");
  CHECK(out.paint(ink::none, "x") == "x");
}

TEST_CASE("colour: the mode decides over the surroundings", "[terminal]") {
  CHECK(terminal::detect(1, colour_mode::always).colour);
  CHECK_FALSE(terminal::detect(1, colour_mode::never).colour);
}
