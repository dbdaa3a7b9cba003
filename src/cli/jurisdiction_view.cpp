#include "cli/jurisdiction_view.hpp"

#include <algorithm>
#include <vector>

#include "cli/answer_view.hpp"
#include "cli/table.hpp"
#include "support/ascii.hpp"
#include "tradewarden/list_info.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_most_parties = 3;

struct jurisdiction {
  std::string code;
  std::vector<std::string> lists;  ///< Of the index.
};

/// In the order of all_lists(); lists that are none of those last.
std::vector<jurisdiction> jurisdictions_of(const index_info& info) {
  std::vector<std::string> codes;
  for (const list_info& known : all_lists()) {
    const bool there = std::any_of(info.lists.begin(), info.lists.end(),
                                   [&](const indexed_list& l) { return l.list == known.code; });
    if (there) codes.emplace_back(known.code);
  }
  for (const indexed_list& l : info.lists) {
    if (std::find(codes.begin(), codes.end(), l.list) == codes.end()) codes.push_back(l.list);
  }
  std::vector<jurisdiction> out;
  for (std::string& list : codes) {
    const std::string_view code = jurisdiction_of(list);
    auto it = std::find_if(out.begin(), out.end(), [&](const jurisdiction& j) { return j.code == code; });
    if (it == out.end()) it = out.insert(out.end(), {std::string(code), {}});
    it->lists.push_back(std::move(list));
  }
  return out;
}

/// Prohibits or restricts on the day, as far as the list tells.
bool binds(party_status s) { return s == party_status::listed || s == party_status::denied; }

std::string number_of(const screening_hit& h) { return "#" + std::to_string(h.rank); }

std::string evidence_words(const link_evidence& e) {
  switch (e.kind) {
    case link_kind::identifier:
    case link_kind::reference: return e.what + " " + e.first;
    case link_kind::name_and_birth_date: return "name and birth date " + e.what;
    case link_kind::name_and_country: return "name and country " + e.what;
  }
  return {};
}

/// Why the entries of a party are one: "#1 = #3 by passport A1234567".
std::string link_words(const screening_answer& a, std::uint32_t party) {
  std::vector<std::string> out;
  for (const party_link& l : a.links) {
    if (l.first >= a.hits.size() || l.second >= a.hits.size() || a.hits[l.first].same_party != party) continue;
    std::vector<std::string> by;
    for (const link_evidence& e : l.evidences) by.push_back(evidence_words(e));
    out.push_back(number_of(a.hits[l.first]) + " = " + number_of(a.hits[l.second]) + " by " + ascii::join(by, ", "));
  }
  return ascii::join(out, "; ");
}

void add_party(const screening_answer& a, const std::vector<const screening_hit*>& entries,
               const std::vector<jurisdiction>& all, const terminal& out, text_lines& to) {
  const screening_hit& first = *entries.front();
  const std::string name = first.party.names.empty() ? first.matched_name : first.party.names.front().text;
  const std::string on = a.options.as_of ? " on " + a.options.as_of->to_string() : std::string();
  to.emplace_back();
  append(to, wrapped(printable(name) + ", by jurisdiction" + on + ":", out.width, 2));
  std::vector<std::string> with, without;
  for (const jurisdiction& j : all) {
    std::vector<std::string> states;
    bool bound = false;
    for (const screening_hit* h : entries) {
      if (jurisdiction_of(h->party.list) != j.code) continue;
      states.push_back(status_words(*h) + " (" + h->party.list + ", " + number_of(*h) + ")");
      bound = bound || binds(h->status);
    }
    (bound ? with : without).push_back(j.code);
    const bool none = states.empty();
    const std::string words = none ? "no entry linked to it (" + ascii::join(j.lists, ", ") + ")"
                                   : ascii::join(states, "; ");
    labelled(to, out, j.code, words, bound ? ink::red : none ? ink::dim : ink::none);
  }
  if (!with.empty() && !without.empty()) {
    labelled(to, out, "they differ", "in force in " + ascii::join(with, ", ") + "; not in force, or no entry linked, in " + ascii::join(without, ", "));
  }
  labelled(to, out, "one party", link_words(a, first.same_party));
}

}  // namespace

std::string_view jurisdiction_of(std::string_view list) {
  if (list.starts_with("X-")) return list;
  return list.substr(0, list.find('-'));
}

text_lines jurisdiction_lines(const screening_answer& answer, const index_info& info, const terminal& out) {
  text_lines to;
  const std::vector<jurisdiction> all = jurisdictions_of(info);
  std::size_t shown = 0;
  std::size_t left_out = 0;
  for (const screening_hit& h : answer.hits) {
    if (h.same_party != h.rank && h.same_party != 0) continue;  // told with the first of its party
    std::vector<const screening_hit*> entries{&h};
    for (const screening_hit& other : answer.hits) {
      if (&other != &h && other.same_party == h.rank && h.same_party != 0) entries.push_back(&other);
    }
    if (shown != 0 && entries.size() < 2) continue;
    if (shown == k_most_parties) {
      ++left_out;
      continue;
    }
    ++shown;
    add_party(answer, entries, all, out, to);
  }
  if (left_out != 0) {
    append(to, wrapped(std::to_string(left_out) + (left_out == 1 ? " more party stands" : " more parties stand") +
                           " on several lists: --json has them (same_party)",
                       out.width, 2));
  }
  return to;
}

}  // namespace tradewarden::cli
