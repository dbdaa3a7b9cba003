#include "review/customer_index.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <utility>

#include "index/byte_codec.hpp"
#include "index/party_identifiers.hpp"
#include "index/section_table.hpp"
#include "match/evidence.hpp"
#include "match/identifier_search.hpp"
#include "names/prepared_name.hpp"
#include "score/reversed_rules.hpp"
#include "support/ordered_pipeline.hpp"
#include "tradewarden/version.hpp"

namespace tradewarden::review {
namespace {

using indexing::crc32c;
using indexing::damaged;
using indexing::identifier_record;

constexpr std::array<char, 8> k_magic = {'T', 'W', 'A', 'S', 'K', 'E', 'D', '\n'};
constexpr std::uint32_t k_version_of_file = 1;
constexpr std::size_t k_names_at_once = 64;
constexpr std::size_t k_cached_entries = 8'000'000;  // some 200 MB at most, where most of a list has changed

struct file_header {
  std::array<char, 8> magic = k_magic;
  std::uint32_t version = k_version_of_file;
  std::uint32_t crc = 0;  ///< Of this header with this field zero.
  std::uint64_t names_bytes = 0;
  std::uint64_t customers = 0;
  std::uint64_t rows_bytes = 0;
  std::uint32_t numbers = 0;
  std::uint32_t numbers_crc = 0;
  std::array<std::uint8_t, 16> key{};  ///< The first half of the digest.
};
static_assert(sizeof(file_header) == 64);

std::uint32_t crc_of(file_header h) {
  h.crc = 0;
  return crc32c({reinterpret_cast<const char*>(&h), sizeof h});
}

constexpr std::uint64_t aligned(std::uint64_t n) {
  return (n + indexing::k_alignment - 1) / indexing::k_alignment * indexing::k_alignment;
}

template <class T>
std::string_view bytes_of(const std::vector<T>& records) {
  return {reinterpret_cast<const char*>(records.data()), records.size() * sizeof(T)};
}

constexpr std::string screening_query::*k_texts[] = {
    &screening_query::id, &screening_query::name, &screening_query::country, &screening_query::birth_date,
    &screening_query::identifier, &screening_query::nationality, &screening_query::gender, &screening_query::imo};

std::string as_row(const screening_query& q) {
  indexing::byte_writer out;
  for (const auto text : k_texts) out.text(q.*text);
  out.number(static_cast<std::uint64_t>(q.schema));
  out.number(static_cast<std::uint64_t>(q.identifier_type));
  return out.take();
}

}  // namespace

digest customer_index_key(const digest& customers, const score_rules& rules) {
  const std::optional<digest>& pack = rules.name_pack_sha256();
  return sha256(customers.to_string() + ' ' + std::string(k_version) + ' ' + std::to_string(rules.version()) + ' ' +
                rules.tables_sha256().to_string() + ' ' + (pack ? pack->to_string() : std::string()));
}

customer_index_builder::customer_index_builder(const score_rules& rules)
    : names_(index_builder::of_queries(scoring::reversed(rules))) {}

result<void> customer_index_builder::add(const screening_query& customer) {
  listed_party party;
  party.names.resize(1);
  party.names.front().text = customer.name;
  party.schema = customer.schema;
  if (auto added = names_.add(party); !added) return added.error();
  const auto row = static_cast<std::uint32_t>(places_.size());
  if (!customer.identifier.empty() || !customer.imo.empty()) {
    std::vector<std::string> notes;
    const matching::query_facts facts = matching::read_facts(customer, notes);
    for (const identifier& n : matching::numbers_of(facts)) {
      numbers_.push_back({indexing::hash_of_identifier(identifier_key(n)), row});
    }
  }
  const std::string text = as_row(customer);
  places_.push_back({rows_.size(), static_cast<std::uint32_t>(text.size()), crc32c(text)});
  rows_ += text;
  return {};
}

result<std::string> customer_index_builder::finish(const digest& key) {
  auto names = names_.finish({}, 0);
  if (!names) return names.error();
  std::sort(numbers_.begin(), numbers_.end());
  numbers_.erase(std::unique(numbers_.begin(), numbers_.end()), numbers_.end());
  file_header header;
  header.names_bytes = names->size();
  header.customers = places_.size();
  header.rows_bytes = rows_.size();
  header.numbers = static_cast<std::uint32_t>(numbers_.size());
  header.numbers_crc = crc32c(bytes_of(numbers_));
  std::copy_n(key.bytes.begin(), header.key.size(), header.key.begin());
  header.crc = crc_of(header);
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  out.reserve(sizeof header + names->size() + bytes_of(places_).size() + rows_.size() + bytes_of(numbers_).size() + 256);
  for (const std::string_view part : {std::string_view(*names), bytes_of(places_), std::string_view(rows_), bytes_of(numbers_)}) {
    out.resize(static_cast<std::size_t>(aligned(out.size())), '\0');
    out += part;
  }
  return out;
}

result<customer_index> customer_index::open(const std::string& path, const digest& key, const score_rules& rules) {
  auto file = support::mapped_file::open(path);
  if (!file) return file.error();
  const std::string_view bytes = (*file)->bytes();
  auto out = over(bytes, std::move(*file), key, rules);
  if (out) return out;
  error e = out.error();
  e.file = path;
  return e;
}

result<customer_index> customer_index::over(std::string_view bytes, std::shared_ptr<const void> owner, const digest& key,
                                            const score_rules& rules) {
  file_header header;
  if (bytes.size() < sizeof header) return damaged("header");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != k_magic || header.version != k_version_of_file || header.crc != crc_of(header)) return damaged("header");
  if (!std::equal(header.key.begin(), header.key.end(), key.bytes.begin())) {
    return error{errc::bad_index, "these are other customers, or other rules", {}, 0, {}};
  }
  const std::uint64_t most = bytes.size();
  if (header.names_bytes > most || header.customers > most || header.rows_bytes > most) return damaged("lengths");
  const std::uint64_t names_at = sizeof header;
  const std::uint64_t places_at = aligned(names_at + header.names_bytes);
  const std::uint64_t rows_at = aligned(places_at + header.customers * sizeof(row_place));
  const std::uint64_t numbers_at = aligned(rows_at + header.rows_bytes);
  if (numbers_at + std::uint64_t{header.numbers} * sizeof(identifier_record) != most) return damaged("lengths");
  customer_index out;
  out.rules_ = rules;
  auto names = detail::index_view::create(bytes.substr(names_at, static_cast<std::size_t>(header.names_bytes)), owner,
                                          scoring::reversed(rules));
  if (!names) return names.error();
  if (const auto& ready = (*names)->search_ready(); !ready) return ready.error();
  if ((*names)->party_count() != header.customers) return damaged("number of customers");
  out.names_ = std::move(*names);
  out.owner_ = std::move(owner);
  out.places_ = {reinterpret_cast<const row_place*>(bytes.data() + places_at), static_cast<std::size_t>(header.customers)};
  out.rows_ = bytes.substr(static_cast<std::size_t>(rows_at), static_cast<std::size_t>(header.rows_bytes));
  const std::string_view numbers = bytes.substr(static_cast<std::size_t>(numbers_at));
  if (crc32c(numbers) != header.numbers_crc) return damaged("numbers");
  out.numbers_ = {reinterpret_cast<const identifier_record*>(numbers.data()), header.numbers};
  return out;
}

