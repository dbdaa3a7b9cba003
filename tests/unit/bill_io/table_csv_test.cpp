#include "bill_io/table_csv.hpp"

#include "catch.hpp"
#include "unit/bill_io/reading.hpp"

using namespace tradewarden;
using strings = std::vector<std::string>;

namespace {

constexpr std::string_view k_parts =
    "part_id,name,kind,made_in,us_origin,eccn,hs,fmv,currency,discrete,content_type\n"
    "P,Product,made,DE,,?,,1000,EUR,n,commodity\n"
    "A,\"Part, the first\",purchased,US,,2B116,,120,EUR,,\n"
    "B,,purchased,CN|VN,,EAR99,8542.31,0.5..0.75,EUR,,software\n";
constexpr std::string_view k_lines =
    "parent_id,pos,child_id,alt_rank,qty,uom\nP,10,A,0,2,each\nP,20,B,0,1.5,\n";

bill_reading read(std::string_view parts, std::string_view lines) {
  return read_bill_texts({{"parts", "p.csv", parts}, {"lines", "l.csv", lines}});
}

}  // namespace

TEST_CASE("parts and lines become a bill, values as stated", "[bill_io]") {
  const bill_reading r = read(k_parts, k_lines);
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(dump(*r.bill) ==
        strings{"P|Product|made|DE|n|-|?||1000|EUR|n|commodity|each|", " line|10|A|0|2|each|2|",
                " line|20|B|0|1.5|each|1.5|",
                "A|Part, the first|purchased|US|y|-|2B116||120|EUR|?|commodity|each|",
                "B||purchased|CN|VN|n|-|EAR99|854231|0.5..0.75|EUR|?|software|each|"});
  REQUIRE(r.files.size() == 2);
  CHECK(r.files[0].rows == 3);
  CHECK(r.files[0].used == 3);
  CHECK(r.files[1].holds == "lines");
}

TEST_CASE("columns may stand in any order and case, with others beside them", "[bill_io]") {
  const bill_reading r = read(
      "\xEF\xBB\xBF" "Currency;x,FMV,eccn,Made In,kind,part_id,currency\r\n"
      ",7,EAR99,FR,purchased,A,EUR\r\n", "parent_id,pos,child_id,qty\r\n");
  REQUIRE(r.bill);
  CHECK(dump(*r.bill) == strings{"A||purchased|FR|n|-|EAR99||7|EUR|?|commodity|each|"});
  CHECK(r.notes == strings{"p.csv:1: columns that are not used: currency;x"});
}

TEST_CASE("all problems of all files are told in one pass, in order", "[bill_io]") {
  const bill_reading r = read(
      "part_id,kind,made_in,eccn,fmv,currency\n"
      "P,made,DE,?,1000,EUR\n"
      "A,purchased,US,2B116,1e3,EUR\n"   // an exponent is no decimal
      "B,purchased,US,2B116,3\n",         // a cell is missing
      "parent_id,pos,child_id,qty\nP,1,A,0.0\nP,2,C,1\nP,2\n");
  CHECK_FALSE(r.bill);
  const strings told = problems(r);
  const auto has = [&](std::string_view start) {
    return std::any_of(told.begin(), told.end(),
                       [&](const std::string& s) { return s.starts_with(start); });
  };
  CHECK(has("p.csv:3: fmv: "));
  CHECK(has("p.csv:4: 5 cells where the header has 6"));
  CHECK(has("l.csv:2: qty: "));
  CHECK(has("l.csv:4: 2 cells where the header has 4"));
  CHECK(r.files[0].rows == 3);
  CHECK(r.files[0].used == 1);
  CHECK(r.files[0].rejected == 2);
}

TEST_CASE("a cell that a comma has cut in two is not read as a shorter one", "[bill_io]") {
  const bill_reading r = read(
      "part_id,kind,made_in,eccn,fmv,currency\nA,purchased,US,EAR99,1,000,EUR\n",
      "parent_id,pos,child_id,qty\n");
  CHECK(problems(r) == strings{"p.csv:2: 7 cells where the header has 6: a cell with a comma needs "
                               "quotes round it"});
}

TEST_CASE("missing, doubled and misspelt columns are told with the header's line", "[bill_io]") {
  CHECK(problems(read("part_id,kind,made_in,eccn,fmv\nA,purchased,US,EAR99,1\n",
                      "parent_id,pos,child_id,qty\n"))[0] ==
        "p.csv:1: currency: the header has no such column");
  CHECK(problems(read("part_id,kind,made_in,eccn,fmv,currency,eccn\n",
                      "parent_id,pos,child_id,qty\n"))[0] ==
        "p.csv:1: eccn: this column stands twice in the header");
  // One letter off would silently leave every part's origin to made_in.
  CHECK(problems(read("part_id,kind,made_in,us_orgin,eccn,fmv,currency\n",
                      "parent_id,pos,child_id,qty\n"))[0] ==
        "p.csv:1: us_orgin: no such column; if us_origin is meant, name it so");
}

TEST_CASE("a file that ends within a quoted cell or a row is called truncated", "[bill_io]") {
  const bill_reading quoted = read("part_id,kind,made_in,eccn,fmv,currency\nA,\"purch",
                                   "parent_id,pos,child_id,qty\n");
  REQUIRE_FALSE(quoted.problems.empty());
  CHECK(quoted.problems[0].code == errc::truncated);
  const bill_reading row = read("part_id,kind,made_in,eccn,fmv,currency\nA,purchased,US",
                                "parent_id,pos,child_id,qty\n");
  REQUIRE_FALSE(row.problems.empty());
  CHECK(row.problems[0].code == errc::truncated);
}

TEST_CASE("bytes that are not UTF-8 are read as Windows-1252, and it is said", "[bill_io]") {
  const bill_reading r = read("part_id,name,kind,made_in,eccn,fmv,currency\nA,caf\xE9,purchased,FR,"
                              "EAR99,1,EUR\n",
                              "parent_id,pos,child_id,qty\n");
  REQUIRE(r.bill);
  CHECK(r.bill->part({0}).name == "caf\xC3\xA9");
  CHECK(r.notes == strings{"p.csv:2: bytes that are not UTF-8 are read as Windows-1252, here and "
                           "below"});
}
