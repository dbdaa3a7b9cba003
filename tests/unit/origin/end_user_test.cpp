#include "tradewarden/end_user.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "tradewarden/index_builder.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/rule_book.hpp"

namespace tradewarden::tests {
namespace {

using strings = std::vector<std::string>;

const day k_on = day::parse("2026-07-23").value();

struct entry {
  const char* name;
  strings footnotes;
};

party_index index_of(const std::vector<entry>& entries, const char* list = "US-EL") {
  strings names;
  for (const entry& e : entries) names.emplace_back(e.name);
  party_set set = parties_of(names);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    set.parties[i].list = list;
    set.parties[i].footnotes = entries[i].footnotes;
  }
  return party_index::from_bytes(build_index_bytes(set).value()).value();
}

truth footnote(const party_index& index, const char* name, const char* number) {
  end_user_facts who;
  who.parties.push_back(screen_end_user(index, name, k_on).value());
  return has_footnote(who, number);
}

}  // namespace

TEST_CASE("an equal name has the footnotes of its entry", "[origin][direct-product]") {
  const party_index index = index_of({{"Vostok Granulator", {"1", "3"}}, {"Meridian Foundry Works", {}}});
  CHECK(footnote(index, "VOSTOK GRANULATOR", "1") == truth::yes);
  CHECK(footnote(index, "Vostok Granulator", "3") == truth::yes);
  CHECK(footnote(index, "Vostok Granulator", "4") == truth::no);
  CHECK(footnote(index, "Meridian Foundry Works", "1") == truth::no);
  CHECK(footnote(index, "Nobody Of That Kind", "1") == truth::no);
}

TEST_CASE("a possible match that is not equal leaves it unknown", "[origin][direct-product]") {
  const party_index index = index_of({{"Vostok Granulator", {"1"}}});
  CHECK(footnote(index, "Vostok Granulatar", "1") == truth::unknown);
  CHECK(footnote(index, "Vostok Granulatar", "3") == truth::no);  // nobody near has it
  // Two entries of one name: which of them it is, is not known.
  const party_index two = index_of({{"Vostok Granulator", {"1"}}, {"Vostok Granulator", {}}});
  CHECK(footnote(two, "Vostok Granulator", "1") == truth::unknown);
  // A mark that the list has lost may be any.
  const party_index lost = index_of({{"Vostok Granulator", {"unknown"}}});
  CHECK(footnote(lost, "Vostok Granulator", "1") == truth::unknown);
}

TEST_CASE("what was not screened is not known", "[origin][direct-product]") {
  const party_index other = index_of({{"Vostok Granulator", {}}}, "UK-SL");
  CHECK(footnote(other, "Vostok Granulator", "1") == truth::unknown);
  const party_index index = index_of({{"Vostok Granulator", {"1"}}});
  CHECK(footnote(index, "---", "1") == truth::unknown);
}

TEST_CASE("of several parties one suffices, and a stated footnote decides", "[origin][direct-product]") {
  const party_index index = index_of({{"Vostok Granulator", {"1"}}});
  end_user_facts who;
  CHECK(has_footnote(who, "1") == truth::unknown);
  CHECK_FALSE(who.stated());
  for (const char* name : {"Nobody Of That Kind", "Vostok Granulator"}) {
    who.parties.push_back(screen_end_user(index, name, k_on).value());
  }
  CHECK(who.stated());
  CHECK(has_footnote(who, "1") == truth::yes);
  CHECK(has_footnote(who, "4") == truth::no);
  who.footnotes.emplace();
  CHECK(has_footnote(who, "1") == truth::no);
  who.footnotes = strings{"4", "unknown"};
  CHECK(has_footnote(who, "4") == truth::yes);
  CHECK(has_footnote(who, "1") == truth::unknown);
}

TEST_CASE("footnotes, end uses and headquarters are words that a rule knows", "[origin][direct-product]") {
  const rule_book& rules = rule_book::built_in();
  const auto settled = [&](end_user_facts who) { return settle_end_user(who, rules, k_on); };
  end_user_facts who;
  who.footnotes = strings{"5"};
  who.end_uses = strings{"supercomputer"};
  who.headquarters = "Hong Kong";
  REQUIRE(settle_end_user(who, rules, k_on));
  CHECK(who.headquarters == "CN");  // as the rules treat it
  CHECK(settled({{}, strings{"five"}, {}, {}}).error().field == "end_user_footnote");
  const auto use = settled({{}, {}, strings{"supercomputers"}, {}});
  CHECK(use.error().code == errc::usage);
  CHECK(use.error().message.find("supercomputer, and none") != std::string::npos);
  CHECK(settled({{}, {}, {}, "Atlantis"}).error().code == errc::bad_value);
}

}  // namespace tradewarden::tests
