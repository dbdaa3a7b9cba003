#include "bill_io/flat_bill.hpp"

#include "catch.hpp"
#include "unit/bill_io/reading.hpp"

using namespace tradewarden;
using strings = std::vector<std::string>;

namespace {

bill_reading read(std::string_view text) {
  bill_sources product;
  product.product_name = "Board";
  product.product_price = "99";
  product.product_currency = "USD";
  product.product_made_in = "DE";
  return read_bill_texts({{"bill", "b.csv", text}}, product);
}

}  // namespace

TEST_CASE("a distributor's export: aliases, prices with signs, extended prices", "[bill_io]") {
  const bill_reading r = read(
      "Index,Quantity,Digi-Key Part Number,Manufacturer Part Number,Description,Customer Reference,"
      "Unit Price,Extended Price,Country of Origin,ECCN,HTSUS\n"
      "1,2,AB-1-ND,AB-1,\"CAP, 1 uF\",\"C1, C2\",$0.10,$0.20,Japan,EAR99,8532.24.0020\n"
      "2,3,CD-2-ND,CD-2,IC,U1 U2 U3,,1.5,TW,3A991,\n");
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(dump(*r.bill) ==
        strings{"Board|Board|made|DE|n|-|?||99|USD|?|commodity|each|", " line|C1, C2|AB-1|0|2|each|2|", " line|U1 U2 U3|CD-2|0|3|each|3|",
                "AB-1|CAP, 1 uF|purchased|JP|n|-|EAR99|8532240020|0.1|USD|?|commodity|each|",
                "CD-2|IC|purchased|TW|n|-|3A991||0.5|USD|?|commodity|each|"});
  CHECK(r.files[0].rows == 2);
  CHECK(r.files[0].used == 2);
  CHECK(r.notes == strings{"b.csv:1: columns that are not used: Index"});
}

TEST_CASE("rows without a quantity below a part are its alternatives", "[bill_io]") {
  const bill_reading r = read(
      "QTY,REFERENCE,DESCRIPTION,MANU,PART NUMBER\n"
      "24,\"C1,C2\",CAP,TDK,T-1\n,,,Murata,M-1\n,,,Yageo,Y-1\n1,,BOX,,\n");
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  const auto board = r.bill->find_part("Board");
  REQUIRE(board);
  REQUIRE(r.bill->line_count(*board) == 4);
  CHECK(r.bill->line(*board, 0).pos == "C1,C2");
  CHECK(r.bill->line(*board, 2).pos == "C1,C2");
  CHECK(r.bill->line(*board, 2).alt_rank == 2);
  CHECK(r.bill->line(*board, 2).quantity.to_string() == "24");
  CHECK(r.bill->line(*board, 3).pos == "row 5");
  CHECK(r.bill->part(r.bill->line(*board, 3).child).id == "BOX");
  CHECK(r.bill->supplier(r.bill->offer(*r.bill->find_part("M-1"), 0).supplier) == "Murata");
}

TEST_CASE("semicolons, unnamed columns and one row per designator", "[bill_io]") {
  const bill_reading r = read(
      "ref;value;Field1;Field2;Field3\nC1;33pF;Murata;GRM1;CAP\nC2;33pF;Murata;GRM1;CAP\n");
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(r.bill->part_count() == 2);  // the board, and one part in two places
  CHECK(r.bill->line_count() == 2);
  CHECK(r.notes.back() == "b.csv: no column of quantities: each designator of a row counts one");
}

TEST_CASE("rows that are no part of the product are counted and told, not lost", "[bill_io]") {
  const bill_reading r = read(
      "Some letterhead,,,\nPart Number,Qty,Price,DNP\nA,1,2,\nB,0,3,\nC,4,1,x\n,,,\nTotal,,6,\n");
  REQUIRE(r.bill);
  CHECK(r.files[0].rows == 4);
  CHECK(r.files[0].used == 1);
  CHECK(r.files[0].set_aside == 3);
  CHECK(r.bill->part_count() == 2);
}

