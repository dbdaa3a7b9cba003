#include <fstream>
#include <sstream>

#include "bill_io/flat_bill.hpp"
#include "catch.hpp"

using tradewarden::bill_io::flat_field;
using tradewarden::bill_io::flat_field_of;

TEST_CASE("titles are known in any spelling of case, blanks and punctuation", "[bill_io]") {
  CHECK(flat_field_of("Mfr. #") == flat_field::manufacturer);
  CHECK(flat_field_of("Manufacturer_No") == flat_field::part_number);
  CHECK(flat_field_of(" Manufacturer Part Number 1") == flat_field::part_number);
  CHECK(flat_field_of("Order Qty.") == flat_field::quantity);
  CHECK(flat_field_of("Country of Origin") == flat_field::origin);
  CHECK(flat_field_of("Ext. Price") == flat_field::total_price);
  CHECK(flat_field_of("Footprint") == std::nullopt);
  CHECK(flat_field_of("") == std::nullopt);
}
