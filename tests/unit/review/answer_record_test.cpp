#include "tradewarden/answer_record.hpp"

#include "catch.hpp"
#include "unit/store/sample_snapshots.hpp"

using namespace tradewarden;
using test::entry;
using tests::temp_dir;

namespace {

struct opened {
  temp_dir dir;
  std::string path = dir.path("s.store");
  list_store store = std::move(list_store::open(path, store_access::create).value());
  audit_trail trail = std::move(audit_trail::open(path, store_access::write).value());
};

screening_query asked() {
  screening_query q;
  q.id = "C-17";
  q.name = "Granulator Vostok";
  q.schema = schema::company;
  q.country = "CN";
  q.identifier = "INN 7707083893";
  return q;
}

screening_options options() {
  screening_options o;
  o.as_of = day::parse("2026-11-22").value();
  o.threshold = score::from_units(7'350);
  o.limit = 3;
  o.weak = weak_policy::full;
  o.include_ended = true;
  o.contradiction = contradiction_policy::lower;
  o.contradiction_by = {evidence_kind::country, evidence_kind::imo};
  o.explain = true;
  return o;
}

/// Builds the index of what the store holds, and says so in the trail.
party_index build(opened& o, bool history = false) {
  stored_parties_options which;
  which.history = history;
  const auto idx = party_index::from_bytes(build_index_bytes(stored_parties(o.store, which).value()).value()).value();
  std::vector<std::uint64_t> ids;
  const std::vector<snapshot_info> used = history ? o.store.snapshots().value() : o.store.newest().value();
  for (const snapshot_info& s : used) ids.push_back(s.id);
  const trail_entry kept[] = {record_of_index(idx.info(), ids, history)};
  REQUIRE(o.trail.append(kept));
  return idx;
}

std::string answer_and_keep(opened& o, const party_index& idx, const decision_book& book,
                            const std::vector<std::string>& notes = {}) {
  screening_answer a = book.screen(idx, asked(), options());
  a.notes.insert(a.notes.end(), notes.begin(), notes.end());
  std::string json = to_json(a, idx);
  const trail_entry kept[] = {record_of(a, idx, json, book, notes)};
  REQUIRE(o.trail.append(kept));
  return json;
}

}  // namespace

TEST_CASE("replay: the same bytes, with every option, note and decision of then", "[replay]") {
  opened o;
  REQUIRE(test::import_own(o.store, o.dir, "2026-01-01", {entry("1", "Vostok Granulator Works"), entry("2", "Granulator Vostok")}));
  const party_index idx = build(o);
  decision_book book = decision_book::read(o.trail).value();
  const std::string first = answer_and_keep(o, idx, book, {"a note of the caller"});
  const auto old = find_answer(o.trail, answer_id_of(first)).value();
  REQUIRE(old.hits.size() == 2);
  auto d = decision_on(old, "X-house", "2").value();
  d.reason = "another";
  d.who = "A";
  d.approved_by = "B";
  REQUIRE(book.add(o.trail, d));
  const std::string second = answer_and_keep(o, idx, book);
  CHECK(second.find("\"set_aside\":1") != std::string::npos);
  REQUIRE(book.withdraw(o.trail, book.all()[0].id, "C", "wrong"));
  // Each as it was given, whatever was decided since.
  CHECK(replay(old, idx).value() == first);
  CHECK(replay(find_answer(o.trail, answer_id_of(second).substr(0, 8)).value(), idx).value() == second);
  CHECK_FALSE(o.trail.verify().value().broken);
}

TEST_CASE("replay: the index is built again from the snapshots of then", "[replay]") {
  const bool history = GENERATE(false, true);
  opened o;
  REQUIRE(test::import_own(o.store, o.dir, "2026-01-01", {entry("1", "Vostok Granulator Works"), entry("2", "Plumbottom")}));
  std::string json;
  digest content;
  {
    const party_index idx = build(o, history);
    content = idx.info().content;
    json = answer_and_keep(o, idx, {});
  }
  REQUIRE(test::import_own(o.store, o.dir, "2026-02-01", {entry("1", "Vostok Granulator Plant"), entry("2", "Plumbottom")}));
  const party_index newer = build(o, history);
  CHECK(newer.info().content != content);
  const auto bytes = rebuild_index(o.trail, o.store, content);
  REQUIRE(bytes);
  const auto again = party_index::from_bytes(*bytes).value();
  CHECK(again.info().content == content);
  CHECK(replay(find_answer(o.trail, answer_id_of(json)).value(), again).value() == json);
}

TEST_CASE("replay: what lacks is named", "[replay]") {
  opened o;
  REQUIRE(test::import_own(o.store, o.dir, "2026-01-01", {entry("1", "Vostok Granulator Works"), entry("2", "Plumbottom")}));
  const party_index idx = build(o);
  recorded_answer old = find_answer(o.trail, answer_id_of(answer_and_keep(o, idx, {}))).value();
  CHECK(lacking(old, idx.rules()).empty());
  const auto why = [&](const recorded_answer& r) { return replay(r, idx).error().message; };
  SECTION("the index") {
    old.index = sha256("another");
    CHECK(why(old).find("it was given by the index " + sha256("another").to_string()) != std::string::npos);
    CHECK(rebuild_index(o.trail, o.store, old.index).error().code == errc::not_found);
  }
  SECTION("the engine") {
    old.engine_version = "0.0.7";
    CHECK(why(old).find("given by engine 0.0.7") != std::string::npos);
  }
  SECTION("the score version") {
    old.score_version = 99;
    CHECK(why(old).find("does not have score version 99") != std::string::npos);
  }
  SECTION("the tables of the score version") {
    old.score_tables_sha256 = sha256("x");
    CHECK(why(old).find("tables of score version") != std::string::npos);
  }
  SECTION("the name pack") {
    old.name_pack_sha256 = sha256("pack");
    CHECK(why(old).find("name pack of SHA-256 " + sha256("pack").to_string()) != std::string::npos);
  }
  SECTION("several at once") {
    old.engine_version = "0.0.7";
    old.index = sha256("another");
    CHECK(lacking(old, idx.rules()).size() == 1);
    CHECK(why(old).find("; it was given by the index") != std::string::npos);
  }
  SECTION("another answer than then") {
    old.query.name = "Plumbottom";
    CHECK(why(old).find("this answer has the id") != std::string::npos);
  }
}

TEST_CASE("answers are found by the first digits of their id", "[replay]") {
  opened o;
  REQUIRE(test::import_own(o.store, o.dir, "2026-01-01", {entry("1", "Vostok Granulator Works")}));
  const party_index idx = build(o);
  const std::string id = answer_id_of(answer_and_keep(o, idx, {}));
  (void)answer_and_keep(o, idx, {});  // the same again
  CHECK(id.size() == 64);
  CHECK(find_answer(o.trail, id.substr(0, 6)).value().id == id);
  CHECK(find_answer(o.trail, id.substr(0, 5)).error().code == errc::not_found);
  CHECK(find_answer(o.trail, "ffffffffffff").error().code == errc::not_found);
  CHECK(answer_id_of("{}").empty());
}

TEST_CASE("a decision goes by an answer for a customer, and one of its hits", "[replay]") {
  recorded_answer a;
  a.hits.push_back({"US-SDN", "17", "PETROV, Ivan", sha256("entry")});
  CHECK(decision_on(a, "US-SDN", "17").error().code == errc::missing_field);
  a.query.id = "C-17";
  CHECK(decision_on(a, "US-SDN", "18").error().code == errc::not_found);
  const decision d = decision_on(a, "US-SDN", "17").value();
  CHECK(d.customer == "C-17");
  CHECK(d.entry_digest == sha256("entry"));
  CHECK(d.entry_name == "PETROV, Ivan");
}
