#include "tradewarden/list_diff.hpp"

#include "catch.hpp"

using namespace tradewarden;

namespace {

listed_party party(const std::string& id, const std::vector<std::string>& names) {
  listed_party p;
  p.list = "X-house";
  p.source_id = id;
  for (const std::string& n : names) {
    p.names.push_back({n, p.names.empty() ? name_kind::primary : name_kind::aka, name_strength::strong, script::latin, {}});
  }
  return p;
}

using texts = std::vector<std::string>;

}  // namespace

TEST_CASE("list_diff: added, removed, changed and unchanged entries", "[store]") {
  listed_party moved = party("3", {"C"});
  moved.names[0].at.line = 99;
  listed_party changed = party("2", {"B", "B new"});
  changed.remarks = "late";
  listed_party was = party("2", {"B", "B old"});
  was.remarks = "early";
  const list_diff d = compare_lists(std::vector{party("1", {"A"}), was, party("3", {"C"})},
                                    std::vector{moved, changed, party("4", {"D", "D2"})});
  CHECK(d.added == 1);
  CHECK(d.removed == 1);
  CHECK(d.changed == 1);
  CHECK(d.unchanged == 1);  // its line is no fact
  CHECK(d.names_added == 3);
  REQUIRE(d.entries.size() == 3);
  CHECK(d.entries[0].kind == entry_change_kind::removed);
  CHECK(d.entries[0].name == "A");
  CHECK(d.entries[1].fields == std::vector<field_change>{{"names", {"B old (a.k.a.)"}, {"B new (a.k.a.)"}}, {"remarks", {"early"}, {"late"}}});
  CHECK(d.entries[1].names_added == texts{"B new"});
  CHECK(d.entries[2].kind == entry_change_kind::added);
  CHECK(d.entries[2].names_added == texts{"D", "D2"});
}

TEST_CASE("list_diff: values in another order are no change; one more of the same is", "[store]") {
  listed_party a = party("1", {"A"});
  a.programmes = {"X", "Y"};
  listed_party b = party("1", {"A"});
  b.programmes = {"Y", "X"};
  CHECK(compare_lists(std::vector{a}, std::vector{b}).unchanged == 1);
  b.programmes = {"Y", "X", "X"};
  const list_diff d = compare_lists(std::vector{a}, std::vector{b});
  REQUIRE(d.entries.size() == 1);
  CHECK(d.entries[0].fields == std::vector<field_change>{{"programmes", {}, {"X"}}});
}

TEST_CASE("list_diff: a longer measure, a stronger name and a lost number are seen", "[store]") {
  listed_party a = party("1", {"A", "A2"});
  a.names[1].strength = name_strength::weak;
  a.measures.emplace_back();
  a.measures[0].until = day::parse("2020-01-01").value();
  a.identifiers.push_back({"Passport", "7", "RU", "", "", {}});
  listed_party b = a;
  b.names[1].strength = name_strength::strong;
  b.measures[0].until = day::parse("2021-01-01").value();
  b.identifiers.clear();
  const list_diff d = compare_lists(std::vector{a}, std::vector{b});
  REQUIRE(d.entries.size() == 1);
  CHECK(d.entries[0].fields ==
        std::vector<field_change>{{"names", {"A2 (a.k.a., weak)"}, {"A2 (a.k.a.)"}},
                                  {"identifiers", {"Passport 7, RU"}, {}},
                                  {"measures", {"listing until 2020-01-01"}, {"listing until 2021-01-01"}}});
  CHECK(d.entries[0].names_added.empty());  // the text was there
}
