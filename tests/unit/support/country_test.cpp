#include "tradewarden/country.hpp"

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "support/shared_lists.hpp"

using tradewarden::country_code;
using tradewarden::country_name;
using tradewarden::country_successors;

TEST_CASE("codes are read in any case", "[country]") {
  CHECK(country_code("CN") == "CN");
  CHECK(country_code("cn") == "CN");
  CHECK(country_code(" Ir ") == "IR");
  CHECK(country_code("PRK") == "KP");
  CHECK(country_code("usa") == "US");
  CHECK(country_code("U.S.") == "US");
  CHECK(country_code("U.S.A.") == "US");
  CHECK(country_code("UK") == "GB");
  CHECK(country_code("XK") == "XK");
}

TEST_CASE("the spellings of lists are known", "[country]") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"Russia", "RU"},
      {"Russian Federation", "RU"},
      {"Region: Russia", "RU"},
      {"Iran", "IR"},
      {"Iran, Islamic Republic of", "IR"},
      {"IRAN (ISLAMIC REPUBLIC OF)", "IR"},
      {"Korea, North", "KP"},
      {"North Korea", "KP"},
      {"DPRK", "KP"},
      {"Korea, Democratic People's Republic of", "KP"},
      {"Democratic People\xE2\x80\x99s Republic of Korea", "KP"},
      {"Korea, South", "KR"},
      {"Republic of Korea", "KR"},
      {"Burma", "MM"},
      {"Myanmar", "MM"},
      {"Congo, Democratic Republic of the", "CD"},
      {"CONGO, Democratic Republic of (was Zaire)", "CD"},
      {"Congo, Republic of the", "CG"},
      {"Congo", "CG"},
      {"Cote d'Ivoire", "CI"},
      {"Cote d Ivoire", "CI"},
      {"C\xC3\xB4te d\xE2\x80\x99Ivoire", "CI"},
      {"Ivory Coast", "CI"},
      {"Macau", "MO"},
      {"Macao", "MO"},
      {"Hong Kong", "HK"},
      {"China, Hong Kong Special Administrative Region", "HK"},
      {"UAE", "AE"},
      {"U.A.E.", "AE"},
      {"Syria", "SY"},
      {"Syrian Arab Republic", "SY"},
      {"Laos", "LA"},
      {"Lao People's Democratic Republic", "LA"},
      {"Bolivia", "BO"},
      {"Venezuela (Bolivarian Republic of)", "VE"},
      {"Palestinian", "PS"},
      {"West Bank", "PS"},
      {"Gaza", "PS"},
      {"Region: Gaza", "PS"},
      {"PALESTINIAN TERRITORY, Occupied", "PS"},
      {"The Gambia", "GM"},
      {"Bahamas, The", "BS"},
      {"Micronesia, Federated States of", "FM"},
      {"Turkey", "TR"},
      {"T\xC3\xBCrkiye", "TR"},
      {"T\xC3\x9CRK\xC4\xB0YE", "TR"},
      {"Turkiye", "TR"},
      {"Swaziland", "SZ"},
      {"Eswatini", "SZ"},
      {"Macedonia", "MK"},
      {"North Macedonia, The Republic of", "MK"},
      {"Kosovo", "XK"},
      {"Man, Isle of", "IM"},
      {"Virgin Islands, British", "VG"},
      {"Trinidad & Tobago", "TT"},
      {"St. Vincent and Grenadines", "VC"},
      {"Sao Tome & Principe", "ST"},
      {"BOSNIA AND HERZEGOWINA", "BA"},
      {"Bosnia-Herzegovina", "BA"},
      {"Guinea Bissau", "GW"},
      {"Republic of Palau", "PW"},
      {"Moldova, Republic of", "MD"},
      {"Viet Nam", "VN"},
      {"Curacao", "CW"},
      {"Reunion", "RE"},
      {"Iran.", "IR"},
  };
  for (const auto& [text, code] : cases) {
    CAPTURE(text);
    CHECK(country_code(text) == code);
  }
}

