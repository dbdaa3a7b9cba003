#include "cli/row_writer.hpp"

#include "catch.hpp"

using namespace tradewarden::cli;

TEST_CASE("csv cells: quoted where needed, formulas disarmed", "[rows]") {
  CHECK(csv_cell("plain name") == "plain name");
  CHECK(csv_cell("") == "");
  CHECK(csv_cell("Co., Ltd.") == "\"Co., Ltd.\"");
  CHECK(csv_cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("+49 30") == "'+49 30");
  CHECK(csv_cell("-0-") == "'-0-");
  CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_cell("\t=1") == "\"'\t=1\"");
  CHECK(csv_cell("\r=1") == "\"'\r=1\"");
  CHECK(csv_cell("=HYPERLINK(\"http://x\",\"y\")") ==
        "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  CHECK(csv_cell("a=b") == "a=b");
  CHECK(csv_cell(" lead") == "\" lead\"");
}

TEST_CASE("tsv cells: as they are, without tabs and line ends", "[rows]") {
  CHECK(tsv_cell("a\tb\nc\rd") == "a b c d");
  CHECK(tsv_cell("=1+1") == "=1+1");
  CHECK(tsv_cell("\"quoted\", x") == "\"quoted\", x");
}

TEST_CASE("lines are cells with separators and an end", "[rows]") {
  const std::string cells[] = {"1", "A, B", "-x"};
  CHECK(delimited_line(cells, row_format::csv) == "1,\"A, B\",'-x\n");
  CHECK(delimited_line(cells, row_format::tsv) == "1\tA, B\t-x\n");
}
