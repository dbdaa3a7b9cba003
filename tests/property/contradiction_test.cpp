// Policies on contradicting facts, and numbers beside names: what is shown, in what order and how
// many are left, against a plain sort of everything that is found without limit and policy.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "support/name_lists.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/screening.hpp"

namespace tradewarden::tests {
namespace {

const std::vector<std::string> k_countries = {"", "CN", "IR", "RU"};
const std::vector<std::string> k_births = {"", "1954", "1954-10-07", "1970-01-01", "circa 1960"};
const std::vector<std::string> k_numbers = {"", "AB12345", "AB-12345", "0012345", "XY99999"};

party_set invented(name_mutator& draw) {
  static const std::vector<std::string> words = {"Zalopov", "Zalopow", "Qwexun", "Ivan", "Iwan", "Trading", "Marina"};
  std::vector<std::string> names;
  for (int i = 0; i < 120; ++i) {
    std::string name;
    for (std::size_t w = 1 + draw.below(3); w > 0; --w) name += words[draw.below(words.size())] + " ";
    names.push_back(name);
  }
  party_set set = parties_of(names);
  for (listed_party& p : set.parties) {
    if (draw.below(2) == 0) p.schema = schema::person;
    const std::string& born = k_births[draw.below(k_births.size())];
    if (!born.empty()) p.birth_dates.push_back({partial_date::parse(born).value(), {}});
    const std::string& country = k_countries[draw.below(k_countries.size())];
    if (!country.empty()) p.countries = {country};
    const std::string& number = k_numbers[draw.below(k_numbers.size())];
    const char* const type = draw.below(2) == 0 ? "Passport" : "Tax ID No.";
    if (draw.below(6) == 0 && !number.empty()) p.identifiers.push_back({type, number, "", "", "", {}});
    if (draw.below(4) == 0) p.names.push_back({"Zalopov Weak", name_kind::aka, name_strength::weak, script::latin, {}});
  }
  return set;
}

/// Stated in docs/evidence.md.
std::int32_t penalty(const screening_hit& h, evidence_kinds by) {
  static const std::map<std::string, std::pair<evidence_kind, std::int32_t>> table = {
      {"birth_date", {evidence_kind::birth_date, 1'000}}, {"country", {evidence_kind::country, 500}},
      {"nationality", {evidence_kind::nationality, 500}}, {"gender", {evidence_kind::gender, 1'000}},
      {"schema", {evidence_kind::schema, 200}},           {"identifier", {evidence_kind::identifier, 1'000}},
      {"imo", {evidence_kind::imo, 2'000}}};
  std::int32_t sum = 0;
  for (const evidence& e : h.evidences) {
    const auto& [kind, cost] = table.at(e.kind);
    if ((e.kind == "identifier" || e.kind == "imo") && e.state == evidence_state::confirms) return 0;
    if (by.has(kind) && e.state == evidence_state::contradicts) sum += cost;
  }
  return sum;
}

}  // namespace

TEST_CASE("random facts and policies: hits, order and counts as a plain sort has them", "[property]") {
  name_mutator draw(2026);
  for (int round = 0; round < (sanitized() ? 2 : 12); ++round) {
    const party_index idx = party_index::from_bytes(build_index_bytes(invented(draw)).value()).value();
    for (int i = 0; i < 60; ++i) {
      screening_query q;
      q.name = draw.below(8) == 0 ? "" : draw.mutate(draw.below(2) == 0 ? "Ivan Zalopov" : "Marina Qwexun Trading");
      q.country = k_countries[draw.below(k_countries.size())];
      q.birth_date = k_births[draw.below(k_births.size())];
      if (draw.below(2) == 0) q.identifier = k_numbers[draw.below(k_numbers.size())];
      if (draw.below(4) == 0) q.identifier_type = identifier_type::passport;
      if (draw.below(4) == 0) q.gender = draw.below(2) == 0 ? "male" : "female";
      screening_options o;
      o.as_of = day::parse("2026-01-01").value();
      o.threshold = score::from_units(draw.below(2) == 0 ? 6'000 : 8'000);
      o.limit = 10'000;
      if (draw.below(3) == 0) o.contradiction_by = {evidence_kind::gender, evidence_kind::birth_date, evidence_kind::schema};
      const screening_answer all = screen(idx, q, o);
      REQUIRE(all.more == 0);
      for (const auto policy : {contradiction_policy::keep, contradiction_policy::lower, contradiction_policy::drop}) {
        // Group, negative rank, party: sorted as docs/evidence.md says.
        std::vector<std::tuple<int, std::int32_t, std::uint32_t>> expected;
        std::uint64_t dropped = 0;
        for (const screening_hit& h : all.hits) {
          const std::int32_t cost = penalty(h, o.contradiction_by);
          if (policy == contradiction_policy::drop && cost != 0) {
            ++dropped;
            continue;
          }
          const bool sure = h.evidences.at(5).state == evidence_state::confirms;
          const int group = sure ? 0 : h.found_by == hit_origin::identifier ? 2 : 1;
          const std::int32_t rank =
              std::max(0, h.score.units() - (policy == contradiction_policy::lower ? cost : 0));
          expected.emplace_back(group, -rank, h.party_id);
        }
        std::sort(expected.begin(), expected.end());
        for (const std::uint32_t limit : {1U, 5U, 10'000U}) {
          for (const bool count_all : {true, false}) {
            screening_options cut = o;
            cut.contradiction = policy;
            cut.limit = limit;
            cut.count_all = count_all;
            const screening_answer a = screen(idx, q, cut);
            CAPTURE(q.name, q.identifier, q.birth_date, q.country, to_string(policy), limit, count_all);
            REQUIRE(a.hits.size() == std::min<std::size_t>(limit, expected.size()));
            for (std::size_t k = 0; k < a.hits.size(); ++k) {
              REQUIRE(a.hits[k].party_id == std::get<2>(expected[k]));
              REQUIRE(a.hits[k].rank_score.units() == -std::get<1>(expected[k]));
            }
            if (count_all) {
              REQUIRE(a.hits.size() + a.more == expected.size());
              REQUIRE(a.dropped == dropped);
            } else {
              REQUIRE(a.hits.size() + a.more <= expected.size());
              REQUIRE(a.dropped <= dropped);
              REQUIRE((a.more == 0) == (expected.size() <= limit));
            }
          }
        }
      }
    }
  }
}

}  // namespace tradewarden::tests
