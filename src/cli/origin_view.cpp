#include "cli/origin_view.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/labelled.hpp"
#include "cli/table.hpp"
#include "report/settled_words.hpp"
#include "support/ascii.hpp"

namespace tradewarden::cli {
namespace {

constexpr std::size_t k_parts_shown = 6;
constexpr std::size_t k_most_tried = 50;  // results whose working is laid out to see whether it fits

ink verdict_ink(verdict v) {
  switch (v) {
  case verdict::triggers: return ink::red;
  case verdict::depends: return ink::yellow;
  case verdict::does_not_trigger:
  case verdict::not_applicable: break;
  }
  return ink::none;
}

std::string threshold_words(const std::optional<share_threshold>& t) {
  if (!t) return "-";
  const std::string sign = t->op == threshold_operator::at_least ? ">= " : "> ";
  return sign + display_share(exact_fraction::of(t->num, t->den));
}

std::string money(const amount_range& a, const std::string& currency) {
  return a.to_string() + (currency.empty() ? "" : " " + currency);
}

/// "SOC-US 34 (5A992.c: AT column 1)", a few of them.
std::string part_words(const std::vector<counted_part>& parts, std::uint64_t more) {
  std::string out;
  for (std::size_t i = 0; i < parts.size() && i < k_parts_shown; ++i) {
    const counted_part& p = parts[i];
    const bool zero = p.value.is_point() && p.value.low == exact_fraction();
    out += (i == 0 ? "" : "; ") + p.part + " " + (zero ? p.worth : p.value).to_string() + " (" +
           p.eccn + ", " + spaced(p.reason) + ")";
  }
  const std::uint64_t hidden =
      more + (parts.size() > k_parts_shown ? parts.size() - k_parts_shown : 0);
  if (hidden != 0) out += "; and " + grouped(hidden) + " more";
  return out;
}

std::string margin_words(const origin_result& r) {
  if (r.excess) return r.excess->to_decimal(2) + " " + r.currency + " above the threshold";
  if (r.room) return r.room->to_decimal(2) + " " + r.currency + " below the threshold";
  return {};
}

std::string incorporation_words(const second_incorporation& s) {
  if (s.discrete.empty() && s.unknown.empty()) return {};
  std::string out = "without content of discrete products " + s.with.display() + " (" +
                    spaced(to_string(s.with_verdict)) + "), with it " + s.without.display() + " (" +
                    spaced(to_string(s.without_verdict)) + ")";
  if (!s.discrete.empty()) out += "; discrete: " + ascii::join(s.discrete, ", ");
  if (!s.unknown.empty()) out += "; not known whether discrete: " + ascii::join(s.unknown, ", ");
  return out;
}

constexpr std::string_view k_direct_product = "us-ear-734.9-";

/// A rule about foreign direct products that does not trigger: told in one line with the others.
bool is_quiet(const test_result& t) {
  return t.id.starts_with(k_direct_product) && t.verdict < verdict::depends;
}

/// Rules that such tests alone used: not cited.
std::vector<bool> quiet_rules(const origin_result& r) {
  std::vector<bool> quiet(r.rules.size(), false);
  const auto mark = [&](const std::vector<std::uint32_t>& rules, bool as) {
    for (const std::uint32_t n : rules) quiet[n] = as;
  };
  for (const test_result& t : r.tests) {
    if (is_quiet(t)) mark(t.rules, true);
  }
  for (const test_result& t : r.tests) {
    if (!is_quiet(t)) mark(t.rules, false);
  }
  for (const auto* parts : {&r.counted, &r.not_counted, &r.zero_percent_content}) {
    for (const counted_part& p : *parts) mark(p.rules, false);
  }
  return quiet;
}

text_lines result_details(const origin_result& r, const terminal& out) {
  text_lines to;
  std::string title = r.product + " from " + r.exported_from + " to " + r.destination;
  if (r.treated_as != r.destination) title += " (treated as " + r.treated_as + ")";
  title += ", " + std::string(to_string(r.regime)) + ": " + spaced(to_string(r.verdict));
  to.push_back(out.paint(verdict_ink(r.verdict), clipped(printable(title), out.width)));
  std::string quiet;  // rules of 734.9 that do not trigger
  for (const test_result& t : r.tests) {
    if (t.verdict == verdict::not_applicable) continue;
    if (is_quiet(t)) {
      quiet += (quiet.empty() ? "" : ", ") + t.id.substr(k_direct_product.size());
      continue;
    }
    labelled(to, out, "test", t.id + ": " + spaced(to_string(t.verdict)) + ". " + t.why,
             verdict_ink(t.verdict));
    for (const test_prong& p : t.prongs) {
      const std::string met = p.met == truth::yes ? "met" : p.met == truth::no ? "not met" : "not known";
      labelled(to, out, p.id, met + ". " + p.why);
    }
    for (const question& q : t.questions) {
      labelled(to, out, "ask", q.text + " (answer: " + q.answer + ")");
    }
  }
  if (!quiet.empty()) {
    labelled(to, out, "test", "us-ear-734.9 " + quiet + ": does not trigger");
  }
  labelled(to, out, "figures",
           "controlled " + money(r.controlled_value, r.currency) + " of " +
               money(r.product_value, r.currency) + " = " + r.share.display());
  labelled(to, out, "margin", margin_words(r));
  labelled(to, out, "counted", part_words(r.counted, r.more_counted));
  labelled(to, out, "not counted", part_words(r.not_counted, r.more_not_counted));
  labelled(to, out, "0 % content", part_words(r.zero_percent_content, 0), ink::red);
  labelled(to, out, "discrete", incorporation_words(r.second_incorporation));
  std::string asks;
  for (const deciding_unknown& d : r.deciding_unknowns) {
    asks += (asks.empty() ? "" : " ") + d.ask.text +
            (d.ask.part.empty() ? "" : " (" + d.ask.part + ")") + " Answer: " + d.ask.answer + ".";
  }
  if (!asks.empty()) {
    asks += " " + report::settled_words(r);
  }
  labelled(to, out, "decided by", asks, ink::yellow);
  labelled(to, out, "assumed", joined(r.assumptions), ink::dim);
  labelled(to, out, "duty", joined(r.duties), ink::yellow);
  std::vector<std::string> cited_once;
  const std::vector<bool> quiet_rule = quiet_rules(r);
  for (std::size_t i = 0; i < r.rules.size(); ++i) {
    if (quiet_rule[i]) continue;
    const rule_use& u = r.rules[i];
    std::string words = u.citation + (u.verified ? "" : k_unverified);
    if (u.citation.empty() ||
        std::find(cited_once.begin(), cited_once.end(), words) != cited_once.end()) {
      continue;
    }
    cited_once.push_back(std::move(words));
  }
  const std::string cited = ascii::join(cited_once, "; ");
  labelled(to, out, "rules", cited, ink::dim);
  return to;
}

/// What a `depends` waits for, in short: "eccn of P; --fact military_commodity", the first two.
std::string needs_words(const origin_result& r) {
  if (r.verdict != verdict::depends) return {};
  std::string out;
  std::size_t told = 0;
  for (const deciding_unknown& d : r.deciding_unknowns) {
    if (told++ == 2) break;
    const std::string& answer = d.ask.answer;
    std::string words = answer.substr(0, answer.find(';'));  // the first way to answer
    words = words.substr(0, std::min(words.find('='), words.find(" (of a flat bill")));
    out += (out.empty() ? "" : "; ") + words;
  }
  if (r.deciding_unknowns.size() > 2) {
    out += "; +" + std::to_string(r.deciding_unknowns.size() - 2);
  }
  return out;
}

/// Below the table: what the rows that depend wait for, those that wait for the same together.
void add_needs(text_lines& to, const terminal& out, const origin_report& r) {
  constexpr std::size_t k_groups = 6;
  constexpr std::size_t k_rows = 8;
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const origin_result& one : r.results) {
    const std::string words = needs_words(one);
    if (words.empty()) continue;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const auto& g) { return g.first == words; });
    if (group == groups.end()) group = groups.insert(groups.end(), {words, {}});
    group->second.push_back(one.product + " to " + one.destination + ", " +
                            std::string(to_string(one.regime)));
  }
  for (std::size_t g = 0; g < groups.size() && g < k_groups; ++g) {
    auto& [words, rows] = groups[g];
    const std::size_t count = rows.size();
    if (count > k_rows) rows.resize(k_rows);
    labelled(to, out, "needs",
             words + " (" + ascii::join(rows, "; ") +
                 (count > k_rows ? "; and " + grouped(count - k_rows) + " more" : std::string()) +
                 ")",
             ink::yellow);
  }
  if (groups.size() > k_groups) {
    labelled(to, out, "needs", "and " + grouped(groups.size() - k_groups) + " other sets: --json");
  }
}

