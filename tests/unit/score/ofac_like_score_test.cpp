#include "tradewarden/ofac_like_score.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "support/shared_lists.hpp"

using namespace tradewarden;

namespace {
std::int32_t points(std::string_view query, std::string_view listed) {
  return compare_ofac_like(query, listed).points();
}
}  // namespace

TEST_CASE("OFAC-like: the order of the parts and what the query lacks cost nothing", "[ofac-like]") {
  CHECK(points("Ignatius Plumbottom", "PLUMBOTTOM, Ignatius") == 100);
  CHECK(points("Plumbottom", "PLUMBOTTOM, Ignatius Maria") == 100);
  CHECK(points("Ignatius Maria Plumbottom", "PLUMBOTTOM, Ignatius") < 100);
}

TEST_CASE("OFAC-like: the mean over the parts, worked by hand", "[ofac-like]") {
  // ABCDE 1; FGHIJ / FGHIK: Jaro (4/5 + 4/5 + 1) / 3 = 13/15, four letters in front: 13/15 + 4/10 x 2/15
  // = 23/25. Mean .96. The whole names stand in another order and come to less.
  const auto c = compare_ofac_like("ABCDE FGHIJ", "FGHIK, ABCDE");
  REQUIRE(c.parts.size() == 2);
  CHECK(c.parts[0].similarity.units() == 10'000);
  CHECK(c.parts[1].listed == "FGHIK");
  CHECK(c.parts[1].similarity.units() == 9200);
  CHECK(c.by_parts.units() == 9600);
  CHECK(c.whole < c.by_parts);
  CHECK(c.score == c.by_parts);
}

TEST_CASE("OFAC-like: the whole names, in the order in which they stand", "[ofac-like]") {
  // GEORGEBUSH / GEOHIT: G, E, O agree, nothing else in reach: (3/10 + 3/6 + 1) / 3 = .6; three letters in
  // front: .6 + .3 x .4 = .72. By parts: GEORGE / GEO .88 (half of the letters agree), BUSH nothing: .44.
  const auto c = compare_ofac_like("George Bush", "Geo Hit");
  CHECK(c.whole.units() == 7200);
  CHECK(c.score == c.whole);
}

TEST_CASE("OFAC-like: parts of one or two letters count only where there is no other", "[ofac-like]") {
  CHECK(points("X. Plumbottom", "Plumbottom") == 100);
  const auto c = compare_ofac_like("X. Plumbottom", "Plumbottom");
  REQUIRE(c.parts.size() == 2);
  CHECK(c.parts[0].left_out);
  CHECK_FALSE(c.parts[1].left_out);
  CHECK(points("X", "Plumbottom X") == 100);
  CHECK(points("X", "Plumbottom") == 0);
}

TEST_CASE("OFAC-like: a part with another first letter is none", "[ofac-like]") {
  const auto c = compare_ofac_like("Gaddafi", "KADDAFI, Xyz");
  CHECK(c.by_parts.units() == 0);
  CHECK(c.parts.at(0).listed.empty());
}

TEST_CASE("OFAC-like: marks of letters do not count, and other scripts are not read", "[ofac-like]") {
  CHECK(points("Jos\xC3\xA9 N\xC3\xBA\xC3\xB1"
               "ez",
               "NUNEZ, Jose") == 100);
  CHECK(points("O'Brien", "O\xE2\x80\x99"
                          "BRIEN, Sean") == 100);
  CHECK(points("\xD0\x92\xD0\xBB\xD0\xB0\xD0\xB4", "VLAD") == 0);
  CHECK(points("", "VLAD") == 0);
  CHECK(points("--", "--") == 0);
  CHECK(points("\xFF\xFE", "A") == 0);
}

TEST_CASE("OFAC-like: names of any length", "[ofac-like]") {
  const std::string long_name(100'000, 'A');
  CHECK(points(long_name, long_name) == 100);
}

TEST_CASE("OFAC-like: scores that Treasury's tool has shown", "[ofac-like][shared]") {
  TRADEWARDEN_SHARED(path, "eval/dev/pairs/ofac_tool_scores.jsonl");
  std::ifstream in(path);
  std::size_t shown = 0;
  std::size_t near = 0;
  for (std::string line; std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    const int wanted = row["ofac_score"];
    if (wanted < 0) continue;
    const int got = points(row["left"].get<std::string>(), row["right"].get<std::string>());
    ++shown;
    near += got - wanted <= 5 && wanted - got <= 5 ? 1 : 0;
  }
  REQUIRE(shown > 100);
  INFO(near << " of " << shown << " within 5 points");
  CHECK(near * 100 >= shown * 96);
}
