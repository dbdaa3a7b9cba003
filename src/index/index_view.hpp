// The sections of an opened index, each checked once so that the search may read them unchecked.
//
// Opening checks header and section table alone. What the search reads is checked by the first
// search_ready(), the parties by the first parties_ready(); before that has succeeded nothing of
// them may be read.
//
// Example:
//   auto view = detail::index_view::create(bytes, owner);
//   for (const std::uint32_t n : (*view)->postings(token)) use((*view)->name(n).party());
//
// Threads: immutable after creation; any number of threads read it.
#ifndef TRADEWARDEN_INDEX_INDEX_VIEW_HPP
#define TRADEWARDEN_INDEX_INDEX_VIEW_HPP

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "index/file_format.hpp"
#include "index/section_table.hpp"
#include "score/score_version.hpp"
#include "tradewarden/comparison.hpp"
#include "tradewarden/party_index.hpp"

namespace tradewarden::detail {

/// A name as it stands in the index.
class name_view {
 public:
  name_view(std::span<const std::uint32_t> words, std::uint32_t handle)
      : words_(words.data() + handle) {}

  [[nodiscard]] std::uint32_t party() const { return words_[0]; }
  [[nodiscard]] std::uint32_t token_count() const {
    return words_[1] & indexing::k_name_count_mask;
  }
  [[nodiscard]] bool is_weak() const { return (words_[1] & indexing::k_name_weak) != 0; }
  /// Among the party's names.
  [[nodiscard]] std::uint32_t position() const {
    if ((words_[1] & indexing::k_name_far) != 0) return words_[indexing::k_name_words + token_count()];
    return words_[1] >> indexing::k_name_position_shift & 255U;
  }
  /// In units of k_mass_unit.
  [[nodiscard]] std::uint32_t mass() const { return words_[1] >> indexing::k_name_mass_shift; }
  /// Words of the whole record.
  [[nodiscard]] std::uint32_t size() const {
    return indexing::k_name_words + token_count() +
           ((words_[1] & indexing::k_name_far) != 0 ? 1U : 0U);
  }
  [[nodiscard]] std::uint32_t token(std::uint32_t i) const {
    return words_[indexing::k_name_words + i] & indexing::k_token_mask;
  }
  [[nodiscard]] token_role role(std::uint32_t i) const {
    return static_cast<token_role>(
        words_[indexing::k_name_words + i] >> indexing::k_token_role_shift & 7U);
  }
  [[nodiscard]] bool repaired(std::uint32_t i) const {
    return (words_[indexing::k_name_words + i] & indexing::k_token_repaired) != 0;
  }

 private:
  const std::uint32_t* words_;
};

class index_view {
 public:
  /// Checks header, section table, counts and the section `info`. `bytes` must be aligned to 8 and
  /// live as long as `owner`. The rules must be those that the index was built by; none means the
  /// index's own version without a name pack. Errors: truncated, bad_index, old_version, conflict.
  [[nodiscard]] static result<std::shared_ptr<const index_view>> create(
      std::string_view bytes, std::shared_ptr<const void> owner,
      const std::optional<score_rules>& rules = {});

  [[nodiscard]] const index_info& info() const noexcept { return info_; }

  /// By what the names in it were folded and are scored.
  [[nodiscard]] const score_rules& rules() const noexcept { return rules_; }
  [[nodiscard]] const names::name_tables& tables() const noexcept { return *rules_.state().tables; }
  [[nodiscard]] const scoring::score_parameters& parameters() const noexcept {
    return rules_.state().parameters;
  }

  // Checked by the first call, remembered for the others. Error: bad_index.
  /// Checksums of what the search reads, and every offset in it.
  [[nodiscard]] const result<void>& search_ready() const {
    return search_sums() ? search_offsets() : search_sums();
  }
  /// The same of the parties; each party is checked as it is decoded.
  [[nodiscard]] const result<void>& parties_ready() const;
  /// All of it, and that nothing stands between the sections. A large file takes two threads.
  [[nodiscard]] result<void> check() const;
  /// The digest of the whole file.
  [[nodiscard]] result<void> check_content() const { return sections_.verify_content(); }

