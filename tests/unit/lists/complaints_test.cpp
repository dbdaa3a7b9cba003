#include "lists/complaints.hpp"

#include "catch.hpp"

using namespace tradewarden;
using lists::complaints;

TEST_CASE("complaints keep their order and level", "[complaints]") {
  complaints log{"f.csv"};
  CHECK(log.first_rejection().empty());
  log.warn(1, "a", "odd");
  log.reject(2, {}, "bad");
  log.reject(3, {}, "worse");
  CHECK(log.rejected() == 2);
  CHECK(log.first_rejection() == "f.csv:2: bad");
  std::vector<diagnostic> out;
  log.move_to(out);
  REQUIRE(out.size() == 3);
  CHECK(out[0].severity == diagnostic::level::warning);
  CHECK(out[0].to_string() == "f.csv:1: a: odd");
  CHECK(out[2].to_string() == "f.csv:3: worse");
}

TEST_CASE("complaints beyond the limit are counted", "[complaints]") {
  complaints log{"f.csv"};
  for (std::uint64_t i = 0; i < complaints::k_kept + 5; ++i) log.warn(i, {}, "odd");
  log.reject(1, {}, "bad");
  std::vector<diagnostic> out;
  log.move_to(out);
  REQUIRE(out.size() == complaints::k_kept + 2);
  CHECK(out.back().message == "and 5 more warnings in this file, not shown one by one");
}