TEST_CASE("native, official and former names are known", "[country]") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"Rossiya", "RU"},        {"Россия", "RU"},      {"РОССИЯ", "RU"},
      {"Российская Федерация", "RU"},
      {"Deutschland", "DE"},    {"German Democratic Republic", "DE"},
      {"Czechia", "CZ"},        {"Česká republika", "CZ"},
      {"Burma", "MM"},          {"Union of Burma", "MM"},
      {"Persia", "IR"},         {"I.R. Iran", "IR"},   {"ایران", "IR"},
      {"Ceylon", "LK"},         {"Siam", "TH"},        {"Rhodesia", "ZW"},
      {"Zaire", "CD"},          {"Upper Volta", "BF"}, {"Kampuchea", "KH"},
      {"朝鲜", "KP"},           {"朝鮮", "KP"},        {"N. Korea", "KP"},
      {"Choson", "KP"},         {"한국", "KR"},        {"S. Korea", "KR"},
      {"中国", "CN"},           {"中华人民共和国", "CN"},
      {"South Yemen", "YE"},    {"Türkiye Cumhuriyeti", "TR"},
      {"République de Côte d'Ivoire", "CI"},
      {"Украина", "UA"},        {"Belorussia", "BY"},  {"Sakartvelo", "GE"},
      {"السعودية", "SA"},       {"سوريا", "SY"},       {"Hrvatska", "HR"},
  };
  for (const auto& [text, code] : cases) {
    CAPTURE(text);
    CHECK(country_code(text) == code);
    CHECK(country_successors(text).empty());
  }
}

TEST_CASE("a state that became several names its successors and no country", "[country]") {
  CHECK(country_successors("USSR").size() == 15);
  CHECK(country_successors("U.S.S.R.").front() == "RU");
  CHECK(country_successors("СССР").front() == "RU");
  CHECK(country_successors("Yugoslavia").size() == 7);
  CHECK(country_successors("Serbia and Montenegro").front() == "RS");
  CHECK(country_successors("Czechoslovakia").back() == "SK");
  CHECK(country_code("USSR").empty());
  CHECK(country_successors("Atlantis").empty());
  CHECK(country_successors("").empty());
}

TEST_CASE("what names no single country stays unknown", "[country]") {
  for (const char* text :
       {"", " ", "-0-", "00", "ZZ", "UNKNOWN", "undetermined", "Atlantis", "Region: Crimea", "Crimea",
        "Soviet Union", "Serbia and Montenegro", "Yugoslavia", "Republic of China", "Korea",
        "Region: Jammu and Kashmir", "republic", "the", "Estonia, Russia",
        "a text that is far longer than the name of any country in the world and goes on and on"}) {
    CAPTURE(text);
    CHECK(country_code(text).empty());
  }
  CHECK(country_code(std::string(100'000, 'x')).empty());
  CHECK(country_code(std::string(300, ' ') + "x").empty());
  CHECK(country_code("\xC3").empty());
  CHECK(country_code("\xE2\x80").empty());
}

TEST_CASE("countries that share words are kept apart", "[country]") {
  CHECK(country_code("Niger") == "NE");
  CHECK(country_code("Nigeria") == "NG");
  CHECK(country_code("Dominica") == "DM");
  CHECK(country_code("Dominican Republic") == "DO");
  CHECK(country_code("Guinea") == "GN");
  CHECK(country_code("Equatorial Guinea") == "GQ");
  CHECK(country_code("Papua New Guinea") == "PG");
  CHECK(country_code("Sudan") == "SD");
  CHECK(country_code("South Sudan") == "SS");
  CHECK(country_code("Samoa") == "WS");
  CHECK(country_code("American Samoa") == "AS");
}

TEST_CASE("a code has a name", "[country]") {
  CHECK(country_name("KP") == "North Korea");
  CHECK(country_name("cn") == "China");
  CHECK(country_name("PRK").empty());
  CHECK(country_name("").empty());
}

namespace {

/// Fields of one line of a CSV file whose quotes do not span lines.
std::vector<std::string> csv_fields(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    else if (c == ',' && !quoted) out.emplace_back();
    else if (c != '\r') out.back() += c;
  }
  return out;
}

}  // namespace

TEST_CASE("the table agrees with an independent one", "[country][shared]") {
  TRADEWARDEN_SHARED(path, "tables/country-codes.csv");
  std::ifstream in(path);
  std::string line;
  REQUIRE(std::getline(in, line));
  const std::vector<std::string> header = csv_fields(line);
  const auto column = [&](const std::string& name) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      if (header[i] == name) return i;
    }
    FAIL("no column " << name);
    return std::size_t{0};
  };
  const std::size_t alpha2 = column("ISO3166-1-Alpha-2");
  const std::size_t alpha3 = column("ISO3166-1-Alpha-3");
  const std::vector<std::size_t> names = {column("CLDR display name"), column("official_name_en")};
  int rows = 0;
  while (std::getline(in, line)) {
    const std::vector<std::string> row = csv_fields(line);
    REQUIRE(row.size() == header.size());
    CAPTURE(row[alpha2]);
    CHECK(country_code(row[alpha2]) == row[alpha2]);
    CHECK(country_code(row[alpha3]) == row[alpha2]);
    CHECK_FALSE(country_name(row[alpha2]).empty());
    for (const std::size_t n : names) {
      CAPTURE(row[n]);
      if (!row[n].empty()) CHECK(country_code(row[n]) == row[alpha2]);
    }
    ++rows;
  }
  CHECK(rows == 249);
}
