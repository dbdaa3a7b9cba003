#include "catch.hpp"
#include "temp_dir.hpp"
#include "tradewarden/evaluate_pairs.hpp"

using namespace tradewarden;
using tradewarden::tests::temp_dir;

namespace {

constexpr const char* k_good = R"({"id":"1","left":"A B","right":"B A","schema":"Person","expected":"match"})";

result<labelled_pairs> read(const std::string& text) {
  const temp_dir dir;
  return read_labelled_pairs(dir.write("p.jsonl", text));
}

void check_problem(const std::string& line, errc code, const std::string& field) {
  INFO(line);
  const auto set = read(std::string(k_good) + "\n" + line + "\n");
  REQUIRE(set);
  CHECK(set->pairs.size() == 1);
  REQUIRE(set->problems.size() == 1);
  CHECK(set->problems[0].code == code);
  CHECK(set->problems[0].line == 2);
  CHECK(set->problems[0].field == field);
}

}  // namespace

TEST_CASE("pairs are read with their labels", "[evaluate]") {
  const auto set = read(std::string(k_good) + "\n\n" +
                        R"({"id":"2","left":"x","right":"y","expected":"no_match","group":"g","script":"Greek","more":[1]})");
  REQUIRE(set);
  CHECK(set->problems.empty());
  REQUIRE(set->pairs.size() == 2);
  CHECK(set->pairs[0].match);
  CHECK(set->pairs[0].schema == schema::person);
  CHECK_FALSE(set->pairs[1].match);
  CHECK(set->pairs[1].group == "g");
  CHECK(set->pairs[1].script == "Greek");
}

TEST_CASE("a pair that cannot be read is a problem with its place", "[evaluate]") {
  check_problem("{", errc::bad_syntax, "");
  check_problem("[1]", errc::bad_syntax, "");
  check_problem(R"({"id":"2","left":"x","right":"y"})", errc::missing_field, "expected");
  check_problem(R"({"id":"2","left":"x","expected":"match"})", errc::missing_field, "right");
  check_problem(R"({"id":"2","left":"","right":"y","expected":"match"})", errc::missing_field, "left");
  check_problem(R"({"id":2,"left":"x","right":"y","expected":"match"})", errc::bad_value, "id");
  check_problem(R"({"id":"2","left":"x","right":"y","expected":"yes"})", errc::bad_value, "expected");
  check_problem(R"({"id":"2","left":"x","right":"y","expected":"match","schema":"planet"})", errc::bad_value,
                "schema");
  check_problem(k_good, errc::conflict, "id");
}

TEST_CASE("a pair may have the score of the Treasury's page in the place of a label", "[evaluate]") {
  const auto set = read(R"({"id":"1","left":"a","right":"b","ofac_score":88})" "\n"
                        R"({"id":"2","left":"a","right":"b","ofac_score":-1,"expected":"no_match"})" "\n");
  REQUIRE(set);
  CHECK(set->problems.empty());
  REQUIRE(set->pairs.size() == 2);
  CHECK_FALSE(set->pairs[0].labelled);
  CHECK(set->pairs[0].ofac_score == 88);
  CHECK(set->pairs[1].labelled);
  CHECK(set->pairs[1].ofac_score == -1);
  for (const char* wrong : {"101", "-2", "88.5", "\"88\""}) {
    check_problem(R"({"id":"2","left":"a","right":"b","ofac_score":)" + std::string(wrong) + "}",
                  errc::bad_value, "ofac_score");
  }
  check_problem(R"({"id":"2","left":"a","right":"b"})", errc::missing_field, "expected");
}
