#include "cli/jurisdiction_view.hpp"

#include "catch.hpp"
#include "unit/audit/answer_fixture.hpp"

using namespace tradewarden;
using namespace tradewarden::cli;

namespace {

terminal plain() {
  terminal out;
  out.width = 120;
  return out;
}

index_info three_lists() {
  index_info info;
  for (const char* list : {"UK-SL", "US-DPL", "US-EL", "X-OURS"}) info.lists.push_back({list, 0, 1, 1});
  return info;
}

std::string text_of(const text_lines& lines) {
  std::string out;
  for (const std::string& l : lines) out += l + '\n';
  return out;
}

}  // namespace

TEST_CASE("jurisdictions: a list's code begins with them", "[jurisdictions]") {
  CHECK(jurisdiction_of("US-SDN") == "US");
  CHECK(jurisdiction_of("EU-FSF") == "EU");
  CHECK(jurisdiction_of("X-OURS") == "X-OURS");
}

TEST_CASE("jurisdictions: one line for each, with the status on the day, and where they differ", "[jurisdictions]") {
  screening_answer a = fixture::denied_answer();
  a.options.as_of = day::parse("2018-07-05").value();
  a.hits.push_back(a.hits[0]);
  a.hits[1].rank = 2;
  a.hits[1].party.list = "US-EL";
  a.hits[1].status = party_status::lifted;
  for (screening_hit& h : a.hits) h.same_party = 1;
  a.links = {{0, 1, {{link_kind::identifier, "tax", "77070", "77070"}}}};
  const std::string text = text_of(jurisdiction_lines(a, three_lists(), plain()));
  CHECK(text.find("ZTE Kangxun Telecommunications Ltd., by jurisdiction on 2018-07-05:\n") != std::string::npos);
  CHECK(text.find("  US          denied since 2018-04-15, until 2018-07-13 (US-DPL, #1); lifted on 2018-07-13") != std::string::npos);
  CHECK(text.find("  UK          no entry linked to it (UK-SL)\n") != std::string::npos);
  CHECK(text.find("  X-OURS      no entry linked to it (X-OURS)\n") != std::string::npos);
  CHECK(text.find("  they differ in force in US; not in force, or no entry linked, in UK, X-OURS\n") != std::string::npos);
  CHECK(text.find("  one party   #1 = #2 by tax 77070\n") != std::string::npos);
}

TEST_CASE("jurisdictions: further parties only where several lists have them", "[jurisdictions]") {
  screening_answer a = fixture::denied_answer();
  a.hits.push_back(a.hits[0]);
  a.hits[0].same_party = 1;
  a.hits[1].rank = a.hits[1].same_party = 2;
  a.hits[1].party.names[0].text = "Other Party";
  const std::string text = text_of(jurisdiction_lines(a, three_lists(), plain()));
  CHECK(text.find("Other Party") == std::string::npos);
  CHECK(text.find("one party") == std::string::npos);
}

TEST_CASE("jurisdictions: nothing without a hit", "[jurisdictions]") {
  screening_answer a = fixture::denied_answer();
  a.hits.clear();
  CHECK(jurisdiction_lines(a, three_lists(), plain()).empty());
}
