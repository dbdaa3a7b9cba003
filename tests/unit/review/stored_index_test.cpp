#include "review/stored_index.hpp"

#include "catch.hpp"
#include "review/review_session.hpp"
#include "unit/store/sample_snapshots.hpp"

using namespace tradewarden;
using test::entry;
using tests::temp_dir;

namespace {

party_index built(const list_store& store, const stored_parties_options& which) {
  return party_index::from_bytes(build_index_bytes(stored_parties(store, which).value()).value()).value();
}

}  // namespace

TEST_CASE("stored index: remembered once, and built again as it was", "[stored-index]") {
  const temp_dir dir;
  auto store = list_store::open(dir.path("s.store"), store_access::create);
  REQUIRE(store);
  REQUIRE(test::import_own(*store, dir, "2026-01-01", {entry("1", "Vostok Granulator Works")}));
  REQUIRE(test::import_own(*store, dir, "2026-02-01", {entry("1", "Vostok Granulator Works"), entry("2", "Plumbottom")}));
  stored_parties_options which;
  const auto by = GENERATE(0, 1, 2, 3);
  if (by == 1) which.history = true;
  if (by == 2) which.as_of = test::on("2026-01-15");
  if (by == 3) which.snapshots = {1};
  const party_index idx = built(*store, which);
  REQUIRE(review::remember_index(*store, idx.info(), which));
  REQUIRE(review::remember_index(*store, idx.info(), which));
  auto session = review::review_session::open(store->path(), store_access::write);
  REQUIRE(session);
  CHECK(session->trail().records("index").value().size() == 1);
  screening_query q;
  q.name = "Granulator Vostok";
  const auto kept = session->screen(idx, q, {});
  REQUIRE(kept);
  // A later snapshot changes what an index is made of today.
  REQUIRE(test::import_own(*store, dir, "2026-03-01", {entry("1", "Renamed Works"), entry("2", "Plumbottom")}));
  CHECK(review::give_again(session->trail(), kept->id, nullptr).value() == kept->json);
  CHECK(review::give_again(session->trail(), kept->id, &idx).value() == kept->json);
  const auto other = review::give_again(session->trail(), kept->id, &party_index::sample());
  REQUIRE_FALSE(other);
  CHECK(other.error().code == errc::conflict);
}

TEST_CASE("stored index: the sample needs no file, an index from elsewhere does", "[stored-index]") {
  const temp_dir dir;
  auto session = review::review_session::open(dir.path("s.store"), store_access::create);
  REQUIRE(session);
  screening_query q;
  q.name = "Hidden Cobra";
  const auto by_sample = session->screen(party_index::sample(), q, {});
  REQUIRE(by_sample);
  CHECK(review::give_again(session->trail(), by_sample->id, nullptr).value() == by_sample->json);
  auto store = list_store::open(dir.path("other.store"), store_access::create);
  REQUIRE(store);
  REQUIRE(test::import_own(*store, dir, "2026-01-01", {entry("1", "Hidden Cobra")}));
  const party_index elsewhere = built(*store, {});
  const auto by_file = session->screen(elsewhere, q, {});
  REQUIRE(by_file);
  CHECK(review::give_again(session->trail(), by_file->id, nullptr).error().code == errc::not_found);
  CHECK(review::give_again(session->trail(), by_file->id, &elsewhere).value() == by_file->json);
  CHECK(review::give_again(session->trail(), "000000", nullptr).error().code == errc::not_found);
  recorded_answer old = find_answer(session->trail(), by_file->id).value();
  CHECK_FALSE(review::rules_of(old));
  old.score_version = 0;
  CHECK_FALSE(review::rules_of(old));
}
