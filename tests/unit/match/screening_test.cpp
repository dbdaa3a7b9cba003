#include "tradewarden/screening.hpp"

#include <string>

#include "catch.hpp"
#include "support/name_lists.hpp"

namespace tradewarden::tests {
namespace {

screening_options on(const char* day_text) {
  screening_options o;
  o.as_of = day::parse(day_text).value();
  return o;
}

screening_query named(const std::string& name) {
  screening_query q;
  q.name = name;
  return q;
}

party_index index_of(const party_set& set) { return party_index::from_bytes(build_index_bytes(set).value()).value(); }

}  // namespace

TEST_CASE("a party is found by its best name, once", "[screening]") {
  party_set set = parties_of({"Zalopov Trading", "Qwexun Holding"});
  set.parties[0].names.emplace_back().text = "Zalopov Trading Ltd";
  const screening_answer a = screen(index_of(set), named("Zalopov Trading Ltd"), on("2026-01-01"));
  REQUIRE(a.hits.size() == 1);
  CHECK(a.hits[0].score.units() == 10'000);
  CHECK(a.hits[0].name_position == 1);
  CHECK(a.hits[0].rank == 1);
  CHECK(a.problem == query_problem::none);
}

TEST_CASE("hits beyond the limit are counted", "[screening]") {
  const party_index idx = index_of(parties_of({"Zalopov A", "Zalopov B", "Zalopov C", "Zalopov"}));
  screening_options o = on("2026-01-01");
  o.limit = 2;
  o.threshold = score::from_units(5'000);
  const screening_answer a = screen(idx, named("Zalopov"), o);
  CHECK(a.hits.size() == 2);
  CHECK(a.more == 2);
  CHECK(a.hits[0].matched_name == "Zalopov");
}

TEST_CASE("weak aliases count by the policy", "[screening]") {
  party_set set = parties_of({"Zalopov Import Company"});
  listed_party& p = set.parties[0];
  p.countries = {"CU"};
  p.names.push_back({"BNC", name_kind::aka, name_strength::weak, script::latin, {}});
  p.names.push_back({"Red Fox", name_kind::aka, name_strength::weak, script::latin, {}});
  const party_index idx = index_of(set);
  screening_options o = on("2026-01-01");
  const screening_answer held = screen(idx, named("BNC"), o);
  CHECK(held.hits.empty());  // one token: not confirmed
  REQUIRE(held.notes.size() == 1);
  CHECK(held.notes[0].find("1 party has a weak alias") == 0);
  const screening_answer whole = screen(idx, named("Red Fox"), o);
  REQUIRE(whole.hits.size() == 1);
  CHECK(whole.hits[0].weak_reason == "whole_name");
  CHECK(whole.hits[0].strength == name_strength::weak);
  CHECK(screen(idx, named("Red Foxx"), o).hits.empty());  // not the whole of it
  screening_query q = named("BNC");
  q.country = "Cuba";
  const screening_answer confirmed = screen(idx, q, o);
  REQUIRE(confirmed.hits.size() == 1);
  CHECK(confirmed.hits[0].weak_reason == "country");
  o.weak = weak_policy::ignore;
  CHECK(screen(idx, named("Red Fox"), o).hits.empty());
  o.weak = weak_policy::full;
  CHECK(screen(idx, named("BNC"), o).hits.size() == 1);
}

TEST_CASE("an undated entry of an undated list is said to be so", "[screening]") {
  party_set set = parties_of({"Zalopov Trading"});
  CHECK(screen(index_of(set), named("Zalopov Trading"), on("1950-01-01")).notes.size() == 1);
  set.publications[0].date = day::parse("2020-01-01").value();
  CHECK(screen(index_of(set), named("Zalopov Trading"), on("2021-01-01")).notes.empty());
  CHECK(screen(index_of(set), named("Zalopov Trading"), on("1950-01-01")).hits.at(0).status ==
        party_status::unknown_on_date);
}

TEST_CASE("ended entries appear on request, coming ones never", "[screening]") {
  party_set set = parties_of({"Zalopov Trading"});
  measure& m = set.parties[0].measures[0];
  m.from = day::parse("2010-01-01").value();
  m.until = day::parse("2012-01-01").value();
  m.end = measure_end::lifted;
  const party_index idx = index_of(set);
  CHECK(screen(idx, named("Zalopov Trading"), on("2011-01-01")).hits.size() == 1);
  CHECK(screen(idx, named("Zalopov Trading"), on("2012-01-01")).hits.empty());
  screening_options o = on("2012-01-01");
  o.include_ended = true;
  const screening_answer ended = screen(idx, named("Zalopov Trading"), o);
  REQUIRE(ended.hits.size() == 1);
  CHECK(ended.hits[0].status == party_status::lifted);
  o.as_of = day::parse("2009-12-31").value();
  CHECK(screen(idx, named("Zalopov Trading"), o).hits.empty());
}

TEST_CASE("queries that name nobody are told so", "[screening]") {
  const party_index idx = index_of(parties_of({"X", "Zalopov Trading Company", "General Trading"}));
  const auto problem = [&](const char* name) { return screen(idx, named(name), on("2026-01-01")).problem; };
  CHECK(problem("") == query_problem::empty);
  CHECK(problem(" .,- ") == query_problem::empty);
  CHECK(problem("x") == query_problem::single_letter);
  CHECK(problem("CORP") == query_problem::only_common);
  CHECK(problem("Trading Company") == query_problem::only_common);
  CHECK(problem("Zalopov") == query_problem::none);
  CHECK(screen(idx, named("X"), on("2026-01-01")).hits.size() == 1);
  CHECK(screen(idx, named("Trading Company"), on("2026-01-01")).hits.empty());
  CHECK(screen(idx, named("General Trading"), on("2026-01-01")).hits.size() == 1);
  CHECK_FALSE(screen(idx, named(""), on("2026-01-01")).notes.empty());
}

TEST_CASE("a query's schema is evidence, not a filter", "[screening]") {
  party_set set = parties_of({"Zalopov Ivan"});
  set.parties[0].schema = schema::person;
  const party_index idx = index_of(set);
  screening_query q = named("Zalopov Ivan");
  q.schema = schema::company;
  const screening_answer a = screen(idx, q, on("2026-01-01"));
  REQUIRE(a.hits.size() == 1);
  CHECK(a.hits[0].score.units() == 10'000);
  CHECK(a.hits[0].evidences.at(4).state == evidence_state::contradicts);
}

TEST_CASE("the day is recorded also where none was given", "[screening]") {
  const party_index idx = index_of(parties_of({"Zalopov"}));
  CHECK(screen(idx, named("Zalopov"), {}).options.as_of == day::today_utc());
}

}  // namespace tradewarden::tests
