#include "support/utf8_text.hpp"

#include "catch.hpp"

using namespace tradewarden;

TEST_CASE("utf8: well-formed text is valid and stays as it is", "[utf8]") {
  for (const char* s : {"", "plain", "\xC3\xA9t\xC3\xA9", "\xE4\xB8\xAD\xE5\x9B\xBD",
                        "\xF0\x9F\x98\x80", "\xEF\xBB\xBF", "\x7F", "\xF4\x8F\xBF\xBF"}) {
    CHECK(utf8::is_valid(s));
    CHECK(utf8::repaired(s) == s);
  }
}

TEST_CASE("utf8: overlong forms, surrogates and what lies beyond U+10FFFF are invalid", "[utf8]") {
  for (const char* s : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
                        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xC3",
                        "\xE4\xB8", "\xF0\x9F\x98", "a\xFF"}) {
    CHECK_FALSE(utf8::is_valid(s));
    CHECK(utf8::is_valid(utf8::repaired(s)));
  }
}

TEST_CASE("utf8: a broken sequence becomes one U+FFFD per maximal subpart", "[utf8]") {
  const std::string r = "\xEF\xBF\xBD";
  // The example of the Unicode Standard, table 3-8.
  CHECK(utf8::repaired("\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64") ==
        r + r + r + "b" + r + "c" + r + r + "d");
  // cp1252: a bare 0xE9 before an ASCII letter takes nothing with it.
  CHECK(utf8::repaired("Caf\xE9 X") == "Caf" + r + " X");
  // An encoded surrogate: the second byte is already impossible (table 3-9).
  CHECK(utf8::repaired("\xED\xA0\x80") == r + r + r);
}

TEST_CASE("utf8: decode and append are each other's inverse", "[utf8]") {
  for (const char32_t c : {U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFF', U'\x10000',
                           U'\x10FFFF', U'\xD7FF', U'\xE000'}) {
    std::string s;
    utf8::append(s, c);
    const auto d = utf8::decode_front(s);
    CHECK(d.valid);
    CHECK(d.code == c);
    CHECK(d.bytes == s.size());
  }
}
