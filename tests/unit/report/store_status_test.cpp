#include "report/store_status.hpp"

#include "catch.hpp"
#include "unit/store/sample_snapshots.hpp"

using namespace tradewarden;
using test::entry;
using tests::temp_dir;

TEST_CASE("status of a store: age, quarantine, and what lies ahead", "[store-status]") {
  const temp_dir dir;
  auto store = list_store::open(dir.path("s.store"), store_access::create);
  REQUIRE(store);
  report::status_request wanted;
  wanted.as_of = test::on("2016-01-11");
  CHECK(report::status_of(*store, wanted)->publications.empty());
  REQUIRE(test::import_own(*store, dir, "2016-01-01", {entry("1", "Vostok"), entry("2", "Plumbottom")}));
  REQUIRE(test::import_own(*store, dir, "2016-01-10", {entry("1", "Vostok")}));  // half of it: not believed
  wanted.max_age = 10;
  wanted.most_dates = 4;
  auto status = report::status_of(*store, wanted);
  REQUIRE(status);
  REQUIRE(status->publications.size() == 1);
  CHECK(status->publications[0].age_days == 10);
  CHECK_FALSE(status->publications[0].stale);
  REQUIRE(status->quarantined.size() == 1);
  CHECK(status->quarantined[0].published == test::on("2016-01-10"));
  // The rules change by themselves after that day: the earliest first, no more than asked for.
  REQUIRE(status->next_dates.size() == 4);
  day before = *wanted.as_of;
  for (const dated_change& c : status->next_dates) {
    CHECK(*wanted.as_of < c.on);
    CHECK_FALSE(c.on < before);
    CHECK(c.snapshot == 0);
    before = c.on;
  }
  wanted.max_age = 9;
  CHECK(report::status_of(*store, wanted)->publications[0].stale);
}
