#include "index/party_codec.hpp"

#include <string>

#include "catch.hpp"

namespace tradewarden::indexing {
namespace {

/// A party with something in every member, so that a forgotten one shows.
listed_party full_party() {
  listed_party p;
  p.list = "US-DPL";
  p.source_id = "x|2018-04-15";
  p.schema = schema::vessel;
  p.names = {{"Primary", name_kind::primary, name_strength::strong, script::latin, {1, 2, 3}},
             {"Weak", name_kind::fka, name_strength::weak, script::han, {4, 5, 6}}};
  p.addresses = {{"street", "city", "state", "zip", "CN", "text", {7, 8, 9}}};
  p.countries = {"CN", "IR"};
  p.birth_dates = {{{day::from_days(-5000), day::from_days(-4000), true}, {1, 1, 1}}};
  p.birth_places = {"place"};
  p.nationalities = {"CU"};
  p.citizenships = {"SY"};
  p.gender = "female";
  p.identifiers = {{"Passport", "123", "IR", "2001-02-03", "2011-02-03", {1, 0, 4}}};
  p.title = "title";
  p.call_sign = "CALL";
  p.imo = "9187629";
  p.vessel_type = "type";
  p.vessel_flag = "flag";
  p.vessel_owner = "owner";
  p.tonnage = "1";
  p.gross_registered_tonnage = "2";
  p.programmes = {"IRAN"};
  p.sublists = {"SSI"};
  p.licence_requirement = "requirement";
  p.licence_policy = "policy";
  p.footnotes = {"1", "unknown"};
  p.citations = {"83 FR 17644"};
  p.measures = {{measure_kind::denial, day::from_days(1), day::from_days(2), measure_end::expired,
                 day::from_days(3), {"c"}, "note", {1, 2, 3}, false}};
  p.overlays = {{"settlement", day::from_days(4), std::nullopt, day::from_days(5), {"d"}, "n", {1, 1, 1}, false}};
  p.linked = {{"relation", "name"}};
  p.remarks = "remarks";
  p.sources = {{1, "list name", "id", "url", {1, 2, 3}}};
  return p;
}

std::string bytes_of(const listed_party& p) {
  byte_writer w;
  encode_party(p, w);
  return w.bytes();
}

}  // namespace

TEST_CASE("a party comes back whole", "[index]") {
  const listed_party p = full_party();
  const auto again = decode_party(bytes_of(p));
  REQUIRE(again.has_value());
  CHECK(*again == p);
  CHECK(decode_party(bytes_of({})) == listed_party{});
}

TEST_CASE("cut or extended bytes are refused", "[index]") {
  const std::string bytes = bytes_of(full_party());
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    CAPTURE(n);
    CHECK_FALSE(decode_party(bytes.substr(0, n)).has_value());
  }
  CHECK_FALSE(decode_party(bytes + "x").has_value());
}

TEST_CASE("what is usual costs a bit, what is not comes back too", "[index]") {
  listed_party p;
  p.list = "X-own";
  p.source_id = "17";
  p.names.emplace_back().text = "Ivan Petrov";
  p.names[0].at = {1, 0, 900};
  p.measures.emplace_back().at = {1, 0, 900};
  p.sources.emplace_back().id = "17";
  p.sources[0].at = {1, 0, 900};
  // Mask, list, id, and a count and a mask for each of names, measures and sources; the name; once
  // where all of it stands.
  CHECK(bytes_of(p).size() == 1 + 6 + 3 + 2 + 12 + (1 + 1 + 2) + 2 + 2);
  CHECK(decode_party(bytes_of(p)) == p);

  p.names[0].script = script::unknown;
  p.measures[0].verified = false;
  p.measures[0].at = {};
  p.sources[0].id = "";
  p.sources.emplace_back().id = "18";
  CHECK(decode_party(bytes_of(p)) == p);
}

TEST_CASE("every value of every enumeration comes back", "[index]") {
  listed_party p;
  for (int s = 0; s <= static_cast<int>(schema::aircraft); ++s) {
    p.schema = static_cast<schema>(s);
    CHECK(decode_party(bytes_of(p)) == p);
  }
  p.names.emplace_back();
  for (int s = 0; s <= static_cast<int>(script::other); ++s) {
    p.names[0].script = static_cast<script>(s);
    CHECK(decode_party(bytes_of(p)) == p);
  }
  for (int k = 0; k <= static_cast<int>(name_kind::nka); ++k) {
    p.names[0].kind = static_cast<name_kind>(k);
    CHECK(decode_party(bytes_of(p)) == p);
  }
  p.measures.emplace_back();
  for (int k = 0; k <= static_cast<int>(measure_kind::suspended_order); ++k) {
    p.measures[0].kind = static_cast<measure_kind>(k);
    CHECK(decode_party(bytes_of(p)) == p);
  }
}

TEST_CASE("damaged bytes do not make a party that exhausts the memory", "[index]") {
  // A list of addresses that are all empty takes a byte each in the file, and a hundred times that
  // in memory.
  listed_party p;
  p.addresses.resize(k_most_items + 1);
  byte_writer w;
  CHECK(encode_party(p, w) == k_most_items + 1);
  CHECK_FALSE(decode_party(w.bytes()).has_value());
  p.addresses.resize(1'000);
  CHECK(decode_party(bytes_of(p)) == p);
}

TEST_CASE("damaged bytes never give a day that cannot be printed", "[index]") {
  listed_party p;
  p.measures.emplace_back().from = day::from_days(2'000'000'000);
  const auto again = decode_party(bytes_of(p));
  REQUIRE(again.has_value());
  CHECK(again->measures.at(0).from->to_string() == "9999-12-31");
}

TEST_CASE("what is known of the publications comes back", "[index]") {
  index_info info;
  info.score_version = 1;
  info.engine_version = "0.1.0";
  info.parties = 2;
  info.names = 3;
  info.tokens = 4;
  info.duplicates = 5;
  indexed_publication pub;
  pub.format = "csl-csv";
  pub.name = "name";
  pub.path = "path";
  pub.date = day::from_days(20'000);
  pub.sha256 = sha256("x");
  pub.files = {{"f", sha256("y"), 7}};
  pub.counts = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13};
  pub.warnings = 10;
  info.publications = {pub};
  info.lists = {{"US-EL", 0, 11, 12}};
  byte_writer w;
  encode_info(info, w);
  const auto again = decode_info(w.bytes());
  REQUIRE(again.has_value());
  CHECK(again->engine_version == "0.1.0");
  CHECK(again->duplicates == 5);
  REQUIRE(again->publications.size() == 1);
  CHECK(again->publications[0].date == pub.date);
  CHECK(again->publications[0].sha256 == pub.sha256);
  CHECK(again->publications[0].counts.rejected == 9);
  CHECK(again->publications[0].counts.side_rejected == 13);
  CHECK(again->publications[0].files.at(0).bytes == 7);
  CHECK(again->lists.at(0).names == 12);
}

}  // namespace tradewarden::indexing
