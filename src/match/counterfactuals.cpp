#include "match/counterfactuals.hpp"

#include <algorithm>
#include <string>

#include "score/name_scorer.hpp"
#include "support/ascii.hpp"

namespace tradewarden::matching {
namespace {

using token_list = std::vector<names::prepared_token>;

constexpr std::size_t k_most_words = 3;  // of each kind of change
constexpr std::size_t k_most_names = 64; // of a party, that are scored again
constexpr std::int32_t k_step = 500;     // thresholds that are named

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

/// A threshold, as people write one: "0.85". Scores have their four decimals, as everywhere.
std::string short_text(score s) {
  std::string out = s.to_string();
  while (out.size() > 4 && out.back() == '0') out.pop_back();
  return out;
}

std::int32_t score_of(const names::prepared_name& query, const names::prepared_name& listed,
                      const scoring::rules_state& rules) {
  if (query.tokens.empty() || listed.tokens.empty()) return 0;
  scoring::name_scorer scorer(query, rules.parameters);
  return scorer.score(scoring::views_of(listed));
}

/// "kang+xun" -> kang, xun
std::vector<std::string_view> parts_of(std::string_view joined) { return ascii::split(joined, "+"); }

/// Takes one token with this text away, the last of them: an earlier equal one is more likely the
/// one that is paired.
bool take_away(token_list& from, std::string_view text) {
  const auto it = std::find_if(from.rbegin(), from.rend(), [&](const auto& t) { return t.text == text; });
  if (it == from.rend()) return false;
  from.erase(std::next(it).base());
  return true;
}

token_list::const_iterator find_token(const token_list& in, std::string_view text) {
  return std::find_if(in.begin(), in.end(), [&](const auto& t) { return t.text == text; });
}

class name_changes {
 public:
  name_changes(const names::prepared_name& query, const names::prepared_name& listed,
               const comparison& found, score threshold, const scoring::rules_state& rules)
      : query_(query), listed_(listed), found_(found), threshold_(threshold), rules_(rules) {}

  std::vector<counterfactual> all() {
    without(found_.unmatched_listed, true);
    without(found_.unmatched_query, false);
    same_spelling();
    same_order();
    same_qualifier("number_differs", "same_number", token_role::number, "number");
    same_qualifier("place_differs", "same_place", token_role::place, "place");
    other_threshold();
    return std::move(out_);
  }

 private:
  /// Unless the score would be the same.
  void add(std::string kind, std::string subject, const names::prepared_name& query,
           const names::prepared_name& listed, const std::string& words) {
    const score then = score::from_units(score_of(query, listed, rules_));
    if (then == found_.score) return;
    const bool was = found_.score >= threshold_;
    const bool is = then >= threshold_;
    const std::string turn = was == is ? "" : is ? ", a hit" : ", no hit";
    out_.push_back({std::move(kind), std::move(subject), then, is, words + ": " + then.to_string() + turn});
  }

  /// Words that stand on one side only: the dearest one by one, then all of them.
  void without(const std::vector<unmatched_token>& words, bool of_listed) {
    const char* const kind = of_listed ? "without_listed" : "without_asked";
    const std::string tail = of_listed ? ", which only the listed name has" : ", which only the name asked for has";
    const names::prepared_name& whole = of_listed ? listed_ : query_;
    const auto add_without = [&](const names::prepared_name& rest, const std::string& subject) {
      const std::string sentence = "without " + subject + tail;
      add(kind, subject, of_listed ? query_ : rest, of_listed ? rest : listed_, sentence);
    };
    std::vector<unmatched_token> dearest = words;
    std::stable_sort(dearest.begin(), dearest.end(),
                     [](const unmatched_token& a, const unmatched_token& b) { return a.weight > b.weight; });
    if (dearest.size() > k_most_words) dearest.resize(k_most_words);
    for (const unmatched_token& w : dearest) {
      names::prepared_name rest = whole;
      if (take_away(rest.tokens, w.token)) add_without(rest, quoted(w.token));
    }
    if (words.size() < 2) return;
    names::prepared_name rest = whole;
    std::string subject;
    for (const unmatched_token& w : words) {
      take_away(rest.tokens, w.token);
      subject += (subject.empty() ? "" : " ") + w.token;
    }
    add_without(rest, quoted(subject));
  }

