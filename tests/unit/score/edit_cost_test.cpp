#include "score/edit_cost.hpp"

#include <string>

#include "catch.hpp"

namespace tradewarden::scoring {

TEST_CASE("prices by the kind of slip", "[score]") {
  const edit_prices p;
  CHECK(edit_cost("hasan", "hasan", p) == 0);
  CHECK(edit_cost("hasan", "hassan", p) == p.doubled);
  CHECK(edit_cost("petrov", "pertov", p) == p.swapped);
  CHECK(edit_cost("petrov", "patrov", p) == p.vowel);
  CHECK(edit_cost("petrov", "petrob", p) == p.other);
  CHECK(edit_cost("petrov", "vetrov", p) == p.other + p.first_letter);
  CHECK(edit_cost("khaled", "kaled", p) == p.vowel);           // h is often not written
  CHECK(edit_cost("etpro", "tepro", p) == p.swapped + p.first_letter);
  CHECK(edit_cost("petrov", "peetrob", p) == p.doubled + p.other);
  CHECK(edit_cost("", "ab", p) == p.vowel + p.first_letter + p.other);
}

TEST_CASE("the price has no sides", "[score]") {
  // All words to three letters over three, against each other both ways round.
  std::string words[40];
  std::size_t n = 0;
  for (std::size_t length = 1; length <= 3; ++length) {
    std::size_t all = 1;
    for (std::size_t i = 0; i < length; ++i) all *= 3;
    for (std::size_t w = 0; w < all; ++w) {
      std::size_t rest = w;
      std::string& out = words[n++];
      for (std::size_t i = 0; i < length; ++i, rest /= 3) out += "aks"[rest % 3];
    }
  }
  REQUIRE(n == 39);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      CAPTURE(words[i], words[j]);
      REQUIRE(edit_cost(words[i], words[j], {}) == edit_cost(words[j], words[i], {}));
      REQUIRE((edit_cost(words[i], words[j], {}) == 0) == (i == j));
    }
  }
}

}  // namespace tradewarden::scoring
