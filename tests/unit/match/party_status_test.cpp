#include <string>

#include "catch.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden {
namespace {

day d(const char* iso) { return day::parse(iso).value(); }

measure in(measure_kind kind, const char* from, const char* until, measure_end end = measure_end::none) {
  measure m;
  m.kind = kind;
  if (from != nullptr) m.from = d(from);
  if (until != nullptr) m.until = d(until);
  m.end = end;
  return m;
}

party_status status(const listed_party& p, const char* on, const char* published = nullptr) {
  return party_status_on(p, d(on), published == nullptr ? std::nullopt : std::optional<day>(d(published))).status;
}

}  // namespace

TEST_CASE("until is the first day no longer in force", "[status]") {
  listed_party p;
  p.measures = {in(measure_kind::listing, "2016-03-08", "2017-03-29", measure_end::lifted)};
  CHECK(status(p, "2016-03-07") == party_status::not_yet);
  CHECK(status(p, "2016-03-08") == party_status::listed);
  CHECK(status(p, "2017-03-28") == party_status::listed);
  CHECK(status(p, "2017-03-29") == party_status::lifted);
  p.measures[0].end = measure_end::expired;
  CHECK(status(p, "2017-03-29") == party_status::expired);
}

TEST_CASE("a denial outranks a listing, a listing a suspended order", "[status]") {
  listed_party p;
  p.measures = {in(measure_kind::suspended_order, "2018-01-01", nullptr),
                in(measure_kind::listing, "2018-02-01", nullptr),
                in(measure_kind::denial, "2018-03-01", "2018-04-01", measure_end::lifted)};
  CHECK(status(p, "2018-01-15") == party_status::suspended_order);
  CHECK(status(p, "2018-02-15") == party_status::listed);
  CHECK(status(p, "2018-03-15") == party_status::denied);
  // All that is in force is named, what gives the status first.
  const status_on_day denied = party_status_on(p, d("2018-03-15"), {});
  CHECK(denied.measures == std::vector<std::size_t>{2, 1, 0});
  CHECK(denied.from == d("2018-03-01"));
  CHECK(status(p, "2018-04-15") == party_status::listed);
}

TEST_CASE("without a date of listing a day before the publication is unknown", "[status]") {
  listed_party p;
  p.measures = {in(measure_kind::listing, nullptr, nullptr)};
  CHECK(status(p, "2025-12-24", "2025-12-24") == party_status::listed);
  CHECK(status(p, "2025-12-23", "2025-12-24") == party_status::unknown_on_date);
  CHECK(status(p, "2000-01-01") == party_status::listed);  // the publication's date is unknown too
  p.measures[0].from = d("2010-01-01");
  CHECK(status(p, "2015-01-01", "2025-12-24") == party_status::listed);
}

TEST_CASE("of several measures one with a date decides", "[status]") {
  listed_party p;
  p.measures = {in(measure_kind::listing, nullptr, nullptr), in(measure_kind::listing, "2010-01-01", nullptr)};
  CHECK(status(p, "2015-01-01", "2025-12-24") == party_status::listed);
  CHECK(status(p, "2009-01-01", "2025-12-24") == party_status::unknown_on_date);
}

TEST_CASE("an entry without any measure is on the list that we have", "[status]") {
  CHECK(status(listed_party{}, "2025-12-24", "2025-12-24") == party_status::listed);
  CHECK(status(listed_party{}, "2025-12-23", "2025-12-24") == party_status::unknown_on_date);
}

TEST_CASE("overlays in force on the day are named", "[status]") {
  listed_party p;
  p.measures = {in(measure_kind::listing, "2016-03-08", "2017-03-29", measure_end::lifted)};
  overlay o;
  o.kind = "temporary_general_licence";
  o.from = d("2016-03-24");
  o.until = d("2017-03-29");
  p.overlays = {o};
  CHECK(party_status_on(p, d("2016-03-23"), {}).overlays.empty());
  CHECK(party_status_on(p, d("2016-03-24"), {}).overlays == std::vector<std::size_t>{0});
  CHECK(party_status_on(p, d("2017-03-29"), {}).overlays.empty());
}

TEST_CASE("an ended party shows its last measure", "[status]") {
  listed_party p;
  p.measures = {in(measure_kind::denial, "2001-01-01", "2002-01-01", measure_end::expired),
                in(measure_kind::denial, "2005-01-01", "2006-01-01", measure_end::lifted)};
  const status_on_day s = party_status_on(p, d("2010-01-01"), {});
  CHECK(s.status == party_status::lifted);
  CHECK(s.measures == std::vector<std::size_t>{1});
  CHECK(party_status_on(p, d("2003-01-01"), {}).status == party_status::expired);
}

}  // namespace tradewarden
