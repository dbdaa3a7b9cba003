#include <algorithm>
#include <set>

#include "catch.hpp"
#include "evaluate/variant_makers.hpp"
#include "support/ascii.hpp"
#include "support/osa.hpp"

using namespace tradewarden;
using namespace tradewarden::evaluating;

namespace {

const listed_name k_person = words_of("PLUMBOTTOM, Ignatius Ann", schema::person);

/// How far fifty variants by `make` are from the name.
template <class Make>
std::set<std::int32_t> distances(const listed_name& n, Make make) {
  std::set<std::int32_t> out;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    split_mix random(seed);
    const variant_text v = make(n, random);
    REQUIRE(v);
    CHECK(*v != n.text);
    out.insert(support::osa_distance(*v, n.text, 9));
  }
  return out;
}

}  // namespace

TEST_CASE("a slip is one edit, two slips are two at most", "[variants]") {
  CHECK(distances(k_person, one_typo) == std::set<std::int32_t>{1});
  const auto two = distances(k_person, two_typos);
  CHECK(*two.rbegin() == 2);
  CHECK(two.count(2) == 1);
  CHECK(distances(k_person, doubled_letter) == std::set<std::int32_t>{1});
  CHECK(distances(k_person, missing_vowel) == std::set<std::int32_t>{1});
}

TEST_CASE("a transposition keeps the letters, a first letter the rest", "[variants]") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    split_mix random(seed);
    const variant_text v = transposition(k_person, random);
    REQUIRE(v);
    const auto sorted = [](std::string s) {
      for (char& c : s) c = ascii::lower(c);
      std::sort(s.begin(), s.end());
      return s;
    };
    CHECK(sorted(*v) == sorted(k_person.text));
    CHECK(*v != k_person.text);
    const variant_text first = first_letter_typo(k_person, random);
    REQUIRE(first);
    const std::size_t space = k_person.text.find(' ');
    const bool in_first = (*first)[0] != k_person.text[0];
    CHECK(first->substr(1, space) == k_person.text.substr(1, space));
    CHECK((in_first || first->substr(space + 6) == k_person.text.substr(space + 6)));
    CHECK(first->size() == k_person.text.size());
  }
}

TEST_CASE("a cut word keeps four letters and loses two", "[variants]") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    split_mix random(seed);
    const variant_text v = truncation(words_of("Ann PLUMBOTTOM", schema::person), random);
    REQUIRE(v);
    CHECK(v->starts_with("Ann PLUM"));
    CHECK(v->size() >= 8);
    CHECK(v->size() <= 12);
  }
}

TEST_CASE("no slips in short words, legal forms, or other letters", "[variants]") {
  split_mix random(1);
  CHECK_FALSE(one_typo(words_of("Li Bo", schema::person), random));
  CHECK_FALSE(one_typo(words_of("GMBH Limited 12345", schema::company), random));
  CHECK_FALSE(one_typo(words_of("\xD0\x98\xD0\xB2\xD0\xB0\xD0\xBD\xD0\xBE\xD0\xB2", schema::person), random));
  CHECK_FALSE(missing_vowel(words_of("Zrth", schema::person), random));
  CHECK_FALSE(truncation(words_of("Plumbottom", schema::person), random));
}
