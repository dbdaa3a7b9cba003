#include "support/osa.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

namespace tradewarden::support {
namespace {

/// The definition, by recursion over prefixes.
std::int32_t plain_osa(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::int32_t>> d(a.size() + 1, std::vector<std::int32_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<std::int32_t>(i + j);
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

TEST_CASE("one slip is one edit", "[osa]") {
  CHECK(osa_distance("kangxun", "kangxun", 3) == 0);
  CHECK(osa_distance("kangxun", "kagnxun", 3) == 1);  // swapped neighbours
  CHECK(osa_distance("kangxun", "kanxun", 3) == 1);
  CHECK(osa_distance("kangxun", "kanngxun", 3) == 1);
  CHECK(osa_distance("kangxun", "kongxun", 3) == 1);
  CHECK(osa_distance("ca", "abc", 3) == 3);  // optimal string alignment, not Damerau's 2
  CHECK(osa_distance("", "ab", 3) == 2);
}

TEST_CASE("beyond the limit the answer is limit + 1", "[osa]") {
  CHECK(osa_distance("abc", "xyz", 2) == 3);
  CHECK(osa_distance("a", "abcdefgh", 2) == 3);
  CHECK(osa_distance(std::string(200, 'a'), std::string(200, 'a'), 2) == 3);  // longer than it takes
}

TEST_CASE("the banded distance is the plain one", "[osa]") {
  std::mt19937_64 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string a;
    std::string b;
    for (std::size_t n = random() % 8; n > 0; --n) a += static_cast<char>('a' + random() % 3);
    for (std::size_t n = random() % 8; n > 0; --n) b += static_cast<char>('a' + random() % 3);
    const auto limit = static_cast<std::int32_t>(random() % 4);
    CAPTURE(a, b, limit);
    REQUIRE(osa_distance(a, b, limit) == std::min(plain_osa(a, b), limit + 1));
  }
}

}  // namespace tradewarden::support
