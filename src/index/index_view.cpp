#include "index/index_view.hpp"

#include <algorithm>
#include <cstring>
#include <future>
#include <system_error>
#include <type_traits>
#include <vector>

#include "index/party_codec.hpp"
#include "names/fold.hpp"

namespace tradewarden::detail {
namespace {

using namespace indexing;  // NOLINT: this file is about that format alone

constexpr std::array k_party_sections = {section_id::party_blocks, section_id::party_offsets,
                                         section_id::parties};
bool is_of_parties(section_id id) {
  return std::find(k_party_sections.begin(), k_party_sections.end(), id) != k_party_sections.end();
}

template <class T>
bool as_records(std::string_view bytes, std::span<const T>& out) {
  static_assert(std::is_trivially_copyable_v<T>);
  if (bytes.size() % sizeof(T) != 0) return false;
  out = {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  return true;
}

template <class T>
bool rises_to(std::span<const T> starts, std::uint64_t end) {
  return !starts.empty() && starts.front() == 0 && starts.back() == end &&
         std::is_sorted(starts.begin(), starts.end());
}

/// Tokens are checked two at once, the halves of a 64-bit number, and eight without a branch: how
/// many tokens a name has is what no processor foresees.
constexpr std::uint32_t k_at_once = 8;
constexpr std::uint64_t twice(std::uint32_t half) { return std::uint64_t{half} << 32U | half; }
constexpr auto k_token_masks = [] {
  std::array<std::array<std::uint64_t, k_at_once / 2>, k_at_once + 1> masks{};
  for (std::uint32_t n = 0; n < masks.size(); ++n) {
    for (std::uint32_t i = 0; i < n; ++i) {
      masks[n][i / 2] |= std::uint64_t{k_token_mask} << (i % 2 * 32);
    }
  }
  return masks;
}();

/// Whether the tokens of a name are below `count`, which is 1 or more. `words` has k_at_once words or
/// more; those behind the tokens are of no interest.
bool tokens_below(const std::uint32_t* words, std::uint32_t tokens, std::uint32_t count) {
  // Adding this carries into the bit above the mask from `count` on.
  const std::uint32_t rest = k_token_mask + 1 - count;
  const auto& masks = k_token_masks[std::min(tokens, k_at_once)];
  std::uint64_t carried = 0;
  for (std::size_t i = 0; i < masks.size(); ++i) {
    std::uint64_t pair = 0;
    std::memcpy(&pair, words + 2 * i, sizeof pair);
    carried |= (pair & masks[i]) + twice(rest);
  }
  for (std::uint32_t i = k_at_once; i < tokens; ++i) carried |= (words[i] & k_token_mask) + rest;
  return (carried & twice(k_token_mask + 1)) == 0;
}

/// The rules that an index is searched by: those it was built by, and no others, for its tokens
/// are folded and its roles given.
result<score_rules> rules_of(const index_info& info, const std::optional<score_rules>& asked) {
  const auto refuse = [](errc code, std::string message) {
    return error{code, std::move(message), {}, 0, {}};
  };
  const std::string built = "built for score version " + std::to_string(info.score_version);
  if (asked && asked->version() != info.score_version) {
    return refuse(errc::conflict, built + ", asked for version " +
                                         std::to_string(asked->version()) +
                                         ": build an index for that version from its lists");
  }
  result<score_rules> rules = asked ? *asked : score_rules::of_version(info.score_version);
  if (!rules) {
    return refuse(errc::old_version, built + "; " + rules.error().message +
                                         ": build the index again from its lists");
  }
  if (rules->tables_sha256() != info.score_tables_sha256) {
    return refuse(errc::old_version,
                  built + " as another engine (" + info.engine_version +
                      ") had it, with other tables: build the index again from its lists");
  }
  if (rules->name_pack_sha256() != info.name_pack_sha256) {
    const auto said = [](const std::optional<digest>& pack) {
      return pack ? "the name pack of SHA-256 " + pack->to_string() : "no name pack";
    };
    return refuse(errc::conflict, "built with " + said(info.name_pack_sha256) + ", used with " +
                                         said(rules->name_pack_sha256()) +
                                         ": its names were folded by that pack's words");
  }
  return rules;
}

}  // namespace

result<std::shared_ptr<const index_view>> index_view::create(std::string_view bytes,
                                                             std::shared_ptr<const void> owner,
                                                             const std::optional<score_rules>& rules) {
  auto table = section_table::parse(bytes);
  if (!table) return table.error();
  if (auto good = table->verify(section_id::info); !good) return good.error();
  std::shared_ptr<index_view> view(new index_view(*table));
  const auto section = [&](section_id id) { return table->bytes(id); };
  view->owner_ = std::move(owner);
  std::optional<index_info> info = decode_info(section(section_id::info));
  if (!info) return damaged("info");
  auto chosen = rules_of(*info, rules);
  if (!chosen) return chosen.error();
  view->rules_ = std::move(*chosen);
  view->info_ = std::move(*info);
  view->info_.format_version = k_format_version;
  view->info_.bytes = bytes.size();
  view->info_.content = table->content();
  view->token_text_ = section(section_id::token_text);
  view->parties_ = section(section_id::parties);
  // Vectors of letters are read four at a time: up to three behind the last text.
  if (bytes.data() + bytes.size() < view->token_text_.data() + view->token_text_.size() + 4) {
    return damaged("token text stands last");
  }
  if (!as_records(section(section_id::token_starts), view->token_starts_) ||
      !as_records(section(section_id::tokens), view->tokens_) ||
      !as_records(section(section_id::token_letters), view->token_letters_) ||
      !as_records(section(section_id::token_slots), view->token_slots_) ||
      !as_records(section(section_id::trie_children), view->trie_children_) ||
      !as_records(section(section_id::trie_labels), view->trie_labels_) ||
      !as_records(section(section_id::trie_ends), view->trie_ends_) ||
      !as_records(section(section_id::keys), view->keys_) ||
      !as_records(section(section_id::posting_starts), view->posting_starts_) ||
      !as_records(section(section_id::postings), view->postings_) ||
      !as_records(section(section_id::posting_masses), view->posting_masses_) ||
      !as_records(section(section_id::names), view->names_) ||
      !as_records(section(section_id::party_blocks), view->party_blocks_) ||
      !as_records(section(section_id::party_offsets), view->party_offsets_) ||
      !as_records(section(section_id::identifiers), view->identifiers_)) {
    return damaged("size of a section");
  }
  if (view->token_starts_.size() != k_token_starts) return damaged("lengths of tokens");
  for (std::size_t n = 1; n + 1 < k_token_starts; ++n) {
    const std::uint32_t tokens = view->token_starts_[n + 1] - view->token_starts_[n];
    view->text_starts_[n + 1] = view->text_starts_[n] + tokens * static_cast<std::uint32_t>(n);
  }
  if (view->info_.tokens != view->tokens_.size() ||
      view->info_.parties + 1 != view->party_offsets_.size()) {
    return damaged("counts");
  }
  return std::shared_ptr<const index_view>(std::move(view));
}

const result<void>& index_view::search_sums() const {
  return search_sums_([&]() -> result<void> {
    for (std::uint32_t i = 1; i <= k_sections; ++i) {
      const auto id = static_cast<section_id>(i);
      if (id == section_id::info || is_of_parties(id)) continue;
      if (auto good = sections_.verify(id); !good) return good;
    }
    return {};
  });
}

const result<void>& index_view::search_offsets() const {
  return search_offsets_([&]() -> result<void> {
    for (const auto part :
         {&index_view::check_tokens, &index_view::check_trie, &index_view::check_names,
          &index_view::check_identifiers}) {
      if (auto good = (this->*part)(); !good) return good;
    }
    return {};
  });
}

const result<void>& index_view::parties_ready() const {
  return parties_ready_([&]() -> result<void> {
    for (const section_id id : k_party_sections) {
      if (auto good = sections_.verify(id); !good) return good;
    }
    return check_parties();
  });
}

result<void> index_view::check() const {
  constexpr std::size_t k_worth_a_thread = 4 << 20;
  std::future<void> sums;
  if (sections_.file().size() > k_worth_a_thread) {
    try {
      sums = std::async(std::launch::async, [this] {
        (void)search_sums();
        (void)parties_ready();
      });
    } catch (const std::system_error&) {
      // No thread to be had: one after the other, then.
    }
  }
  (void)search_offsets();
  if (sums.valid()) sums.get();
  if (!search_ready()) return search_ready();
  if (!parties_ready()) return parties_ready();
  return sections_.verify_padding();
}

result<listed_party> index_view::party(std::uint32_t party) const {
  if (!parties_ready()) return parties_ready().error();
  std::optional<listed_party> out = decode_party(party_bytes(party));
  if (!out) return damaged("party " + std::to_string(party));
  return std::move(*out);
}

result<void> index_view::check_tokens() const {
  const std::size_t count = tokens_.size();
  if (count > k_token_mask || token_starts_[0] != 0 || token_starts_[1] != 0 ||
      token_starts_.back() != count || !std::is_sorted(token_starts_.begin(), token_starts_.end())) {
    return damaged("lengths of tokens");
  }
  std::uint64_t text = 0;
  for (std::size_t n = 1; n + 1 < k_token_starts; ++n) {
    text += std::uint64_t{token_starts_[n + 1] - token_starts_[n]} * n;
    for (std::uint32_t t = token_starts_[n]; t < token_starts_[n + 1]; ++t) {
      if (tokens_[t].length != n) return damaged("length of a token");
    }
  }
  if (text != token_text_.size() || text > k_most_token_text || token_letters_.size() != count) {
    return damaged("token text");
  }
  if (!std::has_single_bit(token_slots_.size()) || token_slots_.size() < 2 * count) {
    return damaged("places of tokens");
  }
  std::size_t taken = 0;
  for (const std::uint32_t t : token_slots_) {
    if (t != k_none && t >= count) return damaged("places of tokens");
    taken += t != k_none ? 1 : 0;
  }
  // A free place ends every search.
  if (taken != count || taken == token_slots_.size()) return damaged("places of tokens");
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i].token >= count || (i > 0 && keys_[i].hash < keys_[i - 1].hash)) {
      return damaged("keys");
    }
  }
  return {};
}

