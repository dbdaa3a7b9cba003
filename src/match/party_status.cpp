#include "tradewarden/party_status.hpp"

#include <algorithm>
#include <utility>

namespace tradewarden {
namespace {

bool in_force(const std::optional<day>& from, const std::optional<day>& until, day on) {
  return (!from || *from <= on) && (!until || on < *until);
}

bool is_in_force(party_status s) {
  return s == party_status::listed || s == party_status::denied || s == party_status::suspended_order;
}

/// By the list's own dates; without them listed, but before `known_from` unknown.
status_on_day by_dates(const listed_party& party, day on, std::optional<day> known_from) {
  status_on_day out;
  for (std::size_t i = 0; i < party.overlays.size(); ++i) {
    if (in_force(party.overlays[i].from, party.overlays[i].until, on)) out.overlays.push_back(i);
  }
  // The strongest kind in force gives the status; the others in force stand behind it.
  std::size_t deciding = 0;
  for (const auto& [kind, status] : {std::pair{measure_kind::denial, party_status::denied},
                                     std::pair{measure_kind::listing, party_status::listed},
                                     std::pair{measure_kind::suspended_order, party_status::suspended_order}}) {
    if (out.measures.empty()) out.status = status;
    for (std::size_t i = 0; i < party.measures.size(); ++i) {
      const measure& m = party.measures[i];
      if (m.kind == kind && in_force(m.from, m.until, on)) out.measures.push_back(i);
    }
    if (deciding == 0) deciding = out.measures.size();
  }
  // Of several measures in force one with a date says more than one without.
  const auto take_dates = [&] {
    std::size_t best = out.measures.front();
    for (std::size_t k = 1; k < deciding; ++k) {
      const std::size_t i = out.measures[k];
      if (!party.measures[best].from && party.measures[i].from) best = i;
    }
    out.from = party.measures[best].from;
    out.until = party.measures[best].until;
  };
  if (party.measures.empty()) {
    out.status = party_status::listed;
    // An entry that says nothing of dates is on the list that we have.
    if (known_from && on < *known_from) out.status = party_status::unknown_on_date;
    return out;
  }
  if (!out.measures.empty()) {
    take_dates();
    // The list does not say since when, and the day lies before the list that we have.
    if (!out.from && known_from && on < *known_from) out.status = party_status::unknown_on_date;
    return out;
  }
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < party.measures.size(); ++i) {
    const measure& m = party.measures[i];
    if (m.until && *m.until <= on && (!last || *party.measures[*last].until < *m.until)) last = i;
  }
  out.overlays.clear();
  if (!last) {
    out.status = party_status::not_yet;
    return out;
  }
  out.measures.push_back(*last);
  take_dates();
  out.status = party.measures[*last].end == measure_end::expired ? party_status::expired
                                                                 : party_status::lifted;
  return out;
}

/// What the snapshots around a day say of an entry.
enum class presence : std::uint8_t {
  there,      ///< Seen before and after, or in the last snapshot.
  not_known,  ///< The day lies before the first snapshot.
  not_yet,    ///< A snapshot of the day or later lacks it, and a later one has it.
  coming,     ///< Not in the snapshot before the day, but in the one after.
  going,      ///< In the snapshot before the day, but not in the one after.
  gone,       ///< A snapshot of the day or before lacks it, and so does what follows.
};

struct placed {
  const listed_party* state = nullptr;
  const sighting* seen = nullptr;
  presence where = presence::there;
};

placed place(const listed_party& party, day on) noexcept {
  placed before;  // the last sighting that began
  placed after;   // the first that is to come
  const auto look = [&](const listed_party& state) {
    for (const sighting& s : state.seen) {
      if (s.first <= on) {
        if (before.seen == nullptr || before.seen->first < s.first) before = {&state, &s, presence::there};
      } else if (after.seen == nullptr || s.first < after.seen->first) {
        after = {&state, &s, presence::not_known};
      }
    }
  };
  look(party);
  for (const listed_party& state : party.earlier) look(state);
  const bool comes = after.seen != nullptr && after.seen->missing_before && *after.seen->missing_before < on;
  if (comes) after.where = presence::coming;
  if (before.seen == nullptr) {
    if (after.seen == nullptr) return {&party, nullptr, presence::there};
    if (!comes && after.seen->missing_before) after.where = presence::not_yet;
    return after;
  }
  if (before.seen->missing_from && *before.seen->missing_from <= on) {
    if (comes) return after;
    before.where = presence::gone;
  } else if (before.seen->last < on && before.seen->missing_from) {
    before.where = presence::going;
  }
  return before;
}

}  // namespace

const listed_party& state_on(const listed_party& party, day on) noexcept {
  if (party.earlier.empty()) return party;
  return *place(party, on).state;
}

status_on_day party_status_on(const listed_party& party, day on,
                              std::optional<day> publication_date) {
  const placed p = place(party, on);
  if (p.seen == nullptr) return by_dates(party, on, publication_date);
  if (p.where == presence::not_known || p.where == presence::coming) return by_dates(*p.state, on, p.seen->first);
  status_on_day out = by_dates(*p.state, on, {});
  if (!is_in_force(out.status)) return out;
  switch (p.where) {
    case presence::not_yet:
      // A list may be behind the law: a first day of its own counts before the snapshot that shows it.
      if (!out.from) {
        out = {};
        out.status = party_status::not_yet;
      }
      break;
    case presence::going: out.status = party_status::unknown_on_date; break;
    case presence::gone:
      out.status = party_status::lifted;
      out.until = p.seen->missing_from;
      out.overlays.clear();
      break;
    case presence::there:
    case presence::not_known:
    case presence::coming: break;
  }
  return out;
}

}  // namespace tradewarden
