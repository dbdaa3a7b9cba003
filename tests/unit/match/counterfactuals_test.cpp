#include "tradewarden/counterfactual.hpp"

#include <algorithm>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::tests {
namespace {

const score k_threshold = score::from_units(8'000);

const counterfactual* find(const std::vector<counterfactual>& all, const std::string& kind,
                           const std::string& subject = {}) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const counterfactual& c) {
    return c.kind == kind && (subject.empty() || c.subject == subject);
  });
  return it == all.end() ? nullptr : &*it;
}

party_index index_of(const party_set& set) { return party_index::from_bytes(build_index_bytes(set).value()).value(); }

screening_hit explained(const party_set& set, const screening_query& q, screening_options o = {}) {
  o.as_of = day::parse("2026-01-01").value();
  o.explain = true;
  const screening_answer a = screen(index_of(set), q, o);
  REQUIRE(a.hits.size() == 1);
  return a.hits[0];
}

}  // namespace

TEST_CASE("what a word less would score is what the shorter names score", "[what-if]") {
  const char* const query = "Vladimir Zalopov";
  const auto all = what_would_change(query, "Vladimir Vladimirovich Zalopov", k_threshold);
  const counterfactual* c = find(all, "without_listed", "'vladimirovich'");
  REQUIRE(c != nullptr);
  CHECK(c->score == score_names(query, "Vladimir Zalopov"));
  CHECK(c->score == score::from_units(10'000));
  CHECK(c->words == "without 'vladimirovich', which only the listed name has: 1.0000");
  const auto back = what_would_change("Vladimir Vladimirovich Zalopov", query, k_threshold);
  REQUIRE(find(back, "without_asked", "'vladimirovich'") != nullptr);
}

TEST_CASE("spelling, order and qualifiers are put right one at a time", "[what-if]") {
  const auto spelling = what_would_change("Kagnxun Zalopov", "Kangxun Zalopov", k_threshold);
  const counterfactual* c = find(spelling, "same_spelling", "'kagnxun'");
  REQUIRE(c != nullptr);
  CHECK(c->score == score::from_units(10'000));
  const auto order = what_would_change("Zalopov Kangxun", "Kangxun Zalopov", k_threshold);
  REQUIRE(find(order, "same_order") != nullptr);
  CHECK(find(order, "same_order")->score == score::from_units(10'000));
  const auto number = what_would_change("Zalopov Shipyard 5", "Zalopov Shipyard 7", k_threshold);
  const counterfactual* n = find(number, "same_number");
  REQUIRE(n != nullptr);
  CHECK(n->score == score_names("Zalopov Shipyard", "Zalopov Shipyard"));
}

TEST_CASE("the threshold that would turn the outcome is named", "[what-if]") {
  for (const char* listed : {"Zalopov Trading", "Zalopov Qwexun", "Zalupin Trading House"}) {
    const score now = score_names("Zalopov Trading Group", listed);
    const auto all = what_would_change("Zalopov Trading Group", listed, k_threshold);
    const counterfactual* c = find(all, "threshold");
    REQUIRE(c != nullptr);
    CHECK(c->hit == (now < k_threshold));
    const score named = score::parse(c->subject).value();
    CHECK(c->hit == (now >= named));
    CHECK(named.units() % 500 == 0);
  }
  CHECK(find(what_would_change("Zalopov", "Zalopov", k_threshold), "threshold") == nullptr);
}

TEST_CASE("nothing is said of names that hold nothing, and not too much of long ones", "[what-if]") {
  CHECK(what_would_change("", "Zalopov", k_threshold).empty());
  CHECK(what_would_change("Zalopov", "...", k_threshold).empty());
  std::string a;
  std::string b;
  for (int i = 0; i < 30; ++i) {
    a += "alpha" + std::to_string(i) + "x ";
    b += "beta" + std::to_string(i) + "y ";
  }
  CHECK(what_would_change(a, b, k_threshold).size() <= 14);
}

TEST_CASE("another name of the party would make the hit, or none", "[what-if]") {
  party_set set = parties_of({"Qwexun Holding"});
  set.parties[0].names.emplace_back().text = "Zalopov Trading";
  set.parties[0].names.emplace_back().text = "Zalopov Trading Ltd";
  screening_query q;
  q.name = "Zalopov Trading";
  const screening_hit h = explained(set, q);
  const counterfactual* c = find(h.what_if, "other_name");
  REQUIRE(c != nullptr);
  CHECK(c->hit);
  CHECK(c->subject == "Zalopov Trading Ltd");
  CHECK(c->score == score_names("Zalopov Trading", "Zalopov Trading Ltd"));
  set.parties[0].names.pop_back();
  const screening_hit alone = explained(set, q);
  REQUIRE(find(alone.what_if, "other_name") != nullptr);
  CHECK_FALSE(find(alone.what_if, "other_name")->hit);
}

TEST_CASE("facts, policies and days that would turn the outcome", "[what-if]") {
  party_set set = parties_of({"Zalopov Ivan"});
  listed_party& p = set.parties[0];
  p.schema = schema::person;
  p.birth_dates.push_back({partial_date::parse("1954-10-07").value(), {}});
  p.measures[0].until = day::parse("2030-05-01").value();
  screening_query q;
  q.name = "Zalopov Ivan";
  const screening_hit h = explained(set, q);
  REQUIRE(find(h.what_if, "birth_date") != nullptr);
  CHECK(find(h.what_if, "birth_date")->words == "were the birth date 1964: it would contradict");
  CHECK(find(h.what_if, "as_of", "2030-05-01") != nullptr);
  CHECK(find(h.what_if, "contradiction") == nullptr);
  q.birth_date = "1964";
  const screening_hit against = explained(set, q);
  CHECK(find(against.what_if, "birth_date")->words == "were the birth date 1954-10-07: it would confirm");
  REQUIRE(find(against.what_if, "contradiction", "drop") != nullptr);
  CHECK_FALSE(find(against.what_if, "contradiction", "drop")->hit);
  // ... and so it is.
  screening_options o;
  o.as_of = day::parse("2026-01-01").value();
  o.contradiction = contradiction_policy::drop;
  CHECK(screen(index_of(set), q, o).hits.empty());
  o.contradiction = contradiction_policy::keep;
  o.as_of = day::parse("2030-05-01").value();
  CHECK(screen(index_of(set), q, o).hits.empty());
}

TEST_CASE("a weak alias is said to be one, and what it hangs on", "[what-if]") {
  party_set set = parties_of({"Zalopov Import Company"});
  listed_party& p = set.parties[0];
  p.countries = {"CU"};
  p.names.push_back({"Red Fox", name_kind::aka, name_strength::weak, script::latin, {}});
  p.names.push_back({"BNC", name_kind::aka, name_strength::weak, script::latin, {}});
  screening_query q;
  q.name = "BNC";
  q.country = "Cuba";
  const screening_hit h = explained(set, q);
  CHECK(find(h.what_if, "weak", "ignore") != nullptr);
  REQUIRE(find(h.what_if, "weak", "country") != nullptr);
  CHECK(find(h.what_if, "weak", "country")->words ==
        "a weak alias: without what the country confirms it would not count");
  // Two reasons: neither alone is the one.
  q.name = "Red Fox";
  CHECK(find(explained(set, q).what_if, "weak", "whole_name") == nullptr);
  q.country.clear();
  CHECK(find(explained(set, q).what_if, "weak", "whole_name") != nullptr);
}

}  // namespace tradewarden::tests
