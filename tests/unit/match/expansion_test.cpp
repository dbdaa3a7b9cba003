#include "match/expansion.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "score/token_similarity.hpp"
#include "support/name_lists.hpp"

namespace tradewarden::tests {
namespace {

std::vector<std::string> found(const party_index& idx, const std::string& text, const matching::enumerators& on = {}) {
  const auto name = names::prepare(text, schema::unknown);
  REQUIRE(name.tokens.size() == 1);
  std::vector<std::string> out;
  for (const auto& a : matching::expand(idx.view(), name.tokens[0], on).tokens) {
    out.emplace_back(idx.view().token_text(a.token));
  }
  return out;
}

bool holds(const std::vector<std::string>& v, const std::string& s) {
  return std::find(v.begin(), v.end(), s) != v.end();
}

}  // namespace

TEST_CASE("each enumerator proposes its tokens", "[expansion]") {
  const party_index idx = party_index::from_bytes(build_index_bytes(parties_of({
      "kangxun", "kangxum", "joseph", "evtuhoff", "j", "kang xun", "zzz"})).value()).value();
  CHECK(found(idx, "kangxun") == std::vector<std::string>{"kangxum", "kangxun"});
  CHECK(holds(found(idx, "yusuf"), "joseph"));
  CHECK(holds(found(idx, "yevtukhov"), "evtuhoff"));
  CHECK(holds(found(idx, "john"), "j"));
  const auto kangxun = names::prepare("kangxun", schema::unknown);
  const auto pairs = matching::expand(idx.view(), kangxun.tokens[0]).pairs;
  REQUIRE(pairs.size() == 1);
  CHECK(idx.view().token_text(pairs[0].first) == "kang");
  CHECK(idx.view().token_text(pairs[0].second) == "xun");
  CHECK(matching::find_joined(idx.view(), "kang", "xun") == idx.view().find_token("kangxun"));
}

TEST_CASE("the walk of the trie finds what comparing with every token finds", "[expansion]") {
  name_mutator draw(11);
  std::vector<std::string> words;
  for (int i = 0; i < 1'500; ++i) {
    std::string w;
    for (std::size_t n = 1 + draw.below(10); n > 0; --n) w += static_cast<char>('a' + draw.below(4));
    words.push_back(w);
  }
  const party_index idx = party_index::from_bytes(build_index_bytes(parties_of(words)).value()).value();
  const auto& v = idx.view();
  for (int i = 0; i < 200; ++i) {
    const std::string q = words[draw.below(words.size())] + (draw.below(2) == 0 ? "b" : "");
    std::vector<std::uint32_t> expected;
    for (std::uint32_t t = 0; t < v.tokens().size(); ++t) {
      const auto limit = scoring::most_edits(std::min(q.size(), v.token_text(t).size()));
      if (support::osa_distance(q, v.token_text(t), limit) <= limit) expected.push_back(t);
    }
    std::vector<std::uint32_t> got;
    for (const auto& a : matching::edit_ball(v, q)) got.push_back(a.token);
    std::sort(got.begin(), got.end());
    CAPTURE(q);
    REQUIRE(got == expected);
  }
}

}  // namespace tradewarden::tests