std::string facts_words(const origin_options& o) {
  std::string out;
  for (const stated_fact& f : o.facts) {
    out += (out.empty() ? "" : ", ") + f.id + " = " + std::string(to_string(f.value));
  }
  return out;
}

/// Destinations about which us-ofac was not asked, and why.
std::string not_applicable_words(const origin_report& r) {
  std::vector<std::string> places;
  for (const origin_result& one : r.results) {
    if (one.verdict != verdict::not_applicable) continue;
    if (std::find(places.begin(), places.end(), one.destination) == places.end()) {
      places.push_back(one.destination);
    }
  }
  if (places.empty()) return {};
  const std::size_t count = places.size();
  if (count > 8) places.resize(8);
  std::string which = ascii::join(places, ", ");
  if (count > 8) which += " and " + grouped(count - 8) + " more";
  return "us-ofac here is 31 CFR 560.420 alone, content of US origin to Iran: it does not ask about " +
         which + ". Other OFAC programmes are not evaluated.";
}

std::vector<std::string> all_not_evaluated(const origin_report& r) {
  std::vector<std::string> out;
  for (const origin_result& one : r.results) {
    for (const std::string& n : one.not_evaluated) {
      if (std::find(out.begin(), out.end(), n) == out.end()) out.push_back(n);
    }
  }
  return out;
}

}  // namespace

