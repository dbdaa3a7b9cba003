#include "tradewarden/index_builder.hpp"

#include <algorithm>
#include <bit>
#include <deque>
#include <limits>
#include <string>
#include <vector>

#include "index/byte_codec.hpp"
#include "index/file_format.hpp"
#include "index/party_codec.hpp"
#include "index/party_identifiers.hpp"
#include "index/party_names.hpp"
#include "index/token_trie.hpp"
#include "names/fold.hpp"
#include "names/prepared_name.hpp"
#include "score/score_version.hpp"
#include "support/atomic_file.hpp"
#include "support/hash_map.hpp"
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

/// Distinct tokens, numbered by first use until finish() gives them their final numbers.
struct token_table {
  const names::name_tables* tables = nullptr;
  string_view_map<std::uint32_t> numbers;
  std::deque<std::string> texts;  // a deque does not move what the map views
  std::vector<token_record> records;

  std::uint32_t number_of(std::string&& token, token_role role) {
    auto it = numbers.find(token);
    if (it == numbers.end()) {
      const auto number = static_cast<std::uint32_t>(texts.size());
      texts.push_back(std::move(token));
      const std::string& text = texts.back();
      token_record r;
      r.weight = tables->look_up(text).weight;
      r.length = static_cast<std::uint8_t>(text.size());
      r.first = static_cast<std::uint8_t>(text.front());
      records.push_back(r);
      it = numbers.emplace(std::string_view(text), number).first;
    }
    records[it->second].roles |=
        static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
    return it->second;
  }

  /// Token numbers by their bytes, or by length and bytes.
  [[nodiscard]] std::vector<std::uint32_t> sorted(bool by_length) const {
    // The first eight bytes as a number decide nearly all comparisons without a look at the text.
    struct entry {
      std::uint32_t length;
      std::uint32_t number;
      std::uint64_t head;
    };
    std::vector<entry> entries(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string& text = texts[i];
      std::uint64_t head = 0;
      for (std::size_t k = 0; k < 8; ++k) {
        head = head << 8U | (k < text.size() ? static_cast<unsigned char>(text[k]) : 0U);
      }
      entries[i] = {by_length ? static_cast<std::uint32_t>(text.size()) : 0,
                    static_cast<std::uint32_t>(i), head};
    }
    std::sort(entries.begin(), entries.end(), [&](const entry& a, const entry& b) {
      if (a.length != b.length) return a.length < b.length;
      if (a.head != b.head) return a.head < b.head;
      return texts[a.number] < texts[b.number];
    });
    std::vector<std::uint32_t> order;
    order.reserve(entries.size());
    for (const entry& e : entries) order.push_back(e.number);
    return order;
  }
};

/// The sections that follow from the distinct tokens alone.
struct token_sections {
  std::string text;
  std::vector<std::uint32_t> starts = std::vector<std::uint32_t>(k_token_starts, 0);
  std::vector<token_record> records;
  std::vector<std::uint32_t> letters;
  std::vector<std::uint32_t> slots;
  std::vector<key_record> keys;
  token_trie trie;
  std::vector<std::uint32_t> renumbered;  // by number of first use
};

token_sections lay_out_tokens(const token_table& table) {
  token_sections out;
  const std::size_t count = table.texts.size();
  {
    std::vector<std::string_view> texts;
    texts.reserve(count);
    for (const std::uint32_t i : table.sorted(false)) texts.push_back(table.texts[i]);
    out.trie = build_trie(texts);
  }
  out.renumbered.resize(count);
  out.slots.assign(std::bit_ceil(std::max<std::size_t>(2 * count, 2)), k_none);
  const auto mask = static_cast<std::uint32_t>(out.slots.size() - 1);
  std::size_t length = 0;
  for (const std::uint32_t old : table.sorted(true)) {
    const std::string& text = table.texts[old];
    const auto number = static_cast<std::uint32_t>(out.records.size());
    while (length < text.size()) out.starts[++length] = number;
    out.renumbered[old] = number;
    out.text += text;
    out.records.push_back(table.records[old]);
    out.letters.push_back(letters_of(text));
    std::uint32_t at = hash_of_token(text) & mask;
    while (out.slots[at] != k_none) at = (at + 1) & mask;
    out.slots[at] = number;
    const std::uint64_t key = names::features_of(text, *table.tables).key;
    if (key != 0) out.keys.push_back({hash_of_key(key), number});
  }
  while (length + 1 < k_token_starts) out.starts[++length] = static_cast<std::uint32_t>(count);
  std::sort(out.keys.begin(), out.keys.end(), [](const key_record& a, const key_record& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.token < b.token;
  });
  return out;
}

