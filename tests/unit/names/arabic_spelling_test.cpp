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
  CHECK(first("وزارة الدفاع") == "ministry defence");
  CHECK(first("شرکت صنایع دفاع") == "company industries defence");
  CHECK(latin_spellings("شرکت بهارستان کیش")[1] == "sherkat baharestan kish");
  CHECK(latin_spellings("حزب الله").front() == "hizballah");
  CHECK(latin_spellings("أنصار الإسلام")[1] == "ansar al islam");
}

}  // namespace tradewarden::names
