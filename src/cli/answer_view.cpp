#include "cli/answer_view.hpp"

#include <algorithm>
#include <optional>

#include "audit/decision_words.hpp"
#include "audit/hit_words.hpp"
#include "audit/json_parts.hpp"
#include "audit/review_words.hpp"
#include "audit/seen_words.hpp"
#include "cli/jurisdiction_view.hpp"
#include "cli/labelled.hpp"
#include "cli/table.hpp"
#include "support/ascii.hpp"
#include "tradewarden/country.hpp"
#include "tradewarden/list_info.hpp"

namespace tradewarden::cli {
namespace {

using lines = text_lines;

ink status_ink(party_status s) {
  switch (s) {
  case party_status::listed:
  case party_status::denied: return ink::red;
  case party_status::suspended_order:
  case party_status::unknown_on_date: return ink::yellow;
  case party_status::lifted:
  case party_status::expired:
  case party_status::not_yet: return ink::dim;
  }
  return ink::none;
}

std::string role_words(token_role r) {
  std::string out(to_string(r));
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string unmatched_words(const std::vector<unmatched_token>& tokens) {
  std::string out;
  for (const unmatched_token& t : tokens) {
    if (!out.empty()) out += ", ";
    out += t.token + " (" + role_words(t.role) + ")";
  }
  return out;
}

std::string adjustment_words(const std::vector<score_adjustment>& adjustments) {
  std::string out;
  for (const score_adjustment& a : adjustments) {
    if (!out.empty()) out += ", ";
    out += audit::spaced(a.rule) + " (x " + short_decimal(score::from_units(a.factor)) + ")";
  }
  return out;
}

std::string overlay_words(const std::vector<overlay>& overlays) {
  std::string out;
  for (const overlay& o : overlays) {
    if (!out.empty()) out += "; ";
    std::string kind = o.kind;
    std::replace(kind.begin(), kind.end(), '_', ' ');
    out += kind + audit::span_words(o.from, o.until);
    if (!o.note.empty()) out += ": " + o.note;
    if (!o.citations.empty()) out += " (" + ascii::join(o.citations, ", ") + ")";
    if (!o.verified) out += k_unverified;
  }
  return out;
}

std::vector<std::string> all_citations(const screening_hit& h) {
  std::vector<std::string> out;
  const auto add = [&](const std::vector<std::string>& more) {
    for (const std::string& c : more) {
      if (std::find(out.begin(), out.end(), c) == out.end()) out.push_back(c);
    }
  };
  for (const measure& m : h.measures) add(m.citations);  // what gives the status comes first
  add(h.party.citations);
  return out;
}

std::string where_words(const listed_party& p) {
  std::vector<std::string> parts{std::string(to_string(p.schema))};
  if (p.schema == schema::unknown) parts[0] = "kind not given";
  for (const std::string& c : p.countries) {
    const std::string_view name = country_name(c);
    parts.emplace_back(name.empty() ? std::string_view(c) : name);
  }
  if (!p.birth_dates.empty()) parts.push_back("born " + p.birth_dates.front().date.to_string());
  return ascii::join(parts, ", ");
}

/// What being on the list means, as far as the status of the day has that meaning.
std::string effect_words(party_status status, std::string_view effect) {
  switch (status) {
  case party_status::listed:
  case party_status::denied: return std::string(effect);
  case party_status::suspended_order:
    return "The order is suspended: no denial is in force on this day, and the suspended order "
           "does not prohibit by itself. Its conditions apply: read the order in the Federal "
           "Register.";
  case party_status::unknown_on_date:
    return "The list does not say since when. If listed on this day: " + std::string(effect);
  case party_status::lifted:
  case party_status::expired: return "No longer in force on this day; other lists may apply.";
  case party_status::not_yet: break;
  }
  return {};
}

std::string found_words(const screening_hit& h) {
  switch (h.found_by) {
  case hit_origin::name: return {};
  case hit_origin::identifier: return "its number, not its name";
  case hit_origin::both: return "its name and its number";
  }
  return {};
}

/// One sentence a line, the label in front of the first.
void each_labelled(lines& to, const terminal& out, std::string_view label,
                   const std::vector<std::string>& sentences) {
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    labelled(to, out, i == 0 ? label : std::string_view(), sentences[i]);
  }
}

void add_reasons(lines& to, const terminal& out, const comparison& c,
                 const std::vector<std::string>& against) {
  std::vector<std::string> pairs;
  for (const token_pair& p : c.pairs) pairs.push_back(audit::weighed_pair(p));
  each_labelled(to, out, "why", pairs);
  each_labelled(to, out, "against", against);
}

void add_what_if(lines& to, const terminal& out, const std::vector<counterfactual>& changes) {
  std::vector<std::string> sentences;
  for (const counterfactual& c : changes) sentences.push_back(c.words);
  each_labelled(to, out, "what if", sentences);
}

lines hit_details(const screening_hit& h, bool explain, const terminal& out) {
  lines to;
  const std::string primary = h.party.names.empty() ? h.matched_name : h.party.names.front().text;
  const std::string title = std::to_string(h.rank) + "  " + printable(primary);
  to.push_back(out.paint(ink::bold, clipped(title, out.width)));
  const list_info* known = find_list(h.party.list);
  const std::string list = known == nullptr
                               ? h.party.list
                               : std::string(known->name) + ", " + std::string(known->authority);
  labelled(to, out, "list", list + "; id " + h.party.source_id);
  const measure* deciding = audit::deciding_measure(h);
  const bool unverified = deciding != nullptr && !deciding->verified;
  labelled(to, out, "status", status_words(h) + (unverified ? k_unverified : ""),
           status_ink(h.status));
  if (known != nullptr) {
    const std::string effect = effect_words(h.status, known->effect);
    labelled(to, out, "effect", known->verified ? effect : effect + k_unverified);
  }
  if (deciding != nullptr) labelled(to, out, "order", deciding->note);
  labelled(to, out, "also", ascii::join(further_measures(h), "; "));
  labelled(to, out, "overlay", overlay_words(h.overlays), ink::yellow);
  labelled(to, out, "seen", audit::seen_words(h.party.seen));
  labelled(to, out, "citation", ascii::join(all_citations(h), "; "));
  if (explain || h.matched_name != primary || h.strength == name_strength::weak) {
    labelled(to, out, "as", audit::matched_sentence(h));
  }
  labelled(to, out, "found by", found_words(h));
  if (h.rank_score < h.score) {
    labelled(to, out, "ranks as", h.rank_score.to_string() + ", for what contradicts it");
  }
  if (explain) {
    add_reasons(to, out, h.explanation, audit::against_sentences(h));
  } else {
    std::string why;
    for (const token_pair& p : h.explanation.pairs) {
      why += (why.empty() ? "" : ", ") + audit::pair_words(p);
    }
    labelled(to, out, "why", why);
    labelled(to, out, "only asked", unmatched_words(h.explanation.unmatched_query));
    labelled(to, out, "only listed", unmatched_words(h.explanation.unmatched_listed));
    labelled(to, out, "lowered by", adjustment_words(h.explanation.adjustments));
  }
  labelled(to, out, "evidence", ascii::join(audit::evidence_sentences(h.evidences), "; "));
  add_what_if(to, out, h.what_if);
  labelled(to, out, "party", where_words(h.party));
  std::string licence = h.party.licence_requirement;
  if (!h.party.licence_policy.empty()) {
    licence += (licence.empty() ? "review policy: " : "; review policy: ") + h.party.licence_policy;
  }
  if (!h.party.footnotes.empty()) {
    licence += (licence.empty() ? "footnote " : "; footnote ") + ascii::join(h.party.footnotes, ", ");
  }
  labelled(to, out, "licence", licence);
  return to;
}

std::string programme_words(const listed_party& p) {
  std::string out = ascii::join(p.programmes, ", ");
  if (!p.sublists.empty()) out += (out.empty() ? "" : "; ") + ascii::join(p.sublists, ", ");
  return out;
}

lines hit_table(const std::vector<screening_hit>& hits, bool scored, const terminal& out) {
  table t({{"#", table::right},
           {"score", table::right},
           {"list", table::left},
           {"name", table::flexible},
           {"status", table::flexible},
           {"found by", table::optional},
           {"programme", table::optional}});
  for (const screening_hit& h : hits) {
    t.add({{std::to_string(h.rank)},
           {scored ? h.score.to_string() : "-"},
           {h.party.list},
           {h.matched_name, ink::bold},
           {(h.is_set_aside() ? "set aside; " : "") + status_words(h),
            h.is_set_aside() ? ink::dim : status_ink(h.status)},
           {h.found_by == hit_origin::name ? "" : audit::spaced(to_string(h.found_by))},
           {programme_words(h.party)}});
  }
  return t.lines(out);
}

/// Nothing is set aside in silence: which hits, by whom, why; and which decisions no longer hold.
lines decision_lines(const screening_answer& a, const terminal& out) {
  lines to;
  for (const screening_hit& h : a.hits) {
    if (!h.decided) continue;
    if (to.empty()) to.emplace_back();
    const std::string text = "#" + std::to_string(h.rank) + " " + audit::decided_sentence(*h.decided);
    const ink colour = h.is_set_aside() ? ink::dim : ink::yellow;
    for (const auto& l : wrapped(printable(text), out.width, 3)) to.push_back(out.paint(colour, l));
  }
  return to;
}

/// "OFAC SDN list, 2025-12-24: US-SDN 18,494; ...", by publication.
std::string checked_words(const index_info& info) {
  std::string out;
  for (std::size_t p = 0; p < info.publications.size(); ++p) {
    const indexed_publication& pub = info.publications[p];
    std::string lists;
    for (const indexed_list& l : info.lists) {
      if (l.publication != p) continue;
      lists += (lists.empty() ? "" : ", ") + l.list + " " + grouped(l.parties);
    }
    if (lists.empty()) continue;  // all of its parties have their first source elsewhere
    out += (out.empty() ? "" : "; ") + pub.name + ", " +
           (pub.date ? pub.date->to_string() : "date unknown") + ": " + lists;
  }
  return out;
}

/// The sentences of audit::not_checked in short: the screen has to hold the reasons too.
std::string unchecked_words(const index_info& info, bool owners) {
  std::string out = owners ? "ownership beyond the edges given" : "ownership and control";
  out += ", addresses, goods and licences, end use, destination, changes since "
      "those dates; lists not in this index";
  const std::vector<std::string> absent = audit::absent_lists(info);
  if (!absent.empty()) out += ", among them " + ascii::join(absent, ", ");
  return out;
}

bool asks_for_number(const screening_query& q) { return !q.identifier.empty() || !q.imo.empty(); }

std::string headline(const screening_answer& a, const party_index& idx) {
  const std::string on = a.options.as_of ? " on " + a.options.as_of->to_string() : std::string();
  const std::string at = a.problem == query_problem::no_name
                             ? " bearing the number"
                             : " at or above " + short_decimal(a.options.threshold) +
                                   (asks_for_number(a.query) ? " or bearing the number" : "");
  const std::string in = " in " + grouped(idx.info().parties) + " parties of these lists" + on;
  if (!was_screened(a.problem)) return std::string(problem_note(a));
  if (a.hits.empty()) return "No possible match" + at + in + ".";
  const std::uint64_t n = a.hits.size() + a.more;
  std::string out = a.more_is_exact ? std::string() : std::string("At least ");
  out += n == 1 ? "1 possible match" : grouped(n) + " possible matches";
  out += at + in;
  if (const std::size_t aside = a.set_aside(); aside != 0) {
    out += ", " + grouped(aside) + " of them set aside by decisions";
  }
  if (a.more != 0) out += "; the best " + grouped(a.hits.size()) + " are shown (--limit)";
  return out + ".";
}

}  // namespace

std::string short_decimal(score s) {
  std::string out = s.to_string();
  while (out.size() > 4 && out.back() == '0') out.pop_back();
  return out;
}

std::string_view problem_note(const screening_answer& answer) noexcept {
  if (answer.problem == query_problem::none) return {};
  return answer.notes.empty() ? std::string_view("nothing was screened") : answer.notes.front();
}

std::string answer_view(const screening_answer& answer, const party_index& idx,
                        const terminal& out, const lines& owned) {
  lines head;
  if (audit::is_sample(idx)) {
    for (const auto& l : wrapped(audit::sample_notice(idx.info()), out.width, 0)) {
      head.push_back(out.paint(ink::yellow, l));
    }
  }
  const ink mood = answer.hits.empty() ? ink::bold : ink::red;
  std::string asked = printable(answer.query.name);
  for (const std::string* number : {&answer.query.identifier, &answer.query.imo}) {
    if (!number->empty()) asked += (asked.empty() ? "" : ", ") + printable(*number);
  }
  if (!asked.empty()) asked += ": ";
  for (const auto& l : wrapped(asked + printable(headline(answer, idx)), out.width, 2)) {
    head.push_back(out.paint(mood, l));
  }
  for (const std::string& note : answer.notes) {
    // Where nothing was screened, the note on it is the headline.
    if (!was_screened(answer.problem) && &note == &answer.notes.front()) continue;
    append(head, wrapped("Note: " + printable(note), out.width, 2));
  }
  std::vector<std::string> of_lists = audit::incomplete_notes(idx.info());
  of_lists.insert(of_lists.begin(), audit::early_day_note(idx, answer.options.as_of));
  for (const std::string& note : of_lists) {
    if (!note.empty()) append(head, wrapped("Note: " + printable(note), out.width, 2));
  }
  if (!answer.hits.empty()) {
    head.emplace_back();
    append(head, hit_table(answer.hits, answer.problem != query_problem::no_name, out));
    append(head, decision_lines(answer, out));
    append(head, jurisdiction_lines(answer, idx.info(), out));
  }

  append(head, owned);
  lines tail{std::string()};
  labelled(tail, out, !was_screened(answer.problem) ? "lists" : "checked",
           checked_words(idx.info()));
  labelled(tail, out, "not checked", unchecked_words(idx.info(), !owned.empty()), ink::dim);

  // Reasons for the first hit always, for further ones as long as all of it stays on one screen.
  lines body;
  for (const screening_hit& h : answer.hits) {
    lines more{std::string()};
    append(more, hit_details(h, answer.options.explain, out));
    const std::size_t used = head.size() + body.size() + more.size() + tail.size() + 1;
    if (!body.empty() && used > out.height && !answer.options.explain) break;
    append(body, more);
  }

  std::string text;
  for (const lines* part : {&head, &body, &tail}) {
    for (const std::string& line : *part) text += line + '\n';
  }
  return text;
}

std::string comparison_view(std::string_view left, std::string_view right, const comparison& c,
                            const std::vector<counterfactual>& what_if, const terminal& out) {
  lines to;
  to.push_back(out.paint(ink::bold, c.score.to_string()));
  labelled(to, out, "left", left);
  labelled(to, out, "right", right);
  std::string why;
  for (const token_pair& p : c.pairs) why += (why.empty() ? "" : ", ") + audit::pair_words(p);
  labelled(to, out, "why", why);
  labelled(to, out, "only left", unmatched_words(c.unmatched_query));
  labelled(to, out, "only right", unmatched_words(c.unmatched_listed));
  labelled(to, out, "lowered by", adjustment_words(c.adjustments));
  add_what_if(to, out, what_if);
  std::string text;
  for (const std::string& line : to) text += line + '\n';
  return text;
}

}  // namespace tradewarden::cli
