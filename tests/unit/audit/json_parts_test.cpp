#include "audit/json_parts.hpp"

#include <algorithm>

#include "catch.hpp"
#include "tradewarden/list_info.hpp"

using namespace tradewarden;
using audit::json;

TEST_CASE("failed row: the error takes the answer's place", "[audit]") {
  const error e{errc::bad_value, "unknown schema 'x'", "in.csv", 7, "schema"};
  const json j = json::parse(audit::failed_row_json("query_id", "q\xFF", e));
  CHECK(j["query_id"] == "q\xEF\xBF\xBD");
  CHECK(j["error"] == json({{"code", "bad_value"},
                            {"message", "unknown schema 'x'"},
                            {"file", "in.csv"},
                            {"line", 7},
                            {"field", "schema"}}));
}

TEST_CASE("index info: rows and ids are summed over publications, unknown dates are null",
          "[audit]") {
  index_info info;
  info.parties = 8;
  info.names = 20;
  info.duplicates = 2;
  info.publications.resize(2);
  info.publications[0].name = "OFAC SDN list";
  info.publications[0].date = day::parse("2025-12-24").value();
  info.publications[0].counts.rows = 7;
  info.publications[0].counts.distinct_ids = 6;
  info.publications[0].files.push_back({"sdn.csv", sha256("x"), 1});
  info.publications[1].counts.rows = 5;
  info.publications[1].counts.distinct_ids = 4;
  info.lists.push_back({"US-SDN", 0, 6, 15});
  info.lists.push_back({"X-OWN", 1, 2, 5});
  const json j = json::parse(audit::index_info_json(info));
  CHECK(j["rows"] == 12);
  CHECK(j["distinct_ids"] == 10);
  CHECK(j["parties"] == 8);
  CHECK(j["duplicates"] == 2);
  CHECK(j["publications"][0]["date"] == "2025-12-24");
  CHECK(j["publications"][1]["date"].is_null());
  CHECK(j["publications"][0]["files"][0]["sha256"] == sha256("x").to_string());
  CHECK(j["lists"][0]["name"] != "US-SDN");  // the list's full name
  CHECK(j["lists"][1]["name"] == "X-OWN");   // a user's own list has its code only
}

TEST_CASE("lists absent from an index are named", "[audit]") {
  index_info info;
  const auto all = audit::absent_lists(info);
  CHECK(all.size() == all_lists().size());
  info.lists.push_back({"US-SDN", 0, 1, 1});
  const auto rest = audit::absent_lists(info);
  CHECK(rest.size() + 1 == all.size());
  CHECK(std::find(rest.begin(), rest.end(), "US-SDN") == rest.end());
}

TEST_CASE("comparison: score, working and versions", "[audit]") {
  comparison c;
  c.score = score::from_units(9321);
  c.unmatched_query = {{"foo", token_role::name, 100}};
  const json j = json::parse(audit::comparison_json("a", "b", schema::person, c, {}));
  CHECK(j["score"] == "0.9321");
  CHECK(j["schema"] == "person");
  CHECK(j["explanation"]["unmatched_query"][0]["role"] == "name");
  CHECK(j["score_version"] == 1);
  CHECK(j["score_tables_sha256"] == score_rules().tables_sha256().to_string());
  CHECK(j["name_pack_sha256"].is_null());
}
