// Does content count: clauses of a content rule in their order, the first that holds decides.
#include <algorithm>
#include <utility>

#include "rules/tables.hpp"
#include "support/ascii.hpp"

namespace tradewarden::rules {
namespace {

void ask(std::vector<std::string>* asks, std::string_view what) {
  if (asks == nullptr || what.empty()) return;
  if (std::find(asks->begin(), asks->end(), what) == asks->end()) asks->emplace_back(what);
}

/// The HS chapter of a code ("8542.31" is 85), or none if the code does not begin with one.
std::optional<unsigned> chapter_of(std::string_view hs) {
  hs = ascii::trim(hs);
  if (hs.size() < 2 || !ascii::is_digit(hs[0]) || !ascii::is_digit(hs[1])) return std::nullopt;
  const unsigned n =
      static_cast<unsigned>(hs[0] - '0') * 10U + static_cast<unsigned>(hs[1] - '0');
  if (n == 0) return std::nullopt;
  return n;
}

}  // namespace

const dated_value* rule_tables::content_value_for(const rule_file& rule, const place& p,
                                                  day on) const noexcept {
  const std::string_view asked = p.region.empty() ? p.code : p.region;
  for (const dated_value& v : rule.values) {
    const auto* content = std::get_if<content_value>(&v.data);
    if (content == nullptr || !rule.applies(v, on)) continue;
    const auto& all = content->countries;
    if (std::find(all.begin(), all.end(), asked) != all.end()) return &v;
  }
  return nullptr;
}

truth rule_tables::condition(const content_clause& clause, const classification& c,
                             std::string_view hs, std::string_view exported_from, day on,
                             bases* why, std::vector<std::string>* asks) const {
  truth out = truth::yes;
  if (!clause.unless_policy.empty()) {
    const auto policy = flag("policy." + clause.unless_policy, on);
    why->insert(why->end(), policy.basis.begin(), policy.basis.end());
    out = out && !policy.value;
    if (out == truth::no) return out;
  }
  if (!clause.is.empty()) {
    const truth is = in_class(clause.is, c, on, nullptr);
    if (is == truth::unknown) {
      ask(asks, c.kind() == classification_kind::unknown ? "classification" : "paragraph");
    }
    out = out && is;
    if (out == truth::no) return out;
  }
  if ((clause.chapters_low | clause.chapters_high) != 0) {
    const auto chapter = chapter_of(hs);
    if (!chapter) {
      ask(asks, "hs_code");
      out = out && truth::unknown;
    } else {
      const std::uint64_t bits = *chapter < 64 ? clause.chapters_low : clause.chapters_high;
      out = out && as_truth(((bits >> (*chapter % 64)) & 1U) != 0);
    }
    if (out == truth::no) return out;
  }
  if (!clause.exported_from.empty()) {
    const rule_file* set = group(clause.exported_from);
    const place from = locate(exported_from, on);
    const truth is = set == nullptr ? truth::unknown : member(*set, from, on, why);
    if (is == truth::unknown) ask(asks, "exported_from");
    out = out && is;
  }
  return out;
}

rule_answer<truth> rule_tables::counts(const rule_file& rule, const dated_value& v,
                                       const classification& c, std::string_view hs,
                                       const place& p, std::string_view exported_from,
                                       day on) const {
  rule_answer<truth> out;
  out.value = truth::unknown;
  out.why = "no_clause";
  out.basis.push_back(basis(rule, v, on));
  // What is reached while a condition is open must agree with all that follows, or it is unknown.
  bool open = false;
  truth so_far = truth::unknown;
  std::vector<std::string> asks;
  for (const content_clause& clause : std::get<content_value>(v.data).clauses) {
    std::vector<std::string> condition_asks;
    bases why;
    const truth holds = condition(clause, c, hs, exported_from, on, &why, &condition_asks);
    if (holds == truth::no) continue;
    out.basis.insert(out.basis.end(), std::make_move_iterator(why.begin()),
                     std::make_move_iterator(why.end()));
    truth result = truth::unknown;
    if (clause.counts == clause_result::chart) {
      result = truth::no;
      for (const licence_reason& r : reasons(c, p, on)) {
        result = result || r.required;
        if (r.required == truth::unknown) ask(&asks, r.asks);
      }
    } else {
      result = clause.counts == clause_result::yes  ? truth::yes
               : clause.counts == clause_result::no ? truth::no
                                                    : truth::unknown;
    }
    if (!open) {
      so_far = result;
      out.why = clause.why;
    } else if (result != so_far) {
      so_far = truth::unknown;
    }
    if (result == truth::unknown) ask(&asks, clause.ask);
    if (holds == truth::unknown) {
      for (const std::string& what : condition_asks) ask(&asks, what);
      open = true;
      continue;
    }
    out.value = so_far;
    if (out.value == truth::unknown) out.asks = std::move(asks);
    return out;
  }
  out.value = truth::unknown;
  out.asks = std::move(asks);
  if (out.asks.empty()) out.asks.emplace_back("classification");
  return out;
}

}  // namespace tradewarden::rules
