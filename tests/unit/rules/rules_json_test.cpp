#include "rules/rules_json.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"

namespace tradewarden::rules {

using json = nlohmann::json;

TEST_CASE("rules as JSON", "[rules]") {
  const rule_book& book = rule_book::built_in();
  const json listed = json::parse(list_json(book));
  CHECK(listed["content"] == book.content().to_string());
  CHECK(listed["rules"].size() == book.rules().size());
  const rule_info* rule = book.find("us-ear.738.territories");
  REQUIRE(rule != nullptr);
  const json shown = json::parse(rule_json(book, *rule));
  CHECK(shown["id"] == "us-ear.738.territories");
  bool hong_kong = false;
  for (const json& v : shown["values"]) {
    if (!v["value"].contains("HK")) continue;
    hong_kong = true;
    CHECK(v["value"]["HK"] == "CN");
    CHECK(v["from"] == "2020-12-23");
    CHECK(v["until"].is_null());
  }
  CHECK(hong_kong);
}

TEST_CASE("problems as JSON", "[rules]") {
  error e{errc::bad_value, "not a date", "x.json", 0, "values[0].from"};
  const json told = json::parse(check_json(nullptr, {e, error{errc::io, "cut", "y.json", 0, {}}}));
  CHECK(told["content"].is_null());
  CHECK(told["problems"][0]["field"] == "values[0].from");
  CHECK(told["problems"][0]["code"] == "bad_value");
  CHECK(told["problems"][1]["field"].is_null());
  CHECK(json::parse(check_json(&rule_book::built_in(), {}))["problems"].empty());
}

}  // namespace tradewarden::rules
