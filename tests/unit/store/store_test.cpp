#include "tradewarden/store.hpp"

#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "store/database.hpp"
#include "tradewarden/audit_trail.hpp"
#include "unit/store/sample_snapshots.hpp"

using namespace tradewarden;
using test::entry;
using test::import_own;
using test::on;
using test::own_list;
using tests::temp_dir;

namespace {

std::vector<std::string> many(std::size_t n, const std::string& prefix = "Quartz Trading ") {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < n; ++i) out.push_back(entry(std::to_string(i), prefix + std::to_string(i)));
  return out;
}

list_store fresh(const temp_dir& dir) { return std::move(list_store::open(dir.path("s.store"), store_access::create).value()); }

void damage(const std::string& path, const char* sql) {
  auto db = store::database::open(path, store::open_mode::write);
  REQUIRE(db);
  REQUIRE(db->execute(sql));
}

}  // namespace

TEST_CASE("store: a snapshot comes back as it went in", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  const auto done = import_own(store, dir, "2020-03-01", {entry("1", "Vostok Granulator Works"), entry("2", "Plumbottom")});
  REQUIRE(done);
  CHECK_FALSE(done->already_there);
  CHECK(done->snapshot.state == snapshot_state::good);
  CHECK(done->snapshot.counts.parties == 2);
  const auto all = store.snapshots().value();
  REQUIRE(all.size() == 1);
  CHECK(all[0].publication == "House list");
  CHECK(all[0].format == "tradewarden");
  CHECK(all[0].published == on("2020-03-01"));
  CHECK(all[0].lists == std::vector<snapshot_list>{{"X-house", 2}});
  const std::string bytes = own_list({entry("1", "Vostok Granulator Works"), entry("2", "Plumbottom")});
  REQUIRE(all[0].files.size() == 1);
  CHECK(all[0].files[0].sha256 == sha256(bytes));
  CHECK(all[0].files[0].bytes == bytes.size());
  CHECK(all[0].sha256 == sha256(bytes));
  const auto read = store.read(all[0]);
  REQUIRE(read);
  REQUIRE(read->parties.size() == 2);
  CHECK(read->parties[0].names.at(0).text == "Vostok Granulator Works");
  CHECK(read->path == dir.path("list-2020-03-01.jsonl"));
  REQUIRE(store.extract(all[0], dir.path("out")));
  std::ifstream in(dir.path("out/list-2020-03-01.jsonl"), std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == bytes);
}

TEST_CASE("store: the same files of the same day are there once, of another day twice", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  REQUIRE(import_own(store, dir, "2020-03-01", {entry("1", "A Trading")}));
  const auto again = import_own(store, dir, "2020-03-01", {entry("1", "A Trading")});
  REQUIRE(again);
  CHECK(again->already_there);
  CHECK(again->snapshot.id == 1);
  const auto later = import_own(store, dir, "2020-03-02", {entry("1", "A Trading")});
  REQUIRE(later);
  CHECK_FALSE(later->already_there);
  CHECK(store.snapshots()->size() == 2);
  auto db = store::database::open(store.path(), store::open_mode::read).value();
  CHECK(db.number("SELECT count(*) FROM file").value() == 1);  // by its digest, once
}

TEST_CASE("store: the day of publication must be known, and named once", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  const std::string path = dir.write("l.jsonl", own_list({entry("1", "A Trading")}));
  CHECK(store.import({{}, path, {}}, {}).error().code == errc::usage);
  import_options options;
  options.published = on("2020-01-01");
  CHECK(store.import({{}, path, on("2020-01-02")}, options).error().code == errc::conflict);
  CHECK(store.import({{}, path, {}}, options));
  CHECK(store.import({{}, dir.path("nothing"), on("2020-01-02")}, {}).error().code == errc::not_found);
}