  void same_spelling() {
    std::vector<token_pair> unlike;
    for (const token_pair& p : found_.pairs) {
      if (p.reason != match_reason::equal) unlike.push_back(p);
    }
    std::stable_sort(unlike.begin(), unlike.end(), [](const token_pair& a, const token_pair& b) {
      return a.similarity < b.similarity;
    });
    if (unlike.size() > k_most_words) unlike.resize(k_most_words);
    for (const token_pair& p : unlike) {
      names::prepared_name changed = query_;
      if (!put_listed_form(changed.tokens, p)) continue;
      add("same_spelling", quoted(p.query), changed, listed_,
          "with " + quoted(p.query) + " written " + quoted(p.listed));
    }
  }

  /// The query's tokens of a pair as the listed name has them.
  bool put_listed_form(token_list& tokens, const token_pair& p) const {
    const auto from = parts_of(p.query);
    const auto to = parts_of(p.listed);
    if (from.empty()) return false;
    const auto first = find_token(tokens, from.front());
    if (first == tokens.end() || tokens.end() - first < static_cast<std::ptrdiff_t>(from.size())) return false;
    token_list form;
    for (const std::string_view text : to) {
      const auto listed = find_token(listed_.tokens, text);
      if (listed == listed_.tokens.end()) return false;
      form.push_back(*listed);
    }
    const auto at = first - tokens.begin();
    tokens.erase(tokens.begin() + at, tokens.begin() + at + static_cast<std::ptrdiff_t>(from.size()));
    tokens.insert(tokens.begin() + at, form.begin(), form.end());
    return tokens.size() < names::k_max_tokens;
  }

  bool has_rule(std::string_view rule) const {
    return std::any_of(found_.adjustments.begin(), found_.adjustments.end(),
                       [&](const score_adjustment& a) { return a.rule == rule; });
  }

  void same_order() {
    if (!has_rule("order") && !has_rule("father_and_son")) return;
    struct placed {
      std::ptrdiff_t at;
      token_list tokens;
    };
    std::vector<placed> paired;
    token_list rest = query_.tokens;
    for (const token_pair& p : found_.pairs) {
      const auto to = parts_of(p.listed);
      placed one{find_token(listed_.tokens, to.empty() ? p.listed : to.front()) - listed_.tokens.begin(), {}};
      for (const std::string_view text : parts_of(p.query)) {
        const auto it = std::find_if(rest.begin(), rest.end(), [&](const auto& t) { return t.text == text; });
        if (it == rest.end()) return;
        one.tokens.push_back(*it);
        rest.erase(it);
      }
      paired.push_back(std::move(one));
    }
    std::stable_sort(paired.begin(), paired.end(), [](const placed& a, const placed& b) { return a.at < b.at; });
    names::prepared_name ordered;
    for (const placed& p : paired) {
      ordered.tokens.insert(ordered.tokens.end(), p.tokens.begin(), p.tokens.end());
    }
    ordered.tokens.insert(ordered.tokens.end(), rest.begin(), rest.end());
    add("same_order", "", ordered, listed_, "with the words in the order of the listed name");
  }

  /// Numbers and places that differ, taken away on both sides: as if they were the same.
  void same_qualifier(std::string_view rule, const char* kind, token_role role, const char* what) {
    if (!has_rule(rule)) return;
    names::prepared_name q = query_;
    names::prepared_name l = listed_;
    std::vector<std::string> subjects;
    const auto strip = [&](token_list& tokens, const std::vector<unmatched_token>& words) {
      for (const unmatched_token& w : words) {
        if (w.role == role && take_away(tokens, w.token)) subjects.push_back(w.token);
      }
    };
    strip(q.tokens, found_.unmatched_query);
    strip(l.tokens, found_.unmatched_listed);
    if (subjects.empty()) return;
    const std::string subject = quoted(ascii::join(subjects, "' and '"));
    add(kind, subject, q, l, "were the " + std::string(what) + "s (" + subject + ") not different");
  }

