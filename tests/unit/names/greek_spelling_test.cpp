#include "catch.hpp"
#include "names/latin_spelling.hpp"

namespace tradewarden::names {

TEST_CASE("Greek is spelled as it sounds", "[names]") {
  const auto spelled = [](std::string_view name) { return latin_spellings(name).back(); };
  CHECK(spelled("Μπάμπαρ Χαλσά") == "babar chalsa");
  CHECK(spelled("Παπαδόπουλος") == "papadopoulos");
  CHECK(spelled("Ντόρα Γκίκα") == "dora gika");
  CHECK(spelled("Ευάγγελος") == "evangelos");
  CHECK(spelled("ἈΘΗΝᾶ") == "athina");  // polytonic
}

TEST_CASE("words of organisations in Greek become those that lists use", "[names]") {
  const auto first = [](std::string_view name) { return latin_spellings(name).front(); };
  CHECK(first("Λαϊκό Μέτωπο για την Απελευθέρωση της Παλαιστίνης") ==
        "popular front for liberation of palestine");
  CHECK(first("Υπουργείο Εσωτερικών") == "ministry internal affairs");
  CHECK(first("Οµάδα") == "group");  // with the sign of the micro for mu, as typed in lists
  CHECK(first("Τράπεζα της Ελλάδος").find("bank") == 0);
}

}  // namespace tradewarden::names
