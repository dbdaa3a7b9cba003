#include "score/token_similarity.hpp"

#include "catch.hpp"

namespace tradewarden::scoring {
namespace {

similarity alike(const char* a, const char* b) {
  const names::prepared_name left = names::prepare(a, schema::unknown);
  const names::prepared_name right = names::prepare(b, schema::unknown);
  REQUIRE(left.tokens.size() == 1);
  REQUIRE(right.tokens.size() == 1);
  const auto view = [](const names::prepared_token& t) {
    return token_view{t.text, t.role, t.weight, &t.features, false};
  };
  return token_similarity(view(left.tokens[0]), view(right.tokens[0]));
}

}  // namespace

TEST_CASE("each kind of similarity gives its value", "[score]") {
  CHECK(alike("kangxun", "kangxun").value == 10'000);
  // One consonant for another: three quarters of an edit, in seven letters.
  CHECK(alike("kangxun", "kangxum").value == 10'000 - 7'500 / 7);
  CHECK(alike("kangxun", "kangxum").reason == match_reason::edit);
  CHECK(alike("yusuf", "joseph").reason == match_reason::family);
  CHECK(alike("yevtekhov", "evtuhoff").reason == match_reason::key);
  // One sound, written in two ways.
  CHECK(alike("yevtukhov", "evtuhoff").reason == match_reason::family);
  CHECK(alike("yevtukhov", "evtuhoff").value == 9'500);
  CHECK(alike("wajeeh", "wajih").value == 9'500);
  CHECK(alike("j", "john").reason == match_reason::initial);
  CHECK(alike("j", "john").value == 7'300);
  // Six letters of ten are left: four tenths of 0.40 off 0.88.
  CHECK(alike("zalopo", "zalopovich").value == 8'800 - 1'600);
  CHECK(alike("zalopo", "zalopovich").reason == match_reason::truncated);
  CHECK(alike("zalo", "zalopovich").value == 0);  // less than half
  CHECK(alike("zal", "zalop").value == 0);        // fewer than four letters
}

TEST_CASE("what a slip costs follows its kind", "[score]") {
  CHECK(alike("zalopov", "zaloppov").value == 10'000 - 3'500 / 8);   // a letter doubled
  CHECK(alike("zalopov", "zalpoov").value == 10'000 - 4'500 / 7);    // two letters swapped
  CHECK(alike("zalopov", "zalupov").value == 10'000 - 10'500 / 7);   // another vowel
  CHECK(alike("zalopov", "malopov").value == 10'000 - 9'000 / 7);    // the first letter
  // A consonant for one that sounds nearly so (z and s) costs half an edit, not three quarters.
  CHECK(alike("qazlun", "qaslun").value == 10'000 - 5'000 / 6);
  // Two names in use are told apart by an edit that in an unknown word is a slip: 1.8 times as much.
  CHECK(alike("guiying", "guoying").value == 10'000 - 18'900 / 7);
}

TEST_CASE("words without vowels keep their consonants", "[score]") {
  CHECK(alike("zlpvch", "zalopovich").value == 9'400);
  CHECK(alike("csc", "kyosuke").value < 8'000);  // three consonants are an abbreviation
}

TEST_CASE("the allowance of edits grows with the shorter word", "[score]") {
  CHECK(most_edits(2) == 0);
  CHECK(most_edits(3) == 1);
  CHECK(most_edits(5) == 1);
  CHECK(most_edits(6) == 2);
  CHECK(most_edits(8) == 2);
  CHECK(most_edits(9) == 3);
  CHECK(alike("ab", "ac").value == 0);
  CHECK(alike("ali", "oli").value == 10'000 - 12'000 / 3);  // a vowel, and the first letter
  CHECK(alike("tarok", "talon").value == 0);  // two edits in five letters
}

TEST_CASE("numbers are equal or not alike", "[score]") {
  CHECK(alike("1234", "1235").value == 0);
  CHECK(alike("0012", "12").value == 10'000);  // the same number
}

TEST_CASE("similarity has no sides", "[score]") {
  const char* words[] = {"muhammad", "mohamed", "m", "kangxun", "kangxum", "joseph", "yusuf", "5", "ltd", "llc"};
  for (const char* a : words) {
    for (const char* b : words) {
      CAPTURE(a, b);
      CHECK(alike(a, b).value == alike(b, a).value);
    }
  }
}

}  // namespace tradewarden::scoring
