#include "tradewarden/list_info.hpp"

#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "tradewarden/day.hpp"

using tradewarden::all_lists;
using tradewarden::find_list;

TEST_CASE("lists stand in the order in which ties are broken", "[list_info]") {
  const std::vector<std::string> expected = {
      "US-DPL", "US-EL",  "US-SDN", "US-CONS", "US-MEU",  "US-UVL",  "US-ISN", "US-DTC",
      "UN-SC",  "EU-FSF", "UK-SL",  "AU-DFAT", "CH-SECO", "CA-SEMA", "JP-METI"};
  std::vector<std::string> found;
  for (const auto& list : all_lists()) found.emplace_back(list.code);
  CHECK(found == expected);
}

TEST_CASE("every list says who keeps it, what it means and under which law", "[list_info]") {
  for (const auto& list : all_lists()) {
    CAPTURE(list.code);
    CHECK_FALSE(list.name.empty());
    CHECK_FALSE(list.authority.empty());
    CHECK_FALSE(list.citation.empty());
    REQUIRE_FALSE(list.effect.empty());
    CHECK(list.effect.back() == '.');
  }
}

TEST_CASE("an effect that was read says in which edition", "[list_info]") {
  for (const auto& list : all_lists()) {
    CAPTURE(list.code);
    // Whoever says that it was read says when; an edition is a day.
    CHECK(list.verified != list.as_of.empty());
    if (list.verified) CHECK(tradewarden::day::parse(list.as_of).has_value());
  }
  // Read in the eCFR of 2026-07-23; the laws of other countries were not.
  CHECK(find_list("US-EL")->verified);
  CHECK(find_list("US-EL")->as_of == "2026-07-23");
  CHECK_FALSE(find_list("US-DTC")->verified);
  CHECK_FALSE(find_list("EU-FSF")->verified);
}

TEST_CASE("a list is found by its code alone", "[list_info]") {
  REQUIRE(find_list("US-DPL") != nullptr);
  CHECK(find_list("US-DPL")->name == "Denied Persons List");
  CHECK(find_list("US-DPL")->citation == "15 CFR 764.3(a)(2)");
  CHECK(find_list("us-dpl") == nullptr);
  CHECK(find_list("US") == nullptr);
  CHECK(find_list("") == nullptr);
  CHECK(find_list("X-OWN") == nullptr);
}
