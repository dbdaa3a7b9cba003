// The sample list is what it says it is: known keys, known lists, days in order.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "sample_file.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/day.hpp"
#include "tradewarden/list_info.hpp"

using nlohmann::json;
using tradewarden::day;
using tradewarden::tests::name_text;
using tradewarden::tests::read_sample_file;

namespace {

void check_keys(const json& object, const std::set<std::string>& known) {
  for (const auto& item : object.items()) {
    CAPTURE(item.key());
    CHECK(known.count(item.key()) == 1);
  }
}

std::optional<day> day_of(const json& object, const char* key) {
  if (!object.contains(key)) return std::nullopt;
  const auto parsed = day::parse(object.at(key).get<std::string>());
  CAPTURE(key, object.dump());
  REQUIRE(parsed.has_value());
  return *parsed;
}

void check_interval(const json& part) {
  const auto from = day_of(part, "from");
  const auto until = day_of(part, "until");
  static_cast<void>(day_of(part, "published"));
  if (from && until) CHECK(*from < *until);
}

}  // namespace

TEST_CASE("the sample's header counts its entries", "[sample]") {
  const auto file = read_sample_file();
  CHECK(file.header.at("tradewarden_list") == 1);
  CHECK(file.header.at("entries") == file.entries.size());
  CHECK(day::parse(file.header.at("date").get<std::string>()).has_value());
  CHECK(file.entries.size() >= 100);
}

TEST_CASE("the sample's entries have known keys and known values", "[sample]") {
  const std::set<std::string> entry_keys = {
      "list",        "id",         "schema",     "names",       "addresses",     "countries",
      "birth_dates", "birth_places", "nationalities", "citizenships", "gender",  "identifiers",
      "title",       "call_sign",  "imo",        "vessel_type", "vessel_flag",   "vessel_owner",
      "programmes",  "sublists",   "licence_requirement", "licence_policy", "footnotes",
      "citations",   "measures",   "overlays",   "linked",      "remarks",       "url"};
  std::set<std::pair<std::string, std::string>> keys;
  for (const json& entry : read_sample_file().entries) {
    CAPTURE(entry.dump());
    check_keys(entry, entry_keys);
    CHECK(tradewarden::find_list(entry.at("list").get<std::string>()) != nullptr);
    CHECK(keys.emplace(entry.at("list"), entry.at("id")).second);
    REQUIRE_FALSE(entry.at("names").empty());
    CHECK(entry.at("names")[0].is_string());
    std::set<std::string> names;
    for (const json& name : entry.at("names")) {
      CHECK_FALSE(name_text(name).empty());
      CHECK(names.insert(name_text(name)).second);
      if (name.is_object()) check_keys(name, {"text", "kind", "strength"});
    }
    for (const char* key : {"countries", "nationalities", "citizenships"}) {
      for (const json& code : entry.value(key, json::array())) {
        CHECK(tradewarden::country_code(code.get<std::string>()) == code.get<std::string>());
      }
    }
    for (const json& address : entry.value("addresses", json::array())) {
      check_keys(address, {"street", "city", "state", "postal_code", "country", "text"});
    }
    // A fact without a source is no fact.
    bool cited = !entry.value("citations", json::array()).empty();
    for (const json& m : entry.at("measures")) {
      cited = cited || !m.value("citations", json::array()).empty();
    }
    const bool by_programme = !entry.value("programmes", json::array()).empty();
    CHECK((cited || by_programme));
  }
}

TEST_CASE("the sample says what was not read in its official text", "[sample]") {
  const auto any_unverified = [](const json& parts) {
    bool any = false;
    for (const json& part : parts) any = any || !part.value("verified", true);
    return any;
  };
  for (const json& entry : read_sample_file().entries) {
    CAPTURE(entry.at("list"), entry.at("id"));
    const std::string list = entry.at("list");
    const bool dated = entry.at("measures")[0].contains("from");
    // OFAC's files of the SDN list give no date of listing, the UN's and the UK's no resolution
    // or regulations; Australia's list was not read at all.
    if ((list == "US-SDN" && dated) || list == "UN-SC" || list == "UK-SL" || list == "AU-DFAT") {
      CHECK(any_unverified(entry.at("measures")));
    }
    // The ten years from 2018-06-08 are counted, not read.
    for (const char* key : {"measures", "overlays"}) {
      for (const json& part : entry.value(key, json::array())) {
        if (part.value("until", "") == "2028-06-08") CHECK_FALSE(part.value("verified", true));
      }
    }
  }
}

TEST_CASE("the sample's measures stand in order and do not overlap", "[sample]") {
  for (const json& entry : read_sample_file().entries) {
    CAPTURE(entry.at("list"), entry.at("id"));
    const json& measures = entry.at("measures");
    REQUIRE_FALSE(measures.empty());
    std::map<std::string, std::optional<day>> end_of;
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const json& m = measures[i];
      check_keys(m, {"kind", "from", "until", "end", "published", "citations", "note",
                     "verified"});
      const std::string kind = m.at("kind");
      CHECK((kind == "listing" || kind == "denial" || kind == "suspended_order"));
      check_interval(m);
      CHECK(m.contains("until") == m.contains("end"));
      if (measures.size() > 1) REQUIRE(m.contains("from"));
      if (i > 0) CHECK(measures[i - 1].at("from").get<std::string>() < m.at("from"));
      if (const auto before = end_of.find(kind); before != end_of.end()) {
        REQUIRE(before->second.has_value());
        CHECK(*before->second <= *day_of(m, "from"));
      }
      end_of[kind] = day_of(m, "until");
    }
    for (const json& o : entry.value("overlays", json::array())) {
      check_keys(o, {"kind", "from", "until", "published", "citations", "note", "verified"});
      check_interval(o);
    }
  }
}
