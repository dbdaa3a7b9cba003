#include "tradewarden/bill_builder.hpp"

#include <algorithm>

#include "catch.hpp"

namespace tradewarden {
namespace {

void part(bill_builder& b, std::string_view id, std::uint64_t line, std::string_view kind = "") {
  part_row row;
  row.part_id = id;
  row.kind = kind;
  b.add_part(row, {0, line});
}

bool told(const bill_builder& b, std::uint64_t line, std::string_view text) {
  return std::any_of(b.problems().begin(), b.problems().end(), [&](const error& e) {
    return e.line == line && e.to_string().find(text) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("every problem of a bill is told, with its line", "[origin]") {
  bill_builder b;
  b.add_file("bill.csv", {});
  part(b, "a", 2);
  part(b, "b", 3);
  part(b, "a", 4);
  b.add_line({"a", "1", "b", "0", "1", "kg"}, {0, 10});
  b.add_line({"a", "1", "b", "0", "1", "kg"}, {0, 11});     // the place again
  b.add_line({"a", "2", "c", "0", "1", ""}, {0, 12});       // no such part
  b.add_line({"a", "3", "b", "0", "x", "kg"}, {0, 13});     // no number
  b.add_line({"a", "4", "b", "0", "1", "m"}, {0, 14});      // another kind of unit
  b.add_line({"a", "5", "b", "1", "1", "kg"}, {0, 15});     // an alternative to nothing
  b.add_line({"b", "1", "a", "0", "1", ""}, {0, 16});       // a cycle
  b.add_line({"a", "6", "b", "0", "0", "kg"}, {0, 17});     // nothing of it
  const result<bill> built = b.build();
  REQUIRE_FALSE(built);
  CHECK(told(b, 4, "stands already in line 2"));
  CHECK(told(b, 11, "stands already in line 10"));
  CHECK(told(b, 12, "no part 'c'"));
  CHECK(told(b, 13, "qty"));
  CHECK(told(b, 14, "does not convert"));
  CHECK(told(b, 15, "no line of rank 0"));
  CHECK(told(b, 17, "zero"));
  const auto cycle = std::find_if(b.problems().begin(), b.problems().end(), [](const error& e) {
    return e.message.find("a cycle: ") == 0;
  });
  REQUIRE(cycle != b.problems().end());
  CHECK(cycle->message.find("'b' (bill.csv:16) -> 'a'") != std::string::npos);
}

TEST_CASE("a problem that repeats is told for each line", "[origin]") {
  bill_builder b;
  b.add_file("bill.csv", {});
  part(b, "a", 2);
  part(b, "b", 3);
  for (const std::uint64_t line : {10U, 11U}) b.add_line({"a", "1", "b", "x", "0", ""}, {0, line});
  b.add_line({"a", "1", "b", "0", "2", ""}, {0, 12});
  b.add_line({"a", "12", "b", "0", "", ""}, {0, 13});
  REQUIRE_FALSE(b.build());
  for (const std::uint64_t line : {10U, 11U}) {
    CHECK(told(b, line, "zero"));
    CHECK(told(b, line, "alt_rank"));
  }
  CHECK(told(b, 13, "qty"));
  CHECK(b.problems().size() == 5);
}

TEST_CASE("units of one kind convert, and the quantity stays as given", "[origin]") {
  bill_builder b;
  part(b, "a", 1);
  part(b, "b", 2);
  b.add_line({"a", "1", "b", "0", "1.5", "kg"}, {0, 3});
  b.add_line({"a", "2", "b", "0", "250", "g"}, {0, 4});
  const bill built = b.build().value();
  const part_id a = *built.find_part("a");
  CHECK(built.part(*built.find_part("b")).unit == "kg");
  CHECK(built.line(a, 1).quantity.to_string() == "250");
  CHECK(built.line(a, 1).uom == "g");
  CHECK(built.line(a, 1).quantity_in_unit.to_string() == "0.25");
  CHECK(built.products() == std::vector<part_id>{a});
}

TEST_CASE("the value of a part is its own price, else the interval of its offers", "[origin]") {
  bill_builder b;
  for (const char* id : {"own", "two", "open"}) {
    part_row row;
    row.part_id = id;
    row.fmv = std::string_view(id) == "own" ? "5" : "";
    row.currency = "EUR";
    b.add_part(row, {});
  }
  for (const char* id : {"own", "two", "open"}) {
    b.add_offer({id, "S1", "DE", "DE", "3", "USD"}, {});
    b.add_offer({id, "S2", "CN", "CN", std::string_view(id) == "open" ? "?" : "4", "USD"}, {});
  }
  const bill built = b.build().value();
  const auto value = [&](std::string_view id) {
    const auto [price, currency] = built.unit_value(*built.find_part(id));
    return price.to_string() + " " + std::string(currency);
  };
  CHECK(value("own") == "5 EUR");
  CHECK(value("two") == "3..4 USD");
  CHECK(value("open") == "? ");
}

}  // namespace tradewarden
