// Random queries: the search against scoring everything, and every enumerator against none.
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "index/index_view.hpp"
#include "match/search.hpp"
#include "support/name_lists.hpp"
#include "support/script_pairs.hpp"
#include "support/shared_lists.hpp"
#include "support/test_scale.hpp"
#include "tradewarden/publication.hpp"

namespace tradewarden::tests {
namespace {

/// Names drawn from syllables, so that near misses, joins and shared words abound.
std::vector<std::string> invented_names(std::uint64_t seed, std::size_t count) {
  static const std::vector<std::string> syllables = {"ka", "ng", "xun", "mo", "ham", "ed", "al", "sh", "ar",
                                                     "iv", "an", "ov", "te", "le", "com", "zh", "ong", "qa"};
  static const std::vector<std::string> words = {"ltd", "trading", "co", "bin", "al", "5", "ii", "shanghai",
                                                 "muhammad", "mohamed", "yusuf", "joseph", "international", "dr", "j", "bank",
                                                 "sir", "sxr", "queen", "queem", "major", "jordan", "tehran"};
  name_mutator draw(seed);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string name;
    for (std::size_t w = 1 + draw.below(4); w > 0; --w) {
      if (!name.empty()) name += ' ';
      if (draw.below(4) == 0) {
        name += words[draw.below(words.size())];
      } else {
        for (std::size_t s = 1 + draw.below(4); s > 0; --s) name += syllables[draw.below(syllables.size())];
      }
    }
    out.push_back(name);
  }
  return out;
}

const std::vector<std::int32_t> k_thresholds = {5'000, 8'000, 9'000, 9'700, 9'900, 10'000};
const std::vector<std::int32_t> k_four_thresholds = {6'000, 7'500, 8'000, 9'500};

void check_random(const party_set& set, const std::vector<std::string>& names, std::size_t queries,
                  std::uint64_t seed, const std::vector<std::int32_t>& thresholds) {
  constexpr std::size_t k_threads = 2;
  differential d(set);
  std::vector<std::vector<std::string>> wrong(k_threads);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < k_threads; ++t) {
    threads.emplace_back([&, t] {
      name_mutator mutate(seed + t);
      for (std::size_t i = t; i < queries; i += k_threads) {
        const std::string query = mutate.mutate(names[mutate.below(names.size())]);
        for (std::string& s : d.differences(query, thresholds)) wrong[t].push_back(std::move(s));
      }
    });
  }
  for (std::thread& t : threads) t.join();
  for (const auto& sentences : wrong) {
    for (const std::string& s : sentences) FAIL_CHECK(s);
  }
  SUCCEED();
}

/// Names that a search finds, with their scores.
std::map<std::uint32_t, std::int32_t> found(const party_index& idx, const names::prepared_name& q,
                                            score t, const matching::enumerators& on) {
  matching::search_scratch scratch;
  std::map<std::uint32_t, std::int32_t> out;
  matching::search(idx.view(), q, t, on, scratch, [&](matching::name_score n) {
    out[n.name] = n.units;
    return t.units();
  });
  return out;
}

}  // namespace

TEST_CASE("random queries on an invented list: 0 differences from brute force", "[property]") {
  const std::vector<std::string> names = invented_names(1, 3'000);
  check_random(parties_of(names), names, sanitized() ? 60 : 1'500, 77, k_thresholds);
}

TEST_CASE("random queries on the real lists: 0 differences from brute force", "[property]") {
  const std::optional<party_set> set = real_lists();
  if (!set) TRADEWARDEN_SKIP("no ../shared/lists");
  std::vector<std::string> names;
  for (const listed_party& p : set->parties) {
    for (const party_name& n : p.names) names.push_back(n.text);
  }
  REQUIRE(names.size() > 40'000);
  check_random(*set, names, sanitized() ? 4 : 1'000, 4711, k_four_thresholds);
}

TEST_CASE("queries across scripts, each name with several readings: 0 differences", "[property]") {
  std::vector<std::string> names = invented_names(9, 500);
  for (const script_pair& p : script_pairs("han_and_kana.tsv")) {
    names.push_back(p.name);
    names.push_back(p.latin);
  }
  for (const char* name : {"ОАО Московский завод", "Министерство обороны", "Владимир Путин", "Vladimir Putin",
                           "محمد عبد الله", "Muhammad Abdallah", "بنك سورية المركزي", "Central Bank of Syria",
                           "Τράπεζα της Ελλάδος", "Bank of Greece", "ベンヤミン", "בנימין נתניהו"}) {
    names.push_back(name);
  }
  check_random(parties_of(names), names, sanitized() ? 40 : 800, 4712, k_thresholds);
}

TEST_CASE("a token that weighs by its role does not hide a name", "[property]") {
  // "Sir" weighs 14 before a person's name and 100 in a company's.
  const party_set set = parties_of({"Sir Adrian", "Sir Trading", "Other Person",
                                    "Zqxovar Belkutim Drogashev Queen", "Queen Shipping"});
  differential d(set);
  for (const char* query : {"Sxr Adrian", "zqxovar belkutim drogashev queem al", "Sir Adrain"}) {
    for (std::int32_t t = 5'000; t <= 10'000; t += 100) {
      for (const std::string& s : d.differences(query, {t})) FAIL_CHECK(s);
    }
  }
  SUCCEED();
}

TEST_CASE("a join and a letter together reach what neither does alone", "[property]") {
  const std::vector<std::string> names = {"yusuf tarik monghamms", "yusuf tarik", "tarik yusuf omar",
                                          "joseph tarik", "yusuf", "omar trading", "jordan yusuf bank"};
  const party_set set = parties_of(names);
  differential d(set);
  for (const char* query : {"monghamms yu suf t", "ed j shanghai yu suf", "t yu suf", "yu suf j b"}) {
    for (std::int32_t t = 3'000; t <= 10'000; t += 100) {
      for (const std::string& s : d.differences(query, {t})) FAIL_CHECK(s);
    }
  }
  SUCCEED();
}

TEST_CASE("every enumerator is needed: without it some query loses a name", "[property]") {
  const std::vector<std::string> names = invented_names(5, 2'000);
  const party_index idx = party_index::from_bytes(build_index_bytes(parties_of(names)).value()).value();
  std::map<std::string, matching::enumerators> without;
  without["equal"].equal = false;
  without["edit"].edit = false;
  without["family"].family = false;
  without["key"].key = false;
  without["initial"].initial = false;
  without["joined"].joined = false;
  without["truncated"].truncated = false;
  for (auto& [kind, on] : without) {
    // Equal tokens lie zero edits apart, share families and keys: alone it is never missed.
    if (kind == "equal") on.edit = on.family = on.key = false;
    name_mutator mutate(9);
    bool lost = false;
    for (int i = 0; i < 3'000 && !lost; ++i) {
      const auto q = names::prepare(mutate.mutate(names[mutate.below(names.size())]), schema::unknown);
      for (const std::int32_t units : {3'000, 5'000, 8'000}) {
        const score t = score::from_units(units);
        lost = lost || found(idx, q, t, on) != found(idx, q, t, {});
      }
    }
    CAPTURE(kind);
    CHECK(lost);
  }
}

}  // namespace tradewarden::tests
