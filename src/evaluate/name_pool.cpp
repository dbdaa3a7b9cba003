#include "evaluate/name_pool.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "names/folded_key.hpp"
#include "support/ascii.hpp"
#include "support/text_hash.hpp"

namespace tradewarden::evaluating {
namespace {

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text) {
    if (!ascii::is_space(c)) {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

/// As of the list's own day, not of today: the same list makes the same variants for ever.
bool has_ended(const listed_party& p, const index_info& info) {
  std::optional<day> published;
  if (!p.sources.empty() && p.sources.front().publication < info.publications.size()) {
    published = info.publications[p.sources.front().publication].date;
  }
  return !p.measures.empty() &&
         std::all_of(p.measures.begin(), p.measures.end(), [&](const measure& m) {
           return m.until && (!published || *m.until <= *published);
         });
}

bool has_cyrillic_country(const listed_party& p) {
  constexpr std::string_view k_countries[] = {"RU", "BY", "UA", "KZ", "KG", "MD", "BG", "RS", "MK", "TJ", "UZ"};
  const auto any = [&](const std::vector<std::string>& codes) {
    return std::any_of(codes.begin(), codes.end(), [&](const std::string& c) {
      return std::find(std::begin(k_countries), std::end(k_countries), c) != std::end(k_countries);
    });
  };
  return any(p.countries) || any(p.nationalities) || any(p.citizenships);
}

}  // namespace

std::string join_words(const std::vector<std::string>& words) { return ascii::join(words, " "); }

listed_name words_of(std::string_view text, tradewarden::schema s) {
  listed_name out;
  out.schema = s;
  const std::size_t comma = text.find(',');
  const bool one_comma =
      comma != std::string_view::npos && text.find(',', comma + 1) == std::string_view::npos;
  if (s == tradewarden::schema::person && one_comma) {
    std::vector<std::string> family = cut(text.substr(0, comma));
    out.words = cut(text.substr(comma + 1));
    if (!out.words.empty()) out.family_words = family.size();
    out.words.insert(out.words.end(), family.begin(), family.end());
  } else {
    out.words = cut(text);
  }
  out.text = join_words(out.words);
  return out;
}

name_pool::name_pool(const party_index& idx) : idx_(idx) {
  for (std::uint32_t id = 0; id < idx.party_count(); ++id) {
    const listed_party p = idx.party(id);
    ++ids_[p.source_id];
    const bool ended = has_ended(p, idx.info());
    if (ended) ++ended_;
    for (std::uint32_t n = 0; n < p.names.size(); ++n) {
      const std::string key = names::folded_key(p.names[n].text);
      if (key.empty()) continue;
      borne_.push_back({support::text_hash(key), id});
      if (ended) continue;
      if (p.names[n].strength == name_strength::weak) {
        ++weak_;
      } else {
        places_.push_back({id, n});
      }
    }
  }
  std::sort(borne_.begin(), borne_.end(), [](const borne& a, const borne& b) {
    return a.key != b.key ? a.key < b.key : a.party < b.party;
  });
}

listed_name name_pool::at(std::uint64_t i) const {
  const place& where = places_[i];
  const listed_party p = idx_.party(where.party);
  if (where.name >= p.names.size()) return {};  // a damaged index
  listed_name out = words_of(p.names[where.name].text, p.schema);
  out.party = where.party;
  out.writes_cyrillic = has_cyrillic_country(p);
  out.alias = p.names[where.name].kind != name_kind::primary;
  return out;
}

std::string name_pool::id_of(std::uint32_t party) const {
  const listed_party p = idx_.party(party);
  const auto it = ids_.find(p.source_id);
  const bool alone = it != ids_.end() && it->second == 1;
  return alone ? p.source_id : p.list + ":" + p.source_id;
}

std::vector<std::string> name_pool::bearers(std::string_view name) const {
  const std::string key = names::folded_key(name);
  std::vector<std::string> out;
  if (key.empty()) return out;
  const std::uint64_t wanted = support::text_hash(key);
  auto it = std::lower_bound(borne_.begin(), borne_.end(), wanted,
                             [](const borne& b, std::uint64_t k) { return b.key < k; });
  std::uint32_t last = UINT32_MAX;
  for (; it != borne_.end() && it->key == wanted; ++it) {
    if (it->party != last) out.push_back(id_of(it->party));
    last = it->party;
  }
  return out;
}

bool name_pool::is_listed(std::string_view name) const {
  const std::string key = names::folded_key(name);
  if (key.empty()) return false;
  const std::uint64_t wanted = support::text_hash(key);
  const auto it = std::lower_bound(borne_.begin(), borne_.end(), wanted,
                                   [](const borne& b, std::uint64_t k) { return b.key < k; });
  return it != borne_.end() && it->key == wanted;
}

}  // namespace tradewarden::evaluating
