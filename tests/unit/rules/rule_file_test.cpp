#include "rules/rule_file.hpp"

#include <algorithm>

#include "catch.hpp"

namespace tradewarden::rules {
namespace {

std::string with_values(const std::string& type, const std::string& values) {
  return R"({"id": "test.rule", "type": ")" + type + R"(", "values": [)" + values + "]}";
}

std::string with_value(const std::string& type, const std::string& value) {
  return with_values(type, R"({"citation": "c", "verified": true, "value": )" + value + "}");
}

/// The fields of all problems, and each problem names the file.
std::vector<std::string> fields(const std::string& text) {
  std::vector<error> problems;
  const auto rule = read_rule_file("x/y.json", text, problems);
  CHECK(rule.has_value() == problems.empty());
  std::vector<std::string> out;
  for (const error& e : problems) {
    CHECK(e.file == "x/y.json");
    CHECK_FALSE(e.message.empty());
    out.push_back(e.field);
  }
  return out;
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("a rule file", "[rules]") {
  std::vector<error> problems;
  const auto rule = read_rule_file("f.json", R"({"id": "a.b-2", "type": "flag", "values": [
    {"from": "2020-01-01", "citation": "15 CFR 1", "verified": false, "value": true},
    {"until": "2020-01-01", "published": "2019-12-01", "citation": "15 CFR 1", "verified": true,
     "value": false}],
    "overlays": [{"from": "2021-01-01", "until": "2021-02-01", "status": "suspended",
                  "citation": "o", "verified": true}]})",
                                   problems);
  REQUIRE(problems.empty());
  REQUIRE(rule.has_value());
  CHECK(rule->id == "a.b-2");
  REQUIRE(rule->values.size() == 2);
  CHECK_FALSE(rule->values[0].from.has_value());  // by date
  CHECK(std::get<bool>(rule->values[1].data));
  CHECK_FALSE(rule->values[1].verified);
  CHECK(rule->values[0].published == day::parse("2019-12-01").value());
  CHECK(rule->values[1].text == "true");
  CHECK(rule->overlays.size() == 1);
  // The until day itself is no longer in force.
  CHECK(rule->values[0].in_force(day::parse("2019-12-31").value()));
  CHECK_FALSE(rule->values[0].in_force(day::parse("2020-01-01").value()));
}

TEST_CASE("unknown and missing keys have their field", "[rules]") {
  CHECK(fields(R"({"id": "a", "type": "flag", "vlaues": [], "values": [
    {"citation": "c", "verified": true, "value": true}]})") == list{"vlaues"});
  CHECK(fields(R"({"id": "a", "type": "flag"})") == list{"values"});
  CHECK(fields(with_values("flag", R"({"citation": "c", "value": true})")) ==
        list{"values[0].verified"});
  CHECK(fields(with_values("flag", R"({"citation": "c", "verified": true, "form": "2020-01-01",
    "value": true})")) == list{"values[0].form"});
  CHECK(fields(R"({"id": "a", "id": "b", "type": "flag", "values": [
    {"citation": "c", "verified": true, "value": true}]})") == list{""});
  // All problems of a file in one pass.
  CHECK(fields(with_values("flag", R"({"citation": "", "verified": 1, "value": "yes"},
    {"from": "2020-02-30", "citation": "c", "verified": true, "value": true})")) ==
        list{"values[0].citation", "values[0].verified", "values[0].value", "values[1].from"});
}

