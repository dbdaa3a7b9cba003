#include "store/history.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "lists/merge_histories.hpp"
#include "lists/merge_party.hpp"

namespace tradewarden::store {
namespace {

template <class T, class Same>
bool all_same(const std::vector<T>& a, const std::vector<T>& b, Same same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

/// The same but for its place in a file, by whatever `==` compares besides.
template <class T>
bool same_but_place(const std::vector<T>& a, const std::vector<T>& b) {
  return all_same(a, b, [](const T& x, const T& y) {
    if (x.at == y.at) return x == y;
    T moved = y;
    moved.at = x.at;
    return x == moved;
  });
}

void forget_places(listed_party& p) {
  for (auto& x : p.names) x.at = {};
  for (auto& x : p.addresses) x.at = {};
  for (auto& x : p.birth_dates) x.at = {};
  for (auto& x : p.identifiers) x.at = {};
  for (auto& x : p.measures) x.at = {};
  for (auto& x : p.overlays) x.at = {};
  for (auto& x : p.sources) x.at = {};
}

bool has_names_of(const listed_party& state, const listed_party& party) {
  std::set<std::string_view> texts;
  for (const party_name& n : state.names) texts.insert(n.text);
  return std::all_of(party.names.begin(), party.names.end(),
                     [&](const party_name& n) { return texts.contains(n.text); });
}

}  // namespace

bool same_facts(const listed_party& a, const listed_party& b) {
  return a.list == b.list && a.source_id == b.source_id && a.schema == b.schema && same_but_place(a.names, b.names) &&
         same_but_place(a.addresses, b.addresses) && a.countries == b.countries &&
         same_but_place(a.birth_dates, b.birth_dates) && a.birth_places == b.birth_places &&
         a.nationalities == b.nationalities && a.citizenships == b.citizenships && a.gender == b.gender &&
         same_but_place(a.identifiers, b.identifiers) && a.title == b.title && a.call_sign == b.call_sign &&
         a.imo == b.imo && a.vessel_type == b.vessel_type && a.vessel_flag == b.vessel_flag &&
         a.vessel_owner == b.vessel_owner && a.tonnage == b.tonnage &&
         a.gross_registered_tonnage == b.gross_registered_tonnage && a.programmes == b.programmes &&
         a.sublists == b.sublists && a.licence_requirement == b.licence_requirement &&
         a.licence_policy == b.licence_policy && a.footnotes == b.footnotes && a.citations == b.citations &&
         same_but_place(a.measures, b.measures) && same_but_place(a.overlays, b.overlays) && a.linked == b.linked &&
         a.remarks == b.remarks && same_but_place(a.sources, b.sources);
}

void history_builder::see(listed_party&& party, bool partial) {
  const std::size_t now = dates_.size() - 1;
  const auto [it, is_new] = by_key_.try_emplace(party.list + '\x1F' + party.source_id, entries_.size());
  if (is_new) entries_.emplace_back();
  entry& e = entries_[it->second];
  const auto start = [&](std::size_t state) {
    if (!e.runs.empty() && e.runs.back().state == state && e.runs.back().last + 1 == now) {
      e.runs.back().last = now;
    } else {
      e.runs.push_back({state, now, now});
    }
  };
  const auto add = [&](listed_party&& state, bool provisional) {
    e.states.push_back(std::move(state));
    e.provisional.push_back(provisional);
    start(e.states.size() - 1);
  };
  if (e.runs.empty()) {
    add(std::move(party), partial);
    return;
  }
  const std::size_t last = e.runs.back().state;
  if (partial) {
    if (has_names_of(e.states[last], party)) {
      start(last);
      return;
    }
    listed_party before = e.states[last];
    lists::merge_party(party, std::move(before));
    add(std::move(party), e.provisional[last]);
    return;
  }
  if (e.provisional[last]) {
    // What the partial snapshot did not say, this one does, unless the entry was another then.
    if (has_names_of(party, e.states[last])) {
      e.states[last] = std::move(party);
      e.provisional[last] = false;
      start(last);
      return;
    }
    listed_party after = party;
    lists::merge_party(e.states[last], std::move(after));
    e.provisional[last] = false;
  }
  // The newest first: an entry that came back is often as it was. The same facts at new places in the
  // file: those of the newest file are shown.
  for (std::size_t i = e.states.size(); i-- > 0;) {
    if (!same_facts(e.states[i], party)) continue;
    e.states[i] = std::move(party);
    start(i);
    return;
  }
  add(std::move(party), false);
}

void history_builder::add(publication&& snapshot, bool partial) {
  if (!dates_.empty()) {
    newest_.history.push_back({dates_.back(), newest_.sha256, newest_.counts.parties, partial_});
  }
  partial_ = partial;
  std::vector<older_publication> history = std::move(newest_.history);
  std::vector<listed_party> parties = std::move(snapshot.parties);
  newest_ = std::move(snapshot);
  newest_.parties.clear();
  newest_.history = std::move(history);
  dates_.push_back(newest_.date.value_or(day()));
  for (listed_party& p : parties) see(std::move(p), partial);
}

publication history_builder::finish() {
  const std::size_t newest = dates_.empty() ? 0 : dates_.size() - 1;
  newest_.parties.reserve(entries_.size());
  for (entry& e : entries_) {
    for (std::size_t i = 0; i < e.runs.size(); ++i) {
      const run& r = e.runs[i];
      sighting s{dates_[r.first], dates_[r.last], {}, {}};
      const bool follows = i > 0 && e.runs[i - 1].last + 1 == r.first;
      const bool goes_on = i + 1 < e.runs.size() && r.last + 1 == e.runs[i + 1].first;
      if (r.first > 0 && !follows) s.missing_before = dates_[r.first - 1];
      if (r.last < newest && !goes_on) s.missing_from = dates_[r.last + 1];
      e.states[r.state].seen.push_back(s);
    }
    for (std::size_t i = 0; i < e.states.size(); ++i) {
      // Lines are told of the newest files alone: those of the others are not in the index.
      if (e.states[i].seen.back().last != dates_[newest]) forget_places(e.states[i]);
    }
    newest_.parties.push_back(lists::from_states(std::move(e.states)));
  }
  entries_.clear();
  by_key_.clear();
  return std::move(newest_);
}

}  // namespace tradewarden::store