TEST_CASE("store: a list that shrinks, is empty or breaks off waits in quarantine, and the last good one serves", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  REQUIRE(import_own(store, dir, "2020-03-01", many(100)));
  // A tenth fewer is believed, one more is not.
  CHECK(import_own(store, dir, "2020-03-02", many(90))->snapshot.state == snapshot_state::good);
  const auto shrunk = import_own(store, dir, "2020-03-03", many(80)).value();
  CHECK(shrunk.snapshot.state == snapshot_state::quarantined);
  CHECK(shrunk.snapshot.reason.find("80 parties, 11.1 % fewer than the 90 of snapshot 2") != std::string::npos);
  const std::string empty = dir.write("empty.jsonl", "");
  const auto nothing = store.import(test::source(empty, "2020-03-04"), {}).value();
  CHECK(nothing.snapshot.state == snapshot_state::quarantined);
  CHECK(nothing.snapshot.publication.empty());
  const std::string whole = own_list(many(95));
  const auto cut = store.import(test::source(dir.write("cut.jsonl", whole.substr(0, whole.size() / 2)), "2020-03-05"), {}).value();
  CHECK(cut.snapshot.state == snapshot_state::quarantined);
  const auto page = store.import(test::source(dir.write("dpl.txt", "<!DOCTYPE html><title>503</title>"), "2020-03-06"), {}).value();
  CHECK(page.snapshot.state == snapshot_state::quarantined);
  CHECK(page.snapshot.reason.find("HTML") != std::string::npos);
  const auto newest = store.newest().value();
  REQUIRE(newest.size() == 1);
  CHECK(newest[0].published == on("2020-03-02"));
  CHECK(store.newest(on("2020-03-01"))->at(0).id == 1);
  CHECK(store.newest(on("2020-02-28"))->empty());
  CHECK(store.snapshots()->size() == 6);  // all are kept

  SECTION("a release needs a reason, and then it serves") {
    CHECK(store.release(shrunk.snapshot.id, "", "me").error().code == errc::usage);
    REQUIRE(store.release(shrunk.snapshot.id, "the programme ended", "me"));
    CHECK(store.newest()->at(0).published == on("2020-03-03"));
    CHECK(store.newest()->at(0).reason == "the programme ended");
    CHECK(store.release(shrunk.snapshot.id, "again", "me").error().code == errc::conflict);
    REQUIRE(store.quarantine(shrunk.snapshot.id, "it did not", "me"));
    CHECK(store.newest()->at(0).published == on("2020-03-02"));
    const auto trail = audit_trail::open(store.path(), store_access::read).value();
    const auto judged = trail.records("snapshot").value();
    REQUIRE(judged.size() == 2);
    CHECK(judged[0].subject == std::to_string(shrunk.snapshot.id));
    CHECK(judged[0].body.find("\"reason\":\"the programme ended\",\"who\":\"me\"") != std::string::npos);
    CHECK(judged[1].body.find("\"state\":\"quarantined\"") != std::string::npos);
    CHECK_FALSE(trail.verify()->broken);
  }
  SECTION("what cannot be read is not released") {
    CHECK(store.release(nothing.snapshot.id, "I like it", "me").error().code == errc::empty_input);
    CHECK(store.release(99, "no", "me").error().code == errc::not_found);
  }
}

TEST_CASE("store: the guard compares with the publication before, not with what came in before", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  REQUIRE(import_own(store, dir, "2020-03-01", many(100)));
  CHECK(import_own(store, dir, "2019-01-01", many(10))->snapshot.state == snapshot_state::good);
  import_options lax;
  lax.guards.most_shrink = 9'000;
  CHECK(import_own(store, dir, "2020-04-01", many(11), lax)->snapshot.state == snapshot_state::good);
}

TEST_CASE("store: a day of publication that is yet to come is meant, or refused", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  import_options options;
  options.today = on("2020-03-01");
  CHECK(import_own(store, dir, "2020-03-02", {entry("1", "A Trading")}, options));  // somewhere it is tomorrow
  const auto future = import_own(store, dir, "2020-03-03", {entry("1", "A Trading")}, options);
  REQUIRE_FALSE(future);
  CHECK(future.error().code == errc::bad_value);
  CHECK(future.error().message.find("published on 2020-03-03, and today is 2020-03-01") != std::string::npos);
  CHECK(store.snapshots()->size() == 1);
  options.allow_future = true;
  CHECK(import_own(store, dir, "2020-03-03", {entry("1", "A Trading")}, options));
}