result<screening_query> customer_index::customer(std::uint32_t row) const {
  const row_place& place = places_[row];
  if (place.offset > rows_.size() || place.bytes > rows_.size() - place.offset) return damaged("place of a customer");
  const std::string_view text = rows_.substr(static_cast<std::size_t>(place.offset), place.bytes);
  if (crc32c(text) != place.crc) return damaged("a customer");
  indexing::byte_reader in(text);
  screening_query q;
  for (const auto to : k_texts) q.*to = in.text();
  q.schema = static_cast<schema>(in.number());
  q.identifier_type = static_cast<identifier_type>(in.number());
  if (!in.ok() || !in.at_end()) return damaged("a customer");
  return q;
}

namespace {

/// A reading of a listed name, and where it stands in the index.
struct listed_reading {
  names::prepared_name name;
  std::vector<std::uint32_t> handles;
};

/// All names of an index; those that fold to the same are one, and those that begin alike follow each other, so that
/// what their words match is still at hand.
std::map<std::string, listed_reading> readings_in(const detail::index_view& index) {
  std::map<std::string, listed_reading> out;
  const std::size_t words = index.name_words().size();
  std::string key;
  for (std::uint32_t at = 0; at < words; at += index.name(at).size()) {
    const detail::name_view n = index.name(at);
    key.clear();
    for (std::uint32_t i = 0; i < n.token_count(); ++i) {
      key.append(index.token_text(n.token(i))).append(1, ' ');
      key.append(1, static_cast<char>('0' + static_cast<int>(n.role(i)))).append(n.repaired(i) ? "! " : " ");
    }
    listed_reading& r = out[key];
    r.handles.push_back(at);
    if (r.handles.size() > 1) continue;
    for (std::uint32_t i = 0; i < n.token_count(); ++i) {
      names::prepared_token t;
      t.text = index.token_text(n.token(i));
      t.role = n.role(i);
      t.weight = index.tables().roles().in_role(t.role, index.token(n.token(i)).weight);
      t.features = names::features_of(t.text, index.tables());
      t.repaired = n.repaired(i);
      r.name.tokens.push_back(std::move(t));
    }
  }
  return out;
}

}  // namespace

