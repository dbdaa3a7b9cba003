#include "review/portfolio_state.hpp"

#include "catch.hpp"
#include "store/schema.hpp"
#include "temp_dir.hpp"

using namespace tradewarden;
using namespace tradewarden::review;

namespace {

portfolio_state filled() {
  portfolio_state s;
  s.settings = "{}";
  s.customers = {{"C1", sha256("c1")}, {"C2", sha256("c2")}};
  s.entries = {{{"US-SDN", "1"}, sha256("e1")}, {{"US-SDN", "2"}, sha256("e2")}};
  alert a;
  a.id = "0123456789abcdef";
  a.customer = "C1";
  a.list = "US-SDN";
  a.source_id = "1";
  a.score = "0.9000";
  a.opened = "2026-01-01";
  a.entry_digest = sha256("entry");
  s.alerts.emplace(alert_key{"C1", {"US-SDN", "1"}}, a);
  return s;
}

}  // namespace

TEST_CASE("portfolio: it comes back as it was kept, and only differences are written", "[rescreening]") {
  const tests::temp_dir dir;
  auto db = std::move(store::database::open(dir.path("s.store"), store::open_mode::create).value());
  REQUIRE(store::bring_up_to_date(db));
  const portfolio_state none = load_portfolio(db, "p").value();
  CHECK(none.run == 0);
  portfolio_state one = filled();
  REQUIRE(save_portfolio(db, "p", none, one));
  portfolio_state back = load_portfolio(db, "p").value();
  CHECK(back.run == 1);
  CHECK(back.customers == one.customers);
  CHECK(back.entries == one.entries);
  REQUIRE(back.alerts.size() == 1);
  CHECK(back.alerts.begin()->second.score == "0.9000");
  CHECK(back.alerts.begin()->second.entry_digest == sha256("entry"));
  CHECK(load_portfolio(db, "q").value().run == 0);
  const std::int64_t writes = db.number("SELECT total_changes()").value();
  one.customers["C2"] = sha256("new");
  one.customers.erase("C1");
  one.entries.erase({"US-SDN", "2"});
  one.alerts.clear();
  REQUIRE(save_portfolio(db, "p", back, one));
  CHECK(db.number("SELECT total_changes()").value() - writes == 5);  // the head, two customers, an entry, an alert
  back = load_portfolio(db, "p").value();
  CHECK(back.run == 2);
  CHECK(back.customers == one.customers);
  CHECK(back.entries == one.entries);
  CHECK(back.alerts.empty());
}

TEST_CASE("portfolio: of two runs at once the second to finish is refused", "[rescreening]") {
  const tests::temp_dir dir;
  auto db = std::move(store::database::open(dir.path("s.store"), store::open_mode::create).value());
  REQUIRE(store::bring_up_to_date(db));
  const portfolio_state before = load_portfolio(db, "p").value();
  REQUIRE(save_portfolio(db, "p", before, filled()));
  CHECK(save_portfolio(db, "p", before, portfolio_state()).error().code == errc::conflict);
  CHECK(load_portfolio(db, "p").value().customers.size() == 2);
}
