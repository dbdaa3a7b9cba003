// Which listed tokens are alike to which tokens of a query, and how much: filled by the
// enumerators of expansion.hpp, read by the bound and the score of every candidate.
//
//   token -> head (bit set, slot) -> entries, one for each query token alike
//
// Example:
//   table.begin(view.token_count());
//   table.begin_query_token(0); table.add_soft(token, match_reason::edit, 8333, 1);
//   for (const alike* e = table.first(token); e != nullptr; e = table.next(*e)) use(e->query);
//
// Threads: a table belongs to one search; it keeps its memory between searches.
#ifndef TRADEWARDEN_MATCH_MATCH_TABLE_HPP
#define TRADEWARDEN_MATCH_MATCH_TABLE_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/index_view.hpp"
#include "score/token_similarity.hpp"
#include "tradewarden/comparison.hpp"

namespace tradewarden::matching {

/// A listed token alike to a query token. Roles decide which of the two values counts
/// (scoring::combine).
struct alike {
  std::uint32_t token = 0;
  std::uint32_t next = 0;  ///< Entry of the same token and another query token; 0: none.
  std::uint8_t query = 0;  ///< Position of the query token.
  scoring::token_likeness likeness;
};

/// A query token that is two neighbouring listed tokens together.
struct listed_pair {
  std::uint8_t query = 0;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

/// What a listed token can bring a name, at most.
struct token_head {
  std::uint32_t token = 0;
  std::uint32_t first = 0;  ///< Its first entry, 0: none (part of a join only).
  std::int64_t most_gain = 0;
  bool in_join = false;
};

class match_table {
 public:
  /// Empties the table, for a vocabulary of `tokens` tokens.
  void begin(std::uint32_t tokens);
  /// Entries added from here on belong to this query token.
  void begin_query_token(std::size_t query);

  /// Adds a token whose likeness is known whole.
  void add(std::uint32_t token, const scoring::token_likeness& likeness) {
    entry(token).likeness = likeness;
  }
  void add_hard(std::uint32_t token, match_reason reason, std::int32_t value);
  /// `forms`: one of the two is a legal form.
  void add_family(std::uint32_t token, std::int32_t value, bool forms);
  void add_soft(std::uint32_t token, match_reason reason, std::int32_t value, std::int32_t edits);
  void add_pair(std::uint32_t first, std::uint32_t second);
  /// The listed token that a query token and the next one make together.
  void set_joined(std::size_t query, std::uint32_t token);

  [[nodiscard]] bool contains(std::uint32_t token) const {
    return (bits_[token / 64] >> (token % 64) & 1U) != 0;
  }
  /// The head of a token that the table contains.
  [[nodiscard]] token_head& head(std::uint32_t token) { return heads_[slots_[token]]; }
  [[nodiscard]] const token_head& head(std::uint32_t token) const { return heads_[slots_[token]]; }
  [[nodiscard]] std::span<token_head> heads() { return heads_; }
  [[nodiscard]] const alike* first(std::uint32_t token) const {
    if (!contains(token)) return nullptr;
    const std::uint32_t e = head(token).first;
    return e == 0 ? nullptr : &entries_[e];
  }
  [[nodiscard]] const alike* next(const alike& e) const {
    return e.next == 0 ? nullptr : &entries_[e.next];
  }
  [[nodiscard]] std::span<const alike> entries_of(std::size_t query) const {
    return std::span<const alike>(entries_).subspan(
        starts_[query], (query + 1 < starts_.size() ? starts_[query + 1] : entries_.size()) -
                            starts_[query]);
  }
  [[nodiscard]] std::span<const listed_pair> pairs() const { return pairs_; }
  /// By query token: the listed token that it and the next one make, or k_none.
  [[nodiscard]] std::span<const std::uint32_t> joined() const { return joined_; }

 private:
  alike& entry(std::uint32_t token);
  token_head& touch(std::uint32_t token);

  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> slots_;
  std::vector<token_head> heads_;
  std::vector<alike> entries_{alike{}};  // entry 0 is none
  std::vector<std::size_t> starts_;
  std::vector<listed_pair> pairs_;
  std::vector<std::uint32_t> joined_;
};

/// The token of a pair that stands in fewer names.
[[nodiscard]] inline std::uint32_t rarer(const detail::index_view& index, const listed_pair& p) {
  return index.posting_count(p.first) <= index.posting_count(p.second) ? p.first : p.second;
}

/// Whether a name has both tokens of a pair beside each other.
[[nodiscard]] inline bool has_pair(const detail::name_view& name, const listed_pair& p) {
  for (std::uint32_t j = 0; j + 1 < name.token_count(); ++j) {
    if (name.token(j) == p.first && name.token(j + 1) == p.second) return true;
  }
  return false;
}

}  // namespace tradewarden::matching

#endif  // TRADEWARDEN_MATCH_MATCH_TABLE_HPP
