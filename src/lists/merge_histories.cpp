#include "lists/merge_histories.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace tradewarden::lists {
namespace {

/// From when to when a sighting is taken to hold: until the next one, or until it is missing.
struct span_of_days {
  day from;
  std::optional<day> until;  ///< The first day no longer; nothing: still.
  std::size_t state = 0;
};

std::vector<listed_party> states_of(listed_party&& party) {
  std::vector<listed_party> out = std::move(party.earlier);
  party.earlier.clear();
  out.push_back(std::move(party));
  return out;
}

std::vector<span_of_days> spans_of(const std::vector<listed_party>& states) {
  std::vector<span_of_days> out;
  for (std::size_t i = 0; i < states.size(); ++i) {
    for (const sighting& s : states[i].seen) out.push_back({s.first, s.missing_from, i});
  }
  std::sort(out.begin(), out.end(), [](const span_of_days& a, const span_of_days& b) { return a.from < b.from; });
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    if (!out[i].until || out[i + 1].from < *out[i].until) out[i].until = out[i + 1].from;
  }
  return out;
}

bool overlap(const span_of_days& a, const span_of_days& b) {
  return (!a.until || b.from < *a.until) && (!b.until || a.from < *b.until);
}

listed_party facts_of(const listed_party& state) {
  listed_party out = state;
  out.seen.clear();
  return out;
}

/// Licences and authorisations of every state: they have days of their own, whichever snapshot shows
/// them.
listed_party overlays_of(const std::vector<listed_party>& states) {
  listed_party out;
  out.list = states.front().list;
  out.source_id = states.front().source_id;
  out.schema = states.front().schema;
  for (const listed_party& s : states) out.overlays.insert(out.overlays.end(), s.overlays.begin(), s.overlays.end());
  return out;
}

}  // namespace

listed_party from_states(std::vector<listed_party> states) {
  for (listed_party& s : states) {
    std::sort(s.seen.begin(), s.seen.end(), [](const sighting& a, const sighting& b) { return a.first < b.first; });
  }
  std::stable_sort(states.begin(), states.end(), [](const listed_party& a, const listed_party& b) {
    return a.seen.front().first < b.seen.front().first;
  });
  const auto last = std::max_element(states.begin(), states.end(), [](const listed_party& a, const listed_party& b) {
    return a.seen.back().first < b.seen.back().first;
  });
  listed_party out = std::move(*last);
  states.erase(last);
  out.earlier = std::move(states);
  return out;
}

std::size_t merge_histories(listed_party& kept, listed_party&& other, const fact_merger& merge) {
  std::vector<listed_party> ours = states_of(std::move(kept));
  std::vector<listed_party> theirs = states_of(std::move(other));
  const std::vector<span_of_days> our_spans = spans_of(ours);
  const std::vector<span_of_days> their_spans = spans_of(theirs);
  std::size_t conflicts = 0;
  const listed_party our_overlays = overlays_of(ours);
  const listed_party their_overlays = overlays_of(theirs);
  const auto share = [&](std::vector<listed_party>& states, const listed_party& overlays) {
    if (overlays.overlays.empty()) return;
    for (listed_party& s : states) (void)merge(s, listed_party(overlays));
  };
  share(ours, their_overlays);
  share(theirs, our_overlays);
  for (std::size_t i = 0; i < ours.size(); ++i) {
    // Of several that hold at the time the last one says most.
    std::optional<std::size_t> best;
    for (const span_of_days& a : our_spans) {
      if (a.state != i) continue;
      for (const span_of_days& b : their_spans) {
        if (overlap(a, b)) best = b.state;
      }
    }
    if (best) conflicts += merge(ours[i], facts_of(theirs[*best]));
  }
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    std::erase_if(theirs[i].seen, [&](const sighting& s) {
      const span_of_days b{s.first, s.missing_from, i};
      return std::any_of(our_spans.begin(), our_spans.end(), [&](const span_of_days& a) { return overlap(a, b); });
    });
    if (!theirs[i].seen.empty()) ours.push_back(std::move(theirs[i]));
  }
  kept = from_states(std::move(ours));
  return conflicts;
}

}  // namespace tradewarden::lists
