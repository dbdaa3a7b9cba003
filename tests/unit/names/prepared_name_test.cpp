#include "names/prepared_name.hpp"

#include <vector>

#include "catch.hpp"

namespace tradewarden::names {
namespace {

std::vector<token_role> roles(std::string_view name, schema hint = schema::unknown) {
  std::vector<token_role> out;
  for (const prepared_token& t : prepare(name, hint).tokens) out.push_back(t.role);
  return out;
}

}  // namespace

TEST_CASE("roles follow from the words of a name", "[names]") {
  using r = token_role;
  CHECK(roles("ZTE Kangxun Telecommunications Ltd.") ==
        std::vector<r>{r::name, r::name, r::common, r::legal_form});
  CHECK(roles("Shanghai Shipyard No. 5") == std::vector<r>{r::place, r::common, r::number});
  CHECK(roles("Dr. Abu Bakr al-Baghdadi") ==
        std::vector<r>{r::honorific, r::particle, r::name, r::particle, r::name});
  CHECK(roles("J. Smith") == std::vector<r>{r::initial, r::name});
}

TEST_CASE("the schema decides what the words leave open", "[names]") {
  using r = token_role;
  // "General" is a rank before a person's name and a word of trade in a company's.
  CHECK(roles("General Kim", schema::person).front() == r::honorific);
  CHECK(roles("General Kim", schema::company).front() == r::common);
  // A country's name may be a surname.
  CHECK(roles("Michael Jordan", schema::person).back() == r::name);
  CHECK(roles("Michael Jordan", schema::company).back() == r::place);
}

TEST_CASE("a word that stands alone is never a mere form", "[names]") {
  CHECK(roles("Ltd") == std::vector<token_role>{token_role::name});
  CHECK(is_common_alone("ltd"));
  CHECK(is_common_alone("trading"));
  CHECK_FALSE(is_common_alone("kangxun"));
}

TEST_CASE("keys hold the consonants as they sound", "[names]") {
  const auto key = [](std::string_view t) { return features_of(t).key; };
  CHECK(key("muhammad") == key("mohamed"));
  CHECK(key("yevtukhov") == key("evtuhoff"));
  CHECK(key("qaderov") == key("kaderof"));
  CHECK(key("maxim") == key("maksim"));
  CHECK(key("li") == 0);      // fewer than three consonants: no key
  CHECK(key("abc5def") == 0); // digits: no key
  CHECK(key("muhammad") != 0);
}

TEST_CASE("two spellings of one sound", "[names]") {
  // Long vowels, glides of long names, tch and ch, x and ks.
  CHECK(sound_the_same("wajeeh", "wajih"));
  CHECK(sound_the_same("oudai", "uday"));
  CHECK(sound_the_same("yevgenyevich", "evgenievich"));
  CHECK(sound_the_same("dzhamaat", "jamaat"));
  CHECK(features_of("wajeeh").key == features_of("wajih").key);
  // Another vowel is another name, and so is a short one.
  CHECK_FALSE(sound_the_same("salem", "salim"));
  CHECK_FALSE(sound_the_same("zhou", "zhu"));
  CHECK_FALSE(sound_the_same("liang", "lang"));
  CHECK(features_of("zhou").key == 0);
  // Two Chinese syllables written together are names of their own.
  CHECK_FALSE(sound_the_same("zhoutao", "zhutao"));
  // Neither digits nor a text of more than forty sounds.
  CHECK_FALSE(sound_the_same("abc5def", "abc5def"));
  const std::string long_text(60, 'a');
  CHECK(sounds_of(long_text).size == 0);
}

TEST_CASE("the key of few consonants holds all sounds and is no key of consonants", "[names]") {
  const token_features f = features_of("wajih");
  CHECK((f.key & k_all_sounds) != 0);
  CHECK(f.consonants() == 0);
  CHECK(features_of("muhammad").consonants() == features_of("muhammad").key);
  CHECK(features_of("wajih").key != features_of("wajah").key);
}

}  // namespace tradewarden::names
