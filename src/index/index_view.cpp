#include "index/index_view.hpp"

#include <algorithm>
#include <boost/crc.hpp>
#include <cstring>
#include <type_traits>

#include "index/party_codec.hpp"
#include "names/fold.hpp"

namespace tradewarden::indexing {

std::uint32_t crc32c(std::string_view bytes) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

}  // namespace tradewarden::indexing

namespace tradewarden::detail {
namespace {

using namespace indexing;  // NOLINT: this file is about that format alone

error damaged(const std::string& what) {
  return {errc::bad_index, "the index file is damaged (" + what + "): build it again", {}, 0, {}};
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

}  // namespace

result<std::shared_ptr<const index_view>> index_view::create(std::string_view bytes,
                                                             std::shared_ptr<const void> owner) {
  file_header header;
  if (bytes.size() < sizeof header) {
    return error{errc::truncated, "too short for an index file", {}, 0, {}};
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != k_magic) {
    return error{errc::bad_index, "not an index file of tradewarden", {}, 0, {}};
  }
  if (header.format_version != k_format_version) {
    return error{errc::old_version,
                 "index format version " + std::to_string(header.format_version) +
                     "; this engine reads version " + std::to_string(k_format_version) +
                     ": build the party_index again from its lists",
                 {}, 0, {}};
  }
  file_header unsigned_header = header;
  unsigned_header.header_crc = 0;
  if (crc32c({reinterpret_cast<const char*>(&unsigned_header), sizeof unsigned_header}) !=
      header.header_crc) {
    return damaged("header checksum");
  }
  if (header.file_bytes != bytes.size()) {
    return error{errc::truncated,
                 "the index file has " + std::to_string(bytes.size()) + " bytes, its header says " +
                     std::to_string(header.file_bytes),
                 {}, 0, {}};
  }
  if (header.section_count != k_sections) return damaged("number of sections");
  if (sha256(bytes.substr(sizeof header)).bytes != header.content) return damaged("digest");
  const std::uint64_t table_bytes = header.section_count * sizeof(section_entry);
  if (sizeof header + table_bytes > bytes.size()) return damaged("section table");
  const std::string_view table = bytes.substr(sizeof header, table_bytes);
  if (crc32c(table) != header.table_crc) return damaged("section table checksum");

  std::array<std::string_view, k_sections + 1> sections;
  for (std::size_t i = 0; i < k_sections; ++i) {
    section_entry e;
    std::memcpy(&e, table.data() + i * sizeof e, sizeof e);
    if (e.id == 0 || e.id > k_sections || sections[e.id].data() != nullptr ||
        e.offset % k_alignment != 0 || e.offset > bytes.size() ||
        e.bytes > bytes.size() - e.offset) {
      return damaged("section " + std::to_string(e.id));
    }
    sections[e.id] = bytes.substr(static_cast<std::size_t>(e.offset), static_cast<std::size_t>(e.bytes));
    if (crc32c(sections[e.id]) != e.crc) {
      return damaged("checksum of section " + std::to_string(e.id));
    }
  }
  const auto section = [&](section_id id) { return sections[static_cast<std::size_t>(id)]; };

  std::shared_ptr<index_view> view(new index_view);
  view->owner_ = std::move(owner);
  std::optional<index_info> info = decode_info(section(section_id::info));
  if (!info) return damaged("info");
  if (info->score_version != k_score_version) {
    return error{errc::old_version,
                 "built for score version " + std::to_string(info->score_version) +
                     "; this engine scores by version " + std::to_string(k_score_version) +
                     ": build the party_index again from its lists",
                 {}, 0, {}};
  }
  view->info_ = std::move(*info);
  view->info_.format_version = header.format_version;
  view->info_.bytes = bytes.size();
  view->info_.content.bytes = header.content;
  view->token_text_ = section(section_id::token_text);
  view->parties_ = section(section_id::parties);
  if (!as_records(section(section_id::tokens), view->tokens_) ||
      !as_records(section(section_id::trie), view->trie_) ||
      !as_records(section(section_id::keys), view->keys_) ||
      !as_records(section(section_id::posting_starts), view->posting_starts_) ||
      !as_records(section(section_id::postings), view->postings_) ||
      !as_records(section(section_id::names), view->names_) ||
      !as_records(section(section_id::name_tokens), view->name_tokens_) ||
      !as_records(section(section_id::party_starts), view->party_starts_)) {
    return damaged("size of a section");
  }
  if (auto checked = view->check(); !checked) return checked.error();
  return std::shared_ptr<const index_view>(std::move(view));
}

result<void> index_view::check() const {
  const std::size_t token_count = tokens_.size();
  if (info_.tokens != token_count || info_.names != names_.size() ||
      info_.parties + 1 != party_starts_.size()) {
    return damaged("counts");
  }
  for (const token_record& t : tokens_) {
    if (t.length == 0 || t.text > token_text_.size() || t.length > token_text_.size() - t.text) {
      return damaged("token text");
    }
  }
  for (std::uint32_t i = 1; i < token_count; ++i) {
    if (token_text(i) <= token_text(i - 1)) return damaged("order of tokens");
  }
  if (trie_.size() < 2) return damaged("trie");
  // Children come after their parent and end before the last node: no walk leaves the array or
  // runs in a circle.
  for (std::size_t i = 0; i + 1 < trie_.size(); ++i) {
    const trie_node& n = trie_[i];
    if (n.first_child <= i || n.first_child > trie_[i + 1].first_child ||
        n.first_child > trie_.size() - 1 || (n.token != k_none && n.token >= token_count) ||
        n.label > 255) {
      return damaged("trie");
    }
  }
  if (trie_.back().first_child != trie_.size() - 1) return damaged("trie");
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (keys_[i].token >= token_count || (i > 0 && keys_[i].key < keys_[i - 1].key)) {
      return damaged("keys");
    }
  }
  if (posting_starts_.size() != token_count + 1 || !rises_to(posting_starts_, postings_.size())) {
    return damaged("postings");
  }
  for (const std::uint32_t name : postings_) {
    if (name >= names_.size()) return damaged("postings");
  }
  if (!rises_to(party_starts_, parties_.size())) return damaged("parties");
  for (const name_record& n : names_) {
    if (n.party >= info_.parties || n.first_token > name_tokens_.size() ||
        n.token_count > name_tokens_.size() - n.first_token ||
        n.token_count > names::k_max_tokens) {
      return damaged("names");
    }
  }
  for (const name_token& t : name_tokens_) {
    if (t.token >= token_count || t.role > static_cast<std::uint8_t>(token_role::place) ||
        t.weight > tokens_[t.token].most_weight || t.weight < tokens_[t.token].least_weight) {
      return damaged("tokens of a name");
    }
  }
  // A party that does not decode would be a party that is never found.
  for (std::uint32_t p = 0; p < party_count(); ++p) {
    if (!decode_party(party_bytes(p))) return damaged("party " + std::to_string(p));
  }
  return {};
}

std::uint32_t index_view::find_token(std::string_view text) const {
  const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), text,
                                   [&](const token_record& t, std::string_view value) {
                                     return token_text_.substr(t.text, t.length) < value;
                                   });
  const auto at = static_cast<std::uint32_t>(it - tokens_.begin());
  return it != tokens_.end() && token_text(at) == text ? at : k_none;
}

}  // namespace tradewarden::detail
