#include "names/gender.hpp"

#include "catch.hpp"

namespace tradewarden::names {

TEST_CASE("titles, given names, patronymics and endings tell the gender of a name", "[gender]") {
  CHECK(gender_told_by("Maria Petrov").gender == "female");
  CHECK(gender_told_by("PETROV, Ivan").gender == "male");
  CHECK(gender_told_by("Mrs. J. Smith").gender == "female");
  CHECK(gender_told_by("Mr J Smith").gender == "male");
  CHECK(gender_told_by("IVANOVA, K. S.").gender == "female");
  CHECK(gender_told_by("K. Zelenskaya").gender == "female");
  CHECK(gender_told_by("Sidorenko Kira Petrovna").gender == "female");
  CHECK(gender_told_by("SECHIN, Xyz Ivanovich").gender == "male");
  CHECK(gender_told_by("Sechin Igor Ivanovich").gender == "male");
  CHECK(gender_told_by("Xyz bint Salman").gender == "female");
  CHECK(gender_told_by("Xyz Rahim oglu").gender == "male");
  CHECK(gender_told_by("Umm Salama").gender == "female");
  CHECK(gender_told_by("Abu Maryam").gender == "male");  // the father of Maryam
  CHECK(gender_told_by("\xD0\x9C\xD0\xB0\xD1\x80\xD0\xB8\xD0\xBD\xD0\xB0 \xD0\x9A\xD0\xB8\xD0\xBC").gender == "female");
}

TEST_CASE("a name that tells nothing, or two things, tells nothing", "[gender]") {
  for (const char* name : {"", "Maria", "Kim Lee", "Nikita Singh", "WANG, Li", "Milla Jovovich", "Roman Abramovich",
                           "Lorenzo Casanova", "Xyz Villanueva", "Xyz Nova", "Huawei Technologies", "Maria bin Ivan Petrov oglu",
                           "Ivan Petrova", "Xyz Mahmoud", "Li Bin Xia"}) {
    CAPTURE(name);
    CHECK(gender_told_by(name).gender.empty());
  }
}

TEST_CASE("a gender is told by the words of the tables at hand", "[gender]") {
  // Those of an index: another version, with words of its own, tells by these.
  static constexpr std::string_view k_given[] = {"zyx"};
  static constexpr gender_words k_own{{}, {}, {}, {}, {}, {}, k_given};
  table_sources sources = current_sources();
  sources.genders = []() -> const gender_words& { return k_own; };
  const name_tables own(std::span(&sources, 1));
  CHECK(gender_told_by("Zyx Plumbottom", own).gender == "female");
  CHECK(gender_told_by("Zyx Plumbottom").gender.empty());
  CHECK(gender_told_by("Ivan Plumbottom", own).gender.empty());
  CHECK(own.canonical_text() != current_tables().canonical_text());
}

}  // namespace tradewarden::names