TEST_CASE("dates that are none, and intervals that end before they begin", "[rules]") {
  for (const char* date : {"2020-13-01", "2020-1-1", "01.02.2020", "", "yesterday", "20200101"}) {
    INFO(date);
    CHECK(fields(with_values("flag", R"({"from": ")" + std::string(date) +
                                         R"(", "citation": "c", "verified": true, "value": true})")) ==
          list{"values[0].from"});
  }
  CHECK(fields(with_values("flag", R"({"from": "2020-01-01", "until": "2020-01-01",
    "citation": "c", "verified": true, "value": true})")) == list{"values[0].until"});
  CHECK(fields(with_values("flag", R"({"from": 2020, "citation": "c", "verified": true,
    "value": true})")) == list{"values[0].from"});
}

TEST_CASE("two values on one day", "[rules]") {
  CHECK(fields(with_values("flag", R"(
    {"until": "2020-01-02", "citation": "c", "verified": true, "value": true},
    {"from": "2020-01-01", "citation": "c", "verified": true, "value": false})")) ==
        list{"values[1]"});
  CHECK(fields(with_values("flag", R"(
    {"until": "2020-01-01", "citation": "c", "verified": true, "value": true},
    {"from": "2020-01-01", "citation": "c", "verified": true, "value": false})"))
            .empty());
  const auto percent = [](const char* countries) {
    return std::string(R"({"citation": "c", "verified": true, "value": {"countries": )") + countries +
           R"(, "percent": "10", "operator": "more_than"}})";
  };
  CHECK(fields(with_values("percent", percent(R"(["CU", "IR"])") + "," + percent(R"(["IR"])"))) ==
        list{"values[1]"});
  CHECK(fields(with_values("percent", percent(R"(["CU"])") + "," + percent(R"(["IR"])") + "," +
                                          percent(R"("others")")))
            .empty());
}

TEST_CASE("types, units and codes", "[rules]") {
  CHECK(fields(with_value("percentage", "1")) == list{"type"});
  for (const char* percent : {"101", "-1", "1,5", "ten", "10%", ".5", "5.", "1e1", ""}) {
    INFO(percent);
    CHECK(fields(with_value("percent", R"({"countries": ["CU"], "operator": "more_than", "percent": ")" +
                                           std::string(percent) + "\"}")) != list{});
  }
  CHECK(fields(with_value("percent", R"({"countries": ["CU"], "percent": "10", "operator": ">"})")) ==
        list{"values[0].value.operator"});
  CHECK(fields(with_value("percent", R"({"countries": ["CU"], "percent": 10, "operator": "more_than"})")) ==
        list{"values[0].value.percent"});
  for (const char* country : {"ZZ", "cu", "CUB", "Cuba", "UA-43"}) {
    INFO(country);
    CHECK(fields(with_value("country_set", "[\"" + std::string(country) + "\"]")) ==
          list{"values[0].value[0]"});
  }
  CHECK(fields(with_value("country_set", R"(["CU", "CU"])")) == list{"values[0].value"});
  CHECK(fields(with_value("chart", R"({"DE": "NS1 NS3"})")) == list{"values[0].value.DE"});
  CHECK(fields(with_value("ccl", R"({"3A01": {"see": "itar"}})")) == list{"values[0].value.3A01"});
  CHECK(fields(with_value("ccl", R"({"3A001": {}})")) == list{"values[0].value.3A001"});
  CHECK(fields(with_value("ccl", R"({"3A001": {"rows": [["NS", "b..2", "NS 1"]]}})")) ==
        list{"values[0].value.3A001.rows[0][1]"});
  CHECK(fields(with_value("ccl", R"({"3A001": {"rows": [["NS", "*"]]}})")) ==
        list{"values[0].value.3A001.rows[0]"});
  CHECK(fields(with_value("eccn_class", R"({"9?515": "*", "9*515": "*"})")) ==
        list{"values[0].value.9*515"});
  CHECK(fields(with_value("destination", R"({"less": ["CA"]})")) == list{"values[0].value"});
  CHECK(fields(with_value("destination", R"({"unknown": ["*"]})")) == list{"values[0].value.ask"});
  CHECK(fields(with_value("content", R"({"countries": ["CU"], "clauses": [
    {"counts": "maybe", "why": "w"}, {"counts": "yes", "why": "w", "hs_chapter": [100]},
    {"counts": "yes", "why": "w", "content_type": "goods"}]})")) ==
        list{"values[0].value.clauses[0].counts", "values[0].value.clauses[1].hs_chapter",
             "values[0].value.clauses[2].content_type"});
  CHECK(fields(with_value("case", R"({"paragraph": "a", "content": {"3A001": "*"}})")) ==
        list{"values[0].value.destination"});
  CHECK(fields(with_value("record", R"({"a": {"b": 1}})")) == list{"values[0].value.a"});
}

TEST_CASE("hostile files get an error, never a crash", "[rules]") {
  for (const std::string& text :
       {std::string(), std::string(" "), std::string("{"), std::string("[]"), std::string("null"),
        std::string("\xff\xfe"), std::string("{\"id\": \"\xff\"}"), std::string(100000, '['),
        std::string("{\"id\":\"a\",\"type\":\"flag\",\"values\":[") + std::string(2000, '['),
        std::string(1000, '\0'), std::string("{\"id\":\"a\",\"type\":5,\"values\":[]}"),
        with_value("flag", "1e999"), with_value("flag", "99999999999999999999999"),
        with_value("country_set", "{}"), with_value("country_map", "[]"),
        with_value("chart", R"({"DE": 1})"), with_value("content", "[]"),
        with_value("content", R"({"countries": [], "clauses": []})"),
        with_value("case", "7"), with_value("questions", "[]"), with_value("record", "[]")}) {
    INFO(text.substr(0, 60));
    CHECK_FALSE(fields(text).empty());
  }
  // A thousand problems are told in a hundred and one.
  std::string many;
  for (int i = 0; i < 1000; ++i) {
    many += (i == 0 ? "" : ",") + std::string(R"({"citation": "c", "verified": true, "value": 7})");
  }
  CHECK(fields(with_values("flag", many)).size() == k_max_problems + 1);
}

TEST_CASE("an id is made of few letters", "[rules]") {
  for (const char* id : {"A.b", "a b", "a/b", "..", "1a", "a."}) {
    INFO(id);
    CHECK(fields(R"({"id": ")" + std::string(id) + R"(", "type": "flag", "values": [
      {"citation": "c", "verified": true, "value": true}]})") == list{"id"});
  }
}

}  // namespace tradewarden::rules
