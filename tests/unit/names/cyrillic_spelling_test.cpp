#include "catch.hpp"
#include "names/latin_spelling.hpp"

namespace tradewarden::names {
namespace {

std::string first(std::string_view name) { return latin_spellings(name).front(); }

}  // namespace

TEST_CASE("each language reads its Cyrillic letters its own way", "[names]") {
  CHECK(first("Григорий Щербаков") == "grigoriy shcherbakov");    // Russian
  CHECK(first("Григорій Хмельницький") == "hryhoriy khmelnytsky");  // Ukrainian: h, y
  CHECK(first("Рыгор Азаронак ў") == "ryhor azaronak u");         // Belarusian: h
  CHECK(first("Слободан Милошевић") == "slobodan milosevic");     // Serbian: as its Latin letters
  CHECK(first("Живковић") == "zivkovic");
  CHECK(first("Търговище") == "targovishche");                    // Bulgarian: a between consonants
  CHECK(first("Подъячев") == "podyachev");                        // a Russian hard sign
}

TEST_CASE("a Russian name is read by the habits of five languages", "[names]") {
  CHECK(latin_spellings("Сергей Евгеньевич Шойгу") ==
        std::vector<std::string>{
            "sergey evgenevich shoygu", "sergej jevgenjevitj sjojgu", "sergej jevgenjevic sojgu",
            "sergej jewgenjewitsch schojgu", "siergiej jewgienjewicz szojgu"});
}

TEST_CASE("a Belarusian name is read in its Russian form beside its own", "[names]") {
  const auto all = latin_spellings("Сяргей Мікалаевіч Аўдзееў");
  CHECK(all[0] == "siarhey mikalaevich audzeeu");
  CHECK(all[1] == "sergey nikolaevich avdeev");
}

TEST_CASE("words of organisations in Cyrillic become those that lists use", "[names]") {
  CHECK(first("Министерство обороны Российской Федерации") ==
        "ministry of defence russian federation");
  CHECK(first("ОАО «Ульяновский механический завод»") == "oao «ulyanovsk mechanical plant»");
  CHECK(first("Научно-производственное объединение Стрела") == "npo strela");
  CHECK(first("Державне підприємство Антонов") == "state enterprise antonov");
  CHECK(first("Општинска банка Србије") == "opstinska bank serbia");
}

TEST_CASE("a single Cyrillic letter is an initial, not a word", "[names]") {
  CHECK(first("В. И. Козлов") == "v. i. kozlov");
  CHECK(first("Рога и Копыта") == "roga and kopyta");
  CHECK(first("Козлов И") == "kozlov i");
}

TEST_CASE("a legal form that is written out is one in every reading", "[names]") {
  for (const std::string& s : latin_spellings("Общество с ограниченной ответственностью Байкал")) {
    INFO(s);
    CHECK(s.starts_with("ooo "));
  }
  CHECK(latin_spellings("научно-исследовательский институт").front() == "nii");
}

TEST_CASE("ordinals in words and with their endings are numbers", "[names]") {
  CHECK(latin_spellings("пятый завод").front() == "5 plant");
  CHECK(latin_spellings("35-й завод").front() == "35- plant");
  CHECK(latin_spellings("810-я бригада").front() == "810- brigade");
}

}  // namespace tradewarden::names
