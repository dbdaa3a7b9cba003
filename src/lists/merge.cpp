// One party per key over all publications (party_set.hpp).
#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "lists/citation.hpp"
#include "lists/merge_party.hpp"
#include "names/folded_key.hpp"
#include "tradewarden/list_info.hpp"
#include "tradewarden/party_set.hpp"

namespace tradewarden {
namespace {

/// Who is believed first: the publisher, then who republishes, then lists of our own making.
int precedence(std::string_view format) {
  if (format == "tradewarden") return 2;
  return format.starts_with("csl-") ? 1 : 0;
}

/// Formats whose publications share a name although they are different lists.
bool names_little(std::string_view format) {
  return format == "tradewarden" || format == "mapped-csv" || format == "opensanctions-csv" ||
         format == "ftm-json";
}

std::string date_text(const std::optional<day>& d) { return d ? d->to_string() : "no date"; }

/// Two states of one publication in one set would mix what was true on different days.
result<void> check_conflicts(const std::vector<publication>& pubs) {
  for (std::size_t j = 1; j < pubs.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const publication& a = pubs[i];
      const publication& b = pubs[j];
      const auto fail = [&](std::string message) {
        return error{errc::conflict, std::move(message), b.path, 0, {}};
      };
      if (a.sha256 == b.sha256) return fail("the same publication is named twice: " + a.path);
      if (a.name != b.name) continue;
      // Lists of a user's own may share a name that says nothing ("own list"): only their dates
      // can contradict each other.
      if (names_little(a.format) && names_little(b.format) && a.date == b.date) continue;
      return fail("two states of one publication (" + a.name + "): " + a.path + " of " +
                  date_text(a.date) + " and " + b.path + " of " + date_text(b.date) +
                  "; an index holds one");
    }
  }
  return {};
}

void place(source_position& at, std::uint32_t publication) { at.publication = publication; }

/// Positions as counted in the set; a reader counts its own publication as 0.
void renumber(listed_party& p, std::uint32_t publication) {
  for (auto& x : p.names) place(x.at, publication);
  for (auto& x : p.addresses) place(x.at, publication);
  for (auto& x : p.birth_dates) place(x.at, publication);
  for (auto& x : p.identifiers) place(x.at, publication);
  for (auto& x : p.measures) place(x.at, publication);
  for (auto& x : p.overlays) place(x.at, publication);
  for (auto& x : p.sources) {
    x.publication = publication;
    place(x.at, publication);
  }
  for (listed_party& state : p.earlier) renumber(state, publication);
}

std::string party_key(const listed_party& p) { return p.list + '\x1F' + p.source_id; }

/// Denial orders have no number of their own: name and effective date name them. Empty if the
/// party is on another list, or lacks either.
std::string order_key(const listed_party& p) {
  if (p.list != "US-DPL" || p.names.empty() || p.measures.empty()) return {};
  const auto& from = p.measures.front().from;
  std::string name = names::folded_key(p.names.front().text);
  if (!from || name.empty()) return {};
  return name + '\x1F' + from->to_string();
}

/// The Federal Register citations of an entry, in their normal form.
std::vector<std::string> citations_of(const listed_party& p) {
  std::vector<std::string> out;
  const auto add = [&out](const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      for (lists::citation& c : lists::parse_citations(text)) {
        if (c.volume != 0) out.push_back(std::move(c.text));
      }
    }
  };
  add(p.citations);
  for (const measure& m : p.measures) add(m.citations);
  std::sort(out.begin(), out.end());
  return out;
}

bool citations_agree(const listed_party& a, const listed_party& b) {
  const auto x = citations_of(a);
  const auto y = citations_of(b);
  if (x.empty() || y.empty()) return true;
  return std::any_of(x.begin(), x.end(), [&](const std::string& c) {
    return std::binary_search(y.begin(), y.end(), c);
  });
}

class merger {
 public:
  explicit merger(std::span<const publication> publications)
      : publications_(publications), conflicts_(publications.size(), 0) {}

