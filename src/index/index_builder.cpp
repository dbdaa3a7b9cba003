#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/byte_codec.hpp"
#include "index/file_format.hpp"
#include "index/party_codec.hpp"
#include "index/token_trie.hpp"
#include "names/fold.hpp"
#include "names/prepared_name.hpp"
#include "support/atomic_file.hpp"
#include "tradewarden/party_index.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden {
namespace {

using namespace indexing;  // NOLINT: this file is about that format alone

constexpr std::uint64_t k_most_names = 1'000'000'000;

template <class T>
std::string_view bytes_of(const std::vector<T>& records) {
  return {reinterpret_cast<const char*>(records.data()), records.size() * sizeof(T)};
}

/// Everything an index file holds, before it is laid out.
struct index_content {
  std::unordered_map<std::string, std::uint32_t> numbers;  // token -> number by first use
  std::vector<const std::string*> texts;
  std::vector<std::uint8_t> most_weight;
  std::vector<std::uint8_t> least_weight;
  std::vector<name_record> names;
  std::vector<name_token> name_tokens;
  std::vector<std::uint64_t> party_starts{0};
  byte_writer parties;

  std::uint32_t number_of(std::string&& token) {
    const auto [it, added] =
        numbers.try_emplace(std::move(token), static_cast<std::uint32_t>(texts.size()));
    if (added) {
      texts.push_back(&it->first);
      most_weight.push_back(0);
      least_weight.push_back(255);
    }
    return it->second;
  }

  void add(const listed_party& party, std::uint32_t id) {
    for (std::size_t i = 0; i < party.names.size(); ++i) {
      std::vector<names::folded_token> tokens = names::fold(party.names[i].text);
      // Roles follow from the text alone, so that `compare` gives the very same score.
      const auto roles = names::assign_roles(tokens, schema::unknown);
      name_record n;
      n.party = id;
      n.position = static_cast<std::uint16_t>(i);
      n.first_token = static_cast<std::uint32_t>(name_tokens.size());
      n.token_count = static_cast<std::uint16_t>(tokens.size());
      n.flags = party.names[i].strength == name_strength::weak ? k_flag_weak : 0;
      for (std::size_t k = 0; k < tokens.size(); ++k) {
        name_token t;
        t.token = number_of(std::move(tokens[k].text));
        t.flags = tokens[k].repaired ? k_flag_repaired : 0;
        t.role = static_cast<std::uint8_t>(roles[k].role);
        t.weight = roles[k].weight;
        most_weight[t.token] = std::max(most_weight[t.token], t.weight);
        least_weight[t.token] = std::min(least_weight[t.token], t.weight);
        name_tokens.push_back(t);
      }
      names.push_back(n);
    }
    encode_party(party, parties);
    party_starts.push_back(parties.bytes().size());
  }
};

/// Gives the tokens their final numbers: by their bytes.
std::vector<std::string_view> sort_tokens(index_content& content) {
  std::vector<std::uint32_t> order(content.texts.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return *content.texts[a] < *content.texts[b];
  });
  std::vector<std::uint32_t> renumbered(order.size());
  std::vector<std::string_view> texts;
  std::vector<std::uint8_t> most;
  std::vector<std::uint8_t> least;
  for (const std::uint32_t old : order) {
    renumbered[old] = static_cast<std::uint32_t>(texts.size());
    texts.push_back(*content.texts[old]);
    most.push_back(content.most_weight[old]);
    least.push_back(content.least_weight[old]);
  }
  content.most_weight = std::move(most);
  content.least_weight = std::move(least);
  for (name_token& t : content.name_tokens) t.token = renumbered[t.token];
  return texts;
}

index_info describe(const party_set& set, const index_content& content) {
  index_info info;
  info.score_version = k_score_version;
  info.engine_version = k_version;
  info.parties = set.parties.size();
  info.names = content.names.size();
  info.tokens = content.texts.size();
  info.duplicates = set.duplicates;
  for (const publication& p : set.publications) {
    indexed_publication out{p.format, p.name, p.path, p.date, p.sha256, p.files, p.counts, 0};
    for (const diagnostic& d : p.diagnostics) {
      out.warnings += d.severity == diagnostic::level::warning ? 1 : 0;
    }
    info.publications.push_back(std::move(out));
  }
  for (const listed_party& p : set.parties) {
    const std::uint32_t from = p.sources.empty() ? 0 : p.sources.front().publication;
    auto it = std::find_if(info.lists.begin(), info.lists.end(), [&](const indexed_list& l) {
      return l.list == p.list && l.publication == from;
    });
    if (it == info.lists.end()) {
      info.lists.push_back({p.list, from, 0, 0});
      it = info.lists.end() - 1;
    }
    ++it->parties;
    it->names += p.names.size();
  }
  return info;
}