std::string origin_view(const origin_report& r, const terminal& out) {
  text_lines head;
  std::size_t triggers = 0;
  std::size_t depends = 0;
  for (const origin_result& one : r.results) {
    triggers += one.verdict == verdict::triggers ? 1 : 0;
    depends += one.verdict == verdict::depends ? 1 : 0;
  }
  const std::string day = r.options.date ? " on " + r.options.date->to_string() : std::string();
  head.push_back(out.paint(
      triggers != 0 ? ink::red : ink::bold,
      grouped(r.results.size()) + (r.results.size() == 1 ? " result" : " results") + day + ": " +
          grouped(triggers) + " triggers, " + grouped(depends) + " depends."));
  head.emplace_back();
  table t({{"product", table::flexible},
           {"to", table::left},
           {"regime", table::left},
           {"verdict", table::left},
           {"share", table::right},
           {"threshold", table::left},
           {"controlled of price", table::whole}});
  for (const origin_result& one : r.results) {
    const bool asked = one.verdict != verdict::not_applicable;
    t.add({{one.product},
           {one.destination},
           {std::string(to_string(one.regime))},
           {spaced(to_string(one.verdict)), verdict_ink(one.verdict)},
           {asked ? one.share.display() : "-"},
           {threshold_words(one.threshold)},
           {asked ? one.controlled_value.to_string() + " of " +
                        money(one.product_value, one.currency)
                  : std::string("-")}});
  }
  append(head, t.lines(out));
  add_needs(head, out, r);

  text_lines tail{std::string()};
  labelled(tail, out, "facts", facts_words(r.options));
  labelled(tail, out, "not asked", not_applicable_words(r));
  labelled(tail, out, "not checked", joined(all_not_evaluated(r)), ink::dim);
  labelled(tail, out, "rules", "sha256 " + r.rules_content.to_string(), ink::dim);
  labelled(tail, out, "note", r.disclaimer.empty() ? std::string(k_origin_notice) : r.disclaimer);

  // Reasons, those of what triggers first, then of what depends; as long as one screen holds them,
  // but of one result always.
  text_lines body;
  std::size_t told = 0;
  std::size_t worth_telling = 0;
  for (const verdict wanted : {verdict::triggers, verdict::depends, verdict::does_not_trigger}) {
    for (const origin_result& one : r.results) {
      if (one.verdict != wanted || one.summary) continue;
      ++worth_telling;
      if (told > 0 && worth_telling > k_most_tried) continue;
      text_lines more{std::string()};
      append(more, result_details(one, out));
      const std::size_t used = head.size() + body.size() + more.size() + tail.size() + 2;
      if (!body.empty() && used > out.height) continue;
      append(body, more);
      ++told;
    }
  }
  if (r.options.summary) {
    body.emplace_back();
    body.push_back("Verdicts and figures alone: name a product with --product for its working.");
  }
  if (told < worth_telling) {
    body.emplace_back();
    body.push_back("The working of " + grouped(worth_telling - told) +
                   " more: --json, --html FILE, or fewer destinations.");
  }
  std::string text;
  for (const text_lines* part : {&head, &body, &tail}) {
    for (const std::string& line : *part) text += line + '\n';
  }
  return text;
}

}  // namespace tradewarden::cli
