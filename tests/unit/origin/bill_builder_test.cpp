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

void priced(bill_builder& b, const char* id, const char* unit, std::uint64_t line) {
  part_row row;
  row.part_id = id;
  row.fmv = "10";
  row.currency = "USD";
  row.unit = unit;
  b.add_part(row, {0, line});
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
  priced(b, "b", "kilograms", 2);
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

TEST_CASE("a price is per the stated unit, in whatever order the lines come", "[origin]") {
  // 10 USD per kg: 500 g in Q are 0.5 kg, 1 kg in P is 1 kg.
  struct row {
    const char *parent, *quantity, *unit, *in_unit;
  };
  const row rows[] = {{"Q", "500", "g", "0.5"}, {"P", "1", "KG", "1"}};
  for (const bool swapped : {false, true}) {
    bill_builder b;
    for (const char* id : {"P", "Q"}) part(b, id, 1);
    priced(b, "A", "kg", 3);
    for (const std::size_t i : {swapped ? 1U : 0U, swapped ? 0U : 1U}) {
      b.add_line({rows[i].parent, "1", "A", "", rows[i].quantity, rows[i].unit}, {0, 4 + i});
    }
    const bill built = b.build().value();
    CHECK(built.part(*built.find_part("A")).unit == "kg");
    CHECK(built.part(*built.find_part("A")).unit_stated);
    for (const row& r : rows) {
      CHECK(built.line(*built.find_part(r.parent), 0).quantity_in_unit.to_string() == r.in_unit);
    }
  }
}

TEST_CASE("lines in several units and a price per none of them are an error that names both lines",
          "[origin]") {
  for (const bool swapped : {false, true}) {
    bill_builder b;
    b.add_file("bill.csv", {});
    for (const char* id : {"P", "Q", "A", "R"}) part(b, id, 1);
    b.add_line({"Q", "1", "A", "", swapped ? "1" : "500", swapped ? "kg" : "g"}, {0, 4});
    b.add_line({"P", "1", "A", "", swapped ? "500" : "1", swapped ? "g" : "kg"}, {0, 5});
    // One unit under several names is one unit.
    b.add_line({"P", "2", "R", "", "1", swapped ? "Reel" : "reel"}, {0, 6});
    b.add_line({"Q", "2", "R", "", "1", swapped ? "reel" : "Reel"}, {0, 7});
    REQUIRE_FALSE(b.build());
    REQUIRE(b.problems().size() == 1);
    CHECK(told(b, 5, "in line 4 of bill.csv"));
    CHECK(told(b, 5, "column unit"));
  }
}

TEST_CASE("a unit that does not convert to that of the price is an error", "[origin]") {
  bill_builder b;
  b.add_file("bill.csv", {});
  part(b, "P", 1);
  priced(b, "A", "kg", 2);
  b.add_line({"P", "1", "A", "", "1", "m"}, {0, 3});
  b.add_line({"P", "2", "A", "", "1", ""}, {0, 4});  // pieces
  REQUIRE_FALSE(b.build());
  CHECK(told(b, 3, "priced per 'kg' in line 2"));
  CHECK(told(b, 4, "unit 'each' does not convert to 'kg'"));
}

TEST_CASE("without a stated class an entry says by its letter what it is about", "[origin]") {
  bill_builder b;
  const std::pair<const char*, content_class> cases[] = {
      {"5D992.c", content_class::software}, {"2E001", content_class::technology},
      {"2B116", content_class::commodity},  {"3A001", content_class::commodity},
      {"EAR99", content_class::commodity},  {"ITAR:XI", content_class::commodity},
      {"", content_class::commodity}};
  for (const auto& [eccn, expected] : cases) {
    const std::string id = std::string("part-") + eccn;
    part_row row;
    row.part_id = id;
    row.eccn = eccn;
    b.add_part(row, {});
  }
  part_row stated;
  stated.part_id = "stated";
  stated.eccn = "5D992.c";
  stated.content_type = "technology";
  b.add_part(stated, {});
  const bill built = b.build().value();
  for (const auto& [eccn, expected] : cases) {
    INFO(eccn);
    CHECK(built.part(*built.find_part(std::string("part-") + eccn)).content == expected);
  }
  CHECK(built.part(*built.find_part("stated")).content == content_class::technology);
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
