#include "cli/rules_command.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;
using Catch::Matchers::Contains;

namespace {

rule_info small() {
  rule_info r;
  r.id = "a.b";
  r.type = "flag";
  r.file = "a/b.json";
  r.origin = "built-in";
  rule_value v;
  v.from = day::parse("2020-01-01").value();
  v.until = day::parse("2021-01-01").value();
  v.published = day::parse("2019-12-01").value();
  v.verified = false;
  v.citation = "15 CFR 1";
  v.value = R"({"a":[1,2],"b":"x,y"})";
  r.values.push_back(v);
  v = {};
  v.edition = day::parse("2026-07-23").value();
  v.status = rule_status::codified_not_enforced;
  v.citation = "15 CFR 2";
  v.value = "true";
  r.values.push_back(v);
  return r;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& l : lines) out += l + '\n';
  return out;
}

}  // namespace

TEST_CASE("a rule on a terminal: dates, source, what is not verified", "[rules-command]") {
  const std::string text = joined(rule_view(small(), terminal{}));
  CHECK_THAT(text, Contains("a.b (flag, a/b.json, built-in)"));
  CHECK_THAT(text, Contains("2020-01-01 until 2021-01-01 (published 2019-12-01): 15 CFR 1 [not verified]"));
  CHECK_THAT(text, Contains("as of 2026-07-23, codified_not_enforced: 15 CFR 2"));
  CHECK_THAT(text, Contains(R"({"a":[1, 2], "b":"x,y"})"));  // a comma in a text stays as it is
}

TEST_CASE("the list names its content", "[rules-command]") {
  terminal narrow;
  narrow.width = 60;
  const auto lines = rule_list_view(rule_book::built_in(), narrow);
  CHECK(std::all_of(lines.begin(), lines.end(),
                    [](const std::string& l) { return display_width(l) <= 64; }));
  CHECK(lines.size() > rule_book::built_in().rules().size());
}