/// Header, section table and sections, with checksums.
std::string lay_out(std::vector<std::pair<section_id, std::string_view>> sections) {
  const auto aligned = [](std::uint64_t n) { return (n + k_alignment - 1) / k_alignment * k_alignment; };
  std::vector<section_entry> table;
  std::uint64_t offset = aligned(sizeof(file_header) + sections.size() * sizeof(section_entry));
  std::uint64_t total = offset;
  for (const auto& [id, bytes] : sections) {
    section_entry e;
    e.id = static_cast<std::uint32_t>(id);
    e.crc = crc32c(bytes);
    e.offset = offset;
    e.bytes = bytes.size();
    table.push_back(e);
    total = offset + bytes.size();
    offset = aligned(total);
  }
  std::string out;
  out.reserve(static_cast<std::size_t>(total));
  out.resize(sizeof(file_header));
  out += bytes_of(table);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    out.resize(static_cast<std::size_t>(table[i].offset), '\0');
    out += sections[i].second;
  }
  file_header header;
  header.section_count = static_cast<std::uint32_t>(sections.size());
  header.file_bytes = out.size();
  header.table_crc = crc32c(bytes_of(table));
  header.content = sha256(std::string_view(out).substr(sizeof(file_header))).bytes;
  header.header_crc = crc32c({reinterpret_cast<const char*>(&header), sizeof header});
  out.replace(0, sizeof header, reinterpret_cast<const char*>(&header), sizeof header);
  return out;
}

}  // namespace

result<std::string> build_index_bytes(const party_set& set) {
  if (set.parties.empty()) {
    return error{errc::empty_input, "no party to index: an empty list is refused", {}, 0, {}};
  }
  std::uint64_t names = 0;
  for (const listed_party& p : set.parties) {
    names += p.names.size();
    if (p.names.size() > std::numeric_limits<std::uint16_t>::max()) {
      return error{errc::limit_exceeded, "party " + p.list + ":" + p.source_id +
                       " has more than 65,535 names: refused, nothing was written",
                   {}, 0, "names"};
    }
  }
  if (names > k_most_names || set.parties.size() > k_most_names) {
    return error{errc::limit_exceeded, "more than 1,000,000,000 names or parties", {}, 0, {}};
  }
  index_content content;
  for (std::size_t i = 0; i < set.parties.size(); ++i) {
    content.add(set.parties[i], static_cast<std::uint32_t>(i));
  }
  if (content.name_tokens.size() >= k_none) {
    return error{errc::limit_exceeded, "more than 4,294,967,294 tokens in all names", {}, 0, {}};
  }
  const std::vector<std::string_view> texts = sort_tokens(content);
  for (const std::string_view text : texts) {
    if (text.size() > std::numeric_limits<std::uint8_t>::max()) {
      return error{errc::limit_exceeded, "a token of more than 255 bytes", {}, 0, "names"};
    }
  }

  std::string token_text;
  std::vector<token_record> tokens;
  std::vector<key_record> keys;
  tokens.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    token_record t;
    t.text = static_cast<std::uint32_t>(token_text.size());
    t.length = static_cast<std::uint8_t>(texts[i].size());
    t.most_weight = content.most_weight[i];
    t.least_weight = content.least_weight[i];
    t.features = names::features_of(texts[i]);
    token_text += texts[i];
    if (t.features.key != 0) keys.push_back({t.features.key, static_cast<std::uint32_t>(i), 0});
    tokens.push_back(t);
  }
  std::sort(keys.begin(), keys.end(), [](const key_record& a, const key_record& b) {
    return a.key != b.key ? a.key < b.key : a.token < b.token;
  });

  // Postings: names of a token in rising order, each once.
  std::vector<std::uint32_t> starts(texts.size() + 1, 0);
  const auto each_posting = [&](auto&& visit) {
    std::vector<std::uint32_t> last(texts.size(), k_none);
    for (std::uint32_t n = 0; n < content.names.size(); ++n) {
      const name_record& name = content.names[n];
      for (std::uint32_t k = 0; k < name.token_count; ++k) {
        const std::uint32_t token = content.name_tokens[name.first_token + k].token;
        if (last[token] == n) continue;
        last[token] = n;
        visit(token, n);
      }
    }
  };
  each_posting([&](std::uint32_t token, std::uint32_t) { ++starts[token + 1]; });
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<std::uint32_t> postings(starts.back());
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  each_posting([&](std::uint32_t token, std::uint32_t name) { postings[next[token]++] = name; });

  const std::vector<trie_node> trie = build_trie(texts);
  byte_writer info;
  encode_info(describe(set, content), info);
  return lay_out({{section_id::info, info.bytes()},
                  {section_id::token_text, token_text},
                  {section_id::tokens, bytes_of(tokens)},
                  {section_id::trie, bytes_of(trie)},
                  {section_id::keys, bytes_of(keys)},
                  {section_id::posting_starts, bytes_of(starts)},
                  {section_id::postings, bytes_of(postings)},
                  {section_id::names, bytes_of(content.names)},
                  {section_id::name_tokens, bytes_of(content.name_tokens)},
                  {section_id::party_starts, bytes_of(content.party_starts)},
                  {section_id::parties, content.parties.bytes()}});
}

result<void> build_index(const party_set& parties, const std::string& path) {
  result<std::string> bytes = build_index_bytes(parties);
  if (!bytes) return bytes.error();
  return support::write_file_atomically(path, *bytes);
}

}  // namespace tradewarden
