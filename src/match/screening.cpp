#include "tradewarden/screening.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "index/index_view.hpp"
#include "index/party_names.hpp"
#include "match/counterfactuals.hpp"
#include "match/evidence.hpp"
#include "match/identifier_search.hpp"
#include "match/reading_scorer.hpp"
#include "match/screening_run.hpp"
#include "match/search.hpp"
#include "names/prepared_name.hpp"
#include "support/ascii.hpp"

namespace tradewarden {
namespace {

/// A query of fewer common words than this, and no name, names nobody.
constexpr std::size_t k_least_common_words = 3;

query_problem classify(const names::prepared_name& name, const names::name_tables& tables) {
  if (name.tokens.empty()) return query_problem::empty;
  if (name.tokens.size() == 1 && name.tokens[0].text.size() == 1) return query_problem::single_letter;
  std::size_t common = 0;
  for (const names::prepared_token& t : name.tokens) {
    if (t.role == token_role::name) {
      // A word of organisations or a form standing alone is read as a name; it tells nothing.
      if (!names::is_common_alone(t.text, tables) || name.tokens.size() > 1) return query_problem::none;
    }
    common += t.role == token_role::common || t.role == token_role::place ? 1 : 0;
  }
  return common >= k_least_common_words ? query_problem::none : query_problem::only_common;
}

std::string_view describe(query_problem p) {
  switch (p) {
    case query_problem::none: break;
    case query_problem::empty:
      return "the name has no letter or digit that can be compared: nothing was screened";
    case query_problem::single_letter:
      return "the name is a single letter: only equal names are shown";
    case query_problem::only_common:
      return "the name has only words that many names share: it can match little but the same words";
    case query_problem::damaged_index: return "the index is damaged: nothing was screened";
    case query_problem::no_name:
      return "no name that can be compared: only parties that bear the number are shown";
  }
  return {};
}

/// One party of the index, decoded once per query, with what the query says of it.
struct considered_party {
  listed_party party;
  status_on_day status;
  bool visible = false;
  std::vector<evidence> evidences;  ///< Gathered when first needed.
  std::optional<matching::contradiction> contradicted;
  /// With a history: by position among the names of all states, that in this one, or none.
  std::vector<std::optional<std::uint32_t>> positions;
};

class screening_run {
 public:
  screening_run(const party_index& idx, const screening_query& query,
                const screening_options& options, matching::search_scratch& scratch,
                const std::optional<std::span<const matching::name_score>>& known = {})
      : index_(idx), scratch_(scratch), known_(known), readings_(names::prepare_readings(query.name, query.schema, idx.view().tables())) {
    answer_.query = query;
    answer_.options = options;
    if (!answer_.options.as_of) answer_.options.as_of = day::today_utc();
    answer_.options.limit = std::clamp<std::uint32_t>(options.limit, 1, k_most_hits);
    answer_.index_content = idx.info().content;
    facts_ = matching::read_facts(query, answer_.notes);
    answer_.problem = classify(readings_.front(), idx.view().tables());
    for (const names::prepared_name& reading : readings_) {
      if (classify(reading, idx.view().tables()) == query_problem::none) {
        answer_.problem = query_problem::none;
      }
    }
    if (answer_.problem == query_problem::empty && facts_.any_number()) {
      answer_.problem = query_problem::no_name;
    }
    if (readings_.front().tokens.size() == names::k_max_tokens) {
      answer_.notes.push_back("the name has " + std::to_string(names::k_max_tokens) +
                              " words or more: beyond that they are compared as one");
    }
    if (answer_.problem != query_problem::none) {
      answer_.notes.insert(answer_.notes.begin(), std::string(describe(answer_.problem)));
      const bool number_alone = ascii::trim(query.name).empty() &&
                                !(ascii::trim(query.identifier).empty() && ascii::trim(query.imo).empty());
      if (answer_.problem == query_problem::empty && number_alone) {
        answer_.notes.front() = "no name, and no number that can be looked for: nothing was screened";
      }
    }
  }

