#include "audit/review_words.hpp"

#include <algorithm>
#include <utility>

namespace tradewarden::audit {
namespace {

using words_of = std::pair<std::string_view, std::string_view>;

constexpr words_of k_rules[] = {
    {"order", "the words stand in another order"},
    {"father_and_son", "father and son are swapped"},
    {"number_differs", "the numbers differ"},
    {"place_differs", "the places differ"},
    {"only_common_words", "only words that many names share are alike"},
    {"names_differ", "names differ"},
    {"little_evidence", "little is alike"},
    {"short_name", "only a short word is alike, and not the same"},
    {"one_name_of_two", "one name of several is alike"},
    {"last_name_missing", "the family name is not asked for"},
    {"last_name_initial", "of the family name there is but an initial"},
    {"kunya_missing", "father or mother of somebody on one side only"},
    {"forms_differ", "a company and an association"},
    {"direction_differs", "each side has a direction that the other lacks"},
    {"number_missing", "a number stands on one side only"},
    {"place_missing", "a place stands on one side only"},
};

constexpr words_of k_hows[] = {
    {"day", "the day"},
    {"month", "the month"},
    {"year", "the year"},
    {"about", "about that time"},
    {"span", "within a span of years"},
    {"day_and_month_swapped", "day and month swapped"},
    {"first_of_january", "1 January may stand for the year alone"},
    {"address", "an address"},
    {"flag", "the flag"},
    {"entry", "the entry's country"},
    {"nationality", "the nationality"},
    {"citizenship", "the citizenship"},
    {"jurisdiction", "where it is registered or taxed"},
    {"issuer", "where a document was given"},
    {"birth_place", "the place of birth"},
    {"former_state", "a state that came of the one asked for"},
    {"name", "told by the name"},
    {"another_type", "listed as another kind of number"},
    {"leading_zeros", "but for leading zeros"},
    {"upper_and_lower_case", "but for upper and lower case"},
    {"branch", "another branch of the bank"},
};

template <std::size_t N>
std::string words_for(const words_of (&table)[N], std::string_view code) {
  for (const auto& [known, words] : table) {
    if (known == code) return std::string(words);
  }
  return spaced(code);
}

std::string reason_words(const token_pair& pair) {
  switch (pair.reason) {
    case match_reason::equal: return {};
    case match_reason::edit: return std::to_string(pair.edits) + (pair.edits == 1 ? " edit" : " edits");
    case match_reason::family: return "forms of one name";
    case match_reason::key: return "same consonants";
    case match_reason::initial: return "initial";
    case match_reason::joined: return "written together";
    case match_reason::truncated: return "cut off";
    default: return spaced(to_string(pair.reason));
  }
}

std::string with_factor(const score_adjustment& a) {
  std::string factor = score::from_units(a.factor).to_string();
  while (factor.size() > 4 && factor.back() == '0') factor.pop_back();
  return rule_words(a.rule) + " (x " + factor + ")";
}

}  // namespace

std::string spaced(std::string_view code) {
  std::string out(code);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string pair_words(const token_pair& pair) {
  const std::string reason = reason_words(pair);
  if (reason.empty()) return pair.query + " = " + pair.listed;
  return pair.query + " ~ " + pair.listed + " (" + reason + ")";
}

std::string weighed_pair(const token_pair& pair) {
  return pair_words(pair) + ": " + score::from_units(pair.similarity).to_string() + " of " +
         std::to_string(pair.weight);
}

std::string rule_words(std::string_view rule) { return words_for(k_rules, rule); }

std::string evidence_words(const evidence& e) {
  if (e.query.empty()) return {};
  const std::string kind = e.kind == to_string(evidence_kind::imo) ? "IMO number" : spaced(e.kind);
  if (e.state == evidence_state::absent) {
    if (e.kind == to_string(evidence_kind::gender)) {
      return e.listed.empty() && e.query.find(" by ") == std::string::npos
                 ? "gender not given by the list (asked " + e.query + ")"
                 : std::string();
    }
    if (e.kind == to_string(evidence_kind::identifier)) {
      return "identifier not among the numbers listed (asked " + e.query + ")";
    }
    if (e.listed.empty()) return kind + " not given by the list (asked " + e.query + ")";
    return kind + " tells nothing (asked " + e.query + ", listed " + e.listed + ")";
  }
  std::string out = kind + " ";
  out += e.state == evidence_state::partial ? "agrees in part" : to_string(e.state);
  if (!e.how.empty()) out += ": " + words_for(k_hows, e.how);
  return out + " (asked " + e.query + ", listed " + e.listed + ")";
}

std::vector<std::string> evidence_sentences(const std::vector<evidence>& all) {
  std::vector<std::string> out;
  for (const evidence& e : all) {
    if (std::string words = evidence_words(e); !words.empty()) out.push_back(std::move(words));
  }
  return out;
}

const evidence* weak_evidence(const screening_hit& hit) {
  if (hit.weak_reason.empty()) return nullptr;
  const auto it = std::find_if(hit.evidences.begin(), hit.evidences.end(),
                               [&](const evidence& e) { return e.kind == hit.weak_reason; });
  return it == hit.evidences.end() ? nullptr : &*it;
}

std::string matched_sentence(const screening_hit& hit) {
  std::string out = hit.matched_name + " (" + std::string(to_string(hit.kind));
  if (hit.strength == name_strength::weak) {
    out += ", weak alias";
    if (const evidence* e = weak_evidence(hit)) {
      out += " let through: " + evidence_words(*e);
    } else if (hit.weak_reason == "whole_name") {
      out += " let through: the whole of it was asked for";
    } else if (!hit.weak_reason.empty()) {
      out += " let through by " + spaced(hit.weak_reason);
    }
  }
  return out + ")";
}

std::vector<std::string> against_sentences(const comparison& c) {
  std::vector<std::string> out;
  for (const unmatched_token& t : c.unmatched_query) {
    out.push_back("asked for '" + t.token + "' (" + spaced(to_string(t.role)) + "), which the listed name lacks");
  }
  for (const unmatched_token& t : c.unmatched_listed) {
    out.push_back("the listed name also has '" + t.token + "' (" + spaced(to_string(t.role)) + ")");
  }
  for (const score_adjustment& a : c.adjustments) out.push_back(with_factor(a));
  return out;
}

std::vector<std::string> against_sentences(const screening_hit& hit) {
  std::vector<std::string> out;
  if (hit.found_by == hit_origin::identifier) {
    out.emplace_back("its names do not reach the threshold: it is here for its number");
  }
  for (std::string& s : against_sentences(hit.explanation)) out.push_back(std::move(s));
  for (const evidence& e : hit.evidences) {
    if (e.state == evidence_state::contradicts) out.push_back(evidence_words(e));
  }
  return out;
}

}  // namespace tradewarden::audit
