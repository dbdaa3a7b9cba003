#include "tradewarden/decision_book.hpp"

#include "catch.hpp"
#include "temp_dir.hpp"

using namespace tradewarden;
using tests::temp_dir;

namespace {

constexpr const char* k_name = "Granulator Vostok";

/// Entries "1" to "n", all of which a query for the name finds, the first best.
party_index index_of(std::size_t n, const std::string& remark_of_first = {}) {
  party_set parties;
  for (std::size_t i = 1; i <= n; ++i) {
    listed_party p;
    p.list = "X-house";
    p.source_id = std::to_string(i);
    p.schema = schema::company;
    p.names.resize(1);
    p.names[0].text = k_name;
    p.measures.resize(1);
    if (i == 1) p.remarks = remark_of_first;
    parties.parties.push_back(std::move(p));
  }
  return party_index::from_bytes(build_index_bytes(parties).value()).value();
}

screening_query asked(const std::string& customer) {
  screening_query q;
  q.id = customer;
  q.name = k_name;
  return q;
}

screening_options on(const char* iso, std::uint32_t limit = 10) {
  screening_options o;
  o.as_of = day::parse(iso).value();
  o.limit = limit;
  return o;
}

decision made(const party_index& idx, const screening_query& q, const std::string& source_id) {
  decision d;
  d.customer = q.id;
  d.customer_digest = customer_digest(q);
  d.list = "X-house";
  d.source_id = source_id;
  d.entry_digest = entry_digest(idx.party(static_cast<std::uint32_t>(std::stoul(source_id) - 1)));
  d.reason = "another one";
  d.who = "A";
  d.approved_by = "B";
  return d;
}

struct opened {
  temp_dir dir;
  audit_trail trail = std::move(audit_trail::open(dir.path("s.store"), store_access::create).value());
  decision_book book = decision_book::read(trail).value();
};

}  // namespace

TEST_CASE("decisions: a hit is set aside for its customer, and stays to be seen", "[decisions]") {
  const party_index idx = index_of(2);
  opened o;
  REQUIRE(o.book.add(o.trail, made(idx, asked("C-17"), "1")));
  const screening_answer a = o.book.screen(idx, asked("C-17"), on("2026-11-22"));
  REQUIRE(a.hits.size() == 2);
  CHECK(a.set_aside() == 1);
  CHECK(a.hits[0].is_set_aside());
  CHECK_FALSE(a.hits[1].decided);
  CHECK(a.hits[0].decided->decision.reason == "another one");
  const std::string json = to_json(a, idx);
  CHECK(json.find("\"set_aside\":1") != std::string::npos);
  CHECK(json.find("\"state\":\"in_force\",\"reason\":\"another one\",\"who\":\"A\"") != std::string::npos);
  SECTION("for nobody else, though the name is the same") {
    CHECK(o.book.screen(idx, asked("C-18"), on("2026-11-22")).set_aside() == 0);
    CHECK(o.book.screen(idx, asked(""), on("2026-11-22")).set_aside() == 0);
  }
  SECTION("not once the customer has changed") {
    screening_query q = asked("C-17");
    q.country = "RU";
    const screening_answer changed = o.book.screen(idx, q, on("2026-11-22"));
    CHECK(changed.set_aside() == 0);
    REQUIRE(changed.hits[0].decided);
    CHECK(changed.hits[0].decided->state == decision_state::customer_changed);
  }
  SECTION("not once the entry has changed") {
    const screening_answer changed = o.book.screen(index_of(2, "a new remark"), asked("C-17"), on("2026-11-22"));
    CHECK(changed.set_aside() == 0);
    REQUIRE(changed.hits[0].decided);
    CHECK(changed.hits[0].decided->state == decision_state::entry_changed);
  }
}

TEST_CASE("decisions: those set aside push nobody out of the answer", "[decisions]") {
  const party_index idx = index_of(5);
  opened o;
  REQUIRE(o.book.add(o.trail, made(idx, asked("C-17"), "1")));
  REQUIRE(o.book.add(o.trail, made(idx, asked("C-17"), "2")));
  const screening_answer plain = screen(idx, asked("C-17"), on("2026-11-22", 2));
  CHECK(plain.hits.size() == 2);
  CHECK(plain.more == 3);
  const screening_answer a = o.book.screen(idx, asked("C-17"), on("2026-11-22", 2));
  CHECK(a.set_aside() == 2);
  CHECK(a.hits.size() == 4);  // two set aside, and the two that the limit allows
  CHECK(a.more == 1);
  CHECK(a.options.limit == 2);
  for (std::size_t i = 0; i < a.hits.size(); ++i) CHECK(a.hits[i].rank == i + 1);
}