  screening_answer run() {
    if (answer_.problem == query_problem::empty) return std::move(answer_);
    if (const auto& ready = index_.view().search_ready(); !ready) return refused(ready.error());
    const score threshold = answer_.problem == query_problem::single_letter
                                ? score::from_units(score::k_one)
                                : answer_.options.threshold;
    threshold_ = threshold;
    if (facts_.any_number()) find_bearers();
    if (answer_.problem != query_problem::no_name) find_best_names(threshold.units());
    const std::size_t shown = std::min<std::size_t>(ranked_.size(), answer_.options.limit);
    answer_.more = (answer_.options.count_all ? best_.size() : ranked_.size()) - shown;
    answer_.more_is_exact = answer_.options.count_all || answer_.more == 0;
    auto next = ranked_.begin();
    for (std::size_t i = 0; i < shown; ++i, ++next) add_hit(next->party, best_.at(next->party));
    // Of what the search did not look for any more nothing can be said.
    say_what_was_held_back(answer_.more_is_exact ? threshold.units()
                                                 : answer_.hits.back().score.units());
    say_what_was_dropped();
    say_what_is_undated();
    if (damage_) return refused(*damage_);
    link_hits();
    return std::move(answer_);
  }

 private:
  static constexpr std::uint32_t k_most_hits = 10'000;

  struct best_name {
    std::int32_t units = -1;
    std::uint32_t position = 0;  ///< Among the party's names.
    std::string weak_reason;
    std::int32_t rank_units = -1;
    hit_origin found_by = hit_origin::name;
  };

  /// Whatever was found so far: an answer with a party missing would be a wrong one.
  screening_answer refused(const error& damage) {
    answer_.problem = query_problem::damaged_index;
    answer_.hits.clear();
    answer_.links.clear();
    answer_.more = 0;
    answer_.notes = {std::string(describe(answer_.problem)), damage.message};
    return std::move(answer_);
  }

  [[nodiscard]] const scoring::rules_state& rules() const { return index_.view().rules().state(); }

  [[nodiscard]] bool has_name() const { return !readings_.front().tokens.empty(); }

  matching::reading_scorer& scorer() {
    if (!scorer_) scorer_.emplace(readings_, rules());
    return *scorer_;
  }

  considered_party& consider(std::uint32_t id) {
    const auto [it, added] = considered_.try_emplace(id);
    considered_party& c = it->second;
    if (!added) return c;
    result<listed_party> decoded = index_.view().party(id);
    if (!decoded) {
      damage_ = decoded.error();
      return c;
    }
    const day on = *answer_.options.as_of;
    std::optional<day> published;
    if (!decoded->sources.empty()) {
      const std::uint32_t p = decoded->sources.front().publication;
      if (p < index_.info().publications.size()) published = index_.info().publications[p].date;
    }
    c.status = party_status_on(*decoded, on, published);
    if (decoded->earlier.empty()) {
      c.party = std::move(*decoded);
    } else {
      c.positions = indexing::positions_in(*decoded, state_on(*decoded, on));
      c.party = indexing::one_state(std::move(*decoded), on);
    }
    const bool ended =
        c.status.status == party_status::lifted || c.status.status == party_status::expired;
    c.visible = c.status.status != party_status::not_yet && (!ended || answer_.options.include_ended);
    return c;
  }

  const std::vector<evidence>& evidences_of(considered_party& c) {
    if (c.evidences.empty()) c.evidences = matching::gather_evidence(facts_, c.party);
    return c.evidences;
  }

  /// What counts against a party under `lower` and `drop`.
  const matching::contradiction& contradiction_of(considered_party& c) {
    if (!c.contradicted) {
      c.contradicted.emplace();
      if (answer_.options.contradiction != contradiction_policy::keep) {
        (void)evidences_of(c);
        if (answer_.options.contradiction_by.has(evidence_kind::gender)) {
          matching::add_gender(facts_, c.party, index_.view().tables(), c.evidences);
        }
        *c.contradicted = matching::contradiction_in(c.evidences, answer_.options.contradiction_by);
      }
    }
    return *c.contradicted;
  }