TEST_CASE("one part with several prices costs between the least and the most", "[bill_io]") {
  const bill_reading r = read("MPN,Qty,Unit Price\nA,1,2\nB,1,3\nA,1,2.5\nA,1,1.5\n");
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(r.bill->part(*r.bill->find_part("A")).fmv.to_string() == "1.5..2.5");
  CHECK(r.notes == strings{"b.csv:4: part 'A' has another price on line 2: the price is 2..2.5",
                           "b.csv:5: part 'A' has another price on line 2: the price is 1.5..2.5"});
}

TEST_CASE("one part with two origins is a conflict that names both lines", "[bill_io]") {
  CHECK(problems(read("MPN,Qty,COO\nA,1,CN\nB,1,CN\nA,1,US\n")) ==
        strings{"b.csv:4: part 'A' has another origin, classification, currency or unit of price on "
              "line 2"});
}

TEST_CASE("the price of a part that is counted in two units is per the one of its column",
          "[bill_io]") {
  const bill_reading r =
      read("MPN,Qty,UoM,Unit Price,Price Unit\nA,500,g,10,kg\nA,1,kg,10,kg\nB,2,m,3,\n");
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(r.bill->part(*r.bill->find_part("A")).unit == "kg");
  CHECK(r.bill->part(*r.bill->find_part("B")).unit == "m");
  CHECK(r.bill->line(r.bill->products()[0], 0).quantity_in_unit.to_string() == "0.5");

  const strings told = problems(read("MPN,Qty,UoM,Unit Price\nA,500,g,10\nA,1,kg,10\n"));
  REQUIRE(told.size() == 1);
  CHECK(told[0].starts_with("b.csv:3: uom: part 'A' is counted in 'kg' here, and in 'g' in line 2"));
}

TEST_CASE("sign-offs below the table are told, and never an alternative of its last part", "[bill_io]") {
  const bill_reading r = read(
      "Maker,MPN,Description,Designator,Value,Qty\nM,A,Part,C1,1u,2\n,,,,,\n,,,,,\n,,,,,\n"
      ",,,,Approvals,\nPart,Revision,Drawing,,Dept.,Name\n,,x.prj,,Design,Ann A.\n");
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(r.bill->part_count() == 2);
  CHECK(r.bill->line_count() == 1);
  CHECK(r.files[0].rows == 4);
  CHECK(r.files[0].set_aside == 3);
}

TEST_CASE("quantities and prices that cannot be read are told", "[bill_io]") {
  const strings told = problems(read("MPN,Qty,Unit Price\nA,some,2\nB,1,\"1,234\"\n"));
  REQUIRE(told.size() == 2);
  CHECK(told[0] == "b.csv:2: quantity: 'some' is no quantity");
  CHECK(told[1].starts_with("b.csv:3: unit price: '1,234' may be a thousand times more or less"));
}

TEST_CASE("a flat bill needs a name for its product, and a header", "[bill_io]") {
  const bill_reading nameless = read_bill_texts({{"bill", "b.csv", "MPN,Qty\nA,1\n"}});
  REQUIRE(nameless.problems.size() == 1);
  CHECK(nameless.problems[0].code == errc::usage);
  const bill_reading headless = read("A,1\nB,2\n");
  REQUIRE_FALSE(headless.problems.empty());
  CHECK(headless.problems[0].code == errc::unknown_format);
}

TEST_CASE("two columns of one meaning: an error where they may say different things", "[bill_io]") {
  const bill_reading two = read("Part Number,Qty,Quantity,Unit Price\nA,2,5,1\n");
  CHECK(problems(two) ==
        strings{"b.csv:1: Quantity: columns 2 ('Qty') and 3 ('Quantity') mean the same: take one out, "
                "or give it another title"});
  CHECK_FALSE(two.bill);
  // The price of one and the price of the row are two things.
  CHECK(problems(read("Part Number,Qty,Unit Price,Ext. Price\nA,2,1,2\n")) == strings{});
  // Names are names: the first is the id, and that is said.
  const bill_reading names = read("Part Number,MPN,Qty\nA,X,2\n");
  CHECK(problems(names) == strings{});
  REQUIRE(names.bill);
  CHECK(names.bill->find_part("A"));
  CHECK_FALSE(names.bill->find_part("X"));
  CHECK(std::find(names.notes.begin(), names.notes.end(),
                  "b.csv:1: columns 1 ('Part Number') and 2 ('MPN') mean the same: the first is "
                  "read") != names.notes.end());
}
