#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "names/latin_spelling.hpp"

namespace tradewarden::names {

TEST_CASE("a Korean name is read by three habits, the surname apart", "[names]") {
  CHECK(latin_spellings("김정은") ==
        std::vector<std::string>{"kim jong un", "kim jeongeun", "kim jung eun"});
  CHECK(latin_spellings("박근혜").front() == "pak kun hye");
  CHECK(latin_spellings("남궁민수").front() == "namgung min su");  // a surname of two syllables
  CHECK(latin_spellings("리 설주").front() == "ri sol ju");         // a blank behind the surname
  CHECK(latin_spellings("이명박")[1] == "lee myeongbak");
}

TEST_CASE("words of Korean organisations are found without blanks between", "[names]") {
  CHECK(latin_spellings("조선무역은행").front() == "foreign trade bank");
  CHECK(latin_spellings("단천상업은행").front() == "tanchon commercial bank");
  CHECK(latin_spellings("련하기계무역회사").front() == "ryonha machinery trading co");
  CHECK(latin_spellings("삼성전자 주식회사").front() == "samsung electronics co ltd");
}

TEST_CASE("words of companies of the North", "[names]") {
  CHECK(latin_spellings("원양해운관리회사").front() == "ocean maritime management");
  CHECK(latin_spellings("조선련봉총기업체").front() == "korea ryonbong general corporation");
  CHECK(latin_spellings("한화에어로스페이스").front() == "hanwha aerospace");
}

TEST_CASE("foreign names that Korea transcribed are written back", "[names]") {
  const std::vector<std::string> all = latin_spellings("사담 후세인");
  CHECK(std::find(all.begin(), all.end(), "saddam hussein") != all.end());
  // By the sounds: no vowel that only carries its consonant; r and b may be l and v, "al" stands apart.
  const std::vector<std::string> sounds = latin_spellings("라브렌티 알자르카위");
  const auto begins = [&](const char* text) {
    return std::any_of(sounds.begin(), sounds.end(), [&](const std::string& s) { return s.starts_with(text); });
  };
  CHECK(begins("rabrenti al "));
  CHECK(begins("lavlenti al "));
  // A Korean name has no such reading.
  CHECK(latin_spellings("김정은").size() == 3);
}

}  // namespace tradewarden::names
