#include "review/trail_json.hpp"

#include "catch.hpp"

using namespace tradewarden;

TEST_CASE("trail as JSON: whole, and broken", "[trail-json]") {
  trail_check c;
  c.records = 2;
  CHECK(review::check_json(c) == "{\"records\":2,\"head\":\"" + std::string(64, '0') + "\",\"broken\":null}");
  c.broken = trail_break{3, "was changed"};
  CHECK(review::check_json(c).find(R"("broken":{"record":3,"what":"was changed"})") != std::string::npos);
}

TEST_CASE("trail as JSON: a body that is none is a text", "[trail-json]") {
  trail_record r;
  r.number = 7;
  r.at = "2026-01-01T00:00:00Z";
  r.subject = "abc";
  r.body = R"({"a":1})";
  CHECK(review::answer_json(r) == R"({"record":7,"at":"2026-01-01T00:00:00Z","answer_id":"abc","body":{"a":1}})");
  r.body = "nonsense";
  CHECK(review::answer_json(r).find(R"("body":"nonsense")") != std::string::npos);
}