/// The postings of every token, by mass and handle.
struct posting_sections {
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> names;
  std::vector<std::uint8_t> masses;
};

std::uint8_t posting_mass(std::uint32_t header) {
  return static_cast<std::uint8_t>(
      std::min<std::uint32_t>((header >> k_name_mass_shift) / k_posting_mass_unit, 255));
}

std::size_t words_of(std::uint32_t header) {
  return k_name_words + (header & k_name_count_mask) + ((header & k_name_far) != 0 ? 1 : 0);
}

posting_sections lay_out_postings(const std::vector<std::uint32_t>& names, std::size_t tokens) {
  posting_sections out;
  out.starts.assign(tokens + 1, 0);
  // A token that stands twice in a name gets one posting.
  const auto each_distinct = [&](std::size_t at, auto&& visit) {
    const std::uint32_t count = names[at + 1] & k_name_count_mask;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t token = names[at + k_name_words + i] & k_token_mask;
      bool seen = false;
      for (std::uint32_t k = 0; k < i && !seen; ++k) {
        seen = (names[at + k_name_words + k] & k_token_mask) == token;
      }
      if (!seen) visit(token);
    }
  };
  std::array<std::uint32_t, 257> of_mass{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < names.size(); at += words_of(names[at + 1]), ++count) {
    each_distinct(at, [&](std::uint32_t token) { ++out.starts[token + 1]; });
    ++of_mass[posting_mass(names[at + 1]) + std::size_t{1}];
  }
  for (std::size_t i = 1; i < out.starts.size(); ++i) out.starts[i] += out.starts[i - 1];
  for (std::size_t i = 1; i < of_mass.size(); ++i) of_mass[i] += of_mass[i - 1];
  std::vector<std::uint32_t> by_mass(count);
  for (std::size_t at = 0; at < names.size(); at += words_of(names[at + 1])) {
    by_mass[of_mass[posting_mass(names[at + 1])]++] = static_cast<std::uint32_t>(at);
  }
  out.names.resize(out.starts.back());
  out.masses.resize(out.starts.back());
  std::vector<std::uint32_t> next(out.starts.begin(), out.starts.end() - 1);
  for (const std::uint32_t at : by_mass) {
    each_distinct(at, [&](std::uint32_t token) {
      out.masses[next[token]] = posting_mass(names[at + 1]);
      out.names[next[token]++] = at;
    });
  }
  return out;
}

}  // namespace

struct index_builder::state {
  explicit state(score_rules r) : rules(std::move(r)) { tokens.tables = rules.state().tables; }

  score_rules rules;
  bool of_queries = false;  ///< The names are asked for, not listed.
  token_table tokens;
  std::vector<std::uint32_t> names;  // as in the file, with numbers of first use
  std::uint64_t name_count = 0;
  std::vector<std::uint64_t> party_blocks;
  std::vector<std::uint32_t> party_offsets;
  byte_writer parties;
  std::vector<identifier_record> identifiers;
  index_info info;
};

index_builder::index_builder(score_rules rules)
    : state_(std::make_unique<state>(std::move(rules))) {}
index_builder index_builder::of_queries(score_rules rules) {
  index_builder out(std::move(rules));
  out.state_->of_queries = true;
  return out;
}
index_builder::~index_builder() = default;
index_builder::index_builder(index_builder&&) noexcept = default;
index_builder& index_builder::operator=(index_builder&&) noexcept = default;

