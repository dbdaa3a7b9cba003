#include "catch.hpp"
#include "evaluate/outcomes.hpp"
#include "evaluate/split_mix.hpp"

using namespace tradewarden;
using namespace tradewarden::evaluating;

namespace {

std::int32_t threshold(const std::vector<std::int32_t>& scores, std::int32_t rate) {
  std::vector<std::uint64_t> counts(10'002);
  for (const std::int32_t s : scores) ++counts[static_cast<std::size_t>(s + 1)];
  return threshold_of(counts, scores.size(), rate, 0);
}

}  // namespace

TEST_CASE("SplitMix64 gives the numbers of its authors' program", "[evaluate]") {
  split_mix random(1234567);
  for (const std::uint64_t wanted : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL,
                                     4593380528125082431ULL, 16408922859458223821ULL}) {
    CHECK(random.next() == wanted);
  }
}

TEST_CASE("numbers below n are below n, and each occurs", "[evaluate]") {
  split_mix random(7);
  std::array<int, 6> seen{};
  for (int i = 0; i < 6000; ++i) ++seen[random.below(6)];
  for (const int n : seen) CHECK(n > 850);  // five standard deviations below 1,000
  CHECK(random.below(1) == 0);
  CHECK(split_mix(1, "a").next() != split_mix(1, "b").next());
}

TEST_CASE("the threshold of a rate lies above the first that may not pass", "[evaluate]") {
  std::vector<std::int32_t> scores;
  for (int i = 1; i <= 100; ++i) scores.push_back(i * 100);
  CHECK(threshold(scores, 50) == 9501);  // five may pass: 10,000 down to 9,600
  CHECK(threshold(scores, 10) == 9901);
  CHECK(threshold(scores, 1) == 10'001);  // none may
  CHECK(threshold({k_none, k_none, 5000}, 50) == 5001);
  CHECK(threshold({k_none, k_none}, 50) == 0);
}

TEST_CASE("ties with the first that may not pass do not pass either", "[evaluate]") {
  std::vector<std::int32_t> scores(100, 9000);
  CHECK(threshold(scores, 50) == 9001);
}

TEST_CASE("intervals hold the figure, and are the same for the same seed", "[evaluate]") {
  std::vector<std::int32_t> natural;
  for (int i = 0; i < 1000; ++i) natural.push_back(i * 9);
  positive_outcomes p;
  for (int i = 0; i < 400; ++i) p.right.push_back(6000 + i * 10);
  const std::vector<positive_outcomes> kinds{p};
  const auto b = bootstrap(kinds, natural, 0, 500, 1);
  CHECK(b.resamples == 500);
  // Fifty of 1,000 may pass: above 949 x 9.
  CHECK(b.thresholds[2].low.units() <= 8542);
  CHECK(b.thresholds[2].high.units() >= 8542);
  CHECK(b.thresholds[2].low < b.thresholds[2].high);
  // 145 of 400 reach 8,542: .3625.
  CHECK(b.recall[0][2].low.units() < 3625);
  CHECK(b.recall[0][2].high.units() > 3625);
  CHECK(b.recall_of_all[2] == b.recall[0][2]);
  const auto again = bootstrap(kinds, natural, 0, 500, 1);
  CHECK(again.thresholds == b.thresholds);
  CHECK(again.recall == b.recall);
  CHECK(bootstrap(kinds, natural, 0, 500, 2).thresholds != b.thresholds);
}

TEST_CASE("without natural negatives there is no interval", "[evaluate]") {
  CHECK(bootstrap({}, {}, 0, 500, 1).resamples == 0);
}
