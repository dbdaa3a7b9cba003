#include "lists/finish_party.hpp"

#include "catch.hpp"

using namespace tradewarden;

namespace {
party_name named(std::string text, name_strength strength) {
  party_name n;
  n.text = std::move(text);
  n.strength = strength;
  return n;
}
}  // namespace

TEST_CASE("codes are sorted and stand once", "[finish_party]") {
  listed_party p;
  p.countries = {"US", "", "CU", "US"};
  p.programmes = {"SDGT", "IRGC", "SDGT"};
  lists::finish_party(p);
  CHECK(p.countries == std::vector<std::string>{"CU", "US"});
  CHECK(p.programmes == std::vector<std::string>{"SDGT", "IRGC"});  // The list's order.
}

TEST_CASE("one name twice is strong if either is", "[finish_party]") {
  listed_party p;
  p.names = {named("B", name_strength::weak), named("A", name_strength::strong),
             named("B", name_strength::strong), named("A", name_strength::weak),
             named("C", name_strength::weak)};
  lists::finish_party(p);
  REQUIRE(p.names.size() == 3);
  CHECK(p.names[0].text == "B");
  CHECK(p.names[0].strength == name_strength::strong);
  CHECK(p.names[1].strength == name_strength::strong);
  CHECK(p.names[2].strength == name_strength::weak);
}

TEST_CASE("facts that differ anywhere stay", "[finish_party]") {
  listed_party p;
  p.identifiers.resize(3);
  p.identifiers[0] = {"Passport", "1", "CU", "", "", {0, 0, 1}};
  p.identifiers[1] = {"Passport", "1", "DE", "", "", {0, 0, 1}};
  p.identifiers[2] = {"Passport", "1", "CU", "", "", {0, 0, 9}};
  lists::finish_party(p);
  REQUIRE(p.identifiers.size() == 2);
  CHECK(p.identifiers[0].at.line == 1);
}