  /// Counts the party as left out, if it is.
  bool is_dropped(std::uint32_t id, considered_party& c) {
    if (answer_.options.contradiction != contradiction_policy::drop) return false;
    const matching::contradiction& against = contradiction_of(c);
    if (against.penalty == 0) return false;
    dropped_[id] = against.kinds;
    return true;
  }

  /// Whether a weak alias counts, and by what.
  bool weak_alias_counts(considered_party& c, std::int32_t units, std::size_t token_count,
                         std::string& reason) {
    if (answer_.options.weak == weak_policy::ignore) return false;
    if (answer_.options.weak == weak_policy::full) return true;
    if (units == score::k_one && token_count >= 2) {
      reason = "whole_name";
      return true;
    }
    for (const evidence& e : evidences_of(c)) {
      if (matching::may_confirm_weak(e.kind) && e.state == evidence_state::confirms) {
        reason = e.kind;
        return true;
      }
    }
    return false;
  }

  /// The best first; parties are numbered by list and source id, which breaks ties.
  struct ranked_party {
    std::int32_t group;  ///< 0 bears the number, 1 by name, 2 bears it but for something.
    std::int32_t units;  ///< Of the rank.
    std::uint32_t party;
    friend bool operator<(const ranked_party& a, const ranked_party& b) {
      if (a.group != b.group) return a.group < b.group;
      return a.units != b.units ? a.units > b.units : a.party < b.party;
    }
  };

  void rank(const ranked_party& r) {
    ranked_.insert(r);
    if (ranked_.size() > answer_.options.limit + std::size_t{1}) ranked_.erase(std::prev(ranked_.end()));
  }

  std::int32_t rank_units_of(considered_party& c, std::int32_t units) {
    if (answer_.options.contradiction != contradiction_policy::lower) return units;
    return std::max(0, units - contradiction_of(c).penalty);
  }

  /// Parties that bear the number, each with the best of its names, whatever that scores.
  void find_bearers() {
    const auto found = matching::find_bearers(index_.view(), facts_, *answer_.options.as_of);
    if (!found) {
      damage_ = found.error();
      return;
    }
    for (const matching::bearer& b : *found) {
      considered_party& c = consider(b.party);
      if (!c.visible || is_dropped(b.party, c)) continue;
      best_name best = best_of_all_names(c);
      const bool by_name = best.units >= threshold_.units() && has_name();
      const bool sure = b.grade == identifier_grade::same;
      best.found_by = by_name ? hit_origin::both : hit_origin::identifier;
      best.rank_units = rank_units_of(c, best.units);
      rank({sure ? 0 : by_name ? 1 : 2, best.rank_units, b.party});
      best_[b.party] = std::move(best);
    }
  }

  /// Scored from the texts; the primary name if no name was asked for, or none counts.
  best_name best_of_all_names(considered_party& c) {
    best_name best;
    best.units = 0;
    if (!has_name()) return best;
    best.units = -1;
    for (std::uint32_t i = 0; i < c.party.names.size(); ++i) {
      const matching::best_reading found = scorer().best(scorer().readings_of(c.party.names[i].text));
      const std::int32_t units = found.units;
      std::string reason;
      if (units <= best.units || (c.party.names[i].strength == name_strength::weak &&
                                  !weak_alias_counts(c, units, found.tokens, reason))) {
        continue;
      }
      best = {units, i, std::move(reason), -1, hit_origin::name};
    }
    if (best.units < 0) best.units = 0;
    return best;
  }

  void find_best_names(std::int32_t threshold) {
    if (known_) {
      for (const matching::name_score& n : *known_) {
        if (n.units >= threshold) take(n);
      }
      return;
    }
    std::int32_t rising = threshold;
    for (const names::prepared_name& reading : readings_) {
      matching::search(index_.view(), reading, score::from_units(rising), {}, scratch_,
                       [&](matching::name_score n) {
                         take(n);
                         // One more than is shown tells whether there are more; equal scores stay.
                         // A rank is never above its score.
                         if (ranked_.size() > answer_.options.limit && !answer_.options.count_all &&
                             ranked_.rbegin()->group == 1) {
                           rising = std::max(rising, ranked_.rbegin()->units);
                         }
                         return rising;
                       });
    }
  }

