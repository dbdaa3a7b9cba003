#include <algorithm>

#include "catch.hpp"
#include "names/latin_spelling.hpp"

namespace tradewarden::names {
namespace {

bool has_reading(std::string_view name, std::string_view spelling) {
  const std::vector<std::string> all = latin_spellings(name);
  return std::find(all.begin(), all.end(), spelling) != all.end();
}

}  // namespace

TEST_CASE("a Chinese name is read surname first, in each tongue it may be of", "[names]") {
  CHECK(latin_spellings("王君正").front() == "wang junzheng");
  CHECK(latin_spellings("欧阳自远").front() == "ouyang ziyuan");  // a surname of two
  CHECK(has_reading("蔡英文", "tsai ying wen"));                  // Taiwan
  CHECK(has_reading("黃之鋒", "wong chi fung"));                  // Hong Kong
  CHECK(has_reading("金正恩", "kim jong un"));                    // Korea
  CHECK(has_reading("田中角栄", "tanaka kakuei"));                // Japan
  CHECK(latin_spellings("習近平") == latin_spellings("习近平"));  // traditional and simplified
}

TEST_CASE("surnames have the reading of surnames", "[names]") {
  CHECK(latin_spellings("单志刚").front() == "shan zhigang");
  CHECK(latin_spellings("曾庆红").front() == "zeng qinghong");
  CHECK(latin_spellings("解振华").front() == "xie zhenhua");
}

TEST_CASE("a Chinese firm: places and words translated, the rest read", "[names]") {
  CHECK(latin_spellings("成都雄达电子科技有限公司").front() == "chengdu xiongda electronic technology co ltd");
  CHECK(latin_spellings("成都雄達電子科技有限公司") == latin_spellings("成都雄达电子科技有限公司"));
  CHECK(latin_spellings("中兴通讯股份有限公司").front() == "zte co ltd");
  CHECK(has_reading("中兴通讯股份有限公司", "zhongxing telecommunications co ltd"));
  CHECK(latin_spellings("中国电子科技集团公司第十三研究所").front() ==
        "china electronics technology group corporation 13 research institute");
  CHECK(latin_spellings("广东省").front() == "guangdong");
}

TEST_CASE("Japanese: kana by Hepburn with short vowels, loan words, kanji by names", "[names]") {
  CHECK(has_reading("とうきょう", "tokyo"));
  CHECK(has_reading("しゅんいち", "shunichi"));
  CHECK(has_reading("ファーウェイ", "fawei"));
  CHECK(has_reading("マッチ", "matchi"));
  CHECK(latin_spellings("山田テクノロジー株式会社").front() == "yamada technology co ltd");
  CHECK(latin_spellings("三菱重工業株式会社").front() == "mitsubishi heavy industries co ltd");
  CHECK(has_reading("佐々木健太", "sasaki kenta"));
  CHECK(has_reading("渡辺 浩二", "watanabe koji"));
  CHECK(has_reading("ｿﾆｰ", "soni"));  // half width
  CHECK(has_reading("ﾌｼﾞﾀ", "fujita"));
  CHECK(has_reading("ヴィ", "vi"));
}

TEST_CASE("foreign names in kana and Chinese are written back", "[names]") {
  CHECK(latin_spellings("ウラジーミル・プーチン").front() == "vladimir・putin");
  CHECK(latin_spellings("弗拉基米尔·普京").front() == "vladimir·putin");
  CHECK(has_reading("グスタフ・クリムト", "gustaf・kulimt"));  // r or l, carrying vowels gone
  CHECK(has_reading("施罗德·莫兰", "schrod·molan"));           // by the sounds of the ideographs
  CHECK(latin_spellings("塔利班").front() == "taliban");
}

TEST_CASE("state companies are spelled out, with the short name beside it", "[names]") {
  CHECK(latin_spellings("中国石油天然气集团有限公司").front() == "china national petroleum group co ltd");
  CHECK(has_reading("中国石油天然气集团有限公司", "petrochina group co ltd"));
  CHECK(latin_spellings("中国核工业集团公司").front() == "china national nuclear group corporation");
  CHECK(has_reading("中国航空工业集团公司", "avic group corporation"));
  CHECK(has_reading("中国航空工业集团公司", "china aviation industry group corporation"));  // a third reading
  CHECK(latin_spellings("中國兵器裝備集團公司") == latin_spellings("中国兵器装备集团公司"));
  CHECK(latin_spellings("中国船舶集团有限公司").front() == "china state shipbuilding group co ltd");
}

TEST_CASE("the name of a country alone is the country, not its sounds", "[names]") {
  CHECK(latin_spellings("朝鲜").front() == "north korea");
  CHECK(latin_spellings("朝鮮") == latin_spellings("朝鲜"));
  CHECK_FALSE(has_reading("朝鲜", "choson"));
  CHECK_FALSE(has_reading("朝鲜", "chaoxian"));
}

TEST_CASE("a firm that is known by another name may as well be ordinary words", "[names]") {
  CHECK(latin_spellings("荣耀科技有限公司").front() == "honor technology co ltd");
  CHECK(has_reading("荣耀科技有限公司", "rongyao technology co ltd"));
}

TEST_CASE("surnames as Hong Kong writes them", "[names]") {
  CHECK(has_reading("李桂華", "lee kwai wa"));
  CHECK(has_reading("張建宗", "cheung kin chung"));
}

TEST_CASE("Japanese surnames that no table has are read by their ideographs", "[names]") {
  CHECK(has_reading("内堀和也", "uchibori kazuya"));
  CHECK(has_reading("磯畑一郎", "isohata ichiro"));      // in no table: iso and hata
  CHECK(has_reading("小林哲治", "kobayashi tetsuji"));
  // A Chinese name of three ideographs keeps its readings.
  CHECK(latin_spellings("王君正").front() == "wang junzheng");
}

TEST_CASE("words of the names that export lists have", "[names]") {
  CHECK(latin_spellings("华为终端有限公司").front() == "huawei device co ltd");
  CHECK(latin_spellings("北京华峰测控技术股份有限公司").front().starts_with("beijing huafeng"));
  CHECK(has_reading("塔城地区公安局", "tacheng prefecture public security bureau"));
}

}  // namespace tradewarden::names
