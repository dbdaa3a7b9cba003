// For any words: scan and walk, by every instruction set, find the tokens that the plain table of
// distances finds. The first line is the query, each other line a listed name.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/expansion.hpp"
#include "score/token_similarity.hpp"
#include "support/osa.hpp"
#include "tradewarden/index_builder.hpp"

namespace {

using namespace tradewarden;
using found = std::vector<std::pair<std::uint32_t, std::int32_t>>;

found sorted(const std::vector<matching::edited_token>& tokens, const detail::index_view& v,
             std::size_t length) {
  found out;
  for (const auto& e : tokens) {
    const std::size_t shorter = std::min(length, v.token_text(e.token).size());
    if (e.edits <= scoring::most_edits(shorter)) out.emplace_back(e.token, e.edits);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 4096));
  const auto line = [&] {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view out = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return out;
  };
  const auto query = names::fold(line());
  index_builder builder;
  listed_party party;
  party.list = "X-FUZZ";
  while (!rest.empty()) {
    party_name name;
    name.text = std::string(line());
    party.names.assign(1, name);
    if (!builder.add(party)) std::abort();
  }
  const auto bytes = builder.finish({}, 0);
  if (!bytes) return 0;  // no party at all
  const auto idx = party_index::from_bytes(*bytes);
  if (!idx) std::abort();
  const detail::index_view& v = idx->view();
  for (const names::folded_token& q : query) {
    found expected;
    for (std::uint32_t t = 0; t < v.token_count(); ++t) {
      const std::string_view text = v.token_text(t);
      if (v.find_token(text) != t) std::abort();
      const std::int32_t limit = scoring::most_edits(std::min(q.text.size(), text.size()));
      const std::int32_t edits = support::osa_distance(q.text, text, limit);
      if (edits > 0 && edits <= limit) expected.emplace_back(t, edits);
    }
    for (const matching::instruction_set set : matching::instruction_sets()) {
      matching::edit_scratch scratch;
      scratch.set = set;
      std::vector<matching::edited_token> scanned;
      matching::scan_vocabulary(v, q.text, scratch, scanned);
      if (sorted(scanned, v, q.text.size()) != expected) std::abort();
      if (q.text.size() > matching::trie_walk::k_most_bytes) continue;
      std::vector<matching::edited_token> walked;
      scratch.walk.find(v, matching::edit_pattern(q.text), scoring::most_edits(q.text.size()), set,
                        walked);
      if (sorted(walked, v, q.text.size()) != expected) std::abort();
    }
  }
  return 0;
}
