#include "lists/merge_histories.hpp"

#include "catch.hpp"
#include "tradewarden/day.hpp"

using namespace tradewarden;

namespace {

day d(const char* iso) { return day::parse(iso).value(); }

listed_party state(const char* name, std::vector<sighting> seen) {
  listed_party p;
  p.names.push_back({name, name_kind::primary, name_strength::strong, script::latin, {}});
  p.seen = std::move(seen);
  return p;
}

/// Adds the names, and counts.
std::size_t names_only(listed_party& to, listed_party&& from) {
  for (party_name& n : from.names) to.names.push_back(std::move(n));
  return 1;
}

std::vector<std::string> texts(const listed_party& p) {
  std::vector<std::string> out;
  for (const party_name& n : p.names) out.push_back(n.text);
  return out;
}

using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("merge_histories: facts go to the state that holds at the same time", "[merge]") {
  listed_party kept = state("B", {{d("2020-03-01"), d("2020-04-01"), {}, {}}});
  kept.earlier.push_back(state("A", {{d("2020-01-01"), d("2020-02-01"), {}, {}}}));
  listed_party other = state("b", {{d("2020-03-15"), d("2020-03-15"), {}, {}}});
  other.earlier.push_back(state("a", {{d("2020-01-15"), d("2020-01-15"), {}, {}}}));
  CHECK(lists::merge_histories(kept, std::move(other), names_only) == 2);
  CHECK(texts(kept) == strings{"B", "b"});
  REQUIRE(kept.earlier.size() == 1);
  CHECK(texts(kept.earlier[0]) == strings{"A", "a"});
  CHECK(kept.seen.size() == 1);
}

TEST_CASE("merge_histories: what the publisher has not at the time stands by itself", "[merge]") {
  listed_party kept = state("A", {{d("2018-01-01"), d("2018-01-01"), {}, d("2022-01-01")}});
  listed_party other = state("a", {{d("2025-01-01"), d("2025-01-01"), {}, {}}});
  CHECK(lists::merge_histories(kept, std::move(other), names_only) == 0);
  CHECK(texts(kept) == strings{"a"});  // seen last
  REQUIRE(kept.earlier.size() == 1);
  CHECK(texts(kept.earlier[0]) == strings{"A"});
  CHECK(kept.earlier[0].seen[0].missing_from == d("2022-01-01"));
}

TEST_CASE("merge_histories: one that is still listed takes what came since", "[merge]") {
  listed_party kept = state("A", {{d("2018-01-01"), d("2018-01-01"), {}, {}}});
  listed_party other = state("a", {{d("2025-01-01"), d("2025-01-01"), d("2024-01-01"), {}}});
  CHECK(lists::merge_histories(kept, std::move(other), names_only) == 1);
  CHECK(texts(kept) == strings{"A", "a"});
  CHECK(kept.earlier.empty());
  CHECK(kept.seen == std::vector<sighting>{{d("2018-01-01"), d("2018-01-01"), {}, {}}});
}
