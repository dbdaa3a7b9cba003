#include "lists/list_address.hpp"

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::lists;

TEST_CASE("list_address: the country of an address in one line", "[list_address]") {
  CHECK(country_of_address("1 Sample Road, Richardson, TX, 75081, US") == "US");
  CHECK(country_of_address("1 Sample Road, Richardson, TX, 75081") == "US");
  CHECK(country_of_address("1 Sample Road, Richardson, TX 75081-1234") == "US");
  CHECK(country_of_address("1 Sample Road, Richardson, TX") == "US");
  CHECK(country_of_address("Beispielweg 1, Hamburg, Germany") == "DE");
  CHECK(country_of_address("Ornek Sok. 1, Istanbul, turkiye") == "TR");
  CHECK(country_of_address("1 Example Road, Central, Hong Kong, ") == "HK");
  CHECK(country_of_address("KZ") == "KZ");
}

TEST_CASE("list_address: a country is not guessed", "[list_address]") {
  // California or Canada, Delaware or Germany.
  CHECK(country_of_address("1 Sample Road, Somewhere, CA").empty());
  CHECK(country_of_address("1 Sample Road, Somewhere, DE").empty());
  // A list that always ends with the country leaves no doubt.
  CHECK(country_of_address("1 Sample Road, Toronto, CA", true) == "CA");
  CHECK(country_of_address("Gaza Strip, undetermined").empty());
  CHECK(country_of_address("12345").empty());
  CHECK(country_of_address("").empty());
  CHECK(country_of_address(", ,").empty());
}

TEST_CASE("list_address: a country in the wrong column is put right", "[list_address]") {
  const party_address state = address_of_parts("P.O. BOX 1", "NICOSIA", "CY", "", "");
  CHECK(state.country == "CY");
  CHECK(state.state.empty());
  const party_address country = address_of_parts("P.O. BOX 1", "ANTHONY", "", "88021", "NM");
  CHECK(country.country == "US");
  CHECK(country.state == "NM");
  const party_address us = address_of_parts("1 SAMPLE ROAD", "PHARR", "TX", "78577", "");
  CHECK(us.country == "US");
  CHECK(us.state == "TX");
  CHECK(address_of_parts("", "BEIJING", "", "", "PRC").country == "CN");
  const party_address odd = address_of_parts("", "X", "Y", "", "ATLANTIS");
  CHECK(odd.country.empty());
  CHECK(odd.text == "ATLANTIS");
}

TEST_CASE("list_address: the same address is kept once", "[list_address]") {
  std::vector<party_address> all;
  party_address a = address_of_parts("1 SAMPLE ROAD", "PHARR", "TX", "78577", "US");
  CHECK(add_address(all, a));
  a.at.line = 7;
  CHECK_FALSE(add_address(all, a));
  a.city = "DALLAS";
  CHECK(add_address(all, a));
  CHECK(all.size() == 2);
  CHECK(is_empty(party_address{}));
  CHECK_FALSE(is_empty(a));
}

TEST_CASE("list_address: US states and postal codes", "[list_address]") {
  for (const char* s : {"AK", "TX", "WY", "PR", "DC"}) CHECK(is_us_state(s));
  for (const char* s : {"XX", "UK", "tx", "", "TXX"}) CHECK_FALSE(is_us_state(s));
  CHECK(is_us_postal_code("75081"));
  CHECK(is_us_postal_code("37658-3615"));
  for (const char* s : {"7508", "750811", "37658 3615", "ABCDE", "37658-36"}) {
    CHECK_FALSE(is_us_postal_code(s));
  }
}
