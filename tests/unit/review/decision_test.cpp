#include "tradewarden/decision.hpp"

#include "catch.hpp"

using namespace tradewarden;

namespace {

listed_party party() {
  listed_party p;
  p.list = "US-SDN";
  p.source_id = "17";
  p.names.resize(2);
  p.names[0].text = "PETROV, Ivan";
  p.names[1].text = "Ivan P.";
  p.remarks = "remark";
  p.measures.resize(1);
  return p;
}

}  // namespace

TEST_CASE("entry digest: what the list says of the entry decides, and nothing else", "[decision]") {
  const digest before = entry_digest(party());
  listed_party p = party();
  SECTION("where it stood, and who has it") {
    p.names[0].at.line = 99;
    p.sources.resize(2);
    CHECK(entry_digest(p) == before);
  }
  SECTION("a name") {
    p.names[1].text = "Ivan Q.";
    CHECK(entry_digest(p) != before);
  }
  SECTION("a name's strength") {
    p.names[1].strength = name_strength::weak;
    CHECK(entry_digest(p) != before);
  }
  SECTION("a birth date") {
    p.birth_dates.push_back({partial_date::parse("1965").value(), {}});
    CHECK(entry_digest(p) != before);
  }
  SECTION("a number") {
    p.identifiers.push_back({"Passport", "A1", {}, {}, {}, {}});
    CHECK(entry_digest(p) != before);
  }
  SECTION("a measure's end") {
    p.measures[0].until = day::parse("2020-01-01").value();
    CHECK(entry_digest(p) != before);
  }
  SECTION("remarks") {
    p.remarks += '.';
    CHECK(entry_digest(p) != before);
  }
  SECTION("a boundary between two fields") {
    p.names[0].text = "PETROV, IvanI";
    p.names[1].text = "van P.";
    CHECK(entry_digest(p) != before);
  }
  SECTION("another entry of the same words") {
    p.source_id = "18";
    CHECK(entry_digest(p) != before);
  }
}

TEST_CASE("decision: it holds for these two as they were, until its day, and after two people", "[decision]") {
  decision d;
  d.customer_digest = sha256("customer");
  d.entry_digest = sha256("entry");
  d.who = "A";
  d.approved_by = "B";
  d.expires = day::parse("2027-08-01").value();
  const auto on = [&](const char* iso) {
    return state_of(d, day::parse(iso).value(), sha256("customer"), sha256("entry"));
  };
  CHECK(on("2027-07-31") == decision_state::in_force);
  CHECK(on("2027-08-01") == decision_state::expired);
  const day now = day::parse("2026-11-22").value();
  CHECK(state_of(d, now, sha256("other"), sha256("entry")) == decision_state::customer_changed);
  CHECK(state_of(d, now, sha256("customer"), sha256("other")) == decision_state::entry_changed);
  d.approved_by.clear();
  CHECK(on("2026-11-22") == decision_state::awaiting_approval);
  d.approved_by = "B";
  d.withdrawn_by = "C";
  CHECK(on("2026-11-22") == decision_state::withdrawn);
}