TEST_CASE("store: a mapping is told from its table by its content, and its name is its own", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  const auto mapping = [&](const char* name, const char* list) {
    dir.write("table.csv", "id,who\n1,Vostok Granulator\n");
    return dir.write("m.json", std::string(R"({"tradewarden_mapping":1,"file":"table.csv","name":")") + name + R"(","list":")" + list +
                                   R"(","columns":{"id":"id","who":"name"}})");
  };
  import_options options;
  options.source = "https://example.org/download?id=7";  // no file is called so
  const auto one = store.import(test::source(mapping("House", "X-one"), "2020-03-01"), options);
  REQUIRE(one);
  REQUIRE(one->snapshot.state == snapshot_state::good);
  CHECK(store.read(one->snapshot)->parties.at(0).names.at(0).text == "Vostok Granulator");
  const auto other = store.import(test::source(mapping("House", "X-two"), "2020-03-02"), {});
  REQUIRE_FALSE(other);
  CHECK(other.error().code == errc::conflict);
  CHECK(other.error().message.find("'House' is in the store as the list X-one (snapshot 1)") != std::string::npos);
  CHECK(store.import(test::source(mapping("House, too", "X-two"), "2020-03-02"), {}));
  CHECK(store.import(test::source(mapping("House", "X-one"), "2020-03-03"), {}));
  CHECK(store.newest()->size() == 2);
}

TEST_CASE("store: why a file waits names where it came from, not where it lay for a moment", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  import_options options;
  options.source = "https://example.org/dpl.txt";
  const auto page = store.import(test::source(dir.write("dpl.txt", "<!DOCTYPE html><title>503</title>"), "2020-03-06"), options).value();
  CHECK(page.snapshot.reason.find("https://example.org/dpl.txt") != std::string::npos);
  CHECK(page.snapshot.reason.find(dir.path("")) == std::string::npos);
}

TEST_CASE("store: a required digest is checked before anything is kept", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  const std::string text = own_list({entry("1", "A Trading")});
  const std::string path = dir.write("l.jsonl", text);
  import_options options;
  options.require_digest = sha256("something else");
  CHECK(store.import(test::source(path, "2020-01-01"), options).error().code == errc::conflict);
  CHECK(store.snapshots()->empty());
  options.require_digest = sha256(text);
  CHECK(store.import(test::source(path, "2020-01-01"), options));
}

TEST_CASE("store: nothing that is kept can be changed", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  REQUIRE(import_own(store, dir, "2020-01-01", {entry("1", "A Trading")}));
  auto db = store::database::open(store.path(), store::open_mode::write).value();
  for (const char* sql : {"DELETE FROM snapshot", "UPDATE file SET stored = x'00'", "DELETE FROM snapshot_event",
                          "UPDATE snapshot SET published = 1"}) {
    INFO(sql);
    CHECK_FALSE(db.execute(sql));
  }
}

TEST_CASE("store: verify finds bytes that are not those of their digest", "[store]") {
  const temp_dir dir;
  {
    auto store = fresh(dir);
    REQUIRE(import_own(store, dir, "2020-01-01", {entry("1", "A Trading")}));
    CHECK(store.verify()->empty());
  }
  damage(dir.path("s.store"), "DROP TRIGGER file_no_UPDATE; UPDATE file SET stored = x'789c030000000001'");
  auto store = list_store::open(dir.path("s.store"), store_access::read).value();
  const auto problems = store.verify().value();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message.find("not those of the digest") != std::string::npos);
  CHECK(store.read(store.find("1").value()).error().code == errc::bad_index);
  CHECK(stored_parties(store).error().code == errc::bad_index);
}

TEST_CASE("store: a backup is a store, and never takes the place of its own", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  REQUIRE(import_own(store, dir, "2020-01-01", {entry("1", "A Trading")}));
  REQUIRE(store.backup(dir.path("copy.store")));
  REQUIRE(import_own(store, dir, "2020-01-02", {entry("1", "B Trading")}));
  auto copy = list_store::open(dir.path("copy.store"), store_access::read).value();
  CHECK(copy.snapshots()->size() == 1);
  CHECK(copy.verify()->empty());
  CHECK(store.backup(store.path()).error().code == errc::usage);
  CHECK(store.backup(dir.path("copy.store")).error().code == errc::usage);  // nothing that is there is replaced
  CHECK_FALSE(store.backup(dir.path("no/such/folder/copy.store")));
  CHECK_FALSE(std::filesystem::exists(dir.path("copy.store-wal")));
}

