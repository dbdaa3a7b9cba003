#include "bill_io/header.hpp"

#include "catch.hpp"

TEST_CASE("column names are compared without case and outer blanks", "[bill_io]") {
  CHECK(tradewarden::bill_io::column_name("  Made In ") == "made_in");
  CHECK(tradewarden::bill_io::column_name("PART_ID") == "part_id");
  CHECK(tradewarden::bill_io::column_name("") == "");
}
