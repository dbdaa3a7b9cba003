// Names in other scripts against Latin letters: tests/golden/scripts/*.tsv. A pair of a file is a
// match; each name with the Latin name of another pair of the same kind is a mismatch.
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "support/script_pairs.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::tests {
namespace {

struct recall {
  double at_one_percent = 0;  ///< Of the mismatches.
  double at_threshold = 0;    ///< 0.80
  double false_at_threshold = 0;
};

recall measure(const std::vector<script_pair>& pairs, const std::string& kind) {
  std::vector<std::int32_t> same;
  std::vector<std::int32_t> other;
  for (const script_pair& a : pairs) {
    for (const script_pair& b : pairs) {
      if (a.kind != kind || b.kind != kind) continue;
      const std::int32_t units = score_names(a.name, b.latin, schema::unknown).units();
      if (&a == &b) {
        same.push_back(units);
      } else if (a.name != b.name && a.latin != b.latin) {
        other.push_back(units);
      }
    }
  }
  std::sort(other.rbegin(), other.rend());
  const std::int32_t limit = other.at(other.size() / 100);
  const auto share = [](const std::vector<std::int32_t>& units, std::int32_t above) {
    const auto n = std::count_if(units.begin(), units.end(), [&](std::int32_t u) { return u > above; });
    return static_cast<double>(n) / static_cast<double>(units.size());
  };
  return {share(same, limit), share(same, 7'999), share(other, 7'999)};
}

}  // namespace

TEST_CASE("Han, kana and Hangul against Latin letters: recall on listed parties", "[golden]") {
  const std::vector<script_pair> pairs = script_pairs("han_and_kana.tsv");
  CHECK(pairs.size() >= 100);
  for (const std::string kind : {"company", "person"}) {
    INFO(kind);
    const recall r = measure(pairs, kind);
    CHECK(r.at_one_percent >= 0.85);
    CHECK(r.at_threshold >= 0.85);
    CHECK(r.false_at_threshold <= 0.01);
  }
}

TEST_CASE("names that the tables were not written for: recall at 1 % of the mismatches", "[golden]") {
  const std::vector<script_pair> pairs = script_pairs("han_and_kana_later.tsv");
  for (const std::string kind : {"company", "person"}) {
    INFO(kind);
    const recall r = measure(pairs, kind);
    CHECK(r.at_one_percent >= 0.85);
    CHECK(r.false_at_threshold <= 0.01);
  }
}

TEST_CASE("a third set, written before the tables were widened", "[golden]") {
  const std::vector<script_pair> pairs = script_pairs("han_kana_hangul_third.tsv");
  CHECK(pairs.size() == 84);
  for (const std::string kind : {"company", "person"}) {
    INFO(kind);
    const recall r = measure(pairs, kind);
    CHECK(r.at_one_percent >= 0.95);
    CHECK(r.at_threshold >= 0.85);
    CHECK(r.false_at_threshold <= 0.01);
  }
}

TEST_CASE("a fourth set, written after the tables were widened", "[golden]") {
  for (const std::string kind : {"company", "person"}) {
    INFO(kind);
    const recall r = measure(script_pairs("han_kana_hangul_fourth.tsv"), kind);
    CHECK(r.at_one_percent >= 0.85);
    CHECK(r.at_threshold >= 0.80);
    CHECK(r.false_at_threshold <= 0.01);
  }
}

TEST_CASE("a fifth set, written before the tables were widened again, and a sixth written after", "[golden]") {
  for (const auto& [file, count, at_threshold] :
       {std::tuple{"han_kana_hangul_fifth.tsv", 164U, 0.90}, {"han_kana_hangul_sixth.tsv", 83U, 0.80}}) {
    const std::vector<script_pair> pairs = script_pairs(file);
    CHECK(pairs.size() == count);
    for (const std::string kind : {"company", "person"}) {
      INFO(file << " " << kind);
      const recall r = measure(pairs, kind);
      CHECK(r.at_one_percent >= 0.95);
      CHECK(r.at_threshold >= at_threshold);
      CHECK(r.false_at_threshold <= 0.01);
    }
  }
}

TEST_CASE("the score of two scripts is the same from either side", "[golden]") {
  for (const script_pair& p : script_pairs("han_and_kana.tsv")) {
    INFO(p.name);
    const bool there = score_names(p.name, p.latin, schema::unknown).units() >= 8'000;
    const std::int32_t back = score_names(p.latin, p.name, schema::unknown).units();
    if (there) CHECK(back >= 6'500);  // what is missing costs by its side
  }
}

}  // namespace tradewarden::tests
