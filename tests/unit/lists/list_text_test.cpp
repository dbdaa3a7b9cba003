#include "lists/list_text.hpp"

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;
using strings = std::vector<std::string>;

namespace {

strings texts(std::string_view name) {
  strings out;
  for (const inner_name& n : inner_names(name)) out.push_back(n.text);
  return out;
}

}  // namespace

TEST_CASE("list_text: runs of blanks become one", "[list_text]") {
  CHECK(collapse_blanks(" I. ASH") == "I. ASH");
  CHECK(collapse_blanks("a \xC2\xA0 b\r\n c\t") == "a b c");
  CHECK(collapse_blanks("\xE2\x80\x8B" "x\xE3\x80\x80y") == "x y");
  CHECK(collapse_blanks(" \n").empty());
  // No other byte of these sequences is touched.
  CHECK(collapse_blanks("\xE2\x80\x99") == "\xE2\x80\x99");
  CHECK(collapse_blanks("\xC2") == "\xC2");
}

TEST_CASE("list_text: names inside a name", "[list_text]") {
  CHECK(texts("JOHN DOE").empty());
  CHECK(texts("JAN JANSEN A/K/A JOHN JOHNSON") == strings{"JAN JANSEN", "JOHN JOHNSON"});
  CHECK(texts("Example Forces (aka XFR); and any successor, sub-unit, or subsidiary thereof") ==
        strings{"Example Forces", "XFR"});
  CHECK(texts("Example Works Ltd (PRC entity); and any successor thereof") ==
        strings{"Example Works Ltd"});
  CHECK(texts("Example Ltd [aka First Ltd, aka Second Ltd] (Hong Kong Entity), and its sub-units "
              "and successors") == strings{"Example Ltd", "First Ltd", "Second Ltd"});
  CHECK(texts("Cory (a.k.a Jason Sample) Wilson") == strings{"Cory Wilson", "Jason Sample"});
  CHECK(texts("New Works (f.k.a., Old Works)") == strings{"New Works", "Old Works"});
  const auto former = inner_names("New Works (f.k.a., Old Works)");
  CHECK(former.at(0).kind == name_kind::aka);
  CHECK(former.at(1).kind == name_kind::fka);
}

TEST_CASE("list_text: a name closing with another in brackets", "[list_text]") {
  const auto n = inner_names("Example Rocket Institute (ERI)");
  REQUIRE(n.size() == 2);
  CHECK(n[0].text == "Example Rocket Institute");
  CHECK(n[0].itself);
  CHECK(n[1].text == "ERI");
  CHECK(n[1].strength == name_strength::weak);
  CHECK_FALSE(n[1].itself);
  CHECK(texts("Hwa Rim (Ha Rim) (DPRK national)") == strings{"Hwa Rim", "Ha Rim"});
  CHECK(texts("Example Ltd. (Hong Kong)").empty());
}

TEST_CASE("list_text: Aka is a name as well", "[list_text]") {
  CHECK(texts("Mehmet Aka Yilmaz").empty());
  CHECK(texts("AKA BANK").empty());
  CHECK(texts("Osaka Trading").empty());
}

TEST_CASE("list_text: brackets that are not closed yield no junk", "[list_text]") {
  CHECK(texts("Roger) Roger (a/k/a Sample Name") == strings{"Sample Name"});
  CHECK(texts("X (a.k.a.").size() <= 1);
  CHECK(texts("(a.k.a. X)").empty());
}

TEST_CASE("list_text: names strung together with commas", "[list_text]") {
  CHECK(split_at_commas("EXT, Example Trading, Example Trading Co., Ltd., and Example Works") ==
        strings{"EXT", "Example Trading", "Example Trading Co., Ltd.", "Example Works"});
  CHECK(split_at_commas("ZAMAN, Haydar") == strings{"ZAMAN, Haydar"});
  CHECK(split_at_commas("EXAMPLE, Kurt Peter") == strings{"EXAMPLE, Kurt Peter"});
  CHECK(split_at_commas("XBAE, General Bureau of Examples") ==
        strings{"XBAE", "General Bureau of Examples"});
  CHECK(split_at_commas("Example Trading, Inc.") == strings{"Example Trading, Inc."});
  CHECK(split_at_commas("One Name") == strings{"One Name"});
}

TEST_CASE("list_text: text is appended once", "[list_text]") {
  std::string s = "NEW";
  append_text(s, "83 FR 17644");
  append_text(s, "83 FR 17644");
  append_text(s, "");
  CHECK(s == "NEW; 83 FR 17644");
  strings v;
  add_once(v, "a");
  add_once(v, "a");
  add_once(v, "");
  CHECK(v == strings{"a"});
}
