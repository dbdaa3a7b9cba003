#include "score/jaro_winkler.hpp"

#include "catch.hpp"

using namespace tradewarden::scoring;

TEST_CASE("Jaro-Winkler gives the figures that its authors print", "[ofac-like]") {
  // Winkler (1990), table of examples, to three places: prefixes of four letters at most.
  CHECK(jaro_winkler("MARTHA", "MARHTA", 4) == 9611);
  CHECK(jaro_winkler("DWAYNE", "DUANE", 4) == 8400);
  CHECK(jaro_winkler("DIXON", "DICKSONX", 4) == 8133);
  CHECK(jaro_winkler("MARTHA", "MARHTA", 0) == 9444);  // Jaro: (6/6 + 6/6 + 5/6) / 3
}

TEST_CASE("Jaro-Winkler at its ends", "[ofac-like]") {
  CHECK(jaro_winkler("", "A", 4) == 0);
  CHECK(jaro_winkler("A", "A", 4) == 10'000);
  CHECK(jaro_winkler("ABC", "XYZ", 4) == 0);
  CHECK(jaro_winkler("AB", "BA", 4) == 0);  // the window of two letters is nothing but the place
  const std::string longest(k_most_jaro_bytes, 'A');
  CHECK(jaro_winkler(longest, longest, 5) == 10'000);  // no overflow at the largest fraction
  CHECK(jaro_winkler(longest + "A", longest, 5) == 0);
}

TEST_CASE("Soundex follows the National Archives' rules", "[ofac-like]") {
  // Examples of the National Archives' page on the Soundex index.
  CHECK(soundex("WASHINGTON") == "W252");
  CHECK(soundex("LEE") == "L000");
  CHECK(soundex("GUTIERREZ") == "G362");
  CHECK(soundex("PFISTER") == "P236");   // P and F: one code
  CHECK(soundex("JACKSON") == "J250");
  CHECK(soundex("TYMCZAK") == "T522");   // a vowel between two of one code separates them
  CHECK(soundex("ASHCRAFT") == "A261");  // H does not
  CHECK(soundex("") == "");
  CHECK(soundex("25") == "");
}