  void take(matching::name_score n) {
    const detail::name_view name = index_.view().name(n.name);
    const std::uint32_t party = name.party();
    std::uint32_t position = name.position();
    const auto it = best_.find(party);
    // A bearer of the number has its best name already.
    if (it != best_.end() && (it->second.found_by != hit_origin::name || it->second.units > n.units)) return;
    considered_party& c = consider(party);
    if (!c.visible) return;
    if (!c.positions.empty()) {
      // A name that the entry did not have on the day.
      if (position >= c.positions.size() || !c.positions[position]) return;
      position = *c.positions[position];
    }
    // Of equal names of a party the first counts, in whatever order they come.
    if (it != best_.end() && it->second.units == n.units && it->second.position < position) return;
    std::string reason;
    if (name.is_weak() && !weak_alias_counts(c, n.units, name.token_count(), reason)) {
      std::int32_t& most = held_back_[party];
      most = std::max(most, n.units);
      return;
    }
    if (is_dropped(party, c)) return;
    if (it != best_.end()) ranked_.erase({1, it->second.rank_units, party});
    const std::int32_t rank_units = rank_units_of(c, n.units);
    best_[party] = {n.units, position, std::move(reason), rank_units, hit_origin::name};
    rank({1, rank_units, party});
  }

  /// A reader must see that an alias alike was not shown because of the policy.
  void say_what_was_held_back(std::int32_t threshold) {
    const auto count = std::count_if(held_back_.begin(), held_back_.end(), [&](const auto& held) {
      const auto it = best_.find(held.first);
      return held.second >= threshold && (it == best_.end() || it->second.units < threshold);
    });
    if (count == 0) return;
    answer_.notes.push_back(std::to_string(count) +
                            (count == 1 ? " party has a weak alias that reaches the threshold and"
                                        : " parties have weak aliases that reach the threshold and") +
                            " was not shown by the policy '" +
                            std::string(to_string(answer_.options.weak)) + "' (--weak full shows it)");
    if (count > 1) {
      std::string& note = answer_.notes.back();
      note.replace(note.find(" was not shown"), 14, " were not shown");
      note.replace(note.find("shows it"), 8, "shows them");
    }
  }

  /// Nothing is left out in silence.
  void say_what_was_dropped() {
    if (dropped_.empty()) return;
    answer_.dropped = dropped_.size();
    std::string by;
    for (std::size_t i = 0; i < k_evidence_kinds; ++i) {
      const auto kind = static_cast<evidence_kind>(i);
      const auto count = static_cast<std::uint64_t>(std::count_if(
          dropped_.begin(), dropped_.end(), [&](const auto& d) { return d.second.has(kind); }));
      if (count == 0) continue;
      answer_.dropped_by.emplace_back(kind, count);
      by += (by.empty() ? "" : ", ") + std::string(to_string(kind)) + " " + std::to_string(count);
    }
    const bool one = answer_.dropped == 1;
    answer_.notes.push_back((answer_.more_is_exact ? "" : "at least ") + std::to_string(answer_.dropped) +
                            (one ? " party reaches the threshold and was" : " parties reach the threshold and were") +
                            " left out because the facts asked for contradict " + (one ? "it" : "them") +
                            " (" + by + "; --contradiction keep shows " + (one ? "it)" : "them)"));
  }

  /// Without a date of publication an undated entry counts as listed on every day: say so.
  void say_what_is_undated() {
    const auto& publications = index_.info().publications;
    const bool undated = std::any_of(
        answer_.hits.begin(), answer_.hits.end(), [&](const screening_hit& h) {
          if (h.from || h.status != party_status::listed || h.party.sources.empty()) return false;
          const std::uint32_t p = h.party.sources.front().publication;
          return p >= publications.size() || !publications[p].date;
        });
    if (undated) {
      answer_.notes.emplace_back(
          "an entry without a date of listing comes from a list whose publication date is unknown: it "
          "is taken as listed on every day");
    }
  }

