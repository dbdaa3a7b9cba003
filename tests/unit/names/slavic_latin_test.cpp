#include "names/slavic_latin.hpp"

#include <string>

#include "catch.hpp"
#include "names/fold.hpp"
#include "names/name_tables.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::names {

TEST_CASE("Slavic names of other languages are spelled the English way", "[names]") {
  CHECK(english_slavic("Andrej Jurjevitj") == "andrey yuryevich");
  CHECK(english_slavic("Boris Aleksandrovitj TJERNYSJOV") == "boris aleksandrovich chernyshov");
  CHECK(english_slavic("Irek Borissowitsch BOGUSLAWSKI") == "irek borisovich boguslavski");
  CHECK(english_slavic("Vjatsjeslav Petrovitsj") == "vyacheslav petrovich");
  CHECK(english_slavic("Andrei Mi\u0161in Michajlovi\u010d") == "andrei mishin mikhaylovich");
  CHECK(english_slavic("Piotr Aleksandrowicz") == "piotr aleksandrovich");
  CHECK(english_slavic("Igor Petrovics") == "igor petrovich");
  CHECK(english_slavic("Boris Petrovitch Jouk") == "boris petrovich zhuk");
  // Only the glide where nothing tells which language it is.
  CHECK(english_slavic("Sergej Bychkov") == "sergey bychkov");
}

TEST_CASE("other names are left as they are", "[names]") {
  for (const char* name : {"John Smith", "Jiang Zemin", "Alejandro Mejia", "Raj Patel", "Bosch GmbH",
                           "Mitchell", "Sasha Czech", "Jose", ""}) {
    INFO(name);
    CHECK(english_slavic(name).empty());
  }
}

TEST_CASE("a name spelled so is found as English spells it", "[names]") {
  const auto units = [](const char* a, const char* b) {
    return score_names(a, b, schema::person).units();
  };
  CHECK(units("Sergej Aleksandrovitj PACHOMOV", "PAKHOMOV, Sergey Alexandrovich") >= 9'000);
  CHECK(units("PAKHOMOV, Sergey Alexandrovich", "Sergej Aleksandrovitj PACHOMOV") >= 9'000);
  CHECK(units("Andrej Jurjevitj LUSTENKO", "Andrey Yurievich LUSTENKO") >= 9'000);
  // Spelled alike is not written alike.
  CHECK(units("Andrej Jurjevitj LUSTENKO", "Andrey Yuryevich LUSTENKO") == 9'999);
  CHECK(units("Andrej Jurjevitj LUSTENKO", "LUSTENKO, Andrej Jurjevitj") == 10'000);
  // Another family name stays another.
  CHECK(units("Sergej Aleksandrovitj TJERNOV", "Sergey Alexandrovich PAKHOMOV") < 8'000);
  CHECK(fold_readings("John Smith", current_tables()).size() == 1);
}

}  // namespace tradewarden::names
