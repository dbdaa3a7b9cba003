#include <set>

#include "catch.hpp"
#include "evaluate/variant_makers.hpp"

using namespace tradewarden;
using namespace tradewarden::evaluating;

namespace {

template <class Make>
std::set<std::string> all_of(const listed_name& n, Make make) {
  std::set<std::string> out;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    split_mix random(seed);
    if (const variant_text v = make(n, random)) out.insert(*v);
  }
  return out;
}

bool has(const std::set<std::string>& all, const std::string& one) { return all.count(one) != 0; }

}  // namespace

TEST_CASE("habits of romanising Russian", "[variants]") {
  // The same name as passports of different years and newspapers have it.
  const auto all = all_of(words_of("KHARITONOV, Sergey Yuryevich", schema::person), russian_spelling);
  CHECK(has(all, "Sergei Yuryevich KHARITONOV"));
  CHECK(has(all, "Sergej Yuryevich KHARITONOV"));
  CHECK(has(all, "Sergey Iuryevich KHARITONOV"));
  CHECK(has(all, "Sergey Yuryevich HARITONOV"));
  CHECK(has(all, "Sergey Yuryevich KHARITONOFF"));
  CHECK_FALSE(has(all, "Sergey Yuryevich KHARITONOV"));
}

TEST_CASE("habits of romanising Arabic", "[variants]") {
  const auto all = all_of(words_of("AL-QADHI, Mohammed Yusuf", schema::person), arabic_spelling);
  CHECK(has(all, "Muhammad Yusuf AL-QADHI"));
  CHECK(has(all, "Mohammed Youssef AL-QADHI"));
  CHECK(has(all, "Mohammed Yusuf EL-QADHI"));
  CHECK(has(all, "Mohammed Yusuf AL-KADHI"));
  CHECK(has(all, "Mohammed Yusuf AL-QADI"));
}

TEST_CASE("names of other origin are left alone", "[variants]") {
  split_mix random(1);
  for (const char* name : {"PLUMBOTTOM, Ignatius", "KIM, Jong Su", "MUTONDO, Kalev Katanga"}) {
    const listed_name n = words_of(name, schema::person);
    CHECK_FALSE(russian_spelling(n, random));
    CHECK_FALSE(arabic_spelling(n, random));
    CHECK_FALSE(in_cyrillic(n, random));
  }
  CHECK_FALSE(russian_spelling(words_of("Petrov Ivanov Works", schema::company), random));
}

TEST_CASE("a Russian name in Cyrillic letters, in either order", "[variants]") {
  const auto all = all_of(words_of("SHCHERBAKOV, Yevgeniy Nikolayevich", schema::person), in_cyrillic);
  CHECK(all == std::set<std::string>{"Евгений Николаевич Щербаков", "Щербаков Евгений Николаевич"});
  CHECK(all_of(words_of("ZHUKOVA, Yuliya Petrovna", schema::person), in_cyrillic).count("Юлия Петровна Жукова") == 1);
}

TEST_CASE("Chinese names in the orders and joins in use", "[variants]") {
  const auto all = all_of(words_of("WANG, Xiaoming", schema::person), chinese_order);
  CHECK(all == std::set<std::string>{"WANG Xiao Ming", "WANG Xiao-ming", "WANG Xiaoming", "Xiao Ming WANG",
                                     "Xiao-ming WANG"});
  CHECK(all_of(words_of("LI, Yan-hong", schema::person), chinese_order).count("LI Yanhong") == 1);
  CHECK(all_of(words_of("WANG, Robert", schema::person), chinese_order).empty());
  CHECK(all_of(words_of("PLUM, Xiaoming", schema::person), chinese_order).empty());
}

TEST_CASE("invented names have two or three parts of their group", "[variants]") {
  split_mix random(1);
  CHECK(invented("neg_invented_slavic", random));
  const variant_text company = invented("neg_invented_company", random);
  REQUIRE(company);
  CHECK(company->find(' ') != std::string::npos);
  CHECK_FALSE(invented("neg_invented_martian", random));
}