result<void> index_view::check_trie() const {
  const std::size_t nodes = trie_labels_.size();
  if (nodes == 0 || trie_children_.size() != nodes + 1 || trie_ends_.size() != (nodes + 63) / 64) {
    return damaged("trie");
  }
  // Children come after their parent and end before the last node: no walk leaves the array or
  // runs in a circle.
  for (std::size_t i = 0; i < nodes; ++i) {
    if (trie_children_[i] <= i || trie_children_[i] > trie_children_[i + 1]) return damaged("trie");
  }
  if (trie_children_[nodes] != nodes) return damaged("trie");
  std::uint64_t ended = 0;
  for (const trie_ends& e : trie_ends_) {
    if (e.before != ended) return damaged("trie");
    ended += static_cast<std::uint64_t>(std::popcount(e.bits));
  }
  return ended == tokens_.size() ? result<void>{} : damaged("trie");
}

result<void> index_view::check_parties() const {
  const std::size_t count = party_offsets_.size() - 1;
  if (party_blocks_.size() != count / k_party_block + 1) return damaged("parties");
  std::uint64_t last = 0;
  for (std::size_t p = 0; p <= count; ++p) {
    const std::uint64_t base = party_blocks_[p / k_party_block];
    if (base > parties_.size()) return damaged("parties");
    const std::uint64_t at = base + party_offsets_[p];
    if (at < last || (p == 0 && at != 0)) return damaged("parties");
    last = at;
  }
  return last == parties_.size() ? result<void>{} : damaged("parties");
}