TEST_CASE("decisions: hits beyond the limit are counted where fewer are set aside than were decided", "[decisions]") {
  const party_index idx = index_of(5);
  opened o;
  decision expired = made(idx, asked("C-17"), "1");
  expired.expires = day::parse("2020-01-01").value();
  REQUIRE(o.book.add(o.trail, expired));
  const screening_answer a = o.book.screen(idx, asked("C-17"), on("2026-11-22", 2));
  CHECK(a.set_aside() == 0);
  CHECK(a.hits.size() == 2);
  CHECK(a.more == 3);
  CHECK(a.hits[0].decided->state == decision_state::expired);
}

TEST_CASE("decisions: two people, a reason, one customer and one entry", "[decisions]") {
  const party_index idx = index_of(1);
  opened o;
  const decision whole = made(idx, asked("C-17"), "1");
  const auto code = [&](decision d) { return o.book.add(o.trail, std::move(d)).error().code; };
  decision d = whole;
  d.customer.clear();
  CHECK(code(d) == errc::missing_field);
  d = whole;
  d.reason.clear();
  CHECK(code(d) == errc::missing_field);
  d = whole;
  d.who.clear();
  CHECK(code(d) == errc::missing_field);
  d = whole;
  d.approved_by = "A";
  CHECK(code(d) == errc::conflict);
  d.approved_by.clear();
  const auto kept = o.book.add(o.trail, d);
  REQUIRE(kept);
  CHECK(kept->id.size() == 16);
  CHECK(o.book.screen(idx, asked("C-17"), on("2026-11-22")).hits[0].decided->state == decision_state::awaiting_approval);
  CHECK(o.book.approve(o.trail, kept->id, "A").error().code == errc::conflict);
  REQUIRE(o.book.approve(o.trail, kept->id.substr(0, 6), "B"));
  CHECK(o.book.screen(idx, asked("C-17"), on("2026-11-22")).set_aside() == 1);
  CHECK(o.book.approve(o.trail, kept->id, "C").error().code == errc::conflict);
  CHECK(o.book.approve(o.trail, "0000", "C").error().code == errc::not_found);
  REQUIRE(o.book.withdraw(o.trail, kept->id, "C", "new facts"));
  const screening_answer a = o.book.screen(idx, asked("C-17"), on("2026-11-22"));
  CHECK(a.set_aside() == 0);
  CHECK(a.hits[0].decided->state == decision_state::withdrawn);
  CHECK(a.hits[0].decided->decision.withdrawn_reason == "new facts");
}

TEST_CASE("decisions: what the trail holds is what was said, and the chain holds", "[decisions]") {
  const party_index idx = index_of(1);
  opened o;
  decision d = made(idx, asked("C-17"), "1");
  d.approved_by.clear();
  const std::string id = o.book.add(o.trail, d)->id;
  REQUIRE(o.book.approve(o.trail, id, "B"));
  const decision_book again = decision_book::read(o.trail).value();
  CHECK(again.all() == o.book.all());
  CHECK(again.all()[0].approved_by == "B");
  const trail_check c = o.trail.verify().value();
  CHECK(c.records == 2);
  CHECK_FALSE(c.broken);
}

TEST_CASE("decisions: a line of JSON comes back as it went out, with the id of its content", "[decisions]") {
  decision d;
  d.customer = "C-17";
  d.list = "US-SDN";
  d.source_id = "17";
  d.reason = "a \"reason\"\nof two lines";
  d.who = "A";
  d.at = "2026-08-01T06:30:00Z";
  d.expires = day::parse("2027-08-01").value();
  const decision back = parse_decision(to_json(d)).value();
  CHECK(back.reason == d.reason);
  CHECK(back.expires == d.expires);
  CHECK(back.id.size() == 16);
  CHECK(parse_decision(to_json(back)).value() == back);
  decision other = d;
  other.source_id = "18";
  CHECK(parse_decision(to_json(other)).value().id != back.id);
  CHECK(parse_decision("{", "f.jsonl", 3).error().to_string().rfind("f.jsonl:3:", 0) == 0);
  CHECK(parse_decision("{}").error().code == errc::bad_value);
  CHECK(parse_decision(R"({"customer":5})").error().code == errc::bad_value);
}

TEST_CASE("decisions: every fact of the customer is part of its digest, its id is not", "[decisions]") {
  screening_query q = asked("C-17");
  const digest before = customer_digest(q);
  q.id = "C-18";
  CHECK(customer_digest(q) == before);
  for (std::string screening_query::*field :
       {&screening_query::name, &screening_query::country, &screening_query::birth_date, &screening_query::identifier,
        &screening_query::nationality, &screening_query::gender, &screening_query::imo}) {
    screening_query changed = asked("C-17");
    changed.*field += "x";
    CHECK(customer_digest(changed) != before);
  }
  q.schema = schema::vessel;
  CHECK(customer_digest(q) != before);
}