result<void> index_builder::add(const listed_party& party) {
  state& s = *state_;
  const auto refuse = [&](const std::string& what) {
    return error{errc::limit_exceeded, "party " + party.list + ":" + party.source_id + " " + what +
                     ": refused, nothing was written", {}, 0, "names"};
  };
  const std::vector<const party_name*> all_names = names_of_all_states(party);
  if (all_names.size() > std::numeric_limits<std::uint16_t>::max()) {
    return refuse("has more than 65,535 names");
  }
  if (s.name_count + all_names.size() > k_most_names || s.info.parties >= k_most_names) {
    return refuse("is beyond 1,000,000,000 names or parties");
  }
  const auto id = static_cast<std::uint32_t>(s.info.parties);
  const names::name_tables& tables = *s.rules.state().tables;
  const scoring::score_parameters& parameters = s.rules.state().parameters;
  for (std::size_t i = 0; i < all_names.size(); ++i) {
    // A name in another script stands once for each of its readings, at the same position.
    for (std::vector<names::folded_token>& tokens :
         names::fold_readings(all_names[i]->text, tables)) {
      // Roles follow from the text alone, so that `compare` gives the very same score.
      const auto roles = names::assign_roles(tokens, s.of_queries ? party.schema : schema::unknown, tables);
      std::uint32_t header = static_cast<std::uint32_t>(tokens.size());
      if (all_names[i]->strength == name_strength::weak) header |= k_name_weak;
      const bool far = i >= k_far_position;
      header |= far ? k_name_far : static_cast<std::uint32_t>(i) << k_name_position_shift;
      const std::size_t at = s.names.size();
      s.names.push_back(id);
      s.names.push_back(0);
      std::uint32_t mass = 0;
      for (std::size_t k = 0; k < tokens.size(); ++k) {
        if (tokens[k].text.size() > k_most_token_bytes) return refuse("has a token of more than 64 bytes");
        const bool repaired = tokens[k].repaired;
        const std::uint32_t number = s.tokens.number_of(std::move(tokens[k].text), roles[k].role);
        mass += static_cast<std::uint32_t>(parameters.listed_cost(roles[k].role, roles[k].weight));
        s.names.push_back(number | static_cast<std::uint32_t>(roles[k].role) << k_token_role_shift |
                          (repaired ? k_token_repaired : 0));
      }
      if (far) s.names.push_back(static_cast<std::uint32_t>(i));
      s.names[at + 1] = header | (mass / k_mass_unit) << k_name_mass_shift;
    }
    ++s.name_count;
  }
  if (s.names.size() >= k_none || s.tokens.texts.size() > k_token_mask) {
    return refuse("is beyond 4,294,967,294 words of names or 268,435,455 distinct tokens");
  }
  if (id % k_party_block == 0) s.party_blocks.push_back(s.parties.bytes().size());
  const std::uint64_t within = s.parties.bytes().size() - s.party_blocks.back();
  if (within > std::numeric_limits<std::uint32_t>::max()) return refuse("and its neighbours take 4 GiB");
  s.party_offsets.push_back(static_cast<std::uint32_t>(within));
  if (encode_party(party, s.parties) > k_most_items) return refuse("has more than 1,000,000 facts");
  const auto add_identifiers = [&](const listed_party& one) {
    for (const borne_identifier& b : identifiers_of(one)) {
      const std::string key = identifier_key(b.id);
      if (!key.empty()) s.identifiers.push_back({hash_of_identifier(key), id});
    }
  };
  add_identifiers(party);
  for (const listed_party& other : party.earlier) add_identifiers(other);
  const std::uint32_t from = party.sources.empty() ? 0 : party.sources.front().publication;
  std::vector<indexed_list>& lists = s.info.lists;
  // Parties come list by list: the one looked for is nearly always the last.
  auto it = std::find_if(lists.rbegin(), lists.rend(), [&](const indexed_list& l) {
    return l.list == party.list && l.publication == from;
  });
  if (it == lists.rend()) {
    lists.push_back({party.list, from, 0, 0});
    it = lists.rbegin();
  }
  ++it->parties;
  it->names += all_names.size();
  ++s.info.parties;
  return {};
}