result<void> index_view::check_identifiers() const {
  for (std::size_t i = 0; i < identifiers_.size(); ++i) {
    if (identifiers_[i].party >= info_.parties || (i > 0 && !(identifiers_[i - 1] < identifiers_[i]))) {
      return damaged("identifiers");
    }
  }
  return {};
}

result<void> index_view::check_names() const {
  const std::size_t count = tokens_.size();
  // Where a name begins: what a posting may say.
  std::vector<std::uint64_t> begins(names_.size() / 64 + 1);
  std::uint64_t* const marks = begins.data();
  const std::span<const std::uint32_t> all = names_;
  const std::uint64_t parties = info_.parties;
  const auto limit = static_cast<std::uint32_t>(std::max<std::size_t>(count, 1));
  std::uint64_t seen = 0;
  std::uint64_t last_name = ~std::uint64_t{0};
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t left = all.size() - at;
    if (left < k_name_words) return damaged("names");
    const name_view n(all, static_cast<std::uint32_t>(at));
    const std::uint32_t size = n.size();
    const std::uint32_t tokens = n.token_count();
    if (size > left || n.party() >= parties || tokens > names::k_max_tokens ||
        (tokens > 0 && count == 0)) {
      return damaged("names");
    }
    bool within = false;
    if (left >= k_name_words + k_at_once) {
      within = tokens_below(&all[at + k_name_words], tokens, limit);
    } else {  // the last name or two
      std::array<std::uint32_t, names::k_max_tokens> words{};
      std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(at + k_name_words), tokens, words.begin());
      within = tokens_below(words.data(), tokens, limit);
    }
    if (!within) return damaged("tokens of a name");
    // The readings of a name stand one behind the other and count once.
    const std::uint64_t this_name = std::uint64_t{n.party()} << 32U | n.position();
    if (this_name != last_name) ++seen;
    last_name = this_name;
    marks[at / 64] |= std::uint64_t{1} << (at % 64);
    at += size;
  }
  if (seen != info_.names) return damaged("counts");
  if (posting_starts_.size() != count + 1 || !rises_to(posting_starts_, postings_.size()) ||
      posting_masses_.size() != postings_.size()) {
    return damaged("postings");
  }
  std::uint64_t all_begin = 1;
  for (const std::uint32_t n : postings_) {
    if (n >= all.size()) return damaged("postings");
    all_begin &= marks[n / 64] >> (n % 64);
  }
  return (all_begin & 1U) != 0 ? result<void>{} : damaged("postings");
}