  void add(listed_party&& p, std::uint32_t publication) {
    renumber(p, publication);
    std::string key = party_key(p);
    std::string order = order_key(p);
    if (const auto known = by_key_.find(key); known != by_key_.end()) {
      join(known->second, std::move(p), publication);
      return;
    }
    const auto [begin, end] = order.empty() ? std::pair{by_order_.end(), by_order_.end()}
                                            : by_order_.equal_range(order);
    for (auto it = begin; it != end; ++it) {
      // Two orders within one publication stay two; between publications they are one.
      if (it->second.publication == publication) continue;
      if (!citations_agree(parties_[it->second.party], p)) continue;
      const std::size_t party = it->second.party;
      by_key_.emplace(std::move(key), party);
      join(party, std::move(p), publication);
      return;
    }
    by_key_.emplace(std::move(key), parties_.size());
    if (!order.empty()) by_order_.emplace(std::move(order), entry{parties_.size(), publication});
    parties_.push_back(std::move(p));
  }

  [[nodiscard]] std::uint64_t duplicates() const { return duplicates_; }
  /// Measures of a publication that end on another day than an earlier one says.
  [[nodiscard]] std::uint64_t conflicts(std::size_t publication) const {
    return conflicts_[publication];
  }
  [[nodiscard]] std::vector<listed_party> take() { return std::move(parties_); }
  void reserve(std::size_t n) {
    parties_.reserve(n);
    by_key_.reserve(n);
  }

 private:
  struct entry {
    std::size_t party;
    std::uint32_t publication;
  };

  void join(std::size_t party, listed_party&& p, std::uint32_t publication) {
    conflicts_[publication] += lists::merge_party(parties_[party], std::move(p), publications_);
    ++duplicates_;
  }

  std::vector<listed_party> parties_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::multimap<std::string, entry> by_order_;  ///< Equal keys in the order of arrival.
  std::uint64_t duplicates_ = 0;
  std::span<const publication> publications_;
  std::vector<std::uint64_t> conflicts_;  ///< By publication.
};

/// Lists that the table does not have come behind it, by code.
std::size_t list_rank(std::string_view code) {
  const auto all = all_lists();
  const auto it = std::find_if(all.begin(), all.end(),
                               [&](const list_info& l) { return l.code == code; });
  return static_cast<std::size_t>(it - all.begin());
}

void sort_parties(std::vector<listed_party>& parties) {
  struct sort_key {
    std::size_t rank;
    std::size_t party;
  };
  std::map<std::string, std::size_t, std::less<>> ranks;
  std::vector<sort_key> order;
  order.reserve(parties.size());
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const auto [it, fresh] = ranks.try_emplace(parties[i].list, 0);
    if (fresh) it->second = list_rank(parties[i].list);
    order.push_back({it->second, i});
  }
  std::sort(order.begin(), order.end(), [&](const sort_key& a, const sort_key& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    const listed_party& x = parties[a.party];
    const listed_party& y = parties[b.party];
    if (const int c = x.list.compare(y.list); c != 0) return c < 0;
    return x.source_id < y.source_id;  // Keys are unique by now.
  });
  std::vector<listed_party> sorted;
  sorted.reserve(parties.size());
  for (const sort_key& k : order) sorted.push_back(std::move(parties[k.party]));
  parties = std::move(sorted);
}

}  // namespace

result<party_set> merge_publications(std::vector<publication> publications) {
  if (auto fine = check_conflicts(publications); !fine) return fine.error();
  party_set out;
  out.publications = std::move(publications);
  std::vector<std::size_t> order(out.publications.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return precedence(out.publications[a].format) < precedence(out.publications[b].format);
  });
  merger all{out.publications};
  std::size_t total = 0;
  for (const publication& p : out.publications) total += p.parties.size();
  all.reserve(total);
  for (const std::size_t position : order) {
    publication& p = out.publications[position];
    for (listed_party& party : p.parties) {
      all.add(std::move(party), static_cast<std::uint32_t>(position));
    }
    p.parties = {};
  }
  out.duplicates = all.duplicates();
  for (std::size_t i = 0; i < out.publications.size(); ++i) {
    const std::uint64_t n = all.conflicts(i);
    if (n == 0) continue;
    publication& p = out.publications[i];
    p.diagnostics.push_back({diagnostic::level::warning, p.path, 0, {},
                             std::to_string(n) + (n == 1 ? " measure ends" : " measures end") +
                                 " on another day than another publication says; the later end "
                                 "counts, and the measure's note names the other"});
  }
  out.parties = all.take();
  sort_parties(out.parties);
  return out;
}

}  // namespace tradewarden
