#include "store/history.hpp"

#include "catch.hpp"
#include "unit/store/sample_snapshots.hpp"

using namespace tradewarden;
using test::on;

namespace {

listed_party party(const std::string& id, const std::vector<std::string>& names, std::uint64_t line = 1) {
  listed_party p;
  p.list = "X-house";
  p.source_id = id;
  for (const std::string& n : names) p.names.push_back({n, name_kind::aka, name_strength::strong, script::latin, {0, 0, line}});
  p.measures.emplace_back();
  return p;
}

publication state(const char* date, std::vector<listed_party> parties) {
  publication p;
  p.name = "House list";
  p.date = on(date);
  p.sha256 = sha256(date);
  p.counts.parties = parties.size();
  p.parties = std::move(parties);
  return p;
}

const listed_party& of(const publication& p, const std::string& id) {
  for (const listed_party& x : p.parties) {
    if (x.source_id == id) return x;
  }
  FAIL("no party " << id);
  return p.parties.front();
}

}  // namespace

TEST_CASE("history: what does not change is one entry with one sighting", "[store]") {
  store::history_builder history;
  for (const char* date : {"2020-01-01", "2020-02-01", "2020-03-01"}) {
    history.add(state(date, {party("1", {"A"}, date[6] - '0')}), false);
  }
  const publication all = history.finish();
  REQUIRE(all.parties.size() == 1);
  CHECK(all.parties[0].earlier.empty());
  CHECK(all.parties[0].seen == std::vector<sighting>{{on("2020-01-01"), on("2020-03-01"), {}, {}}});
  CHECK(all.parties[0].names[0].at.line == 3);  // where it stands in the newest file
  CHECK(all.date == on("2020-03-01"));
  REQUIRE(all.history.size() == 2);
  CHECK(all.history[0] == older_publication{on("2020-01-01"), sha256("2020-01-01"), 1, false});
}

TEST_CASE("history: added, removed, re-listed and changed", "[store]") {
  store::history_builder history;
  history.add(state("2020-01-01", {party("1", {"A"}), party("2", {"B"}), party("3", {"C"})}), false);
  history.add(state("2020-02-01", {party("1", {"A", "A2"}), party("3", {"C"}), party("4", {"D"})}), false);
  history.add(state("2020-03-01", {party("1", {"A"}), party("2", {"B"}), party("4", {"D"})}), false);
  const publication all = history.finish();
  REQUIRE(all.parties.size() == 4);
  const listed_party& changed = of(all, "1");
  CHECK(changed.seen == std::vector<sighting>{{on("2020-01-01"), on("2020-01-01"), {}, {}}, {on("2020-03-01"), on("2020-03-01"), {}, {}}});
  REQUIRE(changed.earlier.size() == 1);
  CHECK(changed.earlier[0].names.size() == 2);
  CHECK(changed.earlier[0].names[0].at.line == 0);
  CHECK(changed.earlier[0].seen == std::vector<sighting>{{on("2020-02-01"), on("2020-02-01"), {}, {}}});
  CHECK(of(all, "2").seen == std::vector<sighting>{{on("2020-01-01"), on("2020-01-01"), {}, on("2020-02-01")},
                                                  {on("2020-03-01"), on("2020-03-01"), on("2020-02-01"), {}}});
  CHECK(of(all, "3").seen == std::vector<sighting>{{on("2020-01-01"), on("2020-02-01"), {}, on("2020-03-01")}});
  CHECK(of(all, "4").seen == std::vector<sighting>{{on("2020-02-01"), on("2020-03-01"), on("2020-01-01"), {}}});
}

TEST_CASE("history: a snapshot without its aliases says who was there, not that aliases had gone", "[store]") {
  store::history_builder history;
  history.add(state("2020-01-01", {party("1", {"A"})}), true);
  history.add(state("2020-02-01", {party("1", {"A", "A2"}), party("2", {"B", "B2"})}), false);
  history.add(state("2020-03-01", {party("1", {"A"}), party("2", {"B new"}), party("3", {"C"})}), true);
  history.add(state("2020-04-01", {party("1", {"A", "A2"}), party("3", {"C", "C2"})}), false);
  const publication all = history.finish();
  const listed_party& steady = of(all, "1");
  CHECK(steady.earlier.empty());
  CHECK(steady.names.size() == 2);
  CHECK(steady.seen == std::vector<sighting>{{on("2020-01-01"), on("2020-04-01"), {}, {}}});
  // A new name is a new state, which keeps what the file of aliases would have said.
  const listed_party& renamed = of(all, "2");
  REQUIRE(renamed.earlier.size() == 1);
  CHECK(renamed.names[0].text == "B new");
  CHECK(renamed.names.size() == 3);
  CHECK(of(all, "3").names.size() == 2);
  CHECK(of(all, "3").earlier.empty());
  CHECK(all.history[0].partial);
  CHECK_FALSE(all.history[1].partial);
}

TEST_CASE("history: same_facts looks at every fact, and at no place in a file", "[store]") {
  const listed_party a = party("1", {"A"}, 1);
  CHECK(store::same_facts(a, party("1", {"A"}, 7)));
  CHECK_FALSE(store::same_facts(a, party("1", {"A", "A"}, 1)));
  const auto differs = [&](auto change) {
    listed_party b = a;
    change(b);
    return !store::same_facts(a, b);
  };
  CHECK(differs([](listed_party& p) { p.schema = schema::person; }));
  CHECK(differs([](listed_party& p) { p.names[0].strength = name_strength::weak; }));
  CHECK(differs([](listed_party& p) { p.remarks = "x"; }));
  CHECK(differs([](listed_party& p) { p.addresses.emplace_back(); }));
  CHECK(differs([](listed_party& p) { p.measures[0].until = on("2020-01-01"); }));
  CHECK(differs([](listed_party& p) { p.identifiers.push_back({"Passport", "1", "", "", "", {}}); }));
  CHECK(differs([](listed_party& p) { p.programmes = {"X"}; }));
  CHECK(differs([](listed_party& p) { p.overlays.emplace_back(); }));
  CHECK(differs([](listed_party& p) { p.linked.push_back({"owner", "B"}); }));
}
