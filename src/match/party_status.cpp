#include <algorithm>
#include <utility>

#include "tradewarden/screening.hpp"

namespace tradewarden {
namespace {

bool in_force(const std::optional<day>& from, const std::optional<day>& until, day on) {
  return (!from || *from <= on) && (!until || on < *until);
}

}  // namespace

status_on_day party_status_on(const listed_party& party, day on,
                              std::optional<day> publication_date) {
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
    if (publication_date && on < *publication_date) out.status = party_status::unknown_on_date;
    return out;
  }
  if (!out.measures.empty()) {
    take_dates();
    // The list does not say since when, and the day lies before the list that we have.
    if (!out.from && publication_date && on < *publication_date) {
      out.status = party_status::unknown_on_date;
    }
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

}  // namespace tradewarden
