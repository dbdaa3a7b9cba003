// What a query token may match in an index: every kind of similarity enumerated.
//
//   kind     largest    covers                  enumerator                    composes
//   equal    1          one token, one token    find_token                    alone
//   edit     1 - d/len  one, one                edit_ball: trie or scan       larger of it, key, cut
//   family   .90        one, one                members of its families       before a smaller edit
//                                               and its other surname endings
//   key      .94        one, one                tokens_of_key                 larger of it, edit, cut
//   truncated .88       one, one                find_token of its beginnings; larger of it, edit, key
//                                               the trie below it
//   initial  .73        one, one                its letter; a letter: the     only where shorter is a
//                                               first byte of any token       letter, one side a name
//   joined   .97        two, one / one, two     find_token of the joined      a pair of its own, tried
//                                               text; of both halves          in place of its tokens
//
// The values stand in src/score/token_similarity.hpp, the rules of composition in combine() there
// and in score/alignment.hpp. The search is exact only because together these find every token
// with a similarity above zero; a test switches each off and must see the search fail.
//
// Example:
//   match_table table; table.begin(view.token_count());
//   expand(view, query, {}, scratch, table);
//
// Threads: pure functions over an immutable view; scratch and table belong to one thread.
#ifndef TRADEWARDEN_MATCH_EXPANSION_HPP
#define TRADEWARDEN_MATCH_EXPANSION_HPP

#include <cstdint>
#include <string_view>
#include <vector>

#include "index/index_view.hpp"
#include "match/edit_kernels.hpp"
#include "match/expansion_cache.hpp"
#include "match/match_table.hpp"
#include "match/trie_walk.hpp"
#include "names/prepared_name.hpp"

namespace tradewarden::matching {

/// Switches off single enumerators, for the test that shows each of them to be needed and for the
/// benchmark that shows what each costs.
struct enumerators {
  bool equal = true;
  bool edit = true;
  bool family = true;
  bool key = true;
  bool initial = true;
  bool joined = true;
  bool truncated = true;
};

/// Room for the search for edits, kept between tokens.
struct edit_scratch {
  instruction_set set = best_instruction_set();
  std::vector<std::uint32_t> near;
  std::vector<std::uint8_t> distances;
  trie_walk walk;
  std::vector<edited_token> ball;
};

/// All tokens within most_edits() of `text`, the text itself left out: by a walk of the trie or a
/// scan of the vocabulary, whichever is quicker.
void edit_ball(const detail::index_view& index, std::string_view text, edit_scratch& scratch,
               std::vector<edited_token>& out);

/// The same by the scan alone.
void scan_vocabulary(const detail::index_view& index, std::string_view text, edit_scratch& scratch,
                     std::vector<edited_token>& out);

/// Fills an emptied table with all that is alike to the tokens of a query, except what a query
/// token of a single letter matches as an initial: that is every token beginning with it. With a
/// cache (of this index and these enumerators) tokens that were expanded before are read from it.
void expand(const detail::index_view& index, const names::prepared_name& query,
            const enumerators& on, edit_scratch& scratch, match_table& table,
            expansion_cache* cache = nullptr);

/// Whether a query token is a letter that stands for all tokens beginning with it.
[[nodiscard]] bool is_initial(std::string_view token) noexcept;

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_EXPANSION_HPP
