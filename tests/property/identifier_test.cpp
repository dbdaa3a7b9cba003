// Random numbers: the search by hashed keys against a loop over all numbers, and the rules that
// make it complete.
#include <string>
#include <vector>

#include "catch.hpp"
#include "index/index_view.hpp"
#include "match/identifier_search.hpp"
#include "reference/identifier_loop.hpp"
#include "support/name_lists.hpp"
#include "support/shared_lists.hpp"
#include "support/test_scale.hpp"

namespace tradewarden::tests {
namespace {

const std::vector<std::string> k_types = {"Passport", "Tax ID No.", "Registration Number", "IMO", "SWIFT/BIC",
                                          "Digital Currency Address - XBT", "Website", "Email Address",
                                          "Phone Number", "Legal Entity Number", "National ID No.", "Other"};

/// Few signs, so that numbers meet: digits with zeros in front, letters of both cases, look-alikes.
std::string invented_number(name_mutator& draw) {
  static const std::vector<std::string> signs = {"0", "0", "1", "2", "9", "A", "a", "B", "X", "-", " ",
                                                 "\xD0\x90", "\xD0\xB0", "\xD0\xA4", ".", "/"};
  static const std::vector<std::string> fronts = {"", "", "", "0", "IMO ", "www.", "https://", "+", "00", "bc1", "0x", "HRB "};
  std::string out = fronts[draw.below(fronts.size())];
  for (std::size_t i = 3 + draw.below(4); i > 0; --i) out += signs[draw.below(signs.size())];
  if (draw.below(8) == 0) out += "XXX";
  if (draw.below(8) == 0) out += "@a.org";
  return out;
}

void check_against_loop(const party_set& set, const std::vector<std::string>& numbers, std::size_t queries) {
  const party_index idx = party_index::from_bytes(build_index_bytes(set).value()).value();
  REQUIRE(idx.view().search_ready().has_value());
  name_mutator draw(12);
  std::size_t found = 0;
  for (std::size_t i = 0; i < queries; ++i) {
    screening_query q;
    q.identifier = numbers[draw.below(numbers.size())];
    if (draw.below(3) == 0) q.identifier = draw.mutate(q.identifier);
    if (draw.below(3) == 0) q.identifier_type = static_cast<identifier_type>(draw.below(17));
    if (draw.below(6) == 0) q.identifier = "passport " + q.identifier;
    std::vector<std::string> notes;
    const matching::query_facts facts = matching::read_facts(q, notes);
    const auto by_index = matching::find_bearers(idx.view(), facts, day::from_days(0));
    REQUIRE(by_index.has_value());
    std::vector<matching::bearer> expected;
    if (facts.any_number()) expected = reference::bearers(set, q);
    found += expected.size();
    CAPTURE(q.identifier, to_string(q.identifier_type));
    REQUIRE(*by_index == expected);
  }
  CHECK(found > queries / 4);
}

}  // namespace

TEST_CASE("random numbers: 0 differences from comparing all", "[property]") {
  name_mutator draw(5);
  party_set set = parties_of(std::vector<std::string>(400, "Zalopov Trading"));
  std::vector<std::string> numbers;
  for (listed_party& p : set.parties) {
    for (std::size_t i = draw.below(4); i > 0; --i) {
      numbers.push_back(invented_number(draw));
      p.identifiers.push_back({k_types[draw.below(k_types.size())], numbers.back(), "", "", "", {}});
    }
    if (draw.below(5) == 0) p.imo = std::to_string(9'000'000 + draw.below(50));
    if (!p.imo.empty()) numbers.push_back("IMO " + p.imo);
  }
  check_against_loop(set, numbers, sanitized() ? 200 : 3'000);
}

TEST_CASE("numbers of the real lists: 0 differences from comparing all", "[property]") {
  const std::optional<party_set> set = real_lists();
  if (!set) TRADEWARDEN_SKIP("no ../shared/lists");
  std::vector<std::string> numbers;
  for (const listed_party& p : set->parties) {
    for (const party_identifier& i : p.identifiers) numbers.push_back(i.value);
  }
  REQUIRE(numbers.size() > 10'000);
  check_against_loop(*set, numbers, sanitized() ? 3 : 60);
}

TEST_CASE("equal normal forms have equal keys, and a normal form is its own", "[property]") {
  name_mutator draw(99);
  for (int i = 0; i < 20'000; ++i) {
    const auto type = static_cast<identifier_type>(1 + draw.below(16));
    const identifier a{type, invented_number(draw)};
    const std::string normal = normalise_identifier(a);
    CAPTURE(a.value, to_string(type), normal);
    REQUIRE(normalise_identifier({type, normal}) == normal);
    REQUIRE(identifier_key({type, normal}) == identifier_key(a));
    // What is the same is so from both sides.
    const identifier b{type, invented_number(draw)};
    const bool same = compare_identifiers(a, b).grade == identifier_grade::same;
    REQUIRE(same == (compare_identifiers(b, a).grade == identifier_grade::same));
    if (same) REQUIRE(normal == normalise_identifier(b));
  }
}

}  // namespace tradewarden::tests
