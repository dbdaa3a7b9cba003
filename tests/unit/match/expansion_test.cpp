#include "match/expansion.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "score/token_similarity.hpp"
#include "support/name_lists.hpp"
#include "support/osa.hpp"

namespace tradewarden::tests {
namespace {

party_index index_of(const std::vector<std::string>& names) {
  return party_index::from_bytes(build_index_bytes(parties_of(names)).value()).value();
}

/// What the table holds for a query of one token.
struct expanded {
  explicit expanded(const party_index& idx, const std::string& text) {
    const auto query = names::prepare(text, schema::unknown);
    REQUIRE(query.tokens.size() == 1);
    table.begin(idx.view().token_count());
    matching::expand(idx.view(), query, {}, scratch, table);
    for (const auto& e : table.entries_of(0)) found.emplace_back(idx.view().token_text(e.token));
    std::sort(found.begin(), found.end());
  }
  [[nodiscard]] bool holds(const std::string& s) const {
    return std::find(found.begin(), found.end(), s) != found.end();
  }
  matching::edit_scratch scratch;
  matching::match_table table;
  std::vector<std::string> found;
};

}  // namespace

TEST_CASE("each enumerator proposes its tokens", "[expansion]") {
  const party_index idx =
      index_of({"kangxun", "kangxum", "joseph", "evtuhoff", "j", "kang xun", "zzz"});
  const expanded kangxun(idx, "kangxun");
  // "kang" is kangxun cut off.
  CHECK(kangxun.found == std::vector<std::string>{"kang", "kangxum", "kangxun"});
  CHECK(expanded(idx, "yusuf").holds("joseph"));
  CHECK(expanded(idx, "yevtukhov").holds("evtuhoff"));
  CHECK(expanded(idx, "john").holds("j"));
  REQUIRE(kangxun.table.pairs().size() == 1);
  CHECK(idx.view().token_text(kangxun.table.pairs()[0].first) == "kang");
  CHECK(idx.view().token_text(kangxun.table.pairs()[0].second) == "xun");

  matching::edit_scratch scratch;
  matching::match_table table;
  table.begin(idx.view().token_count());
  matching::expand(idx.view(), names::prepare("kang xun", schema::unknown), {}, scratch, table);
  CHECK(table.joined()[0] == idx.view().find_token("kangxun"));
}

TEST_CASE("a key that only hashes alike is no match", "[expansion]") {
  const party_index idx = index_of({"evtuhoff", "kangxun", "mohammed"});
  // Not one of these has the consonants of the query.
  CHECK(expanded(idx, "brtdlk").found.empty());
}

TEST_CASE("scan and walk find what comparing with every token finds, by all instruction sets",
          "[expansion]") {
  name_mutator draw(11);
  std::vector<std::string> words;
  for (int i = 0; i < 1'500; ++i) {
    std::string w;
    for (std::size_t n = 1 + draw.below(12); n > 0; --n) w += static_cast<char>('a' + draw.below(4));
    // Bytes other than a to z, and words longer than the vectors take.
    if (draw.below(12) == 0) w += "4\xC3\xA9";
    if (draw.below(20) == 0) w += std::string(27, 'k');
    words.push_back(w);
  }
  const party_index idx = index_of(words);
  const auto& v = idx.view();
  for (int i = 0; i < 200; ++i) {
    const std::string q = words[draw.below(words.size())] + (draw.below(2) == 0 ? "b" : "");
    using edited = std::pair<std::uint32_t, std::int32_t>;
    std::vector<edited> expected;
    for (std::uint32_t t = 0; t < v.token_count(); ++t) {
      const auto limit = scoring::most_edits(std::min(q.size(), v.token_text(t).size()));
      const auto edits = support::osa_distance(q, v.token_text(t), limit);
      if (edits > 0 && edits <= limit) expected.emplace_back(t, edits);
    }
    for (const matching::instruction_set set : matching::instruction_sets()) {
      matching::edit_scratch scratch;
      scratch.set = set;
      std::vector<matching::edited_token> scanned;
      matching::scan_vocabulary(v, q, scratch, scanned);
      std::vector<matching::edited_token> walked;
      const std::int32_t limit = scoring::most_edits(q.size());
      if (q.size() <= matching::trie_walk::k_most_bytes) {
        scratch.walk.find(v, matching::edit_pattern(q), limit, set, walked);
      } else {
        walked = scanned;
      }
      const auto sorted = [&](const std::vector<matching::edited_token>& tokens) {
        std::vector<edited> out;
        for (const auto& e : tokens) {
          const std::size_t shorter = std::min(q.size(), v.token_text(e.token).size());
          if (e.edits <= scoring::most_edits(shorter)) out.emplace_back(e.token, e.edits);
        }
        std::sort(out.begin(), out.end());
        return out;
      };
      CAPTURE(q, matching::to_string(set));
      REQUIRE(sorted(scanned) == expected);
      REQUIRE(sorted(walked) == expected);
    }
  }
}

}  // namespace tradewarden::tests
