#include "names/words.hpp"

#include <algorithm>
#include <string_view>

#include "catch.hpp"

namespace tradewarden::names {

TEST_CASE("a word of no table weighs most and is nothing in particular", "[names]") {
  const word w = look_up_word("kangxun");
  CHECK(w.weight == k_top_weight);
  CHECK_FALSE(w.is_legal_form);
  CHECK(w.families[0] == 0);
}

TEST_CASE("words that many parties share weigh less, the more the less", "[names]") {
  CHECK(look_up_word("company").weight < look_up_word("trading").weight);
  CHECK(look_up_word("trading").weight < look_up_word("melli").weight);
  CHECK(look_up_word("company").weight >= 12);
}

TEST_CASE("tables mark forms, particles, honorifics and places", "[names]") {
  CHECK(look_up_word("gmbh").is_legal_form);
  CHECK(look_up_word("sa").is_short_form);
  CHECK_FALSE(look_up_word("gmbh").is_short_form);
  CHECK(look_up_word("bin").is_particle);
  CHECK(look_up_word("mullah").is_honorific);
  CHECK(look_up_word("shanghai").is_place);
  CHECK(look_up_word("shipyard").is_organisation_word);
  CHECK(look_up_word("jr").is_generation);
}

TEST_CASE("families are symmetric and hold their members", "[names]") {
  for (const char* token : {"muhammad", "gaddafi", "ooo", "technology", "yusuf"}) {
    const word w = look_up_word(token);
    CAPTURE(token);
    REQUIRE(w.families[0] != 0);
    for (const std::uint16_t f : w.families) {
      if (f == 0) break;
      const auto members = family_members(f);
      CHECK(std::find(members.begin(), members.end(), std::string_view(token)) != members.end());
      for (const std::string_view m : members) {
        const auto back = look_up_word(m).families;
        CAPTURE(m);
        CHECK(std::find(back.begin(), back.end(), f) != back.end());
      }
    }
  }
}

TEST_CASE("no member of a family is a single letter: a letter is an initial", "[names]") {
  for (std::uint16_t f = 1; f < family_count(); ++f) {
    for (const std::string_view member : family_members(f)) {
      INFO(member);
      CHECK(member.size() > 1);
    }
  }
}

TEST_CASE("no token is in more families than a word holds", "[names]") {
  // A fifth would be dropped: every member of every family must know it.
  for (std::uint16_t f = 1; f < family_count(); ++f) {
    for (const std::string_view m : family_members(f)) {
      const auto ids = look_up_word(m).families;
      CAPTURE(m, f);
      CHECK(std::find(ids.begin(), ids.end(), f) != ids.end());
    }
  }
}

TEST_CASE("rewrites of a word come longest first", "[names]") {
  const auto all = rewrites_from("limited");
  REQUIRE(all.size() >= 3);
  for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i - 1].from.size() >= all[i].from.size());
  CHECK(rewrites_from("kangxun").empty());
}

}  // namespace tradewarden::names