std::vector<alike_customer> customer_index::alike_to(const detail::index_view& changed, std::span<const listed_party> parties,
                                                     score threshold, std::size_t threads) const {
  std::vector<alike_customer> out;
  const auto add_numbers = [&](const listed_party& one) {
    for (const indexing::borne_identifier& b : indexing::identifiers_of(one)) {
      const std::string key = identifier_key(b.id);
      if (key.empty()) continue;
      const identifier_record from{indexing::hash_of_identifier(key), 0};
      for (auto at = std::lower_bound(numbers_.begin(), numbers_.end(), from); at != numbers_.end() && at->hash == from.hash; ++at) {
        if (at->party < size()) out.push_back({at->party, {indexing::k_none, 0}});
      }
    }
  };
  for (const listed_party& p : parties) {
    add_numbers(p);
    for (const listed_party& other : p.earlier) add_numbers(other);
  }
  const std::map<std::string, listed_reading> readings = readings_in(changed);
  std::vector<const listed_reading*> wanted;
  wanted.reserve(readings.size());
  for (const auto& [key, reading] : readings) wanted.push_back(&reading);

  using some_names = std::span<const listed_reading* const>;
  std::vector<matching::search_scratch> scratch(std::max<std::size_t>(1, threads));
  for (matching::search_scratch& s : scratch) s.cache.emplace(k_cached_entries);
  std::size_t at = 0;
  support::run_in_order<some_names, std::vector<alike_customer>>(
      [&]() -> std::optional<some_names> {
        if (at == wanted.size()) return std::nullopt;
        const std::size_t n = std::min(k_names_at_once, wanted.size() - at);
        at += n;
        return some_names(wanted).subspan(at - n, n);
      },
      [&](std::size_t worker, const some_names& some) {
        std::vector<alike_customer> found;
        for (const listed_reading* reading : some) {
          matching::search_asking(*names_, reading->name, threshold, rules_.state().parameters, scratch[worker],
                                  [&](matching::name_score n) {
                                    const std::uint32_t row = names_->name(n.name).party();
                                    for (const std::uint32_t handle : reading->handles) found.push_back({row, {handle, n.units}});
                                    return threshold.units();
                                  });
        }
        return found;
      },
      [&](std::vector<alike_customer> found) {
        out.insert(out.end(), found.begin(), found.end());
        return true;
      },
      scratch.size());
  std::sort(out.begin(), out.end(), [](const alike_customer& a, const alike_customer& b) {
    return a.row != b.row ? a.row < b.row : a.name.name != b.name.name ? a.name.name < b.name.name : a.name.units < b.name.units;
  });
  return out;
}

}  // namespace tradewarden::review
