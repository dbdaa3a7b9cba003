#include "tradewarden/rescreening.hpp"

#include <map>

#include "catch.hpp"
#include "temp_dir.hpp"

using namespace tradewarden;

namespace {

struct world {
  tests::temp_dir dir;
  std::string store = dir.path("s.store");
  std::map<std::string, std::string> entries{{"1", "Vostok Granulator"}, {"2", "Plumbottom Quartz"}};
  std::map<std::string, std::string> customers{{"C1", "Vostok Granulator"}, {"C2", "Plumbottom Quartz"}, {"C3", "Nobody Alike"}};
  rescreen_settings settings;

  world() { settings.options.as_of = day::parse("2026-01-01").value(); }

  [[nodiscard]] party_index index() const {
    party_set set;
    for (const auto& [id, name] : entries) {
      listed_party p;
      p.list = "X-house";
      p.source_id = id;
      p.names.resize(1);
      p.names[0].text = name;
      p.measures.resize(1);
      if (id == "2") p.measures[0].until = day::parse("2026-06-01").value();
      set.parties.push_back(std::move(p));
    }
    return party_index::from_bytes(build_index_bytes(set).value()).value();
  }

  result<rescreen_outcome> try_run() {
    auto at = customers.begin();
    return rescreen(store, "p", index(), settings, [&](screening_query& q) {
      if (at == customers.end()) return false;
      q.id = at->first;
      q.name = at++->second;
      return true;
    });
  }
  rescreen_outcome run() { return std::move(try_run().value()); }
};

const alert& of(const rescreen_outcome& o, const std::string& customer) {
  for (const alert& a : o.alerts) {
    if (a.customer == customer) return a;
  }
  FAIL("no alert of " << customer);
  return o.alerts.front();
}

}  // namespace

TEST_CASE("rescreening: the first run screens everything, the next only what changed", "[rescreening]") {
  world w;
  const rescreen_outcome first = w.run();
  CHECK(first.full_because == "it is the first run");
  REQUIRE(first.alerts.size() == 2);
  CHECK(of(first, "C1").news == alert_news::opened);
  CHECK(of(first, "C1").score == "1.0000");
  const rescreen_outcome second = w.run();
  CHECK(second.full_because.empty());
  CHECK(second.customers == 3);
  CHECK(second.customers_changed == 0);
  CHECK(second.entries_changed == 0);
  REQUIRE(second.alerts.size() == 2);
  CHECK(of(second, "C1").news == alert_news::unchanged);
  CHECK(of(second, "C1").id == of(first, "C1").id);
  CHECK(of(second, "C1").id.size() == 16);
}

TEST_CASE("rescreening: entries and customers that come, change and go", "[rescreening]") {
  world w;
  const std::string id = of(w.run(), "C1").id;
  SECTION("an entry comes") {
    w.entries["3"] = "Nobody Alike";
    const rescreen_outcome o = w.run();
    CHECK(o.entries_changed == 1);
    CHECK(o.alerts.size() == 3);
    CHECK(of(o, "C3").news == alert_news::opened);
  }
  SECTION("an entry changes and is alike still: the same alert, changed") {
    w.entries["1"] = "Vostok Granulators";
    const rescreen_outcome o = w.run();
    CHECK(o.entries_changed == 1);
    CHECK(of(o, "C1").news == alert_news::changed);
    CHECK(of(o, "C1").id == id);
    CHECK(of(o, "C1").score < "1.0000");
  }
  SECTION("an entry goes") {
    w.entries.erase("1");
    const rescreen_outcome o = w.run();
    CHECK(o.entries_gone == 1);
    CHECK(o.alerts.size() == 1);
    REQUIRE(o.closed.size() == 1);
    CHECK(o.closed[0].id == id);
    CHECK(o.closed[0].news == alert_news::closed);
  }
  SECTION("a customer changes, comes and goes") {
    w.customers["C1"] = "Somebody Else";
    w.customers["C4"] = "Plumbottom Quartz";
    w.customers.erase("C2");
    const rescreen_outcome o = w.run();
    CHECK(o.customers_changed == 2);
    CHECK(o.customers_gone == 1);
    REQUIRE(o.alerts.size() == 1);
    CHECK(of(o, "C4").news == alert_news::opened);
    CHECK(o.closed.size() == 2);
  }
  SECTION("a measure ends by itself: the entry is what it was, the day is not") {
    w.settings.options.as_of = day::parse("2026-06-01").value();
    const rescreen_outcome o = w.run();
    CHECK(o.entries_changed == 1);
    CHECK(o.alerts.size() == 1);
    CHECK(o.closed.size() == 1);
  }
}

TEST_CASE("rescreening: other options screen everything", "[rescreening]") {
  world w;
  (void)w.run();
  w.settings.options.threshold = score::from_units(7'000);
  CHECK(w.run().full_because.find("options") != std::string::npos);
  w.settings.full = true;
  CHECK(w.run().full_because == "so it was asked for");
}

TEST_CASE("rescreening: a decided alert stays decided until customer or entry changes", "[rescreening]") {
  world w;
  const alert a = of(w.run(), "C1");
  decision d;
  d.customer = a.customer;
  d.customer_digest = a.customer_digest;
  d.list = a.list;
  d.source_id = a.source_id;
  d.entry_digest = a.entry_digest;
  d.reason = "another";
  d.who = "A";
  d.approved_by = "B";
  {
    auto trail = audit_trail::open(w.store, store_access::write).value();
    auto book = decision_book::read(trail).value();
    REQUIRE(book.add(trail, d));
  }
  CHECK(of(w.run(), "C1").is_set_aside());
  w.entries["3"] = "Quite Another";
  CHECK(of(w.run(), "C1").is_set_aside());
  w.entries["1"] = "Vostok Granulator Works";
  const rescreen_outcome o = w.run();
  CHECK_FALSE(of(o, "C1").is_set_aside());
  REQUIRE(of(o, "C1").decided);
  CHECK(of(o, "C1").decided->state == decision_state::entry_changed);
}

TEST_CASE("rescreening: what cannot be told apart is refused, and nothing is kept", "[rescreening]") {
  world w;
  (void)w.run();
  int rows = 0;
  const auto twice = rescreen(w.store, "p", w.index(), w.settings, [&](screening_query& q) {
    q.id = "C1";
    q.name = "Vostok Granulator";
    return rows++ < 2;
  });
  CHECK(twice.error().code == errc::conflict);
  rows = 0;
  const auto nameless = rescreen(w.store, "p", w.index(), w.settings, [&](screening_query&) { return rows++ < 1; });
  CHECK(nameless.error().code == errc::missing_field);
  CHECK(w.run().customers_changed == 0);
}

TEST_CASE("rescreening: portfolios do not know each other", "[rescreening]") {
  world w;
  (void)w.run();
  const auto other = rescreen(w.store, "q", w.index(), w.settings, [](screening_query&) { return false; });
  REQUIRE(other);
  CHECK(other->alerts.empty());
  CHECK(other->full_because == "it is the first run");
  CHECK(w.run().alerts.size() == 2);
}
