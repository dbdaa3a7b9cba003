#include "tradewarden/screening.hpp"

#include <algorithm>
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

TEST_CASE("a number finds its bearers, with and without a name", "[screening]") {
  party_set set = parties_of({"Zalopov Trading", "Qwexun Holding", "Third Party Ltd", "Zalopov Trade House"});
  set.parties[1].identifiers.push_back({"Passport", "AB-123456", "RU", "", "", {}});
  set.parties[2].identifiers.push_back({"Tax ID No.", "AB123456", "RU", "", "", {}});
  const party_index idx = index_of(set);
  screening_query q;
  q.identifier = "passport ab 123456";
  const screening_answer alone = screen(idx, q, on("2026-01-01"));
  CHECK(alone.problem == query_problem::no_name);
  CHECK(was_screened(alone.problem));
  REQUIRE(alone.hits.size() == 2);
  CHECK(alone.hits[0].party_id == 1);
  CHECK(alone.hits[0].found_by == hit_origin::identifier);
  CHECK(alone.hits[0].evidences.at(5).state == evidence_state::confirms);
  CHECK(alone.hits[1].party_id == 2);
  CHECK(alone.hits[1].evidences.at(5).state == evidence_state::partial);
  CHECK(alone.hits[1].evidences.at(5).how == "another_type");

  q.name = "Zalopov Trading";
  const screening_answer both = screen(idx, q, on("2026-01-01"));
  CHECK(both.problem == query_problem::none);
  REQUIRE(both.hits.size() >= 3);
  CHECK(both.hits[0].party_id == 1);  // bears the number
  CHECK(both.hits[0].score.units() < 8'000);
  CHECK(both.hits[0].found_by == hit_origin::identifier);
  CHECK(both.hits[1].party_id == 0);  // by name
  CHECK(both.hits[1].found_by == hit_origin::name);
  CHECK(both.hits.back().party_id == 2);  // bears it as another kind of number

  q.name = "Qwexun Holding";
  const screening_answer named_too = screen(idx, q, on("2026-01-01"));
  CHECK(named_too.hits.at(0).found_by == hit_origin::both);
  CHECK(named_too.hits.at(0).score.units() == 10'000);
  q.name = "...";
  CHECK(screen(idx, q, on("2026-01-01")).problem == query_problem::no_name);
  q.identifier = "12";  // tells nobody apart: then nothing is left to look for
  CHECK(screen(idx, q, on("2026-01-01")).problem == query_problem::empty);
}

TEST_CASE("bearers of a number keep to the day, the limit and the count", "[screening]") {
  party_set set = parties_of({"Zalopov A", "Zalopov B", "Zalopov C", "Zalopov D"});
  for (listed_party& p : set.parties) p.imo = "9187629";
  set.parties[3].measures[0].until = day::parse("2020-01-01").value();
  const party_index idx = index_of(set);
  screening_query q;
  q.imo = "9187629";
  screening_options o = on("2026-01-01");
  o.limit = 2;
  for (const bool count_all : {true, false}) {
    o.count_all = count_all;
    q.name = count_all ? "" : "Zalopov A";
    const screening_answer a = screen(idx, q, o);
    REQUIRE(a.hits.size() == 2);
    CHECK(a.more == 1);
    CHECK(a.hits[0].party_id == 0);
    CHECK(a.hits[1].party_id == 1);
  }
}

TEST_CASE("a contradicting fact lowers the rank or drops the hit, by the policy", "[screening]") {
  party_set set = parties_of({"Zalopov Ivan", "Zalopov Iwan", "Zalopov Petr"});
  for (listed_party& p : set.parties) p.schema = schema::person;
  set.parties[0].birth_dates.push_back({partial_date::parse("1954").value(), {}});
  set.parties[1].birth_dates.push_back({partial_date::parse("1970").value(), {}});
  const party_index idx = index_of(set);
  screening_query q = named("Zalopov Ivan");
  q.birth_date = "1970-02-03";
  screening_options o = on("2026-01-01");
  o.limit = 1;
  const screening_answer kept = screen(idx, q, o);
  CHECK(kept.hits.at(0).party_id == 0);
  CHECK(kept.hits[0].rank_score == kept.hits[0].score);
  CHECK(kept.dropped == 0);
  for (const bool count_all : {true, false}) {
    o.count_all = count_all;
    o.contradiction = contradiction_policy::lower;
    const screening_answer lowered = screen(idx, q, o);
    CHECK(lowered.hits.at(0).party_id == 1);
    CHECK(lowered.more >= 1);
    o.limit = 10;
    const screening_answer all = screen(idx, q, o);
    o.limit = 1;
    REQUIRE(all.hits.size() >= 2);
    const auto first = std::find_if(all.hits.begin(), all.hits.end(),
                                    [](const screening_hit& h) { return h.party_id == 0; });
    REQUIRE(first != all.hits.end());
    CHECK(first->score.units() == 10'000);  // the name's score stays
    CHECK(first->rank_score.units() == 9'000);
  }
  o.contradiction = contradiction_policy::drop;
  o.count_all = true;
  const screening_answer dropped = screen(idx, q, o);
  CHECK(dropped.hits.at(0).party_id == 1);
  CHECK(dropped.dropped == 1);
  REQUIRE(dropped.dropped_by.size() == 1);
  CHECK(dropped.dropped_by[0] == std::pair{evidence_kind::birth_date, std::uint64_t{1}});
  REQUIRE_FALSE(dropped.notes.empty());
  CHECK(dropped.notes[0].find("1 party reaches the threshold and was left out because") == 0);
  o.contradiction_by = {evidence_kind::country};
  CHECK(screen(idx, q, o).dropped == 0);
  // A number that confirms outweighs it.
  set.parties[0].identifiers.push_back({"Passport", "AB123456", "", "", "", {}});
  o.contradiction_by = {evidence_kind::birth_date};
  q.identifier = "AB123456";
  const screening_answer sure = screen(index_of(set), q, o);
  CHECK(sure.dropped == 0);
  CHECK(sure.hits.at(0).party_id == 0);
}

TEST_CASE("gender tells nobody apart enough to let a weak alias through", "[screening]") {
  party_set set = parties_of({"Zalopova Anna"});
  listed_party& p = set.parties[0];
  p.schema = schema::person;
  p.nationalities = {"RU"};
  p.names.push_back({"Maria", name_kind::aka, name_strength::weak, script::latin, {}});
  screening_query q = named("Maria");
  q.gender = "female";
  CHECK(screen(index_of(set), q, on("2026-01-01")).hits.empty());
  q.nationality = "RU";
  const screening_answer a = screen(index_of(set), q, on("2026-01-01"));
  REQUIRE(a.hits.size() == 1);
  CHECK(a.hits[0].weak_reason == "nationality");
  CHECK(a.hits[0].evidences.at(3).state == evidence_state::confirms);
}

}  // namespace tradewarden::tests