  /// Which hits are one party on several lists.
  void link_hits() {
    std::vector<const listed_party*> entries;
    for (const screening_hit& h : answer_.hits) entries.push_back(&h.party);
    answer_.links = find_same_parties(entries, index_.rules());
    const std::vector<std::size_t> first = first_of_party(entries.size(), answer_.links);
    for (std::size_t i = 0; i < first.size(); ++i) answer_.hits[i].same_party = answer_.hits[first[i]].rank;
  }

  /// Hands the party over to the hit: once each.
  void add_hit(std::uint32_t party, best_name& name) {
    considered_party& c = consider(party);
    const std::uint32_t position = name.position;
    screening_hit hit;
    hit.rank = static_cast<std::uint32_t>(answer_.hits.size() + 1);
    hit.score = score::from_units(name.units);
    hit.rank_score = score::from_units(name.rank_units);
    hit.found_by = name.found_by;
    hit.party_id = party;
    hit.name_position = position;
    if (position < c.party.names.size()) {
      const party_name& n = c.party.names[position];
      hit.matched_name = n.text;
      hit.kind = n.kind;
      hit.strength = n.strength;
    }
    hit.status = c.status.status;
    hit.from = c.status.from;
    hit.until = c.status.until;
    for (const std::size_t m : c.status.measures) hit.measures.push_back(c.party.measures[m]);
    for (const std::size_t o : c.status.overlays) hit.overlays.push_back(c.party.overlays[o]);
    hit.weak_reason = std::move(name.weak_reason);
    (void)evidences_of(c);
    matching::add_gender(facts_, c.party, index_.view().tables(), c.evidences);
    hit.evidences = std::move(c.evidences);
    hit.party = std::move(c.party);
    // The explanation is worked out from the text: compare gives the very same.
    if (has_name()) {
      const std::vector<names::prepared_name> listed = scorer().readings_of(hit.matched_name);
      const matching::best_reading best = scorer().best(listed);
      hit.explanation = scorer().explain(best, listed);
      if (answer_.options.explain) {
        hit.what_if = matching::what_if_names(scorer().query_reading(best), listed[best.listed],
                                              hit.explanation, threshold_, rules());
      }
    }
    if (answer_.options.explain) {
      matching::add_what_if_facts(answer_.options, threshold_, has_name() ? &scorer() : nullptr, facts_,
                                  hit, hit.what_if);
    }
    answer_.hits.push_back(std::move(hit));
  }

  const party_index& index_;
  matching::search_scratch& scratch_;
  std::optional<std::span<const matching::name_score>> known_;
  std::vector<names::prepared_name> readings_;  // of the query; never empty
  matching::query_facts facts_;
  screening_answer answer_;
  std::unordered_map<std::uint32_t, considered_party> considered_;
  std::unordered_map<std::uint32_t, best_name> best_;  // by party
  std::set<ranked_party> ranked_;  // one more than the limit, at most
  std::map<std::uint32_t, std::int32_t> held_back_;  // best weak name by party
  std::map<std::uint32_t, evidence_kinds> dropped_;  // by party
  score threshold_;                                  // as used
  std::optional<matching::reading_scorer> scorer_;
  std::optional<error> damage_;  ///< A party that could not be read.
};

}  // namespace

screening_answer matching::screen_with(const party_index& idx, const screening_query& query,
                                       const screening_options& options,
                                       search_scratch& scratch) {
  return screening_run(idx, query, options, scratch).run();
}

screening_answer matching::screen_known(const party_index& idx, const screening_query& query,
                                        const screening_options& options, std::span<const name_score> known,
                                        search_scratch& scratch) {
  return screening_run(idx, query, options, scratch, known).run();
}

screening_answer screen(const party_index& idx, const screening_query& query,
                        const screening_options& options) {
  // What a search needs to remember is kept from query to query.
  thread_local matching::search_scratch scratch;
  return matching::screen_with(idx, query, options, scratch);
}

}  // namespace tradewarden
