#include "names/fold.hpp"

#include <string>

#include "catch.hpp"
#include "names/folded_key.hpp"

namespace tradewarden::names {

TEST_CASE("a surname before a comma is turned behind the given names", "[names]") {
  CHECK(folded_key("PETROV, Ivan") == "ivan petrov");
  CHECK(folded_key("CRUZ, Juan M. de la") == "juan m dela cruz");
  CHECK(folded_key("SMITH, John, Jr.") == "john smith jr");
  CHECK(folded_key("John Smith, Jr.") == "john smith jr");
}

TEST_CASE("a comma before a legal form or among words of organisations turns nothing", "[names]") {
  CHECK(folded_key("CECOEX, S.A.") == "cecoex sa");
  CHECK(folded_key("Huawei Technologies Co., Ltd.") == "huawei technologies co ltd");
  CHECK(folded_key("Bank Melli, Hamburg Branch") == "bank melli hamburg branch");
  CHECK(folded_key("X, Y, Z") == "x y z");
}

TEST_CASE("legal forms become their usual abbreviation, the longest spelling first", "[names]") {
  CHECK(folded_key("Foo Limited Liability Company") == "foo llc");
  CHECK(folded_key("Foo L.L.C.") == "foo llc");
  CHECK(folded_key("Public Joint Stock Company Foo") == "pjsc foo");
  CHECK(folded_key("Obshchestvo s ogranichennoy otvetstvennostyu Foo") == "ooo foo");
  CHECK(folded_key("Открытое акционерное общество Рога") == "oao roga");
  CHECK(folded_key("ARFEL, S.A. DE C.V.") == "arfel sadecv");
  CHECK(folded_key("Muller Gesellschaft mit beschrankter Haftung") == "muller gmbh");
  CHECK(folded_key("Müller GmbH & Co. KG") == "muller gmbhcokg");
}

TEST_CASE("dotted letters join where they make a form or three", "[names]") {
  CHECK(folded_key("A.B.C. Company") == folded_key("ABC Co."));
  CHECK(folded_key("J.R. Smith") == "j r smith");
  CHECK(folded_key("S.A.") == "sa");
  CHECK(folded_key("M/V Amin") == "mv amin");
}

TEST_CASE("numbers lose their word and their zeros; ordinals and Roman numbers are numbers", "[names]") {
  CHECK(folded_key("Shipyard No. 05") == "shipyard 5");
  CHECK(folded_key("Fifth Shipyard") == "5 shipyard");
  CHECK(folded_key("Plant III") == "plant 3");
  CHECK(folded_key("Number Nine") == "number nine");  // no digits follow
  CHECK(folded_key("000") == "0");
}

TEST_CASE("slips in legal words are mended and remembered", "[names]") {
  const auto mended = fold("Kordex Limted");
  REQUIRE(mended.size() == 2);
  CHECK(mended[1] == folded_token{"ltd", true});
  CHECK(fold("Xin Quan Limi ted").back() == folded_token{"ltd", true});
  CHECK(fold("3K Grouplimited").back() == folded_token{"ltd", true});
  CHECK(fold("Foo Limited").back() == folded_token{"ltd", false});
  // Words that merely look alike stay.
  CHECK(folded_key("Point Trading") == "point trading");
  CHECK(folded_key("Accompany") == "accompany");
}

TEST_CASE("theophoric names (Abd al-...) are split wherever they are written together", "[names]") {
  const std::string apart = folded_key("Abd al-Rahman Foo");
  CHECK(apart == "abdal rahman foo");
  CHECK(folded_key("Abdulrahman Foo") == apart);
  CHECK(folded_key("Abdurrahman Foo") == apart);
  CHECK(folded_key("Abdel Rahman Foo") == apart);
  CHECK(folded_key("Abdullah Foo") == "abdullah foo");  // a name of its own
}

TEST_CASE("Chinese and Korean names without a blank are cut after the surname", "[names]") {
  CHECK(folded_key("习近平") == "xi jinping");
  CHECK(folded_key("中兴通讯股份有限公司") == "zte co ltd");
  CHECK(folded_key("김정은") == "kim jong un");
}

TEST_CASE("nothing comparable folds to nothing; hostile input stays bounded", "[names]") {
  CHECK(fold("").empty());
  CHECK(fold(" -- ,, ''").empty());
  CHECK(fold("\xFF\xFE\x80").empty());
  const auto letters = fold(std::string(10'000, 'a'));
  for (const folded_token& t : letters) CHECK(t.text.size() <= k_max_token_bytes);
  CHECK(letters.size() <= k_max_tokens);
  std::string dotted;
  for (int i = 0; i < 300; ++i) dotted += "A.";
  for (const folded_token& t : fold(dotted)) CHECK(t.text.size() <= k_max_token_bytes);
  std::string many;
  for (int i = 0; i < 500; ++i) many += "w" + std::to_string(i) + " ";
  const auto a = fold(many);
  const auto b = fold(many + "more");
  CHECK(a.size() == k_max_tokens);
  CHECK(a != b);  // what is cut off still counts
  CHECK(a == fold(many));
}

TEST_CASE("words written together, and particles apart, have a second reading", "[names]") {
  const auto second = [](const char* name) {
    const auto readings = fold_readings(name);
    std::string out;
    if (readings.size() < 2) return out;
    for (const folded_token& t : readings[1]) out += (out.empty() ? "" : " ") + t.text;
    return out;
  };
  CHECK(second("FridrichLindenberg") == "fridrich lindenberg");
  CHECK(second("Anton van der Bilt") == "anton vanderbilt");
  CHECK(second("Van Den Berg") == "vandenberg");
  CHECK(second("Anton McDonald").empty());       // "Mc" is no word
  CHECK(second("ANTON LINDENBERG").empty());
  CHECK(second("van der").empty());              // nothing stands behind the particles
}

TEST_CASE("ordinals in words, with endings and in other languages are numbers", "[names]") {
  CHECK(folded_key("54th Research Institute") == "54 " + folded_key("Research Institute"));
  CHECK(folded_key("Twenty-First Brigade") == folded_key("21st Brigade"));
  CHECK(folded_key("Pyataya Brigada").starts_with("5 "));
  CHECK(folded_key("Cinquieme Brigade").starts_with("5 "));
  CHECK(folded_key("Fuenfte Brigade").starts_with("5 "));
  CHECK(folded_key("4thgen") == "4thgen");  // no ordinal
  CHECK(folded_key("tsnii Burevestnik") == "central nii burevestnik");
}

TEST_CASE("names of the Maghreb with abd- are two words as others are", "[names]") {
  CHECK(folded_key("Abderrahmane") == folded_key("Abd al-Rahmane"));
  CHECK(folded_key("Abdelkrim") == folded_key("Abd el-Krim"));
  CHECK(folded_key("Abdenacer") == folded_key("Abd al-Nacer"));
}

}  // namespace tradewarden::names