TEST_CASE("store: other files are no stores", "[store]") {
  const temp_dir dir;
  CHECK(list_store::open(dir.path("none"), store_access::read).error().code == errc::not_found);
  CHECK(list_store::open(dir.path("none"), store_access::write).error().code == errc::not_found);
  CHECK(list_store::open(dir.root(), store_access::create).error().code == errc::unknown_format);
  const std::string text = dir.write("text", std::string(5000, 'x'));
  CHECK(list_store::open(text, store_access::read).error().code == errc::unknown_format);
  CHECK(list_store::open(text, store_access::create).error().code == errc::unknown_format);
  {
    auto other = store::database::open(dir.path("other.db"), store::open_mode::create).value();
    REQUIRE(other.execute("CREATE TABLE t (a)"));
  }
  CHECK(list_store::open(dir.path("other.db"), store_access::create).error().code == errc::unknown_format);
  { auto store = fresh(dir); }
  damage(dir.path("s.store"), "PRAGMA user_version = 999");
  CHECK(list_store::open(dir.path("s.store"), store_access::write).error().code == errc::old_version);
}

TEST_CASE("store: a snapshot is found by number, digest and day", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  const auto a = import_own(store, dir, "2020-01-01", {entry("1", "A Trading")}).value().snapshot;
  const auto b = import_own(store, dir, "2020-01-02", {entry("1", "B Trading")}).value().snapshot;
  CHECK(store.find("2")->id == b.id);
  CHECK(store.find(a.sha256.to_string().substr(0, 10))->id == a.id);
  CHECK(store.find("tradewarden@2020-01-02")->id == b.id);
  CHECK(store.find("House list@2020-01-01")->id == a.id);
  CHECK(store.find("3").error().code == errc::not_found);
  CHECK(store.find("").error().code == errc::not_found);
  // The same bytes under another day: the digest alone does not say which.
  REQUIRE(import_own(store, dir, "2020-01-03", {entry("1", "A Trading")}));
  CHECK(store.find(a.sha256.to_string()).error().code == errc::conflict);
}

TEST_CASE("store: the days ahead are those of the newest good snapshots", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  const std::string measures = R"(,"measures":[{"kind":"denial","from":"2018-04-15","until":"2025-03-14","end":"expired"}])";
  const std::string licence = R"(,"overlays":[{"kind":"temporary_general_licence","from":"2020-02-01","until":"2020-06-30"}])";
  REQUIRE(import_own(store, dir, "2020-01-01", {entry("1", "A Trading", measures), entry("2", "B Trading", licence)}));
  const auto dates = store.next_dates(on("2020-02-01"), 10).value();
  REQUIRE(dates.size() == 2);
  CHECK(dates[0].on == on("2020-06-30"));
  CHECK(dates[0].kind == "temporary general licence ends");
  CHECK(dates[1].on == on("2025-03-14"));
  CHECK(dates[1].kind == "denial ends");
  CHECK(dates[1].name == "A Trading");
  CHECK(store.next_dates(on("2020-01-31"), 1)->size() == 1);
}

TEST_CASE("store: what a download left behind is remembered", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  CHECK_FALSE(store.download("https://lists.example/a").value());
  REQUIRE(store.remember({"https://lists.example/a", "\"1\"", "Mon, 01 Jan 2024 00:00:00 GMT", {}, 0}));
  REQUIRE(store.remember({"https://lists.example/a", "\"2\"", "", {}, 0}));
  const auto mark = store.download("https://lists.example/a").value();
  REQUIRE(mark);
  CHECK(mark->etag == "\"2\"");
  CHECK(mark->last_modified.empty());
}

TEST_CASE("stored_parties: the newest of each publication", "[store]") {
  const temp_dir dir;
  auto store = fresh(dir);
  CHECK(stored_parties(store).error().code == errc::empty_input);
  REQUIRE(import_own(store, dir, "2020-01-02", {entry("1", "New Trading"), entry("2", "Other")}));
  REQUIRE(import_own(store, dir, "2020-01-01", {entry("1", "Old Trading")}));
  const auto set = stored_parties(store).value();
  REQUIRE(set.parties.size() == 2);
  CHECK(set.parties[0].names.at(0).text == "New Trading");
  CHECK(set.publications.at(0).date == on("2020-01-02"));
  stored_parties_options then;
  then.as_of = on("2020-01-01");
  CHECK(stored_parties(store, then)->parties.at(0).names.at(0).text == "Old Trading");
}
