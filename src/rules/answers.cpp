// Country groups, the country chart, named destinations, flags and thresholds, asked for a day.
#include <algorithm>
#include <utility>

#include "rules/tables.hpp"

namespace tradewarden::rules {
namespace {

void add(bases* to, rule_basis b) {
  if (to == nullptr) return;
  const bool there = std::any_of(to->begin(), to->end(), [&](const rule_basis& o) {
    return o.rule == b.rule && o.citation == b.citation && o.from == b.from;
  });
  if (!there) to->push_back(std::move(b));
}

bool names(const country_codes& codes, std::string_view code) {
  return std::binary_search(codes.begin(), codes.end(), code,
                            [](std::string_view a, std::string_view b) { return a < b; });
}

}  // namespace

rule_basis rule_tables::basis(const rule_file& rule, const dated_value& v, day on) const {
  rule_basis out;
  out.rule = rule.id;
  out.citation = v.citation;
  out.from = v.from;
  out.until = v.until;
  out.published = v.published;
  out.edition = v.edition;
  out.verified = v.verified;
  out.status = v.status;
  if (const rule_overlay* o = rule.overlay_on(on)) {
    out.status = o->status;
    out.verified = out.verified && o->verified;
  }
  if (out.status != rule_status::in_force) {
    const rule_overlay* o = rule.overlay_on(on);
    out.assumption = rule.id + " is ";
    out.assumption += out.status == rule_status::suspended ? "suspended" : "codified but not enforced";
    out.assumption += " (" + (o == nullptr ? v.citation : o->citation) + ").";
  }
  if (v.edition && *v.edition != on) {
    out.other_edition = true;
    if (!out.assumption.empty()) out.assumption += ' ';
    out.assumption += v.edition_note;
  }
  return out;
}

truth rule_tables::member(const rule_file& set, const place& p, day on, bases* why) const {
  if (!p.known()) return truth::unknown;
  for (const dated_value& v : set.values) {
    if (set.applies(v, on) && names(std::get<country_set>(v.data).countries, p.code)) {
      if (why != nullptr) add(why, basis(set, v, on));
      return truth::yes;
    }
  }
  if (why == nullptr) return truth::no;
  // No member: because an interval has ended or not begun, and by what else is in force.
  bool any = false;
  for (const dated_value& v : set.values) {
    const bool said = names(std::get<country_set>(v.data).countries, p.code);
    if (said || (set.applies(v, on) && !any)) {
      add(why, basis(set, v, on));
      any = any || set.applies(v, on);
    }
  }
  if (why->empty() && !set.values.empty()) add(why, basis(set, set.values.front(), on));
  return truth::no;
}

truth rule_tables::chart_mark(const place& p, int column, day on, bases* why) const {
  const dated_value* v = chart_ == nullptr ? nullptr : value_on(*chart_, on);
  if (v == nullptr || column < 0) return truth::unknown;
  if (why != nullptr) add(why, basis(*chart_, *v, on));
  const auto& rows = std::get<chart_value>(v->data).rows;
  const auto at = rows.find(p.code);
  if (at == rows.end() || at->second.points_elsewhere) return truth::unknown;
  return as_truth(((at->second.marks >> column) & 1U) != 0);
}

truth rule_tables::any_member(const std::vector<std::string>& all, const place& p, day on,
                              bases* why) const {
  truth out = truth::no;
  for (const std::string& name : all) {
    truth one = truth::no;
    if (name == "*") {
      one = truth::yes;
    } else if (name.size() == 2 && name[0] >= 'A' && name[1] >= 'A' && name[1] <= 'Z') {
      one = p.known() ? as_truth(name == p.code) : truth::unknown;
    } else if (name.size() > 3 && name[2] == '-') {  // a region: "UA-43"
      one = p.known() ? as_truth(name == p.region) : truth::unknown;
    } else if (const rule_file* set = group(name)) {
      one = member(*set, p, on, why);
    } else {
      one = truth::unknown;
    }
    out = out || one;
    if (out == truth::yes) return out;
  }
  return out;
}

truth rule_tables::reaches(const rule_file& rule, const place& p, day on, bases* why,
                           std::string* ask) const {
  if (!p.known()) {
    if (ask != nullptr) *ask = "destination";
    return truth::unknown;
  }
  const dated_value* v = value_on(rule, on);
  if (v == nullptr) {
    if (!rule.values.empty()) add(why, basis(rule, rule.values.front(), on));
    return truth::no;
  }
  add(why, basis(rule, *v, on));
  const auto& d = std::get<destination_value>(v->data);
  const truth less = any_member(d.less, p, on, d.less.empty() ? nullptr : why);
  truth out = any_member(d.yes, p, on, why) && !less;
  out = out || any_member(d.always, p, on, why);
  if (out == truth::no && !d.unknown.empty() && less != truth::yes &&
      any_member(d.unknown, p, on, why) != truth::no) {
    if (ask != nullptr) *ask = d.ask;
    out = truth::unknown;
  }
  return out;
}

rule_answer<truth> rule_tables::flag(std::string_view id, day on) const {
  rule_answer<truth> out;
  out.value = truth::unknown;
  const rule_file* rule = file(id);
  if (rule == nullptr || rule->type != "flag") return out;
  const dated_value* v = value_on(*rule, on);
  if (v == nullptr) {
    // Before a principle was stated nothing says whether it held.
    if (!rule->values.empty()) out.basis.push_back(basis(*rule, rule->values.front(), on));
    return out;
  }
  out.basis.push_back(basis(*rule, *v, on));
  out.value = as_truth(std::get<bool>(v->data));
  return out;
}

rule_answer<std::optional<share_threshold>> rule_tables::percent(std::string_view id,
                                                                 const place& p, day on) const {
  rule_answer<std::optional<share_threshold>> out;
  const rule_file* rule = file(id);
  if (!p.known()) out.asks.emplace_back("destination");
  if (rule == nullptr || rule->type != "percent" || !p.known()) return out;
  const dated_value* others = nullptr;
  for (const dated_value& v : rule->values) {
    if (!rule->applies(v, on)) continue;
    const auto& value = std::get<percent_value>(v.data);
    if (value.countries.empty()) {
      others = &v;
    } else if (names(value.countries, p.code)) {
      out.value = value.threshold;
      out.basis.push_back(basis(*rule, v, on));
      return out;
    }
  }
  if (others != nullptr) {
    out.value = std::get<percent_value>(others->data).threshold;
    out.basis.push_back(basis(*rule, *others, on));
  }
  return out;
}

}  // namespace tradewarden::rules
