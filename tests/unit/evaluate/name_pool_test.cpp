#include "evaluate/name_pool.hpp"

#include "catch.hpp"
#include "support/name_lists.hpp"

using namespace tradewarden;
using namespace tradewarden::evaluating;

TEST_CASE("a person's name is turned at its comma", "[evaluate]") {
  const listed_name n = words_of("DE LA PLUM, Ignatius Maria", schema::person);
  CHECK(n.text == "Ignatius Maria DE LA PLUM");
  CHECK(n.family_words == 3);
  CHECK(words_of("Plum  Works, Ltd.", schema::entity).text == "Plum Works, Ltd.");
  CHECK(words_of("Plum, Ignatius, Jr", schema::person).family_words == 0);
  CHECK(words_of("Plum,", schema::person).family_words == 0);
  CHECK(words_of("", schema::person).words.empty());
}

TEST_CASE("all who bear a name are known, by any of its writings", "[evaluate]") {
  party_set set = tests::parties_of({"PLUM, Ignatius", "Ignatius Plum", "Vostok Works"});
  set.parties[1].list = "X-OTHER";
  set.parties[1].source_id = "0";  // as on the first list
  const party_index idx = party_index::from_bytes(build_index_bytes(set).value()).value();
  const name_pool pool(idx);
  CHECK(pool.size() == 3);
  CHECK(pool.bearers("Ignatius PLUM") == std::vector<std::string>{"X-TEST:0", "X-OTHER:0"});
  CHECK(pool.bearers("Vostok Works") == std::vector<std::string>{"2"});
  CHECK(pool.is_listed("VOSTOK WORKS"));
  CHECK_FALSE(pool.is_listed("Vostok"));
  CHECK_FALSE(pool.is_listed("..."));
}

TEST_CASE("weak aliases and ended parties lend no names, but are known", "[evaluate]") {
  party_set set = tests::parties_of({"Ignatius Plum", "Vostok Works"});
  party_name weak;
  weak.text = "Iggy";
  weak.strength = name_strength::weak;
  set.parties[0].names.push_back(weak);
  set.publications[0].date = day::parse("2024-06-30").value();
  set.parties[1].measures[0].until = day::parse("2024-06-30").value();
  const party_index idx = party_index::from_bytes(build_index_bytes(set).value()).value();
  const name_pool pool(idx);
  CHECK(pool.size() == 1);
  CHECK(pool.weak_left_out() == 1);
  CHECK(pool.ended_left_out() == 1);
  CHECK(pool.is_listed("Iggy"));
  CHECK(pool.is_listed("Vostok Works"));

  set.parties[1].measures[0].until = day::parse("2024-07-01").value();  // still in force on that day
  const party_index later = party_index::from_bytes(build_index_bytes(set).value()).value();
  CHECK(name_pool(later).ended_left_out() == 0);
}
