#include "rules/rule_source.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "temp_dir.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden {
namespace {

day on(const char* iso) { return day::parse(iso).value(); }

struct folder {
  tests::temp_dir dir;
  void write(const std::string& name, const std::string& text) const { (void)dir.write(name, text); }
  [[nodiscard]] std::string path() const { return dir.root(); }
};

constexpr const char* k_policy = R"({"id": "policy.count-spp-content", "type": "flag", "values": [
  {"from": "2025-09-02", "citation": "own decision", "verified": true, "value": false},
  {"until": "2025-09-02", "citation": "own decision", "verified": true, "value": true}]})";

}  // namespace

TEST_CASE("a folder overrides by id and adds", "[rules]") {
  const folder f;
  f.write("policy/spp.json", k_policy);
  f.write("own.json", R"({"id": "own.group.friends", "type": "country_set", "values": [
    {"citation": "own", "verified": true, "value": ["DE", "FR"]}]})");
  f.write("notes.txt", "not read");
  f.write(".hidden.json", "not read");
  REQUIRE(rule_book::check(f.path()).empty());
  const auto book = rule_book::load(f.path());
  REQUIRE(book);
  CHECK(book->policy("count-spp-content", on("2026-01-01")).value == false);
  CHECK(book->policy("count-spp-content", on("2025-09-01")).value == true);
  CHECK(book->in_group("friends", "DE", on("2026-01-01")).value == truth::yes);
  CHECK(book->rules().size() == rule_book::built_in().rules().size() + 1);
  CHECK_FALSE(book->content() == rule_book::built_in().content());
  CHECK(book->find("policy.count-spp-content")->origin == f.path());
  CHECK(book->find("us-ear.734.4.threshold")->origin == "built-in");
  // The switch takes SPP content to Syria out of what certainly counts.
  const auto eccn = classification::parse("EAR99").value();
  const auto counts = [&](const rule_book& b) {
    return b.part_746_counts(eccn, "3926.90", "SY", "CN", on("2026-01-01")).value;
  };
  CHECK(counts(*book) == truth::unknown);
  CHECK(counts(rule_book::built_in()) == truth::yes);
  // The same folder gives the same digest.
  CHECK(rule_book::load(f.path())->content() == book->content());
}

TEST_CASE("what is suspended is not applied, and says so", "[rules]") {
  const folder f;
  f.write("kp.json", R"({"id": "us-ear.746.4", "type": "content", "values": [
    {"citation": "15 CFR 746.4", "verified": true,
     "value": {"countries": ["KP"], "clauses": [{"counts": "yes", "why": "all"}]}}],
    "overlays": [{"from": "2020-01-01", "until": "2021-01-01", "status": "suspended",
                  "citation": "a notice", "verified": true}]})");
  f.write("set.json", R"({"id": "own.group.friends", "type": "country_set", "values": [
    {"citation": "own", "verified": true, "value": ["DE"]}],
    "overlays": [{"from": "2020-01-01", "until": "2021-01-01", "status": "suspended",
                  "citation": "a notice", "verified": false}]})");
  const auto book = rule_book::load(f.path());
  REQUIRE(book);
  for (const char* off : {"2020-01-01", "2020-12-31"}) {
    CHECK(book->part_746_applies("KP", on(off)).value == truth::no);
    const auto in = book->in_group("friends", "DE", on(off));
    CHECK(in.value == truth::no);
    REQUIRE_FALSE(in.basis.empty());
    CHECK(in.basis[0].status == rule_status::suspended);
    CHECK(in.basis[0].assumption.find("suspended (a notice)") != std::string::npos);
    CHECK_FALSE(in.basis[0].verified);
  }
  for (const char* day_on : {"2019-12-31", "2021-01-01"}) {
    CHECK(book->part_746_applies("KP", on(day_on)).value == truth::yes);
    CHECK(book->in_group("friends", "DE", on(day_on)).value == truth::yes);
  }
}

TEST_CASE("an extension of a suspension can be loaded", "[rules]") {
  const folder f;
  f.write("affiliates.json", R"({"id": "ownership.bis-affiliates", "type": "record", "values": [
    {"from": "2025-09-29", "citation": "90 FR 47201", "verified": false,
     "value": {"percent": "50", "operator": "at_least"}}],
    "overlays": [{"from": "2025-11-10", "until": "2027-11-10", "status": "suspended",
                  "citation": "a later notice", "verified": true}]})");
  const auto book = rule_book::load(f.path());
  REQUIRE(book);
  CHECK(book->find("ownership.bis-affiliates")->overlays[0].until == on("2027-11-10"));
}