std::uint32_t index_view::find_token(std::string_view text) const {
  if (text.empty() || text.size() > k_most_token_bytes) return k_none;
  const auto mask = static_cast<std::uint32_t>(token_slots_.size() - 1);
  for (std::uint32_t at = hash_of_token(text) & mask;; at = (at + 1) & mask) {
    const std::uint32_t token = token_slots_[at];
    if (token == k_none || token_text(token) == text) return token;
  }
}

std::span<const identifier_record> index_view::parties_bearing(std::string_view key) const {
  const std::uint32_t hash = hash_of_identifier(key);
  const auto from = std::lower_bound(identifiers_.begin(), identifiers_.end(), hash,
                                     [](const identifier_record& r, std::uint32_t h) { return r.hash < h; });
  auto to = from;
  while (to != identifiers_.end() && to->hash == hash) ++to;
  return {from, to};
}

std::span<const key_record> index_view::tokens_of_key(std::uint64_t key) const {
  const std::uint32_t hash = hash_of_key(key);
  const auto from = std::lower_bound(keys_.begin(), keys_.end(), hash,
                                     [](const key_record& k, std::uint32_t h) { return k.hash < h; });
  auto to = from;
  while (to != keys_.end() && to->hash == hash) ++to;
  return {from, to};
}

}  // namespace tradewarden::detail
