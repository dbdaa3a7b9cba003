#include "match/identifier_search.hpp"

#include "catch.hpp"
#include "support/name_lists.hpp"

namespace tradewarden::tests {

TEST_CASE("bearers of a number, in the order of parties, each with the best grade", "[identifier]") {
  party_set set = parties_of({"A A", "B B", "C C", "D D"});
  set.parties[0].identifiers.push_back({"Tax ID No.", "HRB 12345", "DE", "", "", {}});
  set.parties[1].identifiers.push_back({"Registration Number", "12345", "DE", "", "", {}});
  set.parties[2].identifiers.push_back({"Passport", "012345", "", "", "", {}});
  set.parties[2].identifiers.push_back({"Registration Number", "HRB-12345", "DE", "", "", {}});
  const party_index idx = party_index::from_bytes(build_index_bytes(set).value()).value();
  REQUIRE(idx.view().search_ready().has_value());
  const auto found = [&](const char* number) {
    screening_query q;
    q.identifier = number;
    std::vector<std::string> notes;
    return matching::find_bearers(idx.view(), matching::read_facts(q, notes), day::from_days(0)).value();
  };
  using enum identifier_grade;
  // What stands in front may be a part of the number, or its kind.
  CHECK(found("HRB 12345") == std::vector<matching::bearer>{{0, possible}, {1, same}, {2, same}});
  CHECK(found("12345") == std::vector<matching::bearer>{{1, same}, {2, possible}});
  CHECK(found("99999").empty());
  CHECK(found("").empty());
}

}  // namespace tradewarden::tests
