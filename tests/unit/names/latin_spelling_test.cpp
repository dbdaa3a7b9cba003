#include "names/latin_spelling.hpp"

#include <algorithm>

#include "catch.hpp"
#include "names/fold.hpp"

namespace tradewarden::names {
namespace {

bool has_reading(std::string_view name, std::string_view spelling) {
  const std::vector<std::string> all = latin_spellings(name);
  return std::find(all.begin(), all.end(), spelling) != all.end();
}

}  // namespace

TEST_CASE("a name in Latin letters is its own only spelling", "[names]") {
  CHECK_FALSE(needs_spelling("Mueller & Sons"));
  CHECK_FALSE(needs_spelling("Müller – Łódź"));
  CHECK(latin_spellings("Müller – Łódź") == std::vector<std::string>{"Müller – Łódź"});
  CHECK(needs_spelling("Путин"));
  CHECK(latin_spellings("") == std::vector<std::string>{""});
}

TEST_CASE("what is not in another script stays where it is", "[names]") {
  CHECK(latin_spellings("ZTE (中兴)").front() == "ZTE (zte)");
  CHECK(latin_spellings("3K集团").front() == "3K group");  // a blank where a script ends
  CHECK(latin_spellings("МГ-2").front() == "mg-2");
  CHECK(latin_spellings("\xFF Путин").front() == "\xEF\xBF\xBD putin");
}

TEST_CASE("readings are distinct, the likeliest first, and no more than the limit", "[names]") {
  CHECK(latin_spellings("Иван Петров") ==
        std::vector<std::string>{"ivan petrov", "iwan petrow", "iwan pietrow"});
  CHECK(latin_spellings("Московский завод")[0] == "moscow plant");
  CHECK(latin_spellings("Московский завод")[1] == "moskovskiy zavod");
  for (const char* name : {"李英 завод 金正恩 بنك", "三菱 завод", "김정은 金正恩"}) {
    const auto all = latin_spellings(name);
    CHECK(all.size() <= k_max_readings);
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
  }
}

TEST_CASE("a decomposed letter and a composed one are spelled alike", "[names]") {
  CHECK(latin_spellings("Андрей") == latin_spellings("Андреи\u0306"));
  CHECK(latin_spellings("Влади\u0301мир") == latin_spellings("Владимир"));
  CHECK(latin_spellings("Юр’евіч") == latin_spellings("Юр'евіч"));
}

TEST_CASE("folding knows all readings of a name, its own first", "[names]") {
  const auto readings = fold_readings("Московский завод");
  REQUIRE(readings.size() >= 2);
  CHECK(readings[0] == fold("Московский завод"));
  CHECK(readings[1] == fold("Moskovskiy zavod"));
  CHECK(fold_readings("Moskovskiy zavod") ==
        std::vector<std::vector<folded_token>>{fold("Moskovskiy zavod")});
  CHECK(has_reading("Московский завод", "moscow plant"));
  // An article is translated to nothing; standing alone it is spelled.
  REQUIRE(fold("ο").size() == 1);
  CHECK(fold("ο")[0].text == "o");
  CHECK(fold_readings("、").size() == 1);
  CHECK(fold("、").empty());
}

TEST_CASE("the tables of all scripts enter the digest", "[names]") {
  const std::string text = spelling_tables_text();
  for (const char* line : {"завод-=plant", "شرکت=company", "εταιρει-=company", "בנק=bank",
                           "무역=trading", "有限公司=co ltd", "株式会社=co ltd", "田中=tanaka"}) {
    INFO(line);
    CHECK(text.find(line) != std::string::npos);
  }
}

}  // namespace tradewarden::names
