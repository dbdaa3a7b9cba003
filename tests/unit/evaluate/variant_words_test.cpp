#include <algorithm>
#include <set>

#include "catch.hpp"
#include "evaluate/variant_makers.hpp"
#include "support/ascii.hpp"

using namespace tradewarden;
using namespace tradewarden::evaluating;

namespace {

/// All that fifty seeds make of the name.
template <class Make>
std::set<std::string> all_of(const listed_name& n, Make make) {
  std::set<std::string> out;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    split_mix random(seed);
    if (const variant_text v = make(n, random)) out.insert(*v);
  }
  return out;
}

using texts = std::set<std::string>;
const listed_name k_person = words_of("PLUM, Ignatius Ann", schema::person);
const listed_name k_company = words_of("Vostok Granulator Works LLC", schema::company);

}  // namespace

TEST_CASE("order: the family first; words of a company swapped, its form in its place", "[variants]") {
  CHECK(all_of(k_person, order) == texts{"PLUM Ignatius Ann"});
  CHECK(all_of(k_company, order) ==
        texts{"Granulator Vostok Works LLC", "Vostok Works Granulator LLC"});
  CHECK(all_of(words_of("Vostok", schema::company), order).empty());
}

TEST_CASE("words lost and added", "[variants]") {
  CHECK(all_of(k_person, dropped_word) == texts{"Ignatius PLUM"});
  CHECK(all_of(k_company, dropped_word) == texts{"Vostok Works LLC"});
  CHECK(all_of(words_of("Ignatius Plum", schema::person), dropped_word).empty());
  const auto with_one_more = [](const listed_name& n, split_mix& random) {
    return extra_word(n, words_of("Brackish", schema::company), random);
  };
  for (const std::string& v : all_of(k_company, with_one_more)) {
    CHECK(v.find("Brackish") != std::string::npos);
    CHECK(v.ends_with(" LLC"));
    CHECK(v.starts_with("Vostok "));
  }
  CHECK(all_of(k_company, with_one_more).size() == 3);
}

TEST_CASE("initials of the given names, with dots or without", "[variants]") {
  CHECK(all_of(k_person, initials) == texts{"I. A. PLUM", "I A PLUM"});
  CHECK(all_of(k_company, initials).empty());
}

TEST_CASE("words joined and split", "[variants]") {
  CHECK(all_of(k_company, joined_words) == texts{"Vostokgranulator Works LLC", "Vostok Granulatorworks LLC"});
  for (const std::string& v : all_of(words_of("Granulator", schema::company), split_word)) {
    std::string joined = v;
    joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
    CHECK(ascii::lower(joined) == "granulator");
    CHECK(v.find(' ') >= 3);
    CHECK(v.find(' ') <= 8);
  }
  CHECK(all_of(words_of("Vostok", schema::company), split_word).empty());
}

TEST_CASE("legal forms in another spelling, lost and added", "[variants]") {
  CHECK(all_of(k_company, other_legal_form) ==
        texts{"Vostok Granulator Works L.L.C.", "Vostok Granulator Works Limited Liability Company",
              "Vostok Granulator Works OOO"});
  CHECK(all_of(words_of("Vostok Works Co., Ltd.", schema::company), other_legal_form) ==
        texts{"Vostok Works CO LTD", "Vostok Works Company Limited", "Vostok Works Co Limited"});
  CHECK(all_of(k_company, lost_legal_form) == texts{"Vostok Granulator Works"});
  CHECK(all_of(words_of("Vostok Works, Ltd.", schema::company), lost_legal_form) == texts{"Vostok Works"});
  CHECK(all_of(words_of("Vostok Works", schema::company), lost_legal_form).empty());
  CHECK(all_of(words_of("Vostok Works", schema::company), added_legal_form).size() > 2);
  CHECK(all_of(k_company, added_legal_form).empty());
  CHECK(all_of(words_of("Limited Liability Company Vostok", schema::company), added_legal_form).empty());
  CHECK(all_of(k_person, added_legal_form).empty());
}

TEST_CASE("two people recombined", "[variants]") {
  CHECK(recombined(k_person, words_of("OBELISK, Maria", schema::person)) == "Ignatius Ann OBELISK");
  CHECK_FALSE(recombined(k_person, words_of("PLUM, Maria", schema::person)));
  CHECK_FALSE(recombined(k_person, k_company));
}