TEST_CASE("nothing is loaded in part, and every problem is named", "[rules]") {
  const folder f;
  f.write("a.json", "{");
  f.write("b.json", R"({"id": "policy.x", "type": "flag", "values": [
    {"citation": "c", "verified": true, "value": 1}]})");
  f.write("c.json", k_policy);
  f.write("d.json", k_policy);
  const auto problems = rule_book::check(f.path());
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].file == f.path() + "/a.json");
  CHECK(problems[1].field == "values[0].value");
  CHECK(problems[2].code == errc::conflict);  // the id of c.json again
  const auto book = rule_book::load(f.path());
  REQUIRE_FALSE(book);
  CHECK(book.error().message.find("2 more") != std::string::npos);
}

TEST_CASE("names that lead nowhere", "[rules]") {
  const folder f;
  f.write("ccl.json", R"({"id": "us-ear.774.ccl.own", "type": "ccl", "values": [
    {"citation": "c", "verified": true, "value": {"3A950": {"rows": [["NS", "*", "nowhere"]]}}}]})");
  f.write("destination.json", R"({"id": "us-ear.destination.own", "type": "destination", "values": [
    {"citation": "c", "verified": true, "value": {"yes": ["D:7"], "unknown": ["*"], "ask": "what"}}]})");
  f.write("set.json", R"({"id": "nameless", "type": "country_set", "values": [
    {"citation": "c", "verified": true, "value": ["DE"]}]})");
  const auto problems = rule_book::check(f.path());
  REQUIRE(problems.size() == 4);
  for (const error& e : problems) CHECK(e.code == errc::not_found);
  CHECK(problems[0].field == "nameless");
  CHECK(problems[1].message.find("nowhere") != std::string::npos);
  CHECK(problems[2].message.find("D:7") != std::string::npos);
  CHECK(problems[3].message.find("what") != std::string::npos);
  CHECK_FALSE(rule_book::load(f.path()));
}

TEST_CASE("folders that are none, empty, or endless", "[rules]") {
  const folder f;
  CHECK(rule_book::load(f.path()).error().code == errc::empty_input);
  CHECK(rule_book::load(f.path() + "/absent").error().code == errc::not_found);
  f.write("zero.json", "");
  CHECK(rule_book::load(f.path()).error().code == errc::empty_input);
  f.write("zero.json", std::string("\0\0\0\0", 4));
  CHECK(rule_book::load(f.path()).error().code == errc::not_text);
  const folder deep;
  std::string path;
  for (int i = 0; i < 20; ++i) path += "d/";
  deep.write(path + "x.json", k_policy);
  CHECK(rule_book::load(deep.path()).error().code == errc::limit_exceeded);
}

TEST_CASE("the embedded text is cut nowhere", "[rules]") {
  std::vector<error> problems;
  CHECK(rules::built_in_files(problems).size() == rule_book::built_in().rules().size());
  CHECK(problems.empty());
  for (const char* cut : {"a.json", "a.json\n5", "a.json\nx\n{}", "a.json\n9\n{}", "\n\n\n"}) {
    problems.clear();
    (void)rules::files_of_text(cut, problems);
    INFO(cut);
    CHECK_FALSE(problems.empty());
  }
}

}  // namespace tradewarden

namespace tradewarden {

TEST_CASE("what a folder of rules holds is read or told, whatever it is", "[rules]") {
  const folder f;
  f.write("policy.JSON", k_policy);
  REQUIRE(rule_book::check(f.path()).empty());
  CHECK(rule_book::load(f.path())->find("policy.count-spp-content")->origin == f.path());
  REQUIRE(mkfifo((f.path() + "/pipe.json").c_str(), 0600) == 0);
  std::filesystem::create_symlink("/nonexistent", f.path() + "/dangling.json");
  std::filesystem::create_directory_symlink("/", f.path() + "/link");
  std::vector<std::string> told;
  for (const error& e : rule_book::check(f.path())) told.push_back(e.to_string());
  std::sort(told.begin(), told.end());
  CHECK(told == std::vector<std::string>{
                    f.path() + "/dangling.json: a link to no ordinary file",
                    f.path() + "/link: a link to a folder is not followed: put the folder itself here",
                    f.path() + "/pipe.json: this is no ordinary file"});
}

TEST_CASE("a rule that replaces one of another type is refused", "[rules]") {
  const folder f;
  f.write("a.json", R"({"id": "us-ofac.560.420.threshold", "type": "flag", "values": [
    {"citation": "own", "verified": true, "value": false}]})");
  const std::vector<error> problems = rule_book::check(f.path());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == errc::conflict);
  CHECK(problems[0].message.find("has the type percent") != std::string::npos);
}

}  // namespace tradewarden