  // Tokens.
  [[nodiscard]] std::uint32_t token_count() const noexcept {
    return static_cast<std::uint32_t>(tokens_.size());
  }
  [[nodiscard]] const indexing::token_record& token(std::uint32_t token) const {
    return tokens_[token];
  }
  [[nodiscard]] std::string_view token_text(std::uint32_t token) const {
    return text_of_length(token, tokens_[token].length);
  }
  /// The first token of `length` bytes or more; `length` is at most k_most_token_bytes + 1.
  [[nodiscard]] std::uint32_t first_of_length(std::size_t length) const {
    return token_starts_[length];
  }
  /// The text of a token known to have `length` bytes.
  [[nodiscard]] std::string_view text_of_length(std::uint32_t token, std::size_t length) const {
    return token_text_.substr(text_starts_[length] + (token - token_starts_[length]) * length,
                              length);
  }
  [[nodiscard]] std::span<const std::uint32_t> token_letters() const noexcept {
    return token_letters_;
  }
  /// The token with exactly this text, or k_none.
  [[nodiscard]] std::uint32_t find_token(std::string_view text) const;
  /// Tokens that may have this key: the hash is theirs.
  [[nodiscard]] std::span<const indexing::key_record> tokens_of_key(std::uint64_t key) const;

  // The trie over the tokens: nodes breadth first, 0 is the root.
  [[nodiscard]] std::span<const std::uint32_t> trie_children() const noexcept {
    return trie_children_;
  }
  [[nodiscard]] std::span<const std::uint8_t> trie_labels() const noexcept { return trie_labels_; }
  /// The token that ends at a node, or k_none.
  [[nodiscard]] std::uint32_t trie_token(std::uint32_t node) const {
    const indexing::trie_ends& e = trie_ends_[node / 64];
    const std::uint64_t bit = std::uint64_t{1} << (node % 64);
    if ((e.bits & bit) == 0) return indexing::k_none;
    return e.before + static_cast<std::uint32_t>(std::popcount(e.bits & (bit - 1)));
  }

  /// Calls visit(first, last) for each run of tokens [first, last) that begin with a byte, a length
  /// at a time: below a node of the trie a level is a run of nodes, and its ends a run of tokens.
  template <class Visit>
  void each_run_from(std::uint8_t byte, Visit&& visit) const {
    std::uint32_t from = trie_children_[0];
    const std::uint32_t end = trie_children_[1];
    while (from < end && trie_labels_[from] != byte) ++from;
    if (from == end) return;
    for (std::uint32_t to = from + 1; from < to;
         from = trie_children_[from], to = trie_children_[to]) {
      const std::uint32_t first = trie_ends_before(from);
      const std::uint32_t last = trie_ends_before(to);
      if (first < last) visit(first, last);
    }
  }

  /// Calls visit(first, last, length) for each run of tokens [first, last) of `length` bytes, more than
  /// those of `text` and at most `longest`, that begin with it.
  template <class Visit>
  void each_run_below(std::string_view text, std::size_t longest, Visit&& visit) const {
    std::uint32_t node = 0;
    for (const char c : text) {
      std::uint32_t child = trie_children_[node];
      const std::uint32_t end = trie_children_[node + 1];
      while (child < end && trie_labels_[child] != static_cast<std::uint8_t>(c)) ++child;
      if (child == end) return;
      node = child;
    }
    std::uint32_t from = trie_children_[node];
    std::uint32_t to = trie_children_[node + 1];
    for (std::size_t length = text.size() + 1; from < to && length <= longest; ++length) {
      const std::uint32_t first = trie_ends_before(from);
      const std::uint32_t last = trie_ends_before(to);
      if (first < last) visit(first, last, length);
      from = trie_children_[from];
      to = trie_children_[to];
    }
  }

