#include <algorithm>
#include "catch.hpp"
#include "names/latin_spelling.hpp"

namespace tradewarden::names {
namespace {

std::string first(std::string_view name) { return latin_spellings(name).front(); }

}  // namespace

TEST_CASE("known Arabic names have their usual spelling, the article stands apart", "[names]") {
  CHECK(first("محمد عبد الله") == "muhammad abdallah");
  CHECK(first("أحمد الأسد") == "ahmad al assad");
  CHECK(first("مُحَمَّد") == "muhammad");  // vowel marks
  CHECK(first("محـمد") == "muhammad");     // stretched
  CHECK(latin_spellings("يحيى الجوادي").back() == "yahya al djaouadi");  // as the Maghreb does
  CHECK(first("ﻛﻤﺎل") == first("كمال"));  // presentation forms
  CHECK(latin_spellings("حكمت الله")[0] == "hikmat allah");
  CHECK(latin_spellings("حكمت الله")[2] == "hekmatullah");
  CHECK(latin_spellings("حسین نجات")[1] == "hossein nejat");  // as Iran writes them
}

TEST_CASE("unknown Arabic words get the vowels that most words have", "[names]") {
  CHECK(first("فرحان") == "farhan");
  CHECK(first("كاشف") == "kashif");
  CHECK(first("قتن") == "qatan");
  CHECK(first("الجليلاتي") == "al jalilati");
  CHECK(first("مساعد") == "musaid");
}

TEST_CASE("words of organisations in Arabic and Persian are translated, and spelled beside", "[names]") {
  CHECK(first("بنك سورية المركزي") == "bank syria central");
  CHECK(first("وزارة الدفاع") == "ministry of defence");
  CHECK(first("شرکت صنایع دفاع") == "company defence industries");
  CHECK(latin_spellings("شرکت بهارستان کیش")[1] == "sherkat baharestan kish");
  CHECK(latin_spellings("حزب الله").front() == "hizballah");
  CHECK(latin_spellings("أنصار الإسلام")[1] == "ansar al islam");
}

TEST_CASE("a joiner inside a Persian word is read as nothing and as a blank", "[names]") {
  // "Khamenei" is written in two parts with a joiner, in two words, in one, and with a hamza.
  for (const char* text : {"علی خامنه\u200Cای", "علی خامنه ای", "علی خامنهای", "علي خامنئي"}) {
    INFO(text);
    const std::vector<std::string> all = latin_spellings(text);
    CHECK(std::find(all.begin(), all.end(), "ali khamenei") != all.end());
    CHECK(all.size() <= k_max_readings);
  }
  // Words that no table has: together and apart.
  const std::vector<std::string> all = latin_spellings("نیک\u200Cباف");
  CHECK(std::any_of(all.begin(), all.end(), [](const std::string& s) { return s.find(' ') != std::string::npos; }));
  CHECK(std::any_of(all.begin(), all.end(), [](const std::string& s) { return s.find(' ') == std::string::npos; }));
}

TEST_CASE("Persian and Arabic words of organisations", "[names]") {
  CHECK(latin_spellings("شرکت ملی نفت ایران").front() == "national iranian oil company");
  CHECK(latin_spellings("سازمان انرژی اتمی ایران").front() == "atomic energy organization of iran");
  CHECK(latin_spellings("القوات الجوية").front() == "air force");
  CHECK(latin_spellings("شركة الفجر للتجارة العامة ذ.م.م").front().ends_with("general trading llc"));
  CHECK(latin_spellings("اللواء الخامس").front().ends_with("5"));
}

TEST_CASE("a Persian surname made of a name and an ending, and names without a blank", "[names]") {
  const auto has = [](const char* text, const std::string& spelling) {
    const std::vector<std::string> all = latin_spellings(text);
    return std::find(all.begin(), all.end(), spelling) != all.end();
  };
  CHECK(has("احمد فاضلیان", "ahmad fazelian"));
  CHECK(has("محمودنژاد", "mahmoudnejad"));
  CHECK(has("بشارالاسد", "bashar al asad"));
  CHECK(has("عزیزالله", "azizullah"));
  CHECK(latin_spellings("ريمون رزق").front().starts_with("raymond "));
}

}  // namespace tradewarden::names
