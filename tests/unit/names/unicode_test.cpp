#include "names/unicode.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "support/utf8_text.hpp"
#include "tradewarden/party_name.hpp"

namespace tradewarden::names {
namespace {

std::vector<char32_t> decode(std::string_view s) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < s.size();) out.push_back(next_code_point(s, at));
  return out;
}

std::string folded(std::string_view s) {
  std::string out;
  for (const char32_t c : decode(s)) append_folded(c, out);
  return out;
}

}  // namespace

TEST_CASE("UTF-8 is decoded; what is malformed gives U+FFFD and costs one byte", "[names]") {
  CHECK(decode("a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80") ==
        std::vector<char32_t>{'a', 0xE9, 0x4E2D, 0x1F600});
  // A stray continuation, an overlong form, a surrogate, a value above U+10FFFF, a cut sequence.
  CHECK(decode("\x80") == std::vector<char32_t>{0xFFFD});
  CHECK(decode("\xC0\xAF") == std::vector<char32_t>{0xFFFD, 0xFFFD});
  CHECK(decode("\xED\xA0\x80").front() == 0xFFFD);
  CHECK(decode("\xF4\x90\x80\x80").front() == 0xFFFD);
  CHECK(decode("\xE4\xB8") == std::vector<char32_t>{0xFFFD, 0xFFFD});
}

TEST_CASE("code points are written as UTF-8", "[names]") {
  std::string out;
  for (const char32_t c : {U'a', char32_t{0xE9}, char32_t{0x4E2D}, char32_t{0x1F600}}) utf8::append(out, c);
  CHECK(out == "a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80");
}

TEST_CASE("letters fold to lower-case ASCII in the usual romanisation of their script", "[names]") {
  CHECK(folded("Ångström") == "angstrom");
  CHECK(folded("Łódź") == "lodz");
  CHECK(folded("Straße") == "strasse");
  CHECK(folded("Путин") == "putin");
  CHECK(folded("Щербаков") == "shcherbakov");
  CHECK(folded("Παπαδόπουλος") == "papadopoylos");  // ELOT 743 letter by letter
  CHECK(folded("თბილისი") == "tbilisi");
  CHECK(folded("محمد") == "mhmd");  // short vowels are not written
  CHECK(folded("カタカナ") == "katakana");
  CHECK(folded("ＺＴＥ") == "zte");
  CHECK(folded("٣٤") == "34");
}

TEST_CASE("ideographs and Hangul are syllables of their own", "[names]") {
  std::string out;
  CHECK(append_folded(0x4E2D, out) == char_class::ideograph);
  CHECK(out == "zhong");
  out.clear();
  CHECK(append_folded(0xAE40, out) == char_class::hangul);
  CHECK(out == "gim");  // Revised Romanisation
}

TEST_CASE("punctuation separates, apostrophes and accents do not", "[names]") {
  std::string out;
  CHECK(append_folded('-', out) == char_class::separator);
  CHECK(append_folded(0xFFFD, out) == char_class::separator);
  CHECK(append_folded('\'', out) == char_class::text);
  CHECK(append_folded(0x2019, out) == char_class::text);
  CHECK(append_folded(0x301, out) == char_class::text);
  CHECK(out.empty());
}

TEST_CASE("the script of a text is that of its first letter", "[names]") {
  CHECK(script_of("12 ZTE") == script::latin);
  CHECK(script_of("ОАО") == script::cyrillic);
  CHECK(script_of("محمد") == script::arabic);
  CHECK(script_of("中兴") == script::han);
  CHECK(script_of("김정은") == script::hangul);
  CHECK(script_of("Ελλάς") == script::greek);
  CHECK(script_of("") == script::unknown);
  CHECK(script_of("123 -") == script::unknown);
}

}  // namespace tradewarden::names