  void other_threshold() {
    const std::int32_t units = found_.score.units();
    if (found_.score >= threshold_) {
      if (units >= score::k_one) return;
      const score above = score::from_units(std::min((units / k_step + 1) * k_step, score::k_one));
      out_.push_back({"threshold", above.to_string(), {}, false,
                      "at a threshold above " + found_.score.to_string() + ", such as " + short_text(above) +
                          ": no hit"});
    } else if (units >= k_step) {
      const score below = score::from_units(units / k_step * k_step);
      out_.push_back({"threshold", below.to_string(), {}, true,
                      "at a threshold of " + short_text(below) + ": a hit"});
    }
  }

  const names::prepared_name& query_;
  const names::prepared_name& listed_;
  const comparison& found_;
  score threshold_;
  const scoring::rules_state& rules_;
  std::vector<counterfactual> out_;
};

const evidence* find_evidence(const screening_hit& hit, evidence_kind kind) {
  for (const evidence& e : hit.evidences) {
    if (e.kind == to_string(kind)) return &e;
  }
  return nullptr;
}

std::string spaced(std::string_view word) {
  std::string out(word);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

void add_other_name(score threshold, reading_scorer* scorer, const screening_hit& hit,
                    std::vector<counterfactual>& to) {
  if (scorer == nullptr || hit.score < threshold || hit.party.names.size() < 2) return;
  std::int32_t best = -1;
  std::size_t which = 0;
  const std::size_t count = std::min(hit.party.names.size(), k_most_names);
  for (std::size_t i = 0; i < count; ++i) {
    if (i == hit.name_position || hit.party.names[i].strength == name_strength::weak) continue;
    const std::int32_t units = scorer->best(scorer->readings_of(hit.party.names[i].text)).units;
    if (units > best) {
      best = units;
      which = i;
    }
  }
  if (best < 0) return;
  const score then = score::from_units(best);
  const std::string without = "without the name " + quoted(hit.matched_name) + " on the list";
  if (then >= threshold) {
    to.push_back({"other_name", hit.party.names[which].text, then, true,
                  without + ": still a hit, by " + quoted(hit.party.names[which].text) + " with " + then.to_string()});
  } else {
    const bool by_number = hit.found_by == hit_origin::both;
    to.push_back({"other_name", hit.matched_name, then, by_number,
                  without + (by_number ? ": a hit by its number alone" : ": no hit") +
                      "; the next best of its strong names has " + then.to_string()});
  }
}

/// A year in which nobody of the entry may have been born.
void add_birth_date(const query_facts& facts, const screening_hit& hit, std::vector<counterfactual>& to) {
  const evidence* e = find_evidence(hit, evidence_kind::birth_date);
  if (e == nullptr || hit.party.birth_dates.empty()) return;
  query_facts other = facts;
  const auto state_then = [&] {
    return gather_evidence(other, hit.party)[static_cast<std::size_t>(evidence_kind::birth_date)].state;
  };
  if (e->state == evidence_state::contradicts) {
    other.birth_date = hit.party.birth_dates.front().date;
    const std::string listed = other.birth_date->to_string();
    const bool whole = state_then() == evidence_state::confirms;
    to.push_back({"birth_date", listed, {}, true,
                  "were the birth date " + listed + ": it would " + (whole ? "confirm" : "agree in part")});
    return;
  }
  std::int32_t year = hit.party.birth_dates.front().date.latest.year();
  for (const party_birth_date& b : hit.party.birth_dates) year = std::max(year, b.date.latest.year());
  year += 10;
  const auto in_year = partial_date::parse(std::to_string(year));
  if (!in_year) return;
  other.birth_date = *in_year;
  if (state_then() != evidence_state::contradicts) return;
  to.push_back({"birth_date", std::to_string(year), {}, true,
                "were the birth date " + std::to_string(year) + ": it would contradict"});
}

void add_weak(const screening_hit& hit, std::vector<counterfactual>& to) {
  if (hit.strength != name_strength::weak || hit.found_by == hit_origin::identifier) return;
  to.push_back({"weak", "ignore", {}, false, "a weak alias: under --weak ignore it would not count"});
  const auto lets_through = [](const evidence& e) {
    return e.state == evidence_state::confirms && may_confirm_weak(e.kind);
  };
  const auto confirming = std::count_if(hit.evidences.begin(), hit.evidences.end(), lets_through);
  const bool only_one = hit.weak_reason == "whole_name" ? confirming == 0 : confirming == 1;
  if (hit.weak_reason.empty() || !only_one) return;
  const std::string reason = hit.weak_reason == "whole_name" ? "the whole of it being asked for"
                                                             : "what the " + spaced(hit.weak_reason) + " confirms";
  to.push_back({"weak", hit.weak_reason, {}, false, "a weak alias: without " + reason + " it would not count"});
}

void add_contradiction(const screening_options& options, const screening_hit& hit,
                       std::vector<counterfactual>& to) {
  const contradiction c = contradiction_in(hit.evidences, options.contradiction_by);
  if (c.penalty == 0) return;
  const std::string by = spaced(c.kinds.to_string());
  if (options.contradiction == contradiction_policy::keep) {
    const score lower = score::from_units(std::max(0, hit.score.units() - c.penalty));
    to.push_back({"contradiction", "lower", {}, true,
                  "with --contradiction lower (" + by + ") it would rank as " + lower.to_string()});
  }
  to.push_back({"contradiction", "drop", {}, false,
                "with --contradiction drop (" + by + ") it would be left out, and counted"});
}

}  // namespace

std::vector<counterfactual> what_if_names(const names::prepared_name& query,
                                          const names::prepared_name& listed, const comparison& found,
                                          score threshold, const scoring::rules_state& rules) {
  if (query.tokens.empty() || listed.tokens.empty()) return {};
  return name_changes(query, listed, found, threshold, rules).all();
}

void add_what_if_facts(const screening_options& options, score threshold,
                       reading_scorer* scorer, const query_facts& facts, const screening_hit& hit,
                       std::vector<counterfactual>& to) {
  add_other_name(threshold, scorer, hit, to);
  if (hit.found_by == hit_origin::identifier) {
    to.push_back({"identifier", facts.identifier_text.empty() ? facts.imo : facts.identifier_text, {}, false,
                  "without the number asked for: no hit by name"});
  }
  add_birth_date(facts, hit, to);
  add_contradiction(options, hit, to);
  add_weak(hit, to);
  if (hit.until && options.as_of && *options.as_of < *hit.until) {
    const std::string until = hit.until->to_string();
    to.push_back({"as_of", until, {}, options.include_ended,
                  "from " + until + " on it is no longer in force" +
                      (options.include_ended ? "" : ": no hit without --include-ended")});
  }
}

}  // namespace tradewarden::matching

namespace tradewarden {

std::vector<counterfactual> what_would_change(std::string_view query, std::string_view listed,
                                              score threshold, schema query_schema,
                                              const score_rules& rules) {
  const scoring::rules_state& state = rules.state();
  const auto q = names::prepare_readings(query, query_schema, *state.tables);
  matching::reading_scorer scorer(q, state);
  const auto l = scorer.readings_of(listed);
  const matching::best_reading best = scorer.best(l);
  return matching::what_if_names(scorer.query_reading(best), l[best.listed], scorer.explain(best, l),
                                 threshold, state);
}

std::vector<counterfactual> what_would_change(std::string_view query, std::string_view listed,
                                              score threshold, schema query_schema) {
  return what_would_change(query, listed, threshold, query_schema, score_rules());
}

}  // namespace tradewarden
