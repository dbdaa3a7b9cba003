#include "names/chinese_syllables.hpp"

#include "catch.hpp"

namespace tradewarden::names {

TEST_CASE("two Chinese syllables written together are known as such", "[names]") {
  for (const char* t : {"guiying", "hongmei", "xiaoping", "zhuangzhuang", "lihua", "yanan"}) {
    CAPTURE(t);
    CHECK(is_two_chinese_syllables(t));
  }
  // A lost letter, one syllable, three, and words of other languages.
  for (const char* t : {"guoyng", "hongmri", "li", "zhang", "lihuaming", "smith", "trading", "kangxum", "", "abe"}) {
    CAPTURE(t);
    CHECK_FALSE(is_two_chinese_syllables(t));
  }
}

}  // namespace tradewarden::names