  // Names, by their handles.
  [[nodiscard]] std::span<const std::uint32_t> postings(std::uint32_t token) const {
    const std::uint32_t from = posting_starts_[token];
    return postings_.subspan(from, posting_starts_[token + 1] - from);
  }
  [[nodiscard]] std::span<const std::uint8_t> posting_masses(std::uint32_t token) const {
    const std::uint32_t from = posting_starts_[token];
    return posting_masses_.subspan(from, posting_starts_[token + 1] - from);
  }
  [[nodiscard]] std::uint32_t posting_count(std::uint32_t token) const {
    return posting_count(token, token + 1);
  }
  /// Of the tokens [first, last) together.
  [[nodiscard]] std::uint32_t posting_count(std::uint32_t first, std::uint32_t last) const {
    return posting_starts_[last] - posting_starts_[first];
  }
  /// All names as they stand in the file (file_format.hpp).
  [[nodiscard]] std::span<const std::uint32_t> name_words() const noexcept { return names_; }
  [[nodiscard]] name_view name(std::uint32_t handle) const { return name_view(names_, handle); }

  // Identifiers.
  /// Parties that may bear a number with this key (identifier_key): the hash is theirs. By party.
  [[nodiscard]] std::span<const indexing::identifier_record> parties_bearing(std::string_view key) const;

  // Parties.
  [[nodiscard]] std::uint32_t party_count() const noexcept {
    return static_cast<std::uint32_t>(party_offsets_.size() - 1);
  }
  [[nodiscard]] std::string_view party_bytes(std::uint32_t party) const {
    const std::uint64_t from = party_start(party);
    return parties_.substr(static_cast<std::size_t>(from),
                           static_cast<std::size_t>(party_start(party + 1) - from));
  }
  /// Error bad_index also where the bytes of the party are not one. `party` is below party_count().
  [[nodiscard]] result<listed_party> party(std::uint32_t party) const;

 private:
  explicit index_view(const indexing::section_table& sections) : sections_(sections) {}
  [[nodiscard]] const result<void>& search_sums() const;
  [[nodiscard]] const result<void>& search_offsets() const;
  [[nodiscard]] result<void> check_tokens() const;
  [[nodiscard]] result<void> check_trie() const;
  [[nodiscard]] result<void> check_names() const;
  [[nodiscard]] result<void> check_identifiers() const;
  [[nodiscard]] result<void> check_parties() const;
  [[nodiscard]] std::uint32_t trie_ends_before(std::uint32_t node) const {
    if (node == trie_labels_.size()) return token_count();
    const indexing::trie_ends& e = trie_ends_[node / 64];
    const std::uint64_t bit = std::uint64_t{1} << (node % 64);
    return e.before + static_cast<std::uint32_t>(std::popcount(e.bits & (bit - 1)));
  }
  [[nodiscard]] std::uint64_t party_start(std::uint32_t party) const {
    return party_blocks_[party / indexing::k_party_block] + party_offsets_[party];
  }

  std::shared_ptr<const void> owner_;
  indexing::section_table sections_;
  indexing::checked_once search_sums_;
  indexing::checked_once search_offsets_;
  indexing::checked_once parties_ready_;
  index_info info_;
  score_rules rules_;
  std::string_view token_text_;
  std::span<const std::uint32_t> token_starts_;
  std::array<std::uint32_t, indexing::k_token_starts> text_starts_{};  // of each length in the text
  std::span<const indexing::token_record> tokens_;
  std::span<const std::uint32_t> token_letters_;
  std::span<const std::uint32_t> token_slots_;
  std::span<const std::uint32_t> trie_children_;
  std::span<const std::uint8_t> trie_labels_;
  std::span<const indexing::trie_ends> trie_ends_;
  std::span<const indexing::key_record> keys_;
  std::span<const std::uint32_t> posting_starts_;
  std::span<const std::uint32_t> postings_;
  std::span<const std::uint8_t> posting_masses_;
  std::span<const std::uint32_t> names_;
  std::span<const std::uint64_t> party_blocks_;
  std::span<const std::uint32_t> party_offsets_;
  std::string_view parties_;
  std::span<const indexing::identifier_record> identifiers_;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_INDEX_INDEX_VIEW_HPP
