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
  CHECK(alike("kangxun", "kangxum").value == 10'000 - 10'000 / 7);
  CHECK(alike("kangxun", "kangxum").reason == match_reason::edit);
  CHECK(alike("yusuf", "joseph").reason == match_reason::family);
  CHECK(alike("yevtukhov", "evtuhoff").reason == match_reason::key);
  CHECK(alike("j", "john").reason == match_reason::initial);
  CHECK(alike("j", "john").value == 6'500);
}

TEST_CASE("the allowance of edits grows with the shorter word", "[score]") {
  CHECK(most_edits(2) == 0);
  CHECK(most_edits(3) == 1);
  CHECK(most_edits(5) == 1);
  CHECK(most_edits(6) == 2);
  CHECK(most_edits(8) == 2);
  CHECK(most_edits(9) == 3);
  CHECK(alike("ab", "ac").value == 0);
  CHECK(alike("ali", "oli").value == 10'000 - 10'000 / 3);
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
