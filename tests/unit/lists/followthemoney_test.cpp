#include "lists/followthemoney.hpp"

#include "catch.hpp"
#include "unit/lists/list_dump.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

namespace {

result<publication> read(const std::string& text) {
  return read_ftm_json(test::file_of(text, "entities.json"), {}, {});
}

const std::string k_person =
    R"({"id":"A","schema":"Person","target":true,"properties":{"name":["Omar Example","Umar Example"],)"
    R"("weakAlias":["Doc"],"previousName":["Old"],"birthDate":["1960-04"],"nationality":["ru"]}})"
    "\n";

}  // namespace

TEST_CASE("followthemoney: names by kind and strength", "[followthemoney]") {
  const auto p = read(k_person).value();
  const auto& n = p.parties.at(0).names;
  REQUIRE(n.size() == 4);
  CHECK(n[0].text == "Omar Example");
  CHECK(n[0].kind == name_kind::primary);
  CHECK(n[1].text == "Umar Example");
  CHECK(n[2].kind == name_kind::fka);
  CHECK(n[3].strength == name_strength::weak);
  CHECK(p.parties.at(0).birth_dates.at(0).date.to_string() == "1960-04");
}

TEST_CASE("followthemoney: sanctions, documents and addresses find their party in any order",
          "[followthemoney]") {
  const auto p =
      read(R"({"id":"S","schema":"Sanction","properties":{"entity":["A"],"startDate":["2014-03-17"],)"
           R"("endDate":["2020-01-01"],"authority":["An office"],"program":["P1"]}})" "\n"
           R"({"id":"I","schema":"Passport","properties":{"holder":["A"],"number":["A-1"],"country":["ru"]}})" "\n"
           R"({"id":"X","schema":"Address","properties":{"full":["1 Road, Moscow"],"country":["ru"]}})" "\n" +
           k_person +
           R"({"id":"B","schema":"Company","target":true,"properties":{"name":["B Ltd"],"addressEntity":["X"]}})" "\n")
          .value();
  const listed_party& a = p.parties.at(0);
  REQUIRE(a.measures.size() == 1);
  CHECK(a.measures[0].from->to_string() == "2014-03-17");
  CHECK(a.measures[0].until->to_string() == "2020-01-01");
  CHECK(a.measures[0].note == "An office");
  CHECK(a.programmes == std::vector<std::string>{"P1"});
  CHECK(a.identifiers.at(0).value == "A-1");
  CHECK(p.parties.at(1).addresses.at(0).country == "RU");
  CHECK(p.parties.at(1).measures.size() == 1);
  CHECK(p.counts.rows == 2);
}

TEST_CASE("followthemoney: what is no target is counted, not listed", "[followthemoney]") {
  const auto p =
      read(k_person + R"({"id":"C","schema":"Person","target":false,"properties":{"name":["A relative"]}})"
                      "\n")
          .value();
  CHECK(p.counts.parties == 1);
  CHECK(p.counts.rows == 1);
  CHECK(test::has_diagnostic(p, 0, "", "1 entities are no targets"));
}

TEST_CASE("followthemoney: broken lines are rejected, a last one that does not end is a cut",
          "[followthemoney]") {
  const auto p = read("{\"id\":1}\nnonsense\n" + k_person).value();
  CHECK(p.counts.rows == 3);
  CHECK(p.counts.rejected == 2);
  CHECK(read(k_person + "{\"id\":\"B\",\"sch").error().code == errc::truncated);
  CHECK(read("{\"id\":\"B\",\"schema\":\"Asset\",\"properties\":{}}\n").error().code ==
        errc::empty_input);
}

TEST_CASE("followthemoney: edges of ownership", "[followthemoney]") {
  const std::string text =
      k_person +
      R"({"id":"O","schema":"Ownership","properties":{"owner":["A","C"],"asset":["B"],)"
      R"("percentage":["50.5%"],"startDate":["2020"],"endDate":["2022-02-03"],"role":["shareholder"]}})"
      "\n";
  const auto edges = read_ftm_ownership(test::file_of(text), {}).value();
  REQUIRE(edges.size() == 2);
  CHECK(edges[0].owner == "A");
  CHECK(edges[1].owner == "C");
  CHECK(edges[0].owned == "B");
  CHECK(edges[0].percentage == "50.5%");
  CHECK(edges[0].from->to_string() == "2020-01-01");
  CHECK(edges[0].until->to_string() == "2022-02-03");
  CHECK(edges[0].line == 2);
  CHECK(read_ftm_ownership(test::file_of("nonsense\n" + text), {}).error().line == 1);
}
