// Statuses of entries with a history of snapshots; party_status_test.cpp has those without.
#include "tradewarden/party_status.hpp"

#include "catch.hpp"

using namespace tradewarden;

namespace {

day d(const char* iso) { return day::parse(iso).value(); }

listed_party undated(const char* name) {
  listed_party p;
  p.list = "X-house";
  p.source_id = "1";
  p.names.push_back({name, name_kind::primary, name_strength::strong, script::latin, {}});
  p.measures.emplace_back();
  return p;
}

party_status on(const listed_party& p, const char* iso) { return party_status_on(p, d(iso), d("2024-01-01")).status; }

}  // namespace

TEST_CASE("party_status: an entry that came and went between snapshots", "[history]") {
  listed_party p = undated("A");
  p.seen = {{d("2020-02-01"), d("2020-03-01"), d("2020-01-01"), d("2020-04-01")}};
  CHECK(on(p, "2019-06-01") == party_status::not_yet);
  CHECK(on(p, "2020-01-01") == party_status::not_yet);
  CHECK(on(p, "2020-01-02") == party_status::unknown_on_date);
  CHECK(on(p, "2020-01-31") == party_status::unknown_on_date);
  CHECK(on(p, "2020-02-01") == party_status::listed);
  CHECK(on(p, "2020-02-15") == party_status::listed);
  CHECK(on(p, "2020-03-01") == party_status::listed);
  CHECK(on(p, "2020-03-02") == party_status::unknown_on_date);
  CHECK(on(p, "2020-03-31") == party_status::unknown_on_date);
  CHECK(on(p, "2020-04-01") == party_status::lifted);
  CHECK(party_status_on(p, d("2021-01-01"), {}).until == d("2020-04-01"));
}

TEST_CASE("party_status: before the first snapshot nothing is known, after the last an entry stays", "[history]") {
  listed_party p = undated("A");
  p.seen = {{d("2020-02-01"), d("2020-03-01"), {}, {}}};
  CHECK(on(p, "2020-01-31") == party_status::unknown_on_date);
  CHECK(on(p, "2020-02-01") == party_status::listed);
  CHECK(on(p, "2030-01-01") == party_status::listed);
}

TEST_CASE("party_status: the list's own dates come before its snapshots", "[history]") {
  listed_party p = undated("A");
  p.measures[0].kind = measure_kind::denial;
  p.measures[0].from = d("2018-04-15");
  p.measures[0].until = d("2018-06-01");
  p.measures[0].end = measure_end::expired;
  // Shown eight days after it took effect, and taken off before its own end.
  p.seen = {{d("2018-04-23"), d("2018-05-01"), d("2018-04-16"), d("2018-05-20")}};
  CHECK(on(p, "2018-04-14") == party_status::not_yet);
  CHECK(on(p, "2018-04-15") == party_status::denied);
  CHECK(on(p, "2018-04-16") == party_status::denied);  // the snapshot of that day is behind the order
  CHECK(on(p, "2018-04-23") == party_status::denied);
  CHECK(on(p, "2018-05-01") == party_status::denied);
  CHECK(on(p, "2018-05-02") == party_status::unknown_on_date);
  CHECK(on(p, "2018-05-20") == party_status::lifted);
  CHECK(party_status_on(p, d("2018-05-20"), {}).from == d("2018-04-15"));
  CHECK(on(p, "2018-06-01") == party_status::expired);
}

TEST_CASE("party_status: a re-listed entry is off the list in between", "[history]") {
  listed_party p = undated("A");
  p.seen = {{d("2020-01-01"), d("2020-01-01"), {}, d("2020-02-01")}, {d("2020-04-01"), d("2020-05-01"), d("2020-03-01"), {}}};
  CHECK(on(p, "2020-01-15") == party_status::unknown_on_date);
  CHECK(on(p, "2020-02-01") == party_status::lifted);
  CHECK(on(p, "2020-03-01") == party_status::lifted);
  CHECK(on(p, "2020-03-15") == party_status::unknown_on_date);
  CHECK(on(p, "2020-04-01") == party_status::listed);
}

TEST_CASE("state_on: the state of the last snapshot not after the day", "[history]") {
  listed_party p = undated("Third");
  p.seen = {{d("2020-05-01"), d("2020-06-01"), d("2020-04-01"), {}}};
  listed_party first = undated("First");
  first.seen = {{d("2020-01-01"), d("2020-02-01"), {}, {}}};
  listed_party second = undated("Second");
  second.seen = {{d("2020-03-01"), d("2020-03-01"), {}, d("2020-04-01")}};
  p.earlier = {first, second};
  const auto name = [&](const char* iso) { return state_on(p, d(iso)).names[0].text; };
  CHECK(name("2019-01-01") == "First");
  CHECK(name("2020-02-29") == "First");
  CHECK(name("2020-03-01") == "Second");
  CHECK(name("2020-04-01") == "Second");   // gone, as it was
  CHECK(name("2020-04-15") == "Third");    // it may be back already
  CHECK(name("2020-05-01") == "Third");
  CHECK(on(p, "2020-02-29") == party_status::listed);  // it changed; it was never away
  CHECK(on(p, "2020-03-15") == party_status::unknown_on_date);
  CHECK(on(p, "2020-04-01") == party_status::lifted);
  CHECK(on(p, "2020-04-15") == party_status::unknown_on_date);
  CHECK(on(p, "2020-05-01") == party_status::listed);
}
