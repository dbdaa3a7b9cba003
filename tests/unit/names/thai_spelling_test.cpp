#include "catch.hpp"
#include "names/latin_spelling.hpp"

namespace tradewarden::names {

TEST_CASE("Thai: leading vowels stand behind their consonant, silenced letters fall out", "[names]") {
  const auto first = [](std::string_view name) { return latin_spellings(name).front(); };
  CHECK(first("เลย") == "ley");
  CHECK(first("โดม") == "dom");
  CHECK(first("ศิลป์") == "sil");
  CHECK(first("กมล") == "kamol");  // vowels that are not written
}

TEST_CASE("Thai words of organisations are found without blanks between", "[names]") {
  const auto first = [](std::string_view name) { return latin_spellings(name).front(); };
  CHECK(first("ธนาคารกรุงเทพ จำกัด (มหาชน)") == "bank bangkok ltd (public)");
  CHECK(first("ทักษิณ ชินวัตร") == "thaksin shinawatra");
}

}  // namespace tradewarden::names
