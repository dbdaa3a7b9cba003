// The sections of an opened index, checked once so that the search may read them unchecked.
//
// Example:
//   auto view = detail::index_view::create(bytes, owner);
//   for (const auto& n : (*view)->names()) use(n);
//
// Threads: immutable after creation; any number of threads read it.
#ifndef TRADEWARDEN_INDEX_INDEX_VIEW_HPP
#define TRADEWARDEN_INDEX_INDEX_VIEW_HPP

#include <memory>
#include <span>
#include <string_view>

#include "index/file_format.hpp"
#include "tradewarden/party_index.hpp"

namespace tradewarden::detail {

class index_view {
 public:
  /// Verifies checksums and every offset. `bytes` must be aligned to 8 and live as long as `owner`.
  /// Errors: truncated, bad_index, old_version.
  [[nodiscard]] static result<std::shared_ptr<const index_view>> create(
      std::string_view bytes, std::shared_ptr<const void> owner);

  [[nodiscard]] const index_info& info() const noexcept { return info_; }
  [[nodiscard]] std::span<const indexing::token_record> tokens() const noexcept { return tokens_; }
  [[nodiscard]] std::span<const indexing::trie_node> trie() const noexcept { return trie_; }
  [[nodiscard]] std::span<const indexing::key_record> keys() const noexcept { return keys_; }
  [[nodiscard]] std::span<const indexing::name_record> names() const noexcept { return names_; }

  [[nodiscard]] std::string_view token_text(std::uint32_t token) const {
    const indexing::token_record& t = tokens_[token];
    return token_text_.substr(t.text, t.length);
  }
  [[nodiscard]] std::span<const std::uint32_t> postings(std::uint32_t token) const {
    const std::uint32_t from = posting_starts_[token];
    return postings_.subspan(from, posting_starts_[token + 1] - from);
  }
  [[nodiscard]] std::span<const indexing::name_token> name_tokens(std::uint32_t name) const {
    const indexing::name_record& n = names_[name];
    return name_tokens_.subspan(n.first_token, n.token_count);
  }
  [[nodiscard]] std::uint32_t party_count() const noexcept {
    return static_cast<std::uint32_t>(party_starts_.size() - 1);
  }
  [[nodiscard]] std::string_view party_bytes(std::uint32_t party) const {
    const std::uint64_t from = party_starts_[party];
    return parties_.substr(static_cast<std::size_t>(from),
                           static_cast<std::size_t>(party_starts_[party + 1] - from));
  }
  /// The token with exactly this text, or k_none.
  [[nodiscard]] std::uint32_t find_token(std::string_view text) const;

 private:
  index_view() = default;
  [[nodiscard]] result<void> check() const;

  std::shared_ptr<const void> owner_;
  index_info info_;
  std::string_view token_text_;
  std::span<const indexing::token_record> tokens_;
  std::span<const indexing::trie_node> trie_;
  std::span<const indexing::key_record> keys_;
  std::span<const std::uint32_t> posting_starts_;
  std::span<const std::uint32_t> postings_;
  std::span<const indexing::name_record> names_;
  std::span<const indexing::name_token> name_tokens_;
  std::span<const std::uint64_t> party_starts_;
  std::string_view parties_;
};

}  // namespace tradewarden::detail

#endif  // TRADEWARDEN_INDEX_INDEX_VIEW_HPP
