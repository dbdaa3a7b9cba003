#include "lists/language_code.hpp"

#include "catch.hpp"

using tradewarden::lists::language_code;

TEST_CASE("language codes are those of ISO 639-1", "[language_code]") {
  CHECK(language_code("Russian") == "ru");
  CHECK(language_code(" PERSIAN ") == "fa");
  CHECK(language_code("Persian/Farsi") == "fa");
  CHECK(language_code("Chinese (Simplified)") == "zh");
  CHECK(language_code("Ukraine") == "uk");
  CHECK(language_code("Lao") == "lo");
}

TEST_CASE("a code stays, and what is unknown is empty", "[language_code]") {
  CHECK(language_code("EL") == "el");
  CHECK(language_code("cnr") == "cnr");
  CHECK(language_code("rus") == "ru");
  CHECK(language_code("").empty());
  CHECK(language_code("Cyrillic").empty());
  CHECK(language_code("E1").empty());
}
