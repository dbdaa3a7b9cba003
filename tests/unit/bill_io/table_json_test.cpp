#include "bill_io/table_json.hpp"

#include "catch.hpp"
#include "unit/bill_io/reading.hpp"

using namespace tradewarden;
using strings = std::vector<std::string>;

TEST_CASE("a JSON document of tables is the same bill as the CSV files", "[bill_io]") {
  const bill_reading json = read_bill_texts({{"bill", "b.json", R"({
    "parts": [
      {"part_id": "P", "kind": "made", "made_in": "DE", "eccn": "?", "fmv": "1000", "currency": "EUR"},
      {"part_id": "A", "kind": "purchased", "made_in": "US", "eccn": "2B116", "fmv": "120",
       "currency": "EUR", "name": null, "unit": "kg"}
    ],
    "lines": [{"parent_id": "P", "pos": "10", "child_id": "A", "qty": "2", "uom": "g"}],
    "offers": [{"part_id": "A", "supplier_id": "S", "price": "119", "currency": "EUR"}],
    "fx": [{"date": "2020-01-01", "currency": "USD", "rate_num": "9", "rate_den": "10"}],
    "production": [{"part_id": "P", "us_technology_eccns": "3E001|3D001", "plant_eccns": "none",
                    "contains_ic_of_such_plant": "y"}]
  })"}});
  const bill_reading csv = read_bill_texts(
      {{"parts", "p.csv", "part_id,kind,made_in,eccn,fmv,currency,unit\nP,made,DE,?,1000,EUR,\n"
                          "A,purchased,US,2B116,120,EUR,kg\n"},
       {"lines", "l.csv", "parent_id,pos,child_id,qty,uom\nP,10,A,2,g\n"},
       {"offers", "o.csv", "part_id,supplier_id,price,currency\nA,S,119,EUR\n"},
       {"fx", "f.csv", "date,currency,rate_num,rate_den\n2020-01-01,USD,9,10\n"},
       {"production", "m.csv",
        "part_id,us_technology_eccns,plant_eccns,contains_ic_of_such_plant\nP,3D001|3E001,none,y\n"}});
  CHECK(problems(json) == strings{});
  REQUIRE(json.bill);
  REQUIRE(csv.bill);
  CHECK(dump(*json.bill) == dump(*csv.bill));
  REQUIRE(json.files.size() == 1);
  CHECK(json.files[0].rows == 6);
  CHECK(json.files[0].used == 6);
}

TEST_CASE("a table alone is an array", "[bill_io]") {
  const bill_reading r = read_bill_texts(
      {{"parts", "p.json", R"([{"part_id": "A", "kind": "purchased", "made_in": "FR"}])"},
       {"lines", "l.json", "[]"}});
  CHECK(problems(r) == strings{});
  REQUIRE(r.bill);
  CHECK(r.bill->part_count() == 1);
}

TEST_CASE("a JSON number is refused: it may have lost digits", "[bill_io]") {
  const bill_reading r = read_bill_texts(
      {{"parts", "p.json", "[\n{\"part_id\": \"A\", \"kind\": \"purchased\",\n \"fmv\": 0.1}]"},
       {"lines", "l.json", "[]"}});
  CHECK(problems(r) == strings{"p.json:3: fmv: numbers are written as texts (\"0.1\"): a JSON number "
                               "may have lost digits (/0)"});
  CHECK(r.files[0].rejected == 1);
}

TEST_CASE("broken, cut and foreign JSON is refused by name", "[bill_io]") {
  const auto code = [](std::string_view text) {
    const bill_reading r = read_bill_texts({{"bill", "b.json", text}});
    REQUIRE_FALSE(r.problems.empty());
    CHECK_FALSE(r.bill);
    return r.problems[0].code;
  };
  CHECK(code(R"({"parts": [{"part_id": "A)") == errc::truncated);
  CHECK(code(R"({"parts": [{"part_id" "A"}]})") == errc::bad_syntax);
  CHECK(code(R"({"rows": []})") == errc::unknown_format);
  CHECK(code(R"({"parts": []} {})") == errc::bad_syntax);
  CHECK(code(R"({"parts": [1]})") == errc::bad_value);
  CHECK(code(R"({"parts": [{"part_id": "A", "part_id": "B"}]})") == errc::bad_value);
}

TEST_CASE("a problem of a document of one line has its JSON pointer", "[bill_io]") {
  const bill_reading r = read_bill_texts(
      {{"bill", "b.json",
        R"({"parts":[{"part_id":"P","kind":"made","made_in":"DE","eccn":"","fmv":"","currency":""}],)"
        R"("lines":[{"parent_id":"P","pos":"1","child_id":"P","qty":"1"},)"
        R"({"parent_id":"P","pos":"2","child_id":"C","qty":2},)"
        R"({"parent_id":"P","pos":"3","child_id":"C","qty":"x"}]})"}},
      {}, {});
  REQUIRE(r.problems.size() >= 2);
  CHECK(r.problems[0].message.find("(/lines/1)") != std::string::npos);
  CHECK(r.problems[1].message.find("(/lines/2)") != std::string::npos);
}