result<std::string> index_builder::finish(std::span<const publication> publications,
                                          std::uint64_t duplicates) {
  state& s = *state_;
  if (s.info.parties == 0) {
    return error{errc::empty_input, "no party to index: an empty list is refused", {}, 0, {}};
  }
  if (s.info.parties % k_party_block == 0) s.party_blocks.push_back(s.parties.bytes().size());
  const std::uint64_t end = s.parties.bytes().size() - s.party_blocks.back();
  if (end > std::numeric_limits<std::uint32_t>::max()) {
    return error{errc::limit_exceeded, "256 parties that take 4 GiB", {}, 0, {}};
  }
  s.party_offsets.push_back(static_cast<std::uint32_t>(end));

  s.info.score_version = s.rules.version();
  s.info.score_tables_sha256 = s.rules.tables_sha256();
  s.info.name_pack_sha256 = s.rules.name_pack_sha256();
  s.info.engine_version = k_version;
  s.info.names = s.name_count;
  s.info.tokens = s.tokens.texts.size();
  s.info.duplicates = duplicates;
  for (const publication& p : publications) {
    indexed_publication out{p.format, p.name, p.path, p.date, p.sha256, p.files, p.counts, 0, p.history};
    for (const diagnostic& d : p.diagnostics) {
      out.warnings += d.severity == diagnostic::level::warning ? 1 : 0;
    }
    s.info.publications.push_back(std::move(out));
  }

  const token_sections tokens = lay_out_tokens(s.tokens);
  if (tokens.text.size() > k_most_token_text) {
    return error{errc::limit_exceeded, "the distinct tokens take more than 2 GiB", {}, 0, {}};
  }
  s.tokens.numbers = {};
  s.tokens.texts = {};
  s.tokens.records = {};
  for (std::size_t at = 0; at < s.names.size(); at += words_of(s.names[at + 1])) {
    const std::uint32_t count = s.names[at + 1] & k_name_count_mask;
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t& word = s.names[at + k_name_words + i];
      word = (word & ~k_token_mask) | tokens.renumbered[word & k_token_mask];
    }
  }
  const posting_sections postings = lay_out_postings(s.names, tokens.records.size());
  std::sort(s.identifiers.begin(), s.identifiers.end());
  s.identifiers.erase(std::unique(s.identifiers.begin(), s.identifiers.end()), s.identifiers.end());
  byte_writer info;
  encode_info(s.info, info);
  std::string out = lay_out({{section_id::info, info.bytes()},
                  {section_id::token_text, tokens.text},
                  {section_id::token_starts, bytes_of(tokens.starts)},
                  {section_id::tokens, bytes_of(tokens.records)},
                  {section_id::token_letters, bytes_of(tokens.letters)},
                  {section_id::token_slots, bytes_of(tokens.slots)},
                  {section_id::trie_children, bytes_of(tokens.trie.children)},
                  {section_id::trie_labels, bytes_of(tokens.trie.labels)},
                  {section_id::trie_ends, bytes_of(tokens.trie.ends)},
                  {section_id::keys, bytes_of(tokens.keys)},
                  {section_id::posting_starts, bytes_of(postings.starts)},
                  {section_id::postings, bytes_of(postings.names)},
                  {section_id::posting_masses, bytes_of(postings.masses)},
                  {section_id::names, bytes_of(s.names)},
                  {section_id::party_blocks, bytes_of(s.party_blocks)},
                  {section_id::party_offsets, bytes_of(s.party_offsets)},
                  {section_id::parties, s.parties.bytes()},
                  {section_id::identifiers, bytes_of(s.identifiers)}});
  state_ = std::make_unique<state>(s.rules);
  return out;
}

result<std::string> build_index_bytes(const party_set& set, const score_rules& rules) {
  index_builder builder(rules);
  for (const listed_party& p : set.parties) {
    if (auto added = builder.add(p); !added) return added.error();
  }
  return builder.finish(set.publications, set.duplicates);
}

result<void> build_index(const party_set& parties, const std::string& path,
                         const score_rules& rules) {
  result<std::string> bytes = build_index_bytes(parties, rules);
  if (!bytes) return bytes.error();
  return support::write_file_atomically(path, *bytes);
}

}  // namespace tradewarden
