#include "lists/au_csv.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

const std::string k_header =
    "Reference,Name of Individual or Entity,Type,Name Type,Alias Strength,Control Date\n";

result<publication> read(const std::string& rows) {
  return read_au_csv(test::file_of(k_header + rows, "au.csv"), {}, {});
}

}  // namespace

TEST_CASE("au_csv: a file that is no whole list is refused", "[au_csv]") {
  CHECK(read("").error().code == errc::empty_input);
  CHECK(read("1,A,Individual,Primary Name,,\n2,B").error().code == errc::truncated);
  CHECK(read_au_csv(test::file_of("a,b\n1,2\n"), {}, {}).error().code == errc::missing_field);
}

TEST_CASE("au_csv: letters behind the number are further names", "[au_csv]") {
  const auto p = read("7b,B,Individual,Alias,Low,\n7,A,Individual,Primary Name,,01/02/2010\n"
                      "7.0,C,Individual,Alias,,\n")
                     .value();
  REQUIRE(p.counts.parties == 1);
  CHECK(p.parties.at(0).names.at(0).text == "A");
  CHECK(p.parties.at(0).names.at(1).strength == name_strength::weak);
  CHECK(p.counts.joined == 2);
}

TEST_CASE("au_csv: the same primary name again is the same party", "[au_csv]") {
  const auto p = read("7,A,Individual,Primary Name,,\n8,B,Entity,Primary Name,,\n"
                      "7,A,Individual,Primary Name,,\n")
                     .value();
  CHECK(p.counts.parties == 2);
  CHECK(p.counts.joined == 1);
}
